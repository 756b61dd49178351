import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.drift.many-columns':
      '{count} columns are to be compared; {limit} are the most. Name those that the model uses.',
    'evidence.drift.many-rows':
      'The table has {rows} rows; at most {limit} are compared. Write a random sample of them.',
    'evidence.drift.no-column': 'There is no column {name} in {paths}. Columns: {columns}.',
    'evidence.drift.unusable':
      '{name} has {count} cells that are neither numbers nor names: dates or nested values, text that is too long, or more than 100000 different texts. Leave it out with `except`, or write it as numbers or categories.',
    'evidence.drift.text':
      '{name} holds numbers in the reference and the text "{found}" in the current data. Mend the data, or list the column under `categorical`.',
    'evidence.drift.one-value': 'both tables have one and the same value only, of which the test says nothing',
    'evidence.drift.names':
      '{method} compares numbers, and it holds names such as "{example}"; psi, js, chi2 and chi2_p compare these',
    'evidence.drift.no-figure': 'its values are too large to be calculated with',
    'evidence.drift.several': '{path} names {count} files; a table is one file.',
  }),
  ko: () => ({
    'evidence.drift.many-columns':
      '비교할 열이 {count}개입니다. 최대 {limit}개까지 비교하므로 모델이 사용하는 열을 지정하십시오.',
    'evidence.drift.many-rows': '행이 {rows}개입니다. 최대 {limit}개까지 비교하므로 무작위 표본을 쓰십시오.',
    'evidence.drift.no-column': '{paths}에 {name} 열이 없습니다. 있는 열: {columns}.',
    'evidence.drift.unusable':
      '{name} 열의 {count}칸이 숫자도 이름도 아닙니다(날짜나 중첩된 값, 너무 긴 문자열, 100000가지를 넘는 문자열). `except`로 제외하거나 숫자나 범주로 쓰십시오.',
    'evidence.drift.text':
      '{name} 열이 기준 데이터에서는 숫자이지만 현재 데이터에 문자열 "{found}" 값이 있습니다. 데이터를 바로잡거나 열을 `categorical`에 넣으십시오.',
    'evidence.drift.one-value': '두 표에 같은 값 하나만 있어 검정할 수 없습니다',
    'evidence.drift.names':
      '{method} 방법은 숫자를 비교하지만 이 열에는 "{example}" 같은 이름이 있습니다. 이름은 psi, js, chi2, chi2_p 방법으로 비교합니다',
    'evidence.drift.no-figure': '값이 너무 커서 계산할 수 없습니다',
    'evidence.drift.several': '{path} 경로에 해당하는 파일이 {count}개입니다. 표는 파일 하나여야 합니다.',
  }),
}
