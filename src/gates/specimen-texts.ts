import type { Texts } from '../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'specimen.value': '{value} for {bound}',
    'specimen.change': '{current} after {baseline}, for {bound}',
    'specimen.groups': '{values} for {bound}',
    'specimen.section': 'a model card without {section}',
    'specimen.quote': '{metric}: the card quotes {quoted}, measured is {measured}',
    'specimen.cannot-fail': 'no possible value of {metric} violates {bound}: this check can never fail',
    'specimen.no-metric': 'every metric that a card can quote is already used by another gate',
    'specimen.good': 'no evidence was found that passes it: {why}',
    'specimen.none': 'there are no worst cases for checks of this kind',
    'specimen.many': 'only the first {limit} are tried',
    'specimen.flips': 'blocks',
    'specimen.warns': 'only warns',
    'specimen.observed': 'only observed',
    'specimen.waived': 'waived',
    'specimen.holds': 'DOES NOT BLOCK',
    'specimen.not-tested': 'not tested',
    'specimen.line': '{id}: {change} gives {outcome}, verdict {verdict}',
    'specimen.skipped': '{id}: {why}',
    'specimen.summary':
      'Checks that block: {blocking}. Should block and do not: {failing}. Only warn: {warning}. Only observed: {observing}. Waived: {waived}. Not tested: {untested}.',
  }),
  ko: () => ({
    'specimen.value': '{value} (기준 {bound})',
    'specimen.change': '{baseline}에서 {current}(으)로 변화 (기준 {bound})',
    'specimen.groups': '{values} (기준 {bound})',
    'specimen.section': '{section} 항목이 없는 모델 카드',
    'specimen.quote': '{metric}: 모델 카드에는 {quoted}, 측정값은 {measured}',
    'specimen.cannot-fail':
      '{metric} 지표가 가질 수 있는 값 중 {bound} 기준을 어기는 값이 없어 절대 실패하지 않는 검사입니다',
    'specimen.no-metric': '모델 카드에 인용할 수 있는 지표를 모두 다른 게이트가 사용하고 있습니다',
    'specimen.good': '이 검사를 통과하는 증거를 만들 수 없습니다: {why}',
    'specimen.none': '이 종류의 검사에는 준비된 최악의 사례가 없습니다',
    'specimen.many': '처음 {limit}개까지만 시험합니다',
    'specimen.flips': '차단함',
    'specimen.warns': '경고만 함',
    'specimen.observed': '관찰만 함',
    'specimen.waived': '면제됨',
    'specimen.holds': '차단하지 못함',
    'specimen.not-tested': '시험하지 않음',
    'specimen.line': '{id}: {change}, 결과 {outcome}, 판정 {verdict}',
    'specimen.skipped': '{id}: {why}',
    'specimen.summary':
      '차단 {blocking}개, 차단해야 하나 차단하지 못함 {failing}개, 경고만 {warning}개, 관찰만 {observing}개, 면제 {waived}개, 시험하지 않음 {untested}개.',
  }),
}
