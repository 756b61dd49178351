import type { Templates } from '../../shared/message.js'

export const ko = (): Templates => ({
  'evidence.empty': '파일이 비어 있습니다. 이 파일을 쓰는 단계가 끝까지 실행되었는지 확인하십시오.',
  'evidence.binary':
    'UTF-8 텍스트 파일이 아닙니다. UTF-8 텍스트로 저장하십시오. UTF-16이나 이진 형식의 파일은 읽을 수 없습니다.',
  'evidence.format': '{format}: 이런 이름의 형식이 없습니다. `format`에 쓸 수 있는 값: {known}.',
  'evidence.unknown':
    '파일 이름으로 형식을 알 수 없고, 내용도 지원하는 형식({known}) 중 어느 것도 아닙니다. 파일 이름을 바꾸거나 정책에 `format`을 지정하십시오.',
  'evidence.too-large':
    '파일 크기가 {bytes}바이트입니다. {title} 형식은 {limit}바이트까지 읽습니다. 데이터나 예측값이 아니라 결과만 저장하십시오.',
  'evidence.unreadable':
    '{title} 형식으로 읽을 수 없습니다: {detail}. 널리 쓰이는 {title} 라이브러리로 파일을 저장하십시오.',
  'evidence.too-deep': '값이 {limit}단계보다 깊게 중첩되어 있습니다. 결과를 더 평평한 구조로 저장하십시오.',
  'evidence.too-many': '파일에 값이 {limit}개보다 많습니다. 데이터가 아니라 결과만 저장하십시오.',
  'evidence.duplicate-key':
    '키 {key} 항목이 {first}행과 {second}행에 두 번 있습니다. 어느 쪽이 맞는지 알 수 없으므로 하나만 남기십시오.',
  'evidence.line-ends':
    '줄바꿈 문자가 섞여 있습니다. 이 위치에 줄 바꿈(LF) 없이 캐리지 리턴(CR)만 있어 뒤의 내용이 같은 줄로 읽힙니다. 한 종류의 줄바꿈 문자로 저장하십시오.',
  'evidence.found.end': '파일의 끝',
  'evidence.found.line-end': '줄의 끝',

  'evidence.json.unexpected':
    'JSON 형식이 아닙니다. 필요한 것: {expected}, 발견된 것: {found}. `json.dump`로 파일을 저장하십시오.',
  'evidence.json.expected.value': '값',
  'evidence.json.expected.key': '큰따옴표로 묶은 키(닫는 중괄호 앞에는 쉼표 없음)',
  'evidence.json.expected.colon': '키 뒤의 콜론',
  'evidence.json.expected.map-end': '쉼표 또는 닫는 중괄호',
  'evidence.json.expected.list-end': '쉼표 또는 닫는 대괄호',
  'evidence.json.expected.string-end': '문자열을 닫는 따옴표(문자열 안의 줄바꿈은 \\n으로 표기)',
  'evidence.json.expected.escape': 'JSON의 이스케이프 표기(백슬래시는 두 번 표기)',
  'evidence.json.trailing':
    'JSON 값이 끝난 뒤에 다른 내용이 있습니다: {found}. 파일에 값을 하나만 두십시오. 이어 쓰기로 연 파일에는 값이 하나 더 붙습니다.',
  'evidence.json.lines':
    '한 줄에 값이 하나씩 있는 JSON Lines 파일입니다. 최종 결과를 JSON 객체 하나로 별도 파일에 저장하십시오.',
  'evidence.json.python': 'JSON이 아니라 `print`나 `str`로 출력한 Python 값입니다. `json.dump`로 파일을 저장하십시오.',

  'evidence.yaml.syntax':
    'YAML 형식이 아닙니다: {detail}. 들여쓰기를 확인하고, 특수 문자가 있는 문자열은 따옴표로 묶으십시오.',
  'evidence.yaml.tab': '탭으로 들여 쓴 줄입니다. YAML에서는 탭을 쓸 수 없으므로 공백으로 들여 쓰십시오.',
  'evidence.yaml.nested':
    '값 안에서 두 번째 `키: 값`이 시작됩니다. 키의 들여쓰기를 맞추거나, 줄을 나누거나, 콜론이 들어 있는 문자열을 따옴표로 묶으십시오.',
  'evidence.yaml.no-colon': '키 뒤에 콜론이 없습니다. 콜론 뒤에 공백을 두고 `키: 값`으로 쓰십시오.',
  'evidence.yaml.exhausted': '너무 깊게 중첩되어 읽을 수 없습니다. 결과를 더 평평한 구조로 저장하십시오.',
  'evidence.yaml.documents': '여기에서 두 번째 문서(`---`)가 시작됩니다. 파일에 문서를 하나만 두십시오.',
  'evidence.yaml.alias': '증거 파일에서는 별칭 {name} 표기를 읽지 않습니다. 쓰이는 자리에 값을 직접 쓰십시오.',
  'evidence.yaml.tag': '증거 파일에서는 태그 {tag} 표기를 읽지 않습니다. 태그 없이 값을 쓰십시오.',
  'evidence.yaml.key': '키가 목록이나 맵입니다. 일반 문자열을 키로 쓰십시오.',

  'evidence.toml.syntax': 'TOML 형식이 아닙니다: {detail}. TOML 1.0 형식으로 저장하십시오.',

  'evidence.csv.ragged':
    '이 행의 셀은 {found}개이고 첫 행의 셀은 {expected}개입니다. 모든 행의 셀 수를 맞추고, 구분자가 들어 있는 셀은 따옴표로 묶으십시오.',
  'evidence.csv.quote':
    '셀의 따옴표가 잘못된 위치에서 시작되거나 끝납니다. 셀 전체를 따옴표로 묶고, 셀 안의 따옴표는 두 번 쓰십시오.',
  'evidence.csv.record-size': '한 행이 {limit}바이트보다 깁니다. 열리고 닫히지 않은 따옴표가 있는지 확인하십시오.',
  'evidence.csv.syntax': 'CSV 형식이 아닙니다: {detail}. CSV 라이브러리로 파일을 저장하십시오.',
  'evidence.csv.no-rows': '제목 행만 있고 데이터 행이 없습니다. 파일을 쓰는 단계에서 측정이 이루어졌는지 확인하십시오.',
  'evidence.csv.duplicate-column': '{name}: 같은 이름의 열이 두 개 있습니다. 열 이름을 서로 다르게 지정하십시오.',
  'evidence.csv.duplicate-row':
    '이름 {name} 항목이 {first}행과 {second}행에 두 번 있습니다. 어느 쪽이 맞는지 알 수 없으므로 이름마다 한 행만 남기십시오.',
})
