import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.predictions.no-rows':
      'The table has a heading and no row. Check that the job that writes the predictions ran to its end.',
    'evidence.predictions.empty-cell': 'an empty cell',
    'evidence.predictions.nested': 'a list or an object',
    'evidence.predictions.bytes': 'bytes that are no text',
    'evidence.predictions.not-plain':
      'The column {column} holds {found} here. Write one text, number or boolean a row, or name another column.',
    'evidence.predictions.nested-column':
      'The column {name} holds lists or nested values, which are not read. Write what is meant as a column of its own, such as `proba[:, 1]` as `y_score`.',
    'evidence.predictions.codec':
      'The column {column} is compressed with {codec}, which is not read. Write the file with Zstandard or Snappy, such as `to_parquet(…, compression="zstd")`.',
    'evidence.predictions.not-number':
      'The column {column} holds {found} where a number belongs. Leave such rows out, or write the score that the model gave.',
    'evidence.predictions.per-cent':
      'The column {column} holds {found} where a number belongs. Write numbers without the sign, and a probability as a fraction between 0 and 1.',
    'evidence.predictions.separators':
      'The column {column} holds {found} where a number belongs. Write numbers with a decimal point and without any other separators, such as 1234.5 (pandas: `to_csv(decimal=".")`).',
    'evidence.predictions.returns':
      'Lines end in a carriage return alone, which is not read as a line end. Save the file with line feeds.',
    'evidence.predictions.not-name':
      'The column {column} holds a value that is too long, is not UTF-8, or is one of too many for a class or a group. Name the column of labels or groups.',
    'evidence.predictions.columns':
      'The table has more than {limit} columns. Write only labels, predictions and groups.',
    'evidence.predictions.no-column': 'There is no column {name}. Columns: {columns}.',
    'evidence.predictions.no-column-near': 'There is no column {name}. Nearest names: {nearest}.',
    'evidence.predictions.quote':
      'A quoted cell begins or ends in a wrong place. Quote the whole cell, and write a quote inside it twice.',
    'evidence.predictions.row-size': 'The row is longer than 1 MiB. Check for a quote that is opened and never closed.',
    'evidence.predictions.binary': 'The table holds a null byte. Write it as UTF-8 text, or as Parquet.',
    'evidence.predictions.no-object': 'The line is no JSON object. Write one object of columns a line.',
    'evidence.predictions.row-group':
      'A row group has {rows} rows, too many to be held in memory; {limit} values are read at once. Write smaller row groups (pyarrow: `row_group_size=1_000_000`).',
    'evidence.predictions.encoding':
      'The column {column} is encoded as {encoding}, which is not read. Write it with dictionary encoding, the default.',
    'evidence.predictions.whole':
      'A table in one JSON value is read up to {limit} bytes. Write it as Parquet, CSV or JSON Lines.',
    'evidence.predictions.no-table':
      'The JSON value is no table. Write it with `DataFrame.to_json` as records, `split` or columns, or as CSV.',
  }),
  ko: () => ({
    'evidence.predictions.no-rows':
      '제목 행만 있고 데이터 행이 없습니다. 예측을 쓰는 작업이 끝까지 실행되었는지 확인하십시오.',
    'evidence.predictions.empty-cell': '빈 칸',
    'evidence.predictions.nested': '목록이나 객체',
    'evidence.predictions.bytes': '텍스트가 아닌 바이트',
    'evidence.predictions.not-plain':
      '{column} 열의 이 칸에 하나의 값이 아닌 것이 있습니다: {found}. 행마다 텍스트, 숫자, 불리언 중 하나를 쓰거나 다른 열을 지정하십시오.',
    'evidence.predictions.nested-column':
      '{name} 열에는 목록이나 중첩된 값이 있어 읽지 않습니다. 뜻하는 값을 별도의 열로 쓰십시오. 예: `proba[:, 1]` 값을 `y_score` 열로.',
    'evidence.predictions.codec':
      '{column} 열의 압축 방식({codec})은 읽지 않습니다. `to_parquet(…, compression="zstd")`처럼 Zstandard나 Snappy로 쓰십시오.',
    'evidence.predictions.not-number':
      '{column} 열의 숫자 자리에 다른 값이 있습니다: {found}. 해당 행을 빼거나 모델이 낸 점수를 쓰십시오.',
    'evidence.predictions.per-cent':
      '{column} 열의 숫자 자리에 {found} 값이 있습니다. 기호 없이 숫자만 쓰고, 확률은 0과 1 사이의 소수로 쓰십시오.',
    'evidence.predictions.separators':
      '{column} 열의 숫자 자리에 {found} 값이 있습니다. 1234.5처럼 소수점은 마침표로, 다른 구분 기호 없이 쓰십시오(pandas: `to_csv(decimal=".")`).',
    'evidence.predictions.returns':
      '줄이 캐리지 리턴만으로 끝나 줄바꿈으로 읽지 않습니다. 줄바꿈 문자(LF)로 저장하십시오.',
    'evidence.predictions.not-name':
      '{column} 열의 값이 너무 길거나, UTF-8이 아니거나, 클래스나 집단이라기에는 종류가 너무 많습니다. 레이블이나 집단의 열을 지정하십시오.',
    'evidence.predictions.columns': '열이 {limit}개를 넘습니다. 레이블, 예측, 집단만 쓰십시오.',
    'evidence.predictions.no-column': '{name} 열이 없습니다. 있는 열: {columns}.',
    'evidence.predictions.no-column-near': '{name} 열이 없습니다. 가장 비슷한 이름: {nearest}.',
    'evidence.predictions.quote':
      '따옴표로 묶인 칸이 잘못된 곳에서 시작하거나 끝납니다. 칸 전체를 묶고, 안의 따옴표는 두 번 쓰십시오.',
    'evidence.predictions.row-size': '행이 1 MiB보다 깁니다. 닫히지 않은 따옴표가 있는지 확인하십시오.',
    'evidence.predictions.binary': '표에 널 바이트가 있습니다. UTF-8 텍스트나 Parquet으로 쓰십시오.',
    'evidence.predictions.no-object': '이 줄은 JSON 객체가 아닙니다. 한 줄에 열의 객체 하나씩 쓰십시오.',
    'evidence.predictions.row-group':
      '행 그룹의 행이 {rows}개로 메모리에 담기에 너무 많습니다. 한 번에 값 {limit}개까지 읽습니다. 행 그룹을 더 작게 쓰십시오(pyarrow: `row_group_size=1_000_000`).',
    'evidence.predictions.encoding':
      '{column} 열의 인코딩({encoding})은 읽지 않습니다. 기본값인 사전 인코딩으로 쓰십시오.',
    'evidence.predictions.whole':
      '하나의 JSON 값으로 된 표는 {limit}바이트까지 읽습니다. Parquet, CSV, JSON Lines로 쓰십시오.',
    'evidence.predictions.no-table':
      'JSON 값이 표가 아닙니다. `DataFrame.to_json`의 records, `split`, columns 형식이나 CSV로 쓰십시오.',
  }),
}
