import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'fairness.rule': '{metric} by {by}',
    'fairness.title-gap': '{metric} gap by {by}',
    'fairness.title-ratio': '{metric} ratio by {by}',
    'fairness.title-worst': '{metric} of the worst group by {by}',
    'fairness.gap-pass':
      'The {metric} gap between {groups} groups of {by} is {actual}, as required ({bound}): {low} {lowValue}, {high} {highValue}.',
    'fairness.gap-fail':
      'The {metric} gap between groups of {by} is {actual}; {bound} is required ({distance} away): lowest {low} {lowValue}, highest {high} {highValue}.',
    'fairness.ratio-pass':
      'The {metric} ratio between {groups} groups of {by} is {actual}, as required ({bound}): {low} {lowValue}, {high} {highValue}.',
    'fairness.ratio-fail':
      'The {metric} ratio between groups of {by} is {actual}; {bound} is required ({distance} away): lowest {low} {lowValue}, highest {high} {highValue}.',
    'fairness.worst-pass':
      'The worst {metric} of {groups} groups of {by} is {actual} ({worst}), as required ({bound}).',
    'fairness.worst-fail': 'The worst {metric} by {by} is {actual} ({worst}); {bound} is required ({distance} away).',
    'fairness.gap-at-bound':
      'The {metric} gap between groups of {by} is {actual}; {bound} is required, and the bound itself is not enough: lowest {low} {lowValue}, highest {high} {highValue}.',
    'fairness.ratio-at-bound':
      'The {metric} ratio between groups of {by} is {actual}; {bound} is required, and the bound itself is not enough: lowest {low} {lowValue}, highest {high} {highValue}.',
    'fairness.worst-at-bound':
      'The worst {metric} by {by} is {actual} ({worst}); {bound} is required, and the bound itself is not enough.',
    'fairness.ratio-negative':
      'A ratio of {metric} has no meaning: {low} is {lowValue}, below zero. Use `gap` instead.',
    'fairness.ratio-zero': 'The {metric} ratio by {by} cannot be decided: every group has 0, and 0/0 is no number.',
    'fairness.gap-percent':
      'The bound {bound} can never fail: every group lies between 0 and 1 (gap {actual}). Was per cent meant? Write 0.05 for 5 %, or declare `unit: percent` where the file states per cent.',
    'fairness.undivided':
      'they are not divided by {by}. Name {attributes} under `evidence: predictions: groups`, if the table has a column for it.',
    'fairness.no-metric': '{metric} is none of the metrics that they give.',
    'fairness.alike':
      'The groups {one} and {other} of {by} differ only in case or blanks, and count as two. Write them alike where they are one.',
    'fairness.group-value': 'The group {group} has no value to compare. {why}',
    'fairness.one-group': 'A comparison by {by} needs at least two groups with {metric}; found: {found}.',
    'fairness.named-group': '{metric} by {by}: group {group} has to be there',
    'fairness.vanished':
      '{metric} by {by}: the baseline ({path}) has groups that are gone: {vanished}. Evaluate them too, or take them out of the baseline with a reason that others see.',
    'fairness.levelled-down':
      '{why} The gap narrowed from {before} to {now} because the highest group fell ({high}: {from} to {to}), not because the lowest rose.',
    'fairness.lacking': 'A comparison by {by} needs {metric} of {lacking}, which the rule names; found: {found}.',
    'fairness.strangers':
      'The file states groups that the predictions do not have: {strangers}. The predictions have {found}. Both have to come from the same rows; write the groups again.',
    'fairness.small':
      '{why} Not decided for all groups: {small} rest on fewer than {least} rows. Collect more rows, or lower `min-n`.',
    'fairness.worst-of-several':
      '{metric} stands for several rates ({rates}), of which no group is the worst. Bound `gap` or `ratio`, or one of the rates.',
    'fairness.absent':
      'There is no {metric} by {by} in {paths}. Expected: {"attribute": {"group": {"metric": value}}}, or a table with a column for the attribute and one for the metric.',
    'fairness.absent-near':
      'There is no {metric} by {by} in {paths}. Found there: {nearest}. Expected: {"attribute": {"group": {"metric": value}}}, or a table with a column for the attribute and one for the metric.',
    'fairness.ambiguous':
      '{metric} by {by} cannot be read with certainty in {paths}: {readings}. Name both in the file, and nothing else beside the groups: {"attribute": {"group": {"metric": value}}}.',
    'fairness.group-shape':
      '{group} is no group with one value: a map or a list stands there ({place}). Expected: {"attribute": {"group": {"metric": value}}}.',
    'fairness.no-bound': 'The rule demands nothing. Add a bound: {allowed}.',
    'fairness.unnamed':
      'The groups in {paths} do not say to which {unnamed} they belong, and the policy demands several. Name it in the file: {"attribute": {"group": {"metric": value}}}.',
    'fairness.attribute-twice': 'The attribute {name} stands in `by` twice. Keep one.',
    'fairness.twice': '{metric} by {by} is demanded twice. Put all bounds on it into one rule.',
    'fairness.wrong-way-gap': 'A gap is bounded from above, not by {found}. Write "< 0.05", or {below: 0.05}.',
    'fairness.wrong-way-ratio': 'A ratio is bounded from below, not by {found}. Write ">= 0.8", or {min: 0.8}.',
  }),
  ko: () => ({
    'fairness.rule': '{by}별 {metric}',
    'fairness.title-gap': '{by}별 {metric} 격차',
    'fairness.title-ratio': '{by}별 {metric} 비율',
    'fairness.title-worst': '{by}별 최저 성능 집단의 {metric}',
    'fairness.gap-pass':
      '{by}별 {groups}개 집단의 {metric} 격차 {actual}: 기준({bound})을 충족합니다. {low} {lowValue}, {high} {highValue}.',
    'fairness.gap-fail':
      '{by}별 {metric} 격차 {actual}: 기준({bound})을 충족하지 못합니다(차이 {distance}). 최저 {low} {lowValue}, 최고 {high} {highValue}.',
    'fairness.ratio-pass':
      '{by}별 {groups}개 집단의 {metric} 비율 {actual}: 기준({bound})을 충족합니다. {low} {lowValue}, {high} {highValue}.',
    'fairness.ratio-fail':
      '{by}별 {metric} 비율 {actual}: 기준({bound})을 충족하지 못합니다(차이 {distance}). 최저 {low} {lowValue}, 최고 {high} {highValue}.',
    'fairness.worst-pass':
      '{by}별 {groups}개 집단 중 최저 수준의 {metric} 값 {actual}({worst}): 기준({bound})을 충족합니다.',
    'fairness.worst-fail':
      '{by}별 최저 수준의 {metric} 값 {actual}({worst}): 기준({bound})을 충족하지 못합니다(차이 {distance}).',
    'fairness.gap-at-bound':
      '{by}별 {metric} 격차 {actual}: 기준은 {bound}이며 경계값 자체는 포함되지 않습니다. 최저 {low} {lowValue}, 최고 {high} {highValue}.',
    'fairness.ratio-at-bound':
      '{by}별 {metric} 비율 {actual}: 기준은 {bound}이며 경계값 자체는 포함되지 않습니다. 최저 {low} {lowValue}, 최고 {high} {highValue}.',
    'fairness.worst-at-bound':
      '{by}별 최저 수준의 {metric} 값 {actual}({worst}): 기준은 {bound}이며 경계값 자체는 포함되지 않습니다.',
    'fairness.ratio-negative':
      '{metric} 비율은 의미가 없습니다. {low} 값이 0보다 작은 {lowValue}입니다. 대신 `gap`을 사용하십시오.',
    'fairness.ratio-zero': '{by}별 {metric} 비율을 판정할 수 없습니다. 모든 집단의 값이 0이므로 0/0이 됩니다.',
    'fairness.gap-percent':
      '{bound} 기준은 항상 통과하게 됩니다. 모든 집단의 값이 0과 1 사이입니다(격차 {actual}). 퍼센트를 의도했다면 5%는 0.05로 쓰고, 파일의 값이 퍼센트이면 `unit: percent`를 선언하십시오.',
    'fairness.undivided':
      '예측이 {by} 기준의 집단으로 나뉘어 있지 않습니다. 표에 해당 열이 있으면 `evidence: predictions: groups`에 {attributes} 열을 지정하십시오.',
    'fairness.no-metric': '{metric} 값은 예측에서 계산하는 지표가 아닙니다.',
    'fairness.alike':
      '{by} 집단 {one}, {other}: 대소문자나 공백만 다르며 서로 다른 집단으로 계산됩니다. 같은 집단이면 표기를 통일하십시오.',
    'fairness.group-value': '{group} 집단에 비교할 값이 없습니다. {why}',
    'fairness.one-group': '{by}별로 비교하려면 {metric} 값이 있는 집단이 둘 이상 필요합니다. 찾은 집단: {found}.',
    'fairness.named-group': '{by}별 {metric}: 반드시 있어야 하는 집단 {group}',
    'fairness.vanished':
      '{by}별 {metric}: 베이스라인({path})에 있던 집단이 없어졌습니다: {vanished}. 해당 집단도 평가하거나, 다른 사람이 확인할 수 있는 사유와 함께 베이스라인에서 제외하십시오.',
    'fairness.levelled-down':
      '{why} 격차가 줄었으나({before} → {now}), 최저 집단이 나아진 것이 아니라 최고 집단이 하락한 결과입니다({high}: {from} → {to}).',
    'fairness.lacking':
      '{by}별로 비교하려면 규칙에 적힌 {lacking} 집단의 {metric} 값이 필요합니다. 찾은 집단: {found}.',
    'fairness.strangers':
      '파일에 예측에는 없는 집단이 있습니다: {strangers}. 예측에 있는 집단: {found}. 둘은 같은 행에서 나와야 합니다. 집단별 지표를 다시 쓰십시오.',
    'fairness.small':
      '{why} 다만 {small} 집단은 행 수가 {least}보다 적어 모든 집단에 대해 판정할 수 없습니다. 표본을 늘리거나 `min-n`을 낮추십시오.',
    'fairness.worst-of-several':
      '{metric} 항목은 여러 비율({rates})을 뜻하므로 최저 집단을 정할 수 없습니다. `gap`이나 `ratio`, 또는 비율 하나를 쓰십시오.',
    'fairness.absent':
      '{paths}에 {by}별 {metric} 값이 없습니다. 올바른 형식: {"attribute": {"group": {"metric": value}}} 또는 속성 열과 지표 열이 있는 표.',
    'fairness.absent-near':
      '{paths}에 {by}별 {metric} 값이 없습니다. 파일에 있는 이름: {nearest}. 올바른 형식: {"attribute": {"group": {"metric": value}}} 또는 속성 열과 지표 열이 있는 표.',
    'fairness.ambiguous':
      '{paths}의 {by}별 {metric} 값을 확실하게 읽을 수 없습니다: {readings}. 파일에 둘 다 명시하고 집단 외의 값은 두지 마십시오: {"attribute": {"group": {"metric": value}}}.',
    'fairness.group-shape':
      '{group} 항목은 값이 하나인 집단이 아닙니다. 맵이나 목록이 있습니다({place}). 올바른 형식: {"attribute": {"group": {"metric": value}}}.',
    'fairness.no-bound': '규칙이 아무것도 요구하지 않습니다. 기준을 추가하십시오: {allowed}.',
    'fairness.unnamed':
      '{paths}의 집단이 어느 {unnamed}에 속하는지 알 수 없고, 정책은 여러 가지를 요구합니다. 파일에 명시하십시오: {"attribute": {"group": {"metric": value}}}.',
    'fairness.attribute-twice': '`by`에 {name} 속성이 두 번 있습니다. 하나만 남기십시오.',
    'fairness.twice': '{by}별 {metric} 규칙이 두 번 나옵니다. 기준을 한 규칙에 모으십시오.',
    'fairness.wrong-way-gap':
      '격차에는 {found} 같은 하한이 아니라 상한을 씁니다. "< 0.05" 또는 {below: 0.05}로 쓰십시오.',
    'fairness.wrong-way-ratio':
      '비율에는 {found} 같은 상한이 아니라 하한을 씁니다. ">= 0.8" 또는 {min: 0.8}로 쓰십시오.',
  }),
}
