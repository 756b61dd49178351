import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'explainability.title-evidence': 'explanations',
    'explainability.title-forbid': '{name} not among the top {top}',
    'explainability.title-proxies': '{name} not among the top {top}',
    'explainability.title-max-share': 'largest share of one feature',
    'explainability.title-min-overlap': 'overlap of the top {top} with the baseline',
    'explainability.title-min-rank-correlation': 'rank correlation with the baseline',
    'explainability.title-min-samples': 'rows explained',
    'explainability.title-min-fidelity': 'fit of the local explanation',
    'explainability.worst': '{said} It is the worst of {count} explanations.',
    'explainability.among': '{said} There are {count} explanations in all.',
    'explainability.global':
      '{path} has absolute importances of {count} features. The top, with their shares of the sum: {top}. {stated}',
    'explainability.local':
      '{path} explains one row, by absolute weights of {count} features. The top, with their shares of the sum: {top}. {stated}',
    'explainability.of-model': 'It says to be of the model {model}.',
    'explainability.of-no-model': 'It does not say of which model it is (`evidence: bind` can demand that).',
    'explainability.fewer': '{said} These {count} are fewer than {top}, so that all of them count as the top.',
    'explainability.none':
      'There are no importances ({place}). Expected: {"feature_importance": {"tenure": 0.41}}, a table with a column `feature` (or `variable`, `column`) and one of `importance`, `mean_abs_shap`, `shap_importance`, `gain`, `split`, `weight`, or what a tool wrote.',
    'explainability.shape':
      '{name} is no importance ({place}). Expected: {"feature_importance": {"tenure": 0.41}}, a table with a column `feature` (or `variable`, `column`) and one of `importance`, `mean_abs_shap`, `shap_importance`, `gain`, `split`, `weight`, or what a tool wrote.',
    'explainability.all-zero': 'Every importance is zero ({place}): nothing was explained. Work them out again.',
    'explainability.itself': '{name}',
    'explainability.stands': '{name} (declared to stand for {stands})',
    'explainability.found':
      '{what} is among the top {top} of {count} features in {path}: {columns}. Leave it out of the model, or name a column that is not meant under `allow`.',
    'explainability.below': '{what} is not among the top {top} of {count} features in {path}: {columns}.',
    'explainability.no-column':
      '{what} is not among the top {top} in {path}: none of its {count} features goes by that name.',
    'explainability.nameless':
      'Whether {what} is among the top {top} in {path} cannot be decided: {column} is a position, not a name. Save the names of the features beside the values.',
    'explainability.spread':
      '{feature} has the largest share of the sum of absolute importances in {path}, {actual}, as required ({bound}).',
    'explainability.dominates':
      '{feature} alone has {actual} of the sum of absolute importances in {path}; {bound} is required.',
    'explainability.enough': 'The importances in {path} rest on {samples} rows, as required (at least {needed}).',
    'explainability.too-few':
      'The importances in {path} rest on {samples} rows, and the policy demands {needed}. Explain more rows.',
    'explainability.uncounted':
      '{path} does not say on how many rows its importances rest, and the policy demands {needed}. Write `samples` beside them, or save the SHAP values themselves.',
    'explainability.no-fidelity':
      '{path} does not say how well its explanation fits. Save the `score` of LIME beside it: {"as_list": […], "score": explanation.score}.',
    'explainability.no-r2': 'An R² of {found} is not possible ({place}). Write the `score` of the explanation.',
    'explainability.fits': 'The explanation in {path} fits with R² {actual}, as required ({bound}).',
    'explainability.unfit':
      'The explanation in {path} fits with R² {actual}; {bound} is required. What it says of the model is not reliable.',
    'explainability.no-baseline': 'There is nothing to compare with. {why}',
    'explainability.metrics':
      '{place} states metrics ({name}), not how much features contribute. Name the file of explanations; where these are features, write them under the key feature_importance.',
    'explainability.own-baseline':
      "The explanations and the baseline's are the same file ({path}); nothing is compared. Name the baseline's own file.",
    'explainability.left-out':
      'The baseline explains {classes}, and nothing does so now. Explain the same classes again, or take them out of the baseline.',
    'explainability.no-pair':
      'For {path} there are {count} explanations in the baseline where one is needed: {others}. Name one file on each side, and of several classes one as `run` beside its `path`.',
    'explainability.same': 'The top {top} are those of {path}, as required ({bound}).',
    'explainability.overlaps':
      '{shared} of {size} of the top {top} are those of {path}: {actual}, as required ({bound}). New: {added}. Gone: {gone}.',
    'explainability.moved':
      '{shared} of {size} of the top {top} are those of {path}: {actual}; {bound} is required. New: {added}. Gone: {gone}.',
    'explainability.ranked-alike':
      'The {count} features are ranked as in {path} with a correlation ({method}) of {actual}, as required ({bound}); only one of the two has {only} of them.',
    'explainability.ranked-otherwise':
      'The {count} features are ranked as in {path} with a correlation ({method}) of {actual}; {bound} is required. Only one of the two has {only} of them.',
    'explainability.no-correlation':
      'Between {count} features of this explanation and of {path} there is no correlation ({method}): one of the two ranks nothing.',
    'explainability.specimen-among': '{name} is as important as the last of the top {top}',
    'explainability.specimen-share': 'one feature has a step more than its share',
    'explainability.specimen-overlap': '{shared} of the top {top} are those of the baseline',
    'explainability.specimen-reversed': 'the baseline ranks the features in the opposite order',
    'explainability.percent':
      'The limit {found} of {option} looks like per cent; a fraction is meant. Write {fraction}.',
    'explainability.never': '{option}: {found} could never fail. Write a limit that can be missed.',
    'explainability.range': '{option} is {found}; it lies between {low} and {high}.',
    'explainability.whole': '{option} is {found}. Write a whole number.',
    'explainability.no-name':
      '"{name}" has no letter or digit, so that no feature can go by it. Write the name of a feature.',
    'explainability.twice': '{name} is named twice under {list} (case and punctuation do not count). Keep one.',
    'explainability.no-limit': '`correlation` says how, but not how much. Add min-rank-correlation, such as 0.8.',
    'explainability.allows-nothing':
      '`allow` excepts columns from `forbid` and `proxies`, and neither is there. Remove it.',
    'explainability.required':
      '`required: false` demands nothing. Remove it; leave out `explainability` where none are needed.',
  }),
  ko: () => ({
    'explainability.title-evidence': '설명 자료',
    'explainability.title-forbid': '{name}: 상위 {top}개에서 제외',
    'explainability.title-proxies': '{name}: 상위 {top}개에서 제외',
    'explainability.title-max-share': '단일 특성의 최대 비중',
    'explainability.title-min-overlap': '상위 {top}개의 베이스라인 대비 일치도',
    'explainability.title-min-rank-correlation': '베이스라인 대비 순위 상관',
    'explainability.title-min-samples': '설명에 사용한 행 수',
    'explainability.title-min-fidelity': '국소 설명의 적합도',
    'explainability.worst': '{said} 설명 {count}개 중 가장 나쁜 결과입니다.',
    'explainability.among': '{said} 설명은 모두 {count}개입니다.',
    'explainability.global':
      '{path}: 특성 {count}개의 중요도(절댓값)가 있습니다. 상위 특성과 합계 대비 비중: {top}. {stated}',
    'explainability.local':
      '{path}: 한 행에 대한 설명이며 특성 {count}개의 가중치(절댓값)가 있습니다. 상위 특성과 합계 대비 비중: {top}. {stated}',
    'explainability.of-model': '파일에 명시된 모델: {model}.',
    'explainability.of-no-model': '어느 모델에 대한 설명인지는 파일에 없습니다(`evidence: bind`로 요구할 수 있습니다).',
    'explainability.fewer': '{said} 특성 수({count})가 {top}보다 적으므로 모두 상위 특성으로 봅니다.',
    'explainability.none':
      '중요도가 없습니다({place}). 올바른 형식: {"feature_importance": {"tenure": 0.41}}, `feature`(또는 `variable`, `column`) 열과 `importance`, `mean_abs_shap`, `shap_importance`, `gain`, `split`, `weight` 중 하나의 열이 있는 표, 또는 도구가 저장한 파일.',
    'explainability.shape':
      '{name} 값은 중요도가 아닙니다({place}). 올바른 형식: {"feature_importance": {"tenure": 0.41}}, `feature`(또는 `variable`, `column`) 열과 `importance`, `mean_abs_shap`, `shap_importance`, `gain`, `split`, `weight` 중 하나의 열이 있는 표, 또는 도구가 저장한 파일.',
    'explainability.all-zero': '모든 중요도가 0입니다({place}). 설명된 것이 없으므로 다시 계산하십시오.',
    'explainability.itself': '{name}',
    'explainability.stands': '{name}({stands}의 대리 변수로 선언됨)',
    'explainability.found':
      '{what}: {path}의 특성 {count}개 중 상위 {top}개에 있습니다({columns}). 모델에서 제외하거나, 해당하지 않는 열이면 `allow`에 지정하십시오.',
    'explainability.below': '{what}: {path}의 특성 {count}개 중 상위 {top}개에 없습니다({columns}).',
    'explainability.no-column':
      '{what}: {path}의 상위 {top}개에 없습니다. 특성 {count}개 중 이 이름에 해당하는 열이 없습니다.',
    'explainability.nameless':
      '{what}: {path}의 상위 {top}개에 있는지 판정할 수 없습니다. 열 이름 {column}에는 위치만 있고 이름이 없습니다. 값과 함께 특성 이름을 저장하십시오.',
    'explainability.spread':
      '{path}에서 비중이 가장 큰 특성은 {feature}이며, 중요도 절댓값 합계의 {actual}입니다. 기준({bound})을 충족합니다.',
    'explainability.dominates':
      '{path}에서 {feature} 하나의 비중이 중요도 절댓값 합계의 {actual}입니다. 기준: {bound}.',
    'explainability.enough': '{path}의 중요도는 {samples}개 행에서 나왔으며 기준(최소 {needed}개)을 충족합니다.',
    'explainability.too-few':
      '{path}의 중요도는 {samples}개 행에서 나왔으나 정책은 {needed}개를 요구합니다. 더 많은 행을 설명하십시오.',
    'explainability.uncounted':
      '{path}에는 중요도가 나온 행 수가 없으며 정책은 {needed}개를 요구합니다. 옆에 `samples`를 쓰거나 SHAP 값 자체를 저장하십시오.',
    'explainability.no-fidelity':
      '{path}에 설명의 적합도가 없습니다. LIME의 `score`를 함께 저장하십시오: {"as_list": […], "score": explanation.score}.',
    'explainability.no-r2': 'R² 값은 {found}일 수 없습니다({place}). 설명의 `score`를 쓰십시오.',
    'explainability.fits': '{path}: 설명의 적합도(R²)는 {actual}이며 기준({bound})을 충족합니다.',
    'explainability.unfit':
      '{path}: 설명의 적합도(R²)는 {actual}이며 기준({bound})에 미치지 못합니다. 모델에 대한 이 설명은 신뢰할 수 없습니다.',
    'explainability.no-baseline': '비교할 설명이 없습니다. {why}',
    'explainability.metrics':
      '{place} 파일은 특성의 기여도가 아니라 지표({name})를 담고 있습니다. 설명 파일을 지정하십시오. 이 이름들이 특성이라면 feature_importance 키 아래에 쓰십시오.',
    'explainability.own-baseline':
      '설명과 베이스라인의 설명이 같은 파일({path})이므로 비교가 되지 않습니다. 베이스라인의 파일을 따로 지정하십시오.',
    'explainability.left-out':
      '베이스라인의 설명 가운데 지금은 없는 것이 있습니다: {classes}. 같은 클래스를 다시 설명하거나 베이스라인에서 제외하십시오.',
    'explainability.no-pair':
      '{path}에 대응하는 베이스라인의 설명은 하나여야 하는데 {count}개입니다: {others}. 양쪽에 파일을 하나씩 지정하고, 클래스가 여러 개이면 `path` 옆에 `run`으로 하나를 지정하십시오.',
    'explainability.same': '상위 {top}개가 {path}의 상위 특성과 같습니다. 기준({bound})을 충족합니다.',
    'explainability.overlaps':
      '상위 {top}개에서 {size}개 중 {shared}개가 {path}의 상위 특성과 같습니다({actual}). 기준({bound})을 충족합니다. 추가: {added}. 제외: {gone}.',
    'explainability.moved':
      '상위 {top}개에서 {size}개 중 {shared}개가 {path}의 상위 특성과 같습니다({actual}). 기준: {bound}. 추가: {added}. 제외: {gone}.',
    'explainability.ranked-alike':
      '특성 {count}개의 순위는 {path}의 순위와 상관({method}) {actual}이며 기준({bound})을 충족합니다. 한쪽에만 있는 특성: {only}개.',
    'explainability.ranked-otherwise':
      '특성 {count}개의 순위는 {path}의 순위와 상관({method}) {actual}입니다. 기준: {bound}. 한쪽에만 있는 특성: {only}개.',
    'explainability.no-correlation':
      '이 설명과 {path}의 특성 {count}개 사이의 상관({method})을 구할 수 없습니다. 한쪽에서 모든 값이 같습니다.',
    'explainability.specimen-among': '{name} 중요도가 상위 {top}개 중 마지막 특성과 같음',
    'explainability.specimen-share': '한 특성의 비중이 기준을 한 단계 초과함',
    'explainability.specimen-overlap': '상위 {top}개 중 {shared}개만 베이스라인과 같음',
    'explainability.specimen-reversed': '베이스라인의 특성 순위가 정반대임',
    'explainability.percent': '{option} 기준 {found}: 퍼센트로 보입니다. {fraction}처럼 소수로 쓰십시오.',
    'explainability.never': '{option}: {found} 기준은 항상 통과하게 됩니다. 통과하지 못할 수 있는 기준을 쓰십시오.',
    'explainability.range': '{option} 값은 {found}일 수 없습니다. 범위: {low} ~ {high}.',
    'explainability.whole': '{option} 값이 {found}입니다. 정수로 쓰십시오.',
    'explainability.no-name': '"{name}"에는 글자나 숫자가 없어 어떤 특성에도 해당하지 않습니다. 특성 이름을 쓰십시오.',
    'explainability.twice':
      '{list}에 {name} 항목이 두 번 있습니다(대소문자와 문장 부호는 구분하지 않습니다). 하나만 남기십시오.',
    'explainability.no-limit':
      '`correlation`은 방법만 정할 뿐 기준이 없습니다. min-rank-correlation을 0.8처럼 추가하십시오.',
    'explainability.allows-nothing': '`allow`는 `forbid`와 `proxies`의 예외인데 둘 다 없습니다. 삭제하십시오.',
    'explainability.required':
      '`required: false`는 아무것도 요구하지 않습니다. 삭제하고, 설명이 필요 없으면 `explainability`를 빼십시오.',
  }),
}
