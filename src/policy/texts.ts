import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'policy.too-long': 'The policy is longer than {limit} KiB. A policy is a page of YAML; is this the right file?',
    'policy.empty': 'The policy is empty. Demand at least one gate, for instance `performance: {f1: {min: 0.85}}`.',
    'policy.not-a-mapping': 'A policy is a mapping of keys such as `performance:`; this is not one.',
    'policy.alias':
      'An unquoted * begins an alias in YAML, and none is defined here. Put the text in quotes: "models/*/model_config.yaml".',
    'policy.aliases': 'The policy expands too many YAML aliases. Write the values out.',
    'policy.own-label':
      'The column {column} is the label and the {key} too: every model would be perfect. Name the column that the model wrote.',
    'policy.counts-beside':
      '`counts` and `predictions` are two ways to the same metrics. Name one of them, so that it is clear which rows count.',
    'policy.counts-column':
      'The column {name} cannot be an attribute; these names are taken: {taken}. Rename it in the query.',
    'policy.counts-twice': 'The column {name} is named twice. Name it once.',
    'policy.no-gate': 'The policy demands nothing. Add at least one of: {gates}.',
    'policy.yaml': 'This is not valid YAML: {why}',
    'policy.too-complex':
      'The policy cannot be read: it is nested or tagged too deeply. A policy is a page of plain YAML.',
    'policy.key': 'The key {key} is not text in YAML, and would be read as another one. Put it in quotes.',
    'policy.digits':
      '{found} has more digits than YAML keeps. Write it as a comparison in quotes, such as ">= {found}".',
    'policy.more': 'There are {count} more mistakes. Mend these first.',
    'policy.tab': 'YAML is indented with spaces, not with tabs.',
    'policy.duplicate-key': 'The key {key} stands here twice; only one of its values could count. Keep one.',
    'policy.unquoted': 'A comparison needs quotes in YAML. Write "{found}", or use {min: …} or {above: …}.',
    'policy.attested-twice': 'The item {item} is attested twice. Keep one attestation.',
    'policy.maturity': 'The policy demands maturity level {min}. The command `assess` judges that, not this check.',
    'policy.level': 'Level {level} turns on {gates}, which the policy does not write itself.',
    'policy.level-unwritten':
      'Level {level} stands for {gates} too, which only a team can write: bounds, people, places. Write them in the policy.',
    'policy.unknown-key': '{parent} has no key {key}. Allowed: {allowed}.',
    'policy.unknown-key-near': '{parent} has no key {key}. Did you mean {near}? Allowed: {allowed}.',
    'policy.required': '{name} needs the key {key}.',
    'policy.choice': '{name} is {found}. Allowed: {allowed}.',
    'policy.choice-near': '{name} is {found}. Did you mean {near}? Allowed: {allowed}.',
    'policy.between': '{name} is {found}. Write a number between {low} and {high}, neither of the two.',
    'policy.minimum': '{name} is {found}; it must be at least {limit}.',
    'policy.nothing-demanded': '{name} demands nothing. Allowed: {allowed}.',
    'policy.nothing-named': '{name} demands nothing. Name at least one thing in it.',
    'policy.pattern': '{name} is "{found}", which cannot be read. See the policy reference for its form.',
    'policy.at-sign': 'A name that begins with @ needs quotes in YAML. Write "{found}".',
    'policy.type': '{name} is {found}. Expected: {expected}.',
    'policy.type-example': '{name} is {found}. Expected: {expected}, such as `{example}`.',
    'policy.empty-value': '{name} has no value. Write one, or remove the key.',
    'policy.boolean': '{name} is {found}, which says nothing here. Write what is demanded, for instance {min: 0.85}.',
    'policy.nonfinite': '{name} is {found}, which no value can be compared with. Write a number.',
    'policy.bare-number':
      '{name} is the bare number {found}, which does not say in which direction. Write {min: {found}} or {max: {found}}.',
    'policy.bare-number-only': '{name} is the bare number {found}. Write {better}.',
    'policy.percent': '{name} is {found}, but a fraction is meant here. Write {fraction}.',
    'policy.quoted-number': '{name} is the text "{found}". Write the number without quotes.',
    'policy.decimal-comma': '{name} is {found}. Write a decimal point: {better}.',
    'policy.underscore': '{name} is {found}, which YAML 1.2 reads as text. Write {better}.',
    'policy.yaml11': '{name} is {found}, which YAML 1.2 reads as text, not as true or false. Write what is demanded.',
    'policy.person': '{name} is "{found}". Write a person as "@login" or a team as "@org/team", in quotes.',
    'policy.date': '{name} is "{found}", which is no date. Write a day that exists as 2026-12-31.',
    'policy.duration': '{name} is "{found}". Write a whole number of minutes, hours, days or weeks: 90m, 12h, 7d, 2w.',
    'policy.own-approval':
      '{owner} owns the waiver for {check} and approved it. Have somebody else approve it, and name them in `approved-by`.',
    'policy.waived-twice': '{check} is waived twice. Keep one waiver a check.',
    'policy.pack-twice': '{pack} is named twice. Put all that is said of it into one entry.',
    'policy.control-twice': '{control} of {pack} is required twice. Remove one of them.',
    'policy.control-excluded':
      '{control} of {pack} is excluded, and attested or required as well. Decide whether it concerns this model.',
    'policy.unknown-control': '{pack} has no control "{control}". Its controls are named like {first}.',
    'policy.unknown-control-near': '{pack} has no control "{control}". Nearest: {near}.',
    'policy.comparison':
      '{name} is "{found}", which is no comparison. Write ">= 0.85" with one of >=, <=, >, <, or {min: 0.85}.',
    'policy.audit-nowhere':
      'audit does not say where decisions are recorded. Write `branch: ml-governance` or `folder: audit`.',
    'policy.audit-twice': 'audit names a branch and a folder. Keep one: a decision has one place in one chain.',
    'policy.branch':
      'audit/branch is "{found}", which cannot be used as a branch. Write letters, digits, `.`, `_`, `-` and `/`, such as ml-governance, without refs/heads/ or an ending such as .lock.',
    'policy.folder':
      'audit/folder is "{found}". Write a folder below the working directory with forward slashes, such as audit, without `..`.',
    'policy.change-key': '{key}',
    'policy.change-part': '{key}: {part}',
    'policy.change-waiver': 'waiver for {check}',
    'policy.change-other': 'the policy, in a way that is not compared',
  }),
  ko: () => ({
    'policy.audit-nowhere':
      'audit에 결정을 기록할 곳이 없습니다. `branch: ml-governance` 또는 `folder: audit`을 지정하십시오.',
    'policy.audit-twice':
      'audit에 브랜치와 폴더가 모두 있습니다. 하나의 결정은 하나의 체인에만 기록되므로 하나만 남기십시오.',
    'policy.branch':
      'audit/branch 값을 브랜치 이름으로 사용할 수 없습니다("{found}"). refs/heads/나 .lock 같은 끝맺음 없이 ml-governance처럼 영문자, 숫자, `.`, `_`, `-`, `/`로 쓰십시오.',
    'policy.folder':
      'audit/folder 값이 "{found}"입니다. `..` 없이 슬래시(/)를 사용해 audit처럼 작업 디렉터리 아래의 폴더를 지정하십시오.',
    'policy.change-key': '{key}',
    'policy.change-part': '{key}: {part}',
    'policy.change-waiver': '{check} 예외 승인',
    'policy.change-other': '비교할 수 없는 방식으로 변경된 정책',
    'policy.too-long': '정책이 {limit} KiB보다 깁니다. 정책은 한 쪽 분량의 YAML입니다. 올바른 파일인지 확인하십시오.',
    'policy.empty': '정책이 비어 있습니다. `performance: {f1: {min: 0.85}}`처럼 검사 항목을 하나 이상 지정하십시오.',
    'policy.not-a-mapping': '정책은 `performance:` 같은 키의 매핑이어야 합니다.',
    'policy.alias':
      'YAML에서 따옴표 없는 *는 별칭의 시작이며, 여기에는 정의된 별칭이 없습니다. 따옴표로 묶으십시오: "models/*/model_config.yaml".',
    'policy.aliases': '정책의 YAML 별칭이 너무 많이 전개됩니다. 값을 직접 쓰십시오.',
    'policy.own-label':
      '{column} 열이 정답이면서 {key}이기도 하므로 어떤 모델이든 완벽하게 나옵니다. 모델이 출력한 열을 지정하십시오.',
    'policy.counts-beside':
      '`counts`와 `predictions`는 같은 지표를 구하는 두 방법입니다. 어떤 행이 기준인지 분명하도록 하나만 지정하십시오.',
    'policy.counts-column': '{name} 열은 속성일 수 없습니다. 이미 쓰이는 이름: {taken}. 질의에서 이름을 바꾸십시오.',
    'policy.counts-twice': '{name} 열이 두 번 지정되었습니다. 한 번만 쓰십시오.',
    'policy.no-gate': '정책이 아무것도 요구하지 않습니다. 다음 중 하나 이상을 추가하십시오: {gates}.',
    'policy.yaml': '올바른 YAML이 아닙니다: {why}',
    'policy.too-complex':
      '정책을 읽을 수 없습니다. 중첩이나 태그가 너무 깊습니다. 정책은 한 쪽 분량의 일반 YAML입니다.',
    'policy.key': '{key} 키는 YAML에서 문자열이 아니므로 다른 키로 읽힐 수 있습니다. 따옴표로 묶으십시오.',
    'policy.digits':
      '{found} 값은 YAML이 보존하는 자릿수를 넘습니다. ">= {found}"처럼 따옴표로 묶은 비교식으로 쓰십시오.',
    'policy.more': '이런 오류가 {count}건 더 있습니다. 먼저 위의 오류를 고치십시오.',
    'policy.tab': 'YAML 들여쓰기에는 탭이 아니라 공백을 사용합니다.',
    'policy.duplicate-key': '{key} 키가 두 번 나옵니다. 하나만 남기십시오.',
    'policy.unquoted':
      'YAML에서 비교식에는 따옴표가 필요합니다. "{found}"처럼 쓰거나 {min: …}, {above: …} 형식을 사용하십시오.',
    'policy.attested-twice': '{item} 항목의 확인서가 두 번 작성되었습니다. 하나만 남기십시오.',
    'policy.maturity': '정책이 요구하는 성숙도(레벨 {min})는 이 검사가 아니라 `assess` 명령이 판정합니다.',
    'policy.level': '레벨 {level}: 정책에 없는 게이트를 적용합니다({gates}).',
    'policy.level-unwritten':
      '레벨 {level}: 기준, 담당자, 보관 위치처럼 팀만이 정할 수 있는 다음 항목도 포함하는 단계입니다. 정책에 작성하십시오: {gates}.',
    'policy.unknown-key': '{parent}에는 {key} 키가 없습니다. 사용할 수 있는 키: {allowed}.',
    'policy.unknown-key-near': '{parent}에는 {key} 키가 없습니다. 혹시 {near}입니까? 사용할 수 있는 키: {allowed}.',
    'policy.required': '{name}에는 {key} 키가 필요합니다.',
    'policy.choice': '{name} 값이 {found}입니다. 사용할 수 있는 값: {allowed}.',
    'policy.choice-near': '{name} 값이 {found}입니다. 혹시 {near}입니까? 사용할 수 있는 값: {allowed}.',
    'policy.between': '{name} 값이 {found}입니다. {low}보다 크고 {high}보다 작은 수를 쓰십시오.',
    'policy.minimum': '{name} 값이 {found}입니다. {limit} 이상이어야 합니다.',
    'policy.nothing-demanded': '{name} 항목이 아무것도 요구하지 않습니다. 사용할 수 있는 키: {allowed}.',
    'policy.nothing-named': '{name} 항목이 아무것도 요구하지 않습니다. 하나 이상 지정하십시오.',
    'policy.pattern': '{name} 값을 해석할 수 없습니다("{found}"). 정책 참조 문서에서 형식을 확인하십시오.',
    'policy.at-sign': '@로 시작하는 이름은 YAML에서 따옴표로 묶어야 합니다. "{found}"로 쓰십시오.',
    'policy.type': '{name} 값이 {found}입니다. 필요한 형식: {expected}.',
    'policy.type-example': '{name} 값이 {found}입니다. 필요한 형식: {expected}. 예: `{example}`.',
    'policy.empty-value': '{name}에 값이 없습니다. 값을 쓰거나 키를 삭제하십시오.',
    'policy.boolean': '{name} 값이 {found}이므로 요구하는 바를 알 수 없습니다. {min: 0.85}처럼 요구 사항을 쓰십시오.',
    'policy.nonfinite': '{name} 값이 {found}이므로 비교할 수 없습니다. 숫자를 쓰십시오.',
    'policy.bare-number':
      '{name} 값이 숫자 {found}뿐이므로 방향을 알 수 없습니다. {min: {found}} 또는 {max: {found}} 형식으로 쓰십시오.',
    'policy.bare-number-only': '{name} 값이 숫자 {found}뿐입니다. {better} 형식으로 쓰십시오.',
    'policy.percent': '{name} 값이 {found}이지만 여기에는 0과 1 사이의 소수를 씁니다. {fraction} 값을 쓰십시오.',
    'policy.quoted-number': '{name} 값이 문자열 "{found}"입니다. 따옴표 없이 숫자로 쓰십시오.',
    'policy.decimal-comma': '{name} 값이 {found}입니다. 소수점을 사용하십시오: {better}.',
    'policy.underscore': '{name} 값이 {found}이며 YAML 1.2에서는 문자열입니다. {better} 값을 쓰십시오.',
    'policy.yaml11': '{name} 값이 {found}이며 YAML 1.2에서는 참/거짓이 아니라 문자열입니다. 요구 사항을 쓰십시오.',
    'policy.person': '{name} 값이 "{found}"입니다. 사람은 "@login", 팀은 "@org/team" 형식으로 따옴표로 묶어 쓰십시오.',
    'policy.date': '{name} 값이 날짜가 아니라 "{found}"입니다. 실제로 있는 날짜를 2026-12-31처럼 쓰십시오.',
    'policy.duration': '{name} 값이 "{found}"입니다. 분, 시간, 일, 주를 정수로 쓰십시오: 90m, 12h, 7d, 2w.',
    'policy.own-approval':
      '{check} 예외 승인의 담당자와 승인자가 같습니다({owner}). 다른 사람의 승인을 받아 `approved-by`에 쓰십시오.',
    'policy.waived-twice': '{check} 검사를 두 번 예외로 승인합니다. 검사마다 예외 승인을 하나만 남기십시오.',
    'policy.pack-twice': '{pack} 항목이 두 번 나옵니다. 모든 내용을 한 항목에 모으십시오.',
    'policy.control-twice': '{pack}의 {control} 항목을 두 번 요구합니다. 하나를 삭제하십시오.',
    'policy.control-excluded':
      '{pack}의 {control} 항목을 제외하면서 진술하거나 요구합니다. 이 모델에 해당하는지 정하십시오.',
    'policy.unknown-control': '{pack}에 "{control}" 항목이 없습니다. 항목 이름의 예: {first}.',
    'policy.unknown-control-near': '{pack}에 "{control}" 항목이 없습니다. 가장 비슷한 이름: {near}.',
    'policy.comparison':
      '{name} 값이 비교식이 아니라 "{found}"입니다. >=, <=, >, < 중 하나를 쓴 ">= 0.85" 또는 {min: 0.85} 형식으로 쓰십시오.',
  }),
}
