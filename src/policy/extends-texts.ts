import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'extends.unread':
      'What this policy extends was not read. Write `extends` as plain text: a file, or OWNER/REPO/path@ref.',
    'extends.own-list':
      '`may-loosen` says what the policies that extend this one may loosen; this one is in force itself. Remove it.',
    'extends.unknown-name':
      '{source} lets others loosen what it does not demand itself: {names}. Its entries are names such as performance/f1, enforcement/drift or on-insufficient.',
    'extends.not-a-policy':
      '{source} is extended here and is not a valid policy. {place}: {first} Further mistakes there: {more}.',
    'extends.weaker':
      '{what} is {head} here and {base} in {source}, which this policy extends. Demand at least as much, or have {source} list {name} under `may-loosen`.',
    'extends.dropped':
      '{what} ({base}) of {source} is left out here. A list replaces the extended one as a whole, so write its entries too; or have {source} list {name} under `may-loosen`.',
    'extends.added':
      '{what} ({head}) makes {source}, which this policy extends, less strict. Remove it, or have {source} list {name} under `may-loosen`.',
    'extends.not-comparable':
      '{what} is {head} here and {base} in {source}, which this policy extends, and nothing shows that it is at least as strict. Write it as there, or have {source} list {name} under `may-loosen`.',
    'extends.note': 'The policy extends {source}.',
    'extends.copy':
      'The policy extends {source}; the copy {copy} was read in its place, and nobody has compared the two.',
    'extends.absent':
      '{source} does not exist. A path is relative to the working directory; a policy of another repository is written OWNER/REPO/path@ref.',
    'extends.absent-there': '{source} does not exist: {repository} has no file {path} at {ref}.',
    'extends.no-ref': '{source}: {repository} has no branch, tag or commit {ref}.',
    'extends.not-visible':
      '{source}: to this token {repository} does not exist, or it may not be read. The default token sees its own repository and public ones only. Give the input `token` that of a GitHub App which is installed on {repository} with `contents: read`.',
    'extends.unreadable': '{source} could not be read: {why}',
    'extends.offline':
      '{source} is in another repository, and this command uses no network. Name a local copy of it: `--extends FILE`.',
    'extends.unused-copy': 'The copy {copy} stands for no policy of another repository that is extended here.',
    'extends.too-deep': 'The policies extend one another more than {limit} times. The last that was read is {source}.',
    'extends.cyclic': 'The policies extend one another in a circle: {chain}.',
    'extends.not-a-reference': '{source} is neither a path nor OWNER/REPO/path@ref.',
  }),
  ko: () => ({
    'extends.unread':
      '이 정책이 확장하는 정책을 읽지 않았습니다. `extends`에 파일 경로나 OWNER/REPO/path@ref를 일반 텍스트로 쓰십시오.',
    'extends.own-list':
      '`may-loosen`은 이 정책을 확장하는 정책이 완화해도 되는 항목을 정합니다. 이 정책은 직접 적용되고 있으므로 삭제하십시오.',
    'extends.unknown-name':
      '{source} 정책이 자신이 요구하지 않는 항목의 완화를 허용합니다: {names}. performance/f1, enforcement/drift, on-insufficient 같은 이름을 쓰십시오.',
    'extends.not-a-policy':
      '여기에서 확장하는 정책 {source}에 오류가 있습니다. {place}: {first} 그 밖의 오류: {more}건.',
    'extends.weaker':
      '{what}: 여기에서는 {head}이지만 확장하는 정책 {source}에서는 {base}입니다. 그 이상을 요구하거나 {source}의 `may-loosen`에 항목 {name}의 추가를 요청하십시오.',
    'extends.dropped':
      '{source}의 요구 사항 {what}({base}): 여기에는 없습니다. 목록은 확장하는 정책의 목록 전체를 대신하므로 그 항목도 함께 쓰거나, {source}의 `may-loosen`에 항목 {name}의 추가를 요청하십시오.',
    'extends.added':
      '{what}({head}) 때문에 확장하는 정책 {source}보다 느슨해집니다. 삭제하거나 {source}의 `may-loosen`에 항목 {name}의 추가를 요청하십시오.',
    'extends.not-comparable':
      '{what}: 여기에서는 {head}, 확장하는 정책 {source}에서는 {base}이며, 적어도 그만큼 엄격하다고 볼 근거가 없습니다. 그대로 쓰거나 {source}의 `may-loosen`에 항목 {name}의 추가를 요청하십시오.',
    'extends.note': '이 정책은 {source} 정책을 확장합니다.',
    'extends.copy':
      '이 정책은 {source} 정책을 확장합니다. 대신 사본 {copy} 파일을 읽었으며 원본과 비교하지 않았습니다.',
    'extends.absent':
      '{source} 파일이 존재하지 않습니다. 경로는 작업 디렉터리를 기준으로 합니다. 다른 저장소의 정책은 OWNER/REPO/path@ref 형식으로 쓰십시오.',
    'extends.absent-there': '{source} 정책이 존재하지 않습니다. {repository} 저장소의 {ref}에 {path} 파일이 없습니다.',
    'extends.no-ref': '{source}: {repository} 저장소에 다음 이름의 브랜치, 태그, 커밋이 없습니다: {ref}.',
    'extends.not-visible':
      '{source}: 이 토큰으로는 {repository} 저장소가 보이지 않거나 읽을 수 없습니다. 기본 토큰은 자기 저장소와 공개 저장소만 볼 수 있습니다. {repository}에 `contents: read` 권한으로 설치된 GitHub App의 토큰을 입력 `token`에 지정하십시오.',
    'extends.unreadable': '{source} 정책을 읽을 수 없습니다: {why}',
    'extends.offline':
      '{source}: 다른 저장소의 파일이며 이 명령은 네트워크를 사용하지 않습니다. `--extends FILE`로 로컬 사본을 지정하십시오.',
    'extends.unused-copy': '사본 {copy}에 해당하는 다른 저장소의 정책을 여기에서 확장하지 않습니다.',
    'extends.too-deep': '정책이 서로를 {limit}단계보다 깊이 확장합니다. 마지막으로 읽은 정책: {source}.',
    'extends.cyclic': '정책이 서로를 순환하여 확장합니다: {chain}.',
    'extends.not-a-reference': '{source}: 경로도 OWNER/REPO/path@ref 형식도 아닙니다.',
  }),
}
