import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.metrics.twice': 'The file states {metric} twice. Keep one of them: which one holds cannot be known.',
    'evidence.metrics.events':
      'This is an event file of TensorBoard, which is not read. Export its scalars as CSV, or log them as JSON as well.',
  }),
  ko: () => ({
    'evidence.metrics.twice':
      '파일에 {metric} 항목이 두 번 있습니다. 하나만 남기십시오. 어느 쪽이 맞는지 알 수 없습니다.',
    'evidence.metrics.events':
      'TensorBoard 이벤트 파일은 읽지 않습니다. 스칼라를 CSV로 내보내거나 JSON으로도 기록하십시오.',
  }),
}
