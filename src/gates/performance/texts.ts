import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'performance.title': '{metric}',
    'performance.title-drop': '{metric}: drop against the baseline',
    'performance.title-rise': '{metric}: rise against the baseline',
    'performance.pass': '{metric} is {actual}, as required ({bound}).',
    'performance.fail': '{metric} is {actual}; {bound} is required ({distance} away).',
    'performance.held-drop':
      '{metric} is {current} against {baseline} in the baseline ({place}): within the tolerated drop ({bound}).',
    'performance.held-rise':
      '{metric} is {current} against {baseline} in the baseline ({place}): within the tolerated rise ({bound}).',
    'performance.moved-drop':
      '{metric} fell by {change}, from {baseline} in the baseline ({place}) to {current}; a drop of {bound} is tolerated.',
    'performance.moved-rise':
      '{metric} rose by {change}, from {baseline} in the baseline ({place}) to {current}; a rise of {bound} is tolerated.',
    'performance.no-baseline': 'There is nothing to compare with. {why}',
    'performance.paired': '{said} Both were measured on the same rows ({rows}).',
    'performance.paired-unknown':
      '{said} Whether that holds at {percent} % confidence cannot be decided: nothing varies on these rows, so no interval can be given. More rows, or a metric that differs from row to row, decide it.',
    'performance.paired-absent':
      'The predictions of the baseline are not there. {why} On a first run there are none: leave out `baseline` under `evidence: predictions` until the predictions of an accepted model are kept.',
    'performance.paired-unreadable': 'The predictions of the baseline could not be read. {why}',
    'performance.paired-apart': 'The baseline is not comparable: its predictions are not of the same rows. {why}',
    'performance.relative-to-zero':
      'A change in per cent of {baseline} has no meaning ({metric} in the baseline, {place}). State an absolute change.',
    'performance.impossible-change':
      '{metric} lies between 0 and 1, so `{option}: {found}` could never fail. Write the tolerated change as a fraction, such as 0.01, or in per cent of the baseline, such as 1%.',
    'performance.impossible-percent':
      '{metric} lies between 0 and 100 per cent, so `{option}: {found}` could never fail. Write fewer points, such as 1, or a share of the baseline, such as 1%.',
    'performance.mape-percent':
      'The bound {bound} on mape looks like per cent. Computed from predictions it is a fraction ({actual}), and to predict 0 for every row gives 1. Write 0.05 for 5 %, or declare `unit: percent`.',
    'performance.at-bound': '{metric} is {actual}; {bound} is required, and the bound itself is not enough.',
    'performance.no-bound': '{metric} demands nothing. Add a bound such as {min: 0.85}, or max-drop or max-rise.',
    'performance.own-baseline':
      "The metrics and the baseline are the same file ({path}); nothing is compared. Name the baseline's own file.",
    'performance.empty-range':
      'No value of {metric} can be above {lower} and below {upper}. Correct one of the bounds.',
    'performance.headroom':
      'The bound {bound} on {metric} is far from what is reached, {reached} ({place}): a model could get much worse unnoticed. Consider `{suggested}` in {policy}.',
  }),
  ko: () => ({
    'performance.title': '{metric}',
    'performance.title-drop': '{metric}: 베이스라인 대비 하락',
    'performance.title-rise': '{metric}: 베이스라인 대비 상승',
    'performance.pass': '{metric} 측정값 {actual}: 기준({bound})을 충족합니다.',
    'performance.fail': '{metric} 측정값 {actual}: 기준({bound})을 충족하지 못합니다(차이 {distance}).',
    'performance.held-drop':
      '{metric} 측정값 {current}, 베이스라인 {baseline}({place}): 허용된 하락 폭({bound}) 이내입니다.',
    'performance.held-rise':
      '{metric} 측정값 {current}, 베이스라인 {baseline}({place}): 허용된 상승 폭({bound}) 이내입니다.',
    'performance.moved-drop':
      '{metric} 값이 베이스라인보다 {change}만큼 하락했습니다({baseline} → {current}, {place}). 허용된 하락 폭: {bound}.',
    'performance.moved-rise':
      '{metric} 값이 베이스라인보다 {change}만큼 상승했습니다({baseline} → {current}, {place}). 허용된 상승 폭: {bound}.',
    'performance.no-baseline': '비교할 베이스라인이 없습니다. {why}',
    'performance.paired': '{said} 둘 다 같은 행 {rows}개에서 측정했습니다.',
    'performance.paired-unknown':
      '{said} 이 행들에서는 값이 달라지지 않아 구간을 구할 수 없으므로 {percent}% 신뢰 수준에서 판정할 수 없습니다. 행을 늘리거나 행마다 값이 달라지는 지표를 쓰십시오.',
    'performance.paired-absent':
      '베이스라인의 예측 파일이 없습니다. {why} 첫 실행이라면 아직 없는 것이 당연하므로, 승인된 모델의 예측을 보관하기 전까지는 `evidence: predictions`에서 `baseline`을 빼십시오.',
    'performance.paired-unreadable': '베이스라인의 예측 파일을 읽을 수 없습니다. {why}',
    'performance.paired-apart': '베이스라인의 예측이 같은 행에 대한 것이 아니므로 비교할 수 없습니다. {why}',
    'performance.relative-to-zero':
      '베이스라인의 {metric} 값 {baseline}({place})에 대한 퍼센트 변화는 의미가 없습니다. 절대값으로 지정하십시오.',
    'performance.impossible-change':
      '{metric} 값은 0과 1 사이이므로 `{option}: {found}` 기준은 항상 통과하게 됩니다. 허용할 변화를 0.01 같은 소수나 베이스라인 대비 1% 같은 비율로 쓰십시오.',
    'performance.impossible-percent':
      '{metric} 값은 0%와 100% 사이이므로 `{option}: {found}` 기준은 항상 통과하게 됩니다. 1 같은 더 작은 퍼센트포인트나 베이스라인 대비 1% 같은 비율로 쓰십시오.',
    'performance.mape-percent':
      'mape 기준 {bound}: 퍼센트로 보입니다. 예측에서 계산한 값은 소수({actual})이며, 모든 행을 0으로 예측해도 1입니다. 5%는 0.05로 쓰거나 `unit: percent`를 선언하십시오.',
    'performance.at-bound': '{metric} 측정값 {actual}: 기준은 {bound}이며 경계값 자체는 포함되지 않습니다.',
    'performance.no-bound':
      '{metric} 항목이 아무것도 요구하지 않습니다. {min: 0.85} 같은 기준이나 max-drop, max-rise를 추가하십시오.',
    'performance.own-baseline':
      '지표와 베이스라인이 같은 파일({path})이므로 비교가 되지 않습니다. 베이스라인의 파일을 따로 지정하십시오.',
    'performance.empty-range':
      '{metric} 값이 {lower}보다 크면서 {upper}보다 작을 수는 없습니다. 한쪽 기준을 고치십시오.',
    'performance.headroom':
      '{metric} 기준({bound})이 실제로 도달한 값 {reached}({place})과 차이가 커서 모델이 크게 나빠져도 드러나지 않습니다. {policy}에서 `{suggested}` 기준을 검토하십시오.',
  }),
}
