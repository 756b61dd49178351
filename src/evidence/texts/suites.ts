import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: {
    'evidence.suites.rubber-stamp':
      '{title}: nothing was compared, since there was no baseline or no threshold (`rubberStamp`). Validate against thresholds or a baseline.',
  },
  ko: () => ({
    'evidence.suites.rubber-stamp':
      '{title}: 기준 모델이나 임계값이 없어 비교한 것이 없습니다(`rubberStamp`). 임계값이나 기준 모델과 비교하십시오.',
  }),
}
