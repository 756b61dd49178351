import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.predictions.no-name':
      'The column {column} has no value here. Every row counts, so leave none empty; `none`, `null`, `NA` and `NaN` are read as missing too: a class or group of that name needs another one.',
    'evidence.measure.several':
      '{path} names {count} files. Predictions are one table, so that no row is counted twice: name one file.',
    'evidence.measure.positive-absent':
      '{positive} is declared `positive`, but no row of {column} has it. Found there: {found}. Write one of these.',
    'evidence.measure.positive-twice':
      '`positive` is {positive}, which may be either of two classes of {column}: "{one}" and "{other}". Write each class in one way.',
    'evidence.measure.no-common-class':
      'No class of {label} is ever predicted: it holds {found}, and {prediction} holds {predicted}. Write both in the same names.',
    'evidence.measure.not-probability':
      'The score {found} in row {row} of {column} is no probability. `log_loss`, `brier` and `ece` need scores between 0 and 1; write what `predict_proba` gives.',
    'evidence.measure.groups':
      'There are more than {limit} groups by {attributes}. Name a column that divides the rows into groups, not one that identifies them.',
    'evidence.measure.classes':
      'Classes times groups are too many to be counted. Name the column of labels, or fewer groups.',
    'evidence.measure.not-finite': 'it is too large to be written as a number.',
    'evidence.measure.nothing-predicted': 'no row is predicted {positive}, so {metric} has no denominator.',
    'evidence.measure.no-positives': 'no row has the label {positive}, so {metric} has no denominator.',
    'evidence.measure.no-negatives': 'every row has the label {positive}, so {metric} has no denominator.',
    'evidence.measure.nothing-positive':
      'no row has the label {positive} or is predicted so, and {metric} has no denominator.',
    'evidence.measure.one-class': 'all rows are of one class, and {metric} compares two.',
    'evidence.measure.mcc': 'all labels or all predictions are one class, so there is no correlation.',
    'evidence.measure.zero-labels': '{rows} labels are 0, and no error is a percentage of 0. Use `mae` or `rmse`.',
    'evidence.measure.constant-labels': 'all labels are one number, so there is no variance to explain.',
    'evidence.measure.no-positive-class':
      'no class is declared positive. Add `positive:` with one of {classes} under `evidence: predictions`, or use an average such as `f1_macro`.',
    'evidence.measure.foreign-class':
      'the labels are {labels}, but {foreign} is predicted as well. Write labels and predictions in the same names.',
    'evidence.measure.no-option': '{metric} needs `{option}` under `evidence: predictions`.',
    'evidence.measure.positive-stated':
      '{metric} compares numbers, but `positive` is declared under `evidence: predictions`, so labels are classes.',
  }),
  ko: () => ({
    'evidence.predictions.no-name':
      '{column} 열의 이 칸에 값이 없습니다. 모든 행을 계산하므로 비워 둘 수 없습니다. `none`, `null`, `NA`, `NaN`도 빈 값으로 읽으므로, 그런 이름의 클래스나 집단에는 다른 이름을 쓰십시오.',
    'evidence.measure.several':
      '{path} 경로가 파일 {count}개를 가리킵니다. 같은 행이 두 번 계산되지 않도록 예측은 표 하나여야 합니다. 파일 하나를 지정하십시오.',
    'evidence.measure.positive-absent':
      '`positive`에 선언한 값({positive})이 {column} 열의 어느 행에도 없습니다. 있는 값: {found}. 이 중 하나를 쓰십시오.',
    'evidence.measure.positive-twice':
      '`positive` 값 {positive}: {column} 열의 두 클래스("{one}", "{other}") 중 어느 쪽인지 알 수 없습니다. 각 클래스를 한 가지로 쓰십시오.',
    'evidence.measure.no-common-class':
      '{label} 열의 클래스가 한 번도 예측되지 않았습니다. {label}: {found}, {prediction}: {predicted}. 두 열에 같은 이름을 쓰십시오.',
    'evidence.measure.not-probability':
      '{column} 열 {row}번째 행의 점수가 확률이 아닙니다({found}). `log_loss`, `brier`, `ece`에는 0과 1 사이의 점수가 필요합니다. `predict_proba`의 값을 쓰십시오.',
    'evidence.measure.groups':
      '{attributes} 기준 집단이 {limit}개를 넘습니다. 행을 식별하는 열이 아니라 집단으로 나누는 열을 지정하십시오.',
    'evidence.measure.classes':
      '클래스와 집단의 조합이 너무 많아 셀 수 없습니다. 레이블 열을 바르게 지정하거나 집단을 줄이십시오.',
    'evidence.measure.not-finite': '값이 너무 커서 숫자로 쓸 수 없습니다.',
    'evidence.measure.nothing-predicted': '{positive} 클래스로 예측된 행이 없어 {metric} 값의 분모가 없습니다.',
    'evidence.measure.no-positives': '레이블이 {positive}인 행이 없어 {metric} 값의 분모가 없습니다.',
    'evidence.measure.no-negatives': '모든 행의 레이블이 {positive}이므로 {metric} 값의 분모가 없습니다.',
    'evidence.measure.nothing-positive': '레이블이나 예측이 {positive}인 행이 없어 {metric} 값의 분모가 없습니다.',
    'evidence.measure.one-class': '모든 행이 한 클래스인데, {metric} 값은 두 클래스를 비교합니다.',
    'evidence.measure.mcc': '레이블 또는 예측이 모두 한 클래스이므로 상관이 정의되지 않습니다.',
    'evidence.measure.zero-labels':
      '레이블이 0인 행이 {rows}개이며, 0에 대한 오차의 비율은 정의되지 않습니다. `mae`나 `rmse`를 쓰십시오.',
    'evidence.measure.constant-labels': '모든 레이블이 같은 수이므로 설명할 분산이 없습니다.',
    'evidence.measure.no-positive-class':
      '양성 클래스가 선언되지 않았습니다. `evidence: predictions`에 `positive:`로 {classes} 중 하나를 쓰거나, `f1_macro` 같은 평균을 쓰십시오.',
    'evidence.measure.foreign-class':
      '레이블은 {labels}인데 {foreign}도 예측되었습니다. 레이블과 예측에 같은 이름을 쓰십시오.',
    'evidence.measure.no-option': '{metric} 값을 구하려면 `evidence: predictions`에 `{option}` 항목이 필요합니다.',
    'evidence.measure.positive-stated':
      '{metric} 값은 수를 비교하지만 `evidence: predictions`에 `positive`가 선언되어 있어 레이블이 클래스입니다.',
  }),
}
