import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.paired.too-many':
      '{path} has {rows} rows; models are compared row by row up to {limit}. Write the predictions of a sample of rows, the same for both models.',
    'evidence.paired.row-count':
      '{path} has {other} rows and {current} has {rows}. Predict the same rows with both models; where their order may differ, name a column that identifies them as `id`.',
    'evidence.paired.labels':
      'In {count} of {rows} rows {path} has another label than {current}; first rows: {first}. Predict the same rows in the same order with both models, or name a column that identifies them as `id`.',
    'evidence.paired.labels-by-id':
      'In {count} of {rows} rows {path} has another label than {current} for the same {id}; first: {first}. Predict the same data with both models.',
    'evidence.paired.twice':
      'In {path}, {count} rows repeat a value of {id} that an earlier row has; first: {first}. Name a column whose values occur once.',
    'evidence.paired.alone':
      '{path} has {count} rows whose {id} is not in {other}; first: {first}. Predict the same rows with both models, and write {id} in the same way.',
  }),
  ko: () => ({
    'evidence.paired.too-many':
      '{path} 파일의 행이 {rows}개입니다. 모델은 최대 {limit}개 행까지 행별로 비교합니다. 두 모델에 같은 행을 표본으로 골라 예측을 쓰십시오.',
    'evidence.paired.row-count':
      '{path} 파일의 행은 {other}개이고 {current} 파일의 행은 {rows}개입니다. 두 모델로 같은 행을 예측하십시오. 순서가 다를 수 있으면 행을 식별하는 열을 `id`로 지정하십시오.',
    'evidence.paired.labels':
      '{rows}개 행 가운데 {count}개에서 {path} 파일의 레이블이 {current} 파일과 다릅니다(처음 행: {first}). 두 모델로 같은 행을 같은 순서로 예측하거나, 행을 식별하는 열을 `id`로 지정하십시오.',
    'evidence.paired.labels-by-id':
      '{rows}개 행 가운데 {count}개에서 {id} 값이 같은데도 {path} 파일의 레이블이 {current} 파일과 다릅니다(처음 값: {first}). 두 모델로 같은 데이터를 예측하십시오.',
    'evidence.paired.twice':
      '{path} 파일의 행 {count}개에서 앞 행에 있던 {id} 값이 다시 나옵니다(처음 값: {first}). 값이 한 번씩만 나오는 열을 지정하십시오.',
    'evidence.paired.alone':
      '{path} 파일의 행 {count}개는 {id} 값이 {other} 파일에 없습니다(처음 값: {first}). 두 모델로 같은 행을 예측하고 {id} 값을 같은 방식으로 쓰십시오.',
  }),
}
