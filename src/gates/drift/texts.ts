import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'drift.title-gate': 'drift',
    'drift.title-share': 'share of features that drifted',
    'drift.title-dataset': 'the data set as a whole',
    'drift.title': '{feature}: {method}',
    'drift.title-feature': '{feature}',
    'drift.share-pass':
      'The share of drifted features is {actual} ({features} compared; drifted: {drifted}): within {bound} ({place}).',
    'drift.share-fail':
      'The share of drifted features is {actual} ({features} compared; drifted: {drifted}); {bound} is required ({place}).',
    'drift.unnamed': 'the report does not say which',
    'drift.pass': '{feature}: {method} is {actual}, as required ({bound}).',
    'drift.fail': '{feature}: {method} is {actual}; {bound} is required.',
    'drift.at-bound': '{feature}: {method} is {actual}; {bound} is required, and the bound itself is not enough.',
    'drift.no-features': '{path} compares no feature, so it says nothing about drift.',
    'drift.tests-only':
      '{path} says which tests passed, but not which features drifted. Add a drift report with the features to it, or ask for its tests under `performance`.',
    'drift.nothing-compared': '{path} compared 0 features, so its share says nothing.',
    'drift.no-count':
      'The share of drifted features is {found} ({place}), but the report neither says how many were compared nor lists any: there may have been none. Add `count`, or the features.',
    'drift.few-features': '{found} features were compared; at least {least} are required ({place}).',
    'drift.no-share': 'The share of drifted features is {found}; it lies between 0 and 1 ({place}).',
    'drift.disagrees':
      'The report contradicts itself: it states {found} as the share of drifted features ({place}), {why}.',
    'drift.other-counts': 'but {drifted} drifted of {count}',
    'drift.other-features': 'but of the {listed} features that it lists {drifted} drifted',
    'drift.contradiction':
      'The report contradicts itself: {features} count as not drifted, though the value is beyond the threshold beside it.',
    'drift.no-value':
      '{features} count as not drifted, but their values are no numbers: nothing was measured. Leave such features out of the report, or mend them.',
    'drift.unsaid':
      'The report does not say whether {features} drifted ({count} in all). Bound them one by one, such as `features: {tenure: {psi: {max: 0.1}}}`.',
    'drift.absent': '{feature} is not among the features in {paths}. There are: {features}.',
    'drift.absent-near': '{feature} is not among the features in {paths}. Nearest names there: {nearest}.',
    'drift.other-method':
      '{feature} was not compared by {method}. The report has {has} ({place}). Bound that, or have the report use {method}.',
    'drift.no-method': '{feature} is in the report, but with no value of any method ({place}); {method} is required.',
    'drift.several': '{feature}: {method} stands there more than once: {places}. Keep one report.',
    'drift.off-scale': '{feature}: {method} is {found}; it lies between 0 and 1 ({place}).',
    'drift.negative': '{feature}: {method} is {found}; a distance is not below 0 ({place}).',
    'drift.said-stable': 'The report says that {feature} has not drifted ({place}).',
    'drift.said-drifted': 'The report says that {feature} drifted ({place}).',
    'drift.said-nothing':
      'The report does not say whether {feature} drifted ({place}). Bound its value by method instead.',
    'drift.dataset-stable': 'The report says that the data set has not drifted ({place}).',
    'drift.dataset-drifted': 'The report says that the data set drifted ({place}).',
    'drift.dataset-unsaid':
      '{path} says nothing of the data set as a whole (`dataset_drift`). Bound the share with `max-share`.',
    'drift.no-flag': '{what} is {found}, not true or false ({place}).',
    'drift.title-every': 'all features',
    'drift.title-own': '{feature} in place of *',
    'drift.no-tables': 'The two tables were not compared.',
    'drift.same-content':
      '{reference} and {current} have the same content: compared with itself, no data drifts. Name the current data.',
    'drift.no-columns': '{path} has no column to compare. Name some under `features`, or list fewer under `except`.',
    'drift.tables-pass':
      'The share of drifted features is {actual} ({count} compared; drifted: {drifted}): within {bound}.',
    'drift.tables-fail':
      'The share of drifted features is {actual} ({count} compared; drifted: {drifted}); {bound} is required.',
    'drift.tables-unknown': 'Of {count} features {drifted} drifted, and of these nothing is known: {unknown}. {why}',
    'drift.column-why': '{feature} cannot be compared. {why}',
    'drift.few-rows':
      '{feature}: {method} needs {floor} values in each table; the reference has {reference}, the current data {current}. Below that, chance alone looks like drift (`min-rows`).',
    'drift.no-figure': '{feature}: {method} has no value: {why}.',
    'drift.infinite':
      '{feature}: {method} is beyond any bound ({bound} is required): the current data have the category "{category}", which the reference does not have.',
    'drift.rows': '{reference} values against {current}; missing: {missing}',
    'drift.computed-pass': '{feature}: {method} is {actual}, as required ({bound}). {rows}.',
    'drift.computed-fail': '{feature}: {method} is {actual}; {bound} is required. {rows}.',
    'drift.chance':
      '{feature}: psi is {actual}, but with so few values chance alone reaches {reached} one time in twenty, without any drift ({bins} bins or categories; {rows}). More rows decide it.',
    'drift.new-columns': '{current} has columns that {reference} lacks, so they are compared with nothing: {columns}.',
    'drift.one-table': 'Two tables are compared. Add `{lacking}`.',
    'drift.same-table': '`reference` and `current` name the same table; compared with itself, no data drifts.',
    'drift.bins': '`bins` is {found}. Write a whole number from 2 to {most}, or `evidently`.',
    'drift.tables-only': '`{option}` is about two tables. Name them with `reference` and `current`, or remove it.',
    'drift.report-only': '`{option}` asks for what a report says; of two tables, bound methods instead. Remove it.',
    'drift.not-computed': '{method} is read from reports, but not computed from tables. Computed are: {computed}.',
    'drift.no-demand':
      'drift demands nothing. Add `max-share`, `dataset: stable`, or bounds by feature such as `features: {tenure: {psi: {max: 0.1}}}`.',
    'drift.no-share-for': '`min-features` is about the share of features; add `max-share`, or remove it.',
    'drift.not-stable':
      '{name} is "{found}". Write `stable`: the report itself must say that it has not drifted. Or bound a method, such as `tenure: {psi: {max: 0.1}}`.',
    'drift.share-negative': '`max-share` is {found}; a share lies between 0 and 1.',
    'drift.share-percent': '`max-share` is {found}, which looks like per cent. Write the fraction {fraction}.',
    'drift.share-all':
      '`max-share: {found}` could never fail: a share is never above 1. Write a smaller one, such as 0.3.',
    'drift.p-upside-down':
      '{feature}: a small p-value means drift, so {method} needs a lower bound. Write {min: {found}}, not max or below.',
    'drift.distance-upside-down':
      '{feature}: a large distance means drift, so {method} needs an upper bound. Write {max: {found}}, not min or above. P-values are asked for as `ks_p`, `chi2_p` and `z_p`.',
    'drift.bound-negative': '{feature}: {method} is never below 0, so the bound {found} could not be met.',
    'drift.bound-scale': '{feature}: {method} lies between 0 and 1; the bound {found} does not.',
    'drift.bound-impossible':
      '{feature}: no value of {method} can satisfy the bound {found}; the check could never pass.',
    'drift.bound-trivial': '{feature}: {method} always satisfies the bound {found}; the check could never fail.',
    'drift.specimen-moved': '{by} of {rows} values of {column} replaced by the last one',
    'drift.specimen-shift': 'every value of {column} larger by {by}, of {rows} values from 0 on',
    'drift.specimen-missing': '{by} of {rows} values of {column} missing',
    'drift.specimen-columns': '{drifted} of {count} columns drifted',
  }),
  ko: () => ({
    'drift.title-gate': '드리프트',
    'drift.title-share': '드리프트가 발생한 특성의 비율',
    'drift.title-dataset': '데이터셋 전체',
    'drift.title': '{feature}: {method}',
    'drift.title-feature': '{feature}',
    'drift.share-pass':
      '드리프트가 발생한 특성의 비율 {actual}(비교한 특성 {features}개, 드리프트: {drifted}): 기준({bound}) 이내입니다({place}).',
    'drift.share-fail':
      '드리프트가 발생한 특성의 비율 {actual}(비교한 특성 {features}개, 드리프트: {drifted}): 기준({bound})을 충족하지 못합니다({place}).',
    'drift.unnamed': '보고서에 특성별로 적혀 있지 않음',
    'drift.pass': '{feature}의 {method} 값 {actual}: 기준({bound})을 충족합니다.',
    'drift.fail': '{feature}의 {method} 값 {actual}: 기준({bound})을 충족하지 못합니다.',
    'drift.at-bound': '{feature}의 {method} 값 {actual}: 기준은 {bound}이며, 경계값 자체는 충족으로 보지 않습니다.',
    'drift.no-features': '{path} 파일에는 비교한 특성이 없어 드리프트에 대해 알 수 없습니다.',
    'drift.tests-only':
      '{path} 파일에는 통과한 테스트만 있고 특성별 드리프트 결과가 없습니다. 특성이 포함된 드리프트 보고서를 추가하거나, 테스트 결과는 `performance`에서 요구하십시오.',
    'drift.nothing-compared': '{path} 파일에서 비교한 특성이 0개이므로 비율은 아무 의미가 없습니다.',
    'drift.no-count':
      '드리프트가 발생한 특성의 비율이 {found}({place})이지만, 비교한 특성의 수도 목록도 없어 아무것도 비교하지 않았을 수 있습니다. `count`나 특성 목록을 추가하십시오.',
    'drift.few-features': '비교한 특성: {found}개. 최소 {least}개가 필요합니다({place}).',
    'drift.no-share': '드리프트가 발생한 특성의 비율이 {found}입니다. 0과 1 사이여야 합니다({place}).',
    'drift.disagrees':
      '보고서의 내용이 서로 모순됩니다. 드리프트가 발생한 특성의 비율은 {found}({place})이지만, {why}.',
    'drift.other-counts': '{count}개 중 {drifted}개에서 드리프트가 발생했습니다',
    'drift.other-features': '나열된 특성 {listed}개 중 {drifted}개에서 드리프트가 발생했습니다',
    'drift.contradiction':
      '보고서의 내용이 서로 모순됩니다. {features}: 값이 함께 적힌 임계값을 넘었는데도 드리프트가 없는 것으로 되어 있습니다.',
    'drift.no-value':
      '{features}: 드리프트가 없는 것으로 되어 있지만 값이 숫자가 아니므로 측정된 것이 없습니다. 해당 특성을 보고서에서 빼거나 바로잡으십시오.',
    'drift.unsaid':
      '보고서에서 드리프트 여부를 알 수 없는 특성: {features}(모두 {count}개). `features: {tenure: {psi: {max: 0.1}}}`처럼 특성별 기준을 쓰십시오.',
    'drift.absent': '{paths}에서 {feature} 특성을 찾을 수 없습니다. 있는 특성: {features}.',
    'drift.absent-near': '{paths}에서 {feature} 특성을 찾을 수 없습니다. 가장 비슷한 이름: {nearest}.',
    'drift.other-method':
      '{feature} 특성은 {method} 방법으로 비교되지 않았습니다. 보고서에 있는 값: {has}({place}). 그 값에 기준을 정하거나, 보고서를 {method} 방법으로 만드십시오.',
    'drift.no-method': '{feature} 특성은 보고서에 있으나 어떤 방법의 값도 없습니다({place}). 필요한 방법: {method}.',
    'drift.several': '{feature}의 {method} 값이 여러 곳에 있습니다: {places}. 보고서를 하나만 남기십시오.',
    'drift.off-scale': '{feature}의 {method} 값 {found}: 0과 1 사이여야 합니다({place}).',
    'drift.negative': '{feature}의 {method} 값 {found}: 거리는 0보다 작을 수 없습니다({place}).',
    'drift.said-stable': '보고서에 따르면 {feature} 특성에는 드리프트가 없습니다({place}).',
    'drift.said-drifted': '보고서에 따르면 {feature} 특성에 드리프트가 발생했습니다({place}).',
    'drift.said-nothing':
      '보고서에서 {feature} 특성의 드리프트 여부를 알 수 없습니다({place}). 방법별 값에 기준을 정하십시오.',
    'drift.dataset-stable': '보고서에 따르면 데이터셋 전체에는 드리프트가 없습니다({place}).',
    'drift.dataset-drifted': '보고서에 따르면 데이터셋 전체에 드리프트가 발생했습니다({place}).',
    'drift.dataset-unsaid':
      '{path} 파일에는 데이터셋 전체에 대한 판정(`dataset_drift`)이 없습니다. `max-share`로 비율에 기준을 정하십시오.',
    'drift.no-flag': '{what} 값이 true나 false가 아니라 {found}입니다({place}).',
    'drift.title-every': '모든 특성',
    'drift.title-own': '* 대신 {feature}',
    'drift.no-tables': '두 표를 비교하지 않았습니다.',
    'drift.same-content':
      '{reference} 파일과 {current} 파일의 내용이 같습니다. 같은 데이터끼리는 드리프트가 있을 수 없으므로 현재 데이터를 지정하십시오.',
    'drift.no-columns': '{path}에 비교할 열이 없습니다. `features`에 열을 지정하거나 `except`의 열을 줄이십시오.',
    'drift.tables-pass':
      '드리프트가 발생한 특성의 비율 {actual}(비교한 특성 {count}개, 드리프트: {drifted}): 기준({bound}) 이내입니다.',
    'drift.tables-fail':
      '드리프트가 발생한 특성의 비율 {actual}(비교한 특성 {count}개, 드리프트: {drifted}): 기준({bound})을 충족하지 못합니다.',
    'drift.tables-unknown':
      '특성 {count}개 중 {drifted}개에서 드리프트가 발생했고, 다음 특성은 알 수 없습니다: {unknown}. {why}',
    'drift.column-why': '{feature} 특성은 비교할 수 없습니다. {why}',
    'drift.few-rows':
      '{feature}: {method} 방법에는 표마다 값이 {floor}개 필요하지만 기준 데이터에 {reference}개, 현재 데이터에 {current}개뿐입니다. 그보다 적으면 우연만으로도 드리프트처럼 보입니다(`min-rows`).',
    'drift.no-figure': '{feature}의 {method} 값을 구할 수 없습니다: {why}.',
    'drift.infinite':
      '{feature}의 {method} 값은 어떤 기준({bound})도 넘습니다. 기준 데이터에 없는 범주 "{category}" 값이 현재 데이터에 있습니다.',
    'drift.rows': '기준 값 {reference}개, 현재 값 {current}개, 누락: {missing}',
    'drift.computed-pass': '{feature}의 {method} 값 {actual}: 기준({bound})을 충족합니다. {rows}.',
    'drift.computed-fail': '{feature}의 {method} 값 {actual}: 기준({bound})을 충족하지 못합니다. {rows}.',
    'drift.chance':
      '{feature}의 psi 값 {actual}: 값의 개수가 적어 드리프트가 없어도 스무 번에 한 번은 우연만으로 {reached}에 이릅니다(구간 또는 범주 {bins}개, {rows}). 행을 늘려야 판정할 수 있습니다.',
    'drift.new-columns': '{current}에만 있고 {reference}에는 없어 비교하지 않은 열: {columns}.',
    'drift.one-table': '비교에는 표가 두 개 필요합니다. `{lacking}` 항목을 추가하십시오.',
    'drift.same-table': '`reference`와 `current`가 같은 표입니다. 같은 데이터끼리는 드리프트가 있을 수 없습니다.',
    'drift.bins': '`bins` 값 {found}: 2부터 {most}까지의 정수나 `evidently`를 쓰십시오.',
    'drift.tables-only':
      '`{option}` 항목은 두 표에 대한 것입니다. `reference`와 `current`로 표를 지정하거나 삭제하십시오.',
    'drift.report-only':
      '`{option}` 항목은 보고서의 판정을 요구합니다. 두 표에 대해서는 방법별 기준을 쓰고 이 항목을 삭제하십시오.',
    'drift.not-computed':
      '{method} 값은 보고서에서 읽을 수만 있고 표에서 계산하지는 않습니다. 계산하는 방법: {computed}.',
    'drift.no-demand':
      'drift에 요구 사항이 없습니다. `max-share`, `dataset: stable` 또는 `features: {tenure: {psi: {max: 0.1}}}` 같은 특성별 기준을 추가하십시오.',
    'drift.no-share-for': '`min-features` 항목은 특성의 비율에 대한 것입니다. `max-share`를 추가하거나 삭제하십시오.',
    'drift.not-stable':
      '{name} 값 "{found}": 보고서 스스로 드리프트가 없다고 해야 한다는 뜻이면 `stable`, 아니면 `tenure: {psi: {max: 0.1}}`처럼 방법별 기준을 쓰십시오.',
    'drift.share-negative': '`max-share` 값 {found}: 비율은 0과 1 사이여야 합니다.',
    'drift.share-percent': '`max-share` 값 {found}: 퍼센트로 보입니다. 소수 {fraction} 값을 쓰십시오.',
    'drift.share-all':
      '`max-share: {found}` 기준은 항상 통과하게 됩니다. 비율은 1을 넘지 않으므로 0.3처럼 더 작은 값을 쓰십시오.',
    'drift.p-upside-down':
      '{feature}: p값은 작을수록 드리프트를 뜻하므로 {method} 기준은 하한이어야 합니다. max나 below가 아니라 {min: {found}} 형식으로 쓰십시오.',
    'drift.distance-upside-down':
      '{feature}: 거리는 클수록 드리프트를 뜻하므로 {method} 기준은 상한이어야 합니다. min이나 above가 아니라 {max: {found}} 형식으로 쓰십시오. p값은 `ks_p`, `chi2_p`, `z_p`로 지정합니다.',
    'drift.bound-negative': '{feature}의 {method} 기준 {found}: 값이 0보다 작을 수 없으므로 충족할 수 없는 기준입니다.',
    'drift.bound-scale': '{feature}의 {method} 기준 {found}: 값은 0과 1 사이이므로 기준도 그 사이여야 합니다.',
    'drift.bound-trivial': '{feature}의 {method} 기준 {found}: 항상 충족되므로 실패할 수 없는 검사입니다.',
    'drift.bound-impossible': '{feature}의 {method} 기준 {found}: 어떤 값도 충족할 수 없는 검사입니다.',
    'drift.specimen-moved': '{column} 열의 값 {rows}개 중 {by}개를 마지막 값으로 대체',
    'drift.specimen-shift': '{column} 열의 값(0부터 {rows}개)이 모두 {by}만큼 증가',
    'drift.specimen-missing': '{column} 열의 값 {rows}개 중 {by}개 누락',
    'drift.specimen-columns': '열 {count}개 중 {drifted}개에서 드리프트 발생',
  }),
}
