import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'merge.said': '{text}',
    'merge.title': 'report of the job',
    'merge.nothing':
      'There is no report to merge. Download the reports of the jobs first, each into a folder of its own.',
    'merge.nothing-expected':
      'Nothing says which models had to report, so a job that never did cannot be missed. Name them with `expect`.',
    'merge.never-reported':
      'No report is about {model}. Its job did not run, stopped before the gate, or did not upload its report.',
    'merge.twice':
      'Several reports of one attempt say different things about {model} ({paths}). Give each model a name of its own.',
    'merge.other-commit': '{path} is about the commit {found}, not about {expected}. Merge reports of one run only.',
    'merge.no-commit': '{path} does not say which commit it is about; {expected} is judged.',
    'merge.other-whole':
      '{path} claims “{stated}” for the whole, which does not follow from its models. The file is not what a job of this version writes.',
    'merge.other-verdict':
      '{path} claims “{stated}” for {model}, which does not follow from its checks. The file is not what a job of this version writes.',
    'merge.stopped': '{path}: nothing was judged. {why}',
    'merge.no-model': '{path} is about no model.',
    'merge.no-report': 'This is no report: its schema is “{schema}”, not “{expected}”.',
    'merge.malformed': 'The report is not what its schema says: {pointer} has to be {expected}.',
  }),
  ko: () => ({
    'merge.said': '{text}',
    'merge.title': '작업의 보고서',
    'merge.nothing': '합칠 보고서가 없습니다. 먼저 각 작업의 보고서를 서로 다른 폴더에 내려받으십시오.',
    'merge.nothing-expected':
      '어떤 모델이 보고해야 하는지 알 수 없으므로, 보고하지 않은 작업을 찾아낼 수 없습니다. `expect`에 모델 이름을 적으십시오.',
    'merge.never-reported':
      '{model} 모델의 보고서가 없습니다. 작업이 실행되지 않았거나, 게이트 전에 멈췄거나, 보고서를 올리지 않았습니다.',
    'merge.twice':
      '같은 시도의 보고서들이 {model} 모델을 서로 다르게 판정합니다({paths}). 모델마다 다른 이름을 쓰십시오.',
    'merge.other-commit':
      '{path}: {expected} 커밋이 아니라 {found} 커밋의 보고서입니다. 한 실행의 보고서만 합치십시오.',
    'merge.no-commit': '{path}: 어느 커밋에 대한 보고서인지 적혀 있지 않습니다. 판정 대상 커밋은 {expected}입니다.',
    'merge.other-whole':
      '{path}: 적혀 있는 전체 판정(“{stated}”)이 모델별 판정과 맞지 않습니다. 이 버전의 작업이 쓴 파일이 아닙니다.',
    'merge.other-verdict':
      '{path}: {model} 모델의 판정이 검사 결과와 맞지 않습니다(“{stated}”). 이 버전의 작업이 쓴 파일이 아닙니다.',
    'merge.stopped': '{path}: 판정된 것이 없습니다. {why}',
    'merge.no-model': '{path}: 모델이 없는 보고서입니다.',
    'merge.no-report': '보고서가 아닙니다. 스키마 “{schema}”, 필요한 스키마 “{expected}”.',
    'merge.malformed': '보고서가 스키마와 다릅니다. {pointer} 값은 다음이어야 합니다: {expected}.',
  }),
}
