import type { Texts } from '../../shared/message.js'

/** What formats of any tool say. `title` is the format's own, `{at}` and `{instead}` are names in the file or in the tree. */
export const texts: Texts = {
  en: () => ({
    'evidence.tool.ambiguous':
      'The content could be any of {known}. Name the right one as `format` beside the `path` in the policy.',
    'evidence.tool.unlike':
      'This is not {title}: expected {shape}. Correct the `format`, or leave it out so that the content decides.',
    'evidence.tool.other-kind':
      'This is {title}, which is read as {kinds}, not as {kind}. Name it there, or name a plain syntax such as `json` as its `format`.',
    'evidence.tool.folder':
      '{path} is a folder, and none that is known ({tried}). Name a file in it, or a glob such as {path}/*.json.',
    'evidence.tool.nothing': '{title}: {at} is empty, so nothing was measured. Check that the job ran to its end.',
    'evidence.tool.malformed':
      '{title}: {at} is not what the tool writes; expected {expected}. Write the file again with the tool itself.',
    'evidence.tool.export': 'This is {what}, which is not read. Use {instead} instead.',
    'evidence.tool.no-front-matter':
      'The Markdown file does not begin with YAML between two lines of dashes. Metrics are read from its `model-index` only, never from prose.',
    'evidence.value.threshold': 'it is the limit that was set for the report, not what was measured. Use {instead}.',
    'evidence.value.sum': 'it is a sum over {over}, not a mean. Use {instead}.',
    'evidence.value.opposite': 'despite its name it counts {meaning}. Use {instead}.',
    'evidence.value.failed': 'the tool says that it could not be computed: {detail}',
    'evidence.value.missing': 'the file states no value for it. Write the value, or find out why it was not measured.',
    'evidence.value.twice':
      'it is stated more than once ({places}), and which one holds cannot be known. Keep one of them.',
    'evidence.value.best':
      'which epoch `best.pt` is from cannot be told from the log ({places}): they are equally good, or which is better depends on the version of Ultralytics. Validate `best.pt` and name that result.',
    'evidence.value.restart':
      '`{counter}` goes back in {place}: the log holds several trainings, and which of them the model is from cannot be told. Keep the rows of one, or name a row, such as {row}/….',
    'evidence.value.none': 'the tool wrote {found} for a value that it does not have.',
    'evidence.value.contradiction':
      'numbers of the file cannot all be true ({detail}). Write the report again with the tool.',
    'evidence.value.partial': 'it was measured on a part of the data only ({detail}). Run the whole evaluation.',
  }),
  ko: () => ({
    'evidence.tool.ambiguous':
      '내용이 다음 중 무엇인지 정할 수 없습니다: {known}. 정책에서 `path` 옆에 알맞은 `format`을 지정하십시오.',
    'evidence.tool.unlike':
      '{title} 형식이 아닙니다. 필요한 형태: {shape}. `format`을 고치거나, 내용으로 판별하도록 지우십시오.',
    'evidence.tool.other-kind':
      '{title} 파일이며, {kind} 항목이 아니라 {kinds} 항목에서 읽습니다. 해당 항목에 지정하거나, `json` 같은 일반 구문을 `format`으로 지정하십시오.',
    'evidence.tool.folder':
      '{path} 경로는 폴더이며 알려진 형식({tried})이 아닙니다. 그 안의 파일이나 {path}/*.json 같은 패턴을 지정하십시오.',
    'evidence.tool.nothing':
      '{title}: {at} 항목이 비어 있어 측정된 것이 없습니다. 작업이 끝까지 실행되었는지 확인하십시오.',
    'evidence.tool.malformed':
      '{title}: {at} 항목이 도구가 쓰는 형태와 다릅니다. 필요한 형태: {expected}. 도구로 파일을 다시 만드십시오.',
    'evidence.tool.export': '읽지 않는 파일 형식입니다({what}). 대신 사용할 수 있는 것: {instead}.',
    'evidence.tool.no-front-matter':
      'Markdown 파일이 대시 두 줄 사이의 YAML로 시작하지 않습니다. 지표는 본문이 아니라 `model-index`에서만 읽습니다.',
    'evidence.value.threshold': '측정값이 아니라 보고서에 설정된 한도입니다. {instead} 항목을 사용하십시오.',
    'evidence.value.sum': '평균이 아니라 {over}의 합계입니다. {instead} 항목을 사용하십시오.',
    'evidence.value.opposite': '이름과 달리 {meaning}의 수입니다. {instead} 항목을 사용하십시오.',
    'evidence.value.failed': '도구가 계산하지 못했다고 기록했습니다: {detail}',
    'evidence.value.missing': '파일에 값이 없습니다. 값을 기록하거나 측정되지 않은 이유를 확인하십시오.',
    'evidence.value.twice': '두 번 이상 나와({places}) 어느 쪽이 맞는지 알 수 없습니다. 하나만 남기십시오.',
    'evidence.value.best':
      '`best.pt`가 어느 에포크의 것인지 로그로는 알 수 없습니다({places}). 이 행들의 성능이 같거나, 어느 행이 나은지가 Ultralytics 버전에 따라 다릅니다. `best.pt`를 검증하고 그 결과를 지정하십시오.',
    'evidence.value.restart':
      '{place}에서 `{counter}` 값이 뒤로 돌아갑니다. 로그에 여러 번의 학습이 들어 있어 어느 것이 이 모델의 학습인지 알 수 없습니다. 한 번의 학습에 해당하는 행만 남기거나 {row}/…처럼 행을 지정하십시오.',
    'evidence.value.none': '도구에 값이 없어 {found} 값이 기록되었습니다.',
    'evidence.value.contradiction':
      '파일에 함께 성립할 수 없는 수가 있습니다({detail}). 도구로 보고서를 다시 작성하십시오.',
    'evidence.value.partial': '데이터의 일부만으로 측정되었습니다({detail}). 전체 평가를 실행하십시오.',
  }),
}
