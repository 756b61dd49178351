import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.suites.constraints':
      'These are constraints of SageMaker Model Monitor: limits, not what was measured. Name statistics.json for the metrics, or constraint_violations.json for what was violated.',
    'evidence.suites.several':
      'the file holds several of it, which differ ({found}). Write one report for each set of columns.',
    'evidence.suites.silent':
      'a test of drift did not pass and does not say of which columns ({name}; {count} in all), so how many drifted is not known. Mend the suite, or bound the features one by one.',
    'evidence.suites.reference-only':
      '{title}: there are chunks of the reference period only, so nothing new was measured. Write the analysis period too.',
    'evidence.suites.rubber-stamp':
      '{title}: nothing was compared, since there was no baseline or no threshold (`rubberStamp`). Validate against thresholds or a baseline.',
  }),
  ko: () => ({
    'evidence.suites.constraints':
      'SageMaker Model Monitor의 제약 조건 파일로, 측정값이 아니라 한도입니다. 지표에는 statistics.json을, 위반 사항에는 constraint_violations.json을 지정하십시오.',
    'evidence.suites.several':
      '파일에 서로 다른 값이 여러 개 있습니다({found}). 열 집합마다 보고서를 따로 저장하십시오.',
    'evidence.suites.silent':
      '통과하지 못한 드리프트 시험에 어느 열인지 기록되어 있지 않아({name}, 모두 {count}개) 드리프트가 생긴 열의 수를 알 수 없습니다. 시험을 고치거나 변수별로 한도를 지정하십시오.',
    'evidence.suites.reference-only':
      '{title}: 기준 기간(reference)의 구간만 있어 새로 측정된 것이 없습니다. 분석 기간(analysis)도 함께 저장하십시오.',
    'evidence.suites.rubber-stamp':
      '{title}: 기준 모델이나 임계값이 없어 비교한 것이 없습니다(`rubberStamp`). 임계값이나 기준 모델과 비교하십시오.',
  }),
}
