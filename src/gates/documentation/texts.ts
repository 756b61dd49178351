import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'documentation.title': 'model card: {field}',
    'documentation.pass': '{field} is stated under "{label}" ({place}).',
    'documentation.absent':
      '{paths} has no section for {field}. Add one and fill it in; it may be called {names}, for instance.',
    'documentation.absent-near':
      '{paths} has no section for {field}. Nearest headings there: {nearest}. Add one and fill it in; it may be called {names}, for instance.',
    'documentation.empty': 'Nothing is written under "{label}" ({place}), so {field} is missing. Fill the section in.',
    'documentation.placeholder':
      'Only a placeholder stands under "{label}" ({place}): "{shown}". Replace it with what is true of this model.',
    'documentation.template':
      'Only the sentence of a template stands under "{label}" ({place}): "{shown}". Replace it with what is true of this model.',
    'documentation.opening':
      'The section "{label}" ({place}) begins with a placeholder: "{shown}". Replace it with what is true of this model, or remove it where the sub-sections say everything.',
    'documentation.named':
      'What stands under "{label}" ({place}) only names or classifies: "{shown}". Describe it; of results, state the values.',
    'documentation.no-card': 'There is no model card to look for {field} in. {why}',
    'documentation.no-file': '{field} is not in the model card that was read, and another one is not there. {why}',
    'documentation.unreadable': 'Whether {field} is stated cannot be said. {why}',
    'documentation.twice': '{field} is required twice. Put all its names into one entry.',
    'documentation.no-name':
      '"{name}" holds no letter or digit, so no heading can be called that. Correct the names of {field}.',
    'documentation.measured-title': 'model card agrees with the metrics: {metric}',
    'documentation.measured-pass': 'The card states the {metric} that was measured, {measured} ({place}): {places}.',
    'documentation.measured-fail':
      'The card states another {metric} than was measured: {places} against {measured} ({place}). Correct the card, or measure again.',
    'documentation.measured-aside': '{said} Not compared, as it is about something else ("{words}"): {places}.',
    'documentation.measured-others':
      'What the card states is about something else ("{words}") and was not compared: {places}.',
    'documentation.measured-unknown': '{metric} is stated in {place}, but not found in {paths}; it was not compared.',
    'documentation.measured-ambiguous': '{metric} was measured more than once: {places}. It was not compared.',
    'documentation.measured-none':
      '{paths} states no metric that could be compared with what was measured. State one, such as "F1: 0.91", or in a table of metrics.',
    'documentation.measured-false': '`measured: false` demands nothing. Remove it.',
  }),
  ko: () => ({
    'documentation.title': '모델 카드: {field}',
    'documentation.pass': '{field} 항목이 "{label}" 아래에 작성되어 있습니다({place}).',
    'documentation.absent':
      '{paths}에 {field} 항목이 없습니다. 항목을 추가하고 내용을 작성하십시오. 사용할 수 있는 이름의 예: {names}.',
    'documentation.absent-near':
      '{paths}에 {field} 항목이 없습니다. 가장 비슷한 제목: {nearest}. 항목을 추가하고 내용을 작성하십시오. 사용할 수 있는 이름의 예: {names}.',
    'documentation.empty':
      '"{label}" 아래에 내용이 없으므로({place}) {field} 항목이 없는 것과 같습니다. 내용을 작성하십시오.',
    'documentation.placeholder':
      '"{label}" 아래에 자리 표시 문구만 있습니다({place}): "{shown}". 이 모델에 대한 실제 내용으로 바꾸십시오.',
    'documentation.template':
      '"{label}" 아래에 템플릿의 예시 문장만 있습니다({place}): "{shown}". 이 모델에 대한 실제 내용으로 바꾸십시오.',
    'documentation.opening':
      '"{label}" 항목이 자리 표시 문구로 시작합니다({place}): "{shown}". 이 모델에 대한 실제 내용으로 바꾸거나, 하위 항목에 모든 내용이 있으면 삭제하십시오.',
    'documentation.named':
      '"{label}" 아래에 이름이나 분류만 있습니다({place}): "{shown}". 내용을 설명하십시오. 결과라면 값을 적으십시오.',
    'documentation.no-card': '{field} 항목을 찾을 모델 카드가 없습니다. {why}',
    'documentation.no-file': '읽은 모델 카드에 {field} 항목이 없고, 지정된 다른 모델 카드 파일도 없습니다. {why}',
    'documentation.unreadable': '{field} 항목의 작성 여부를 판단할 수 없습니다. {why}',
    'documentation.twice': '{field} 항목을 두 번 요구합니다. 이름을 한 항목에 모으십시오.',
    'documentation.no-name':
      '"{name}"에 글자나 숫자가 없어 제목의 이름이 될 수 없습니다. {field} 항목의 이름을 고치십시오.',
    'documentation.measured-title': '모델 카드와 지표의 일치: {metric}',
    'documentation.measured-pass': '모델 카드의 {metric} 값이 측정값 {measured}({place})과 일치합니다: {places}.',
    'documentation.measured-fail':
      '모델 카드의 {metric} 값이 측정값과 다릅니다: {places}, 측정값 {measured}({place}). 모델 카드를 고치거나 다시 측정하십시오.',
    'documentation.measured-aside': '{said} 다른 대상("{words}")에 대한 값이라 비교하지 않음: {places}.',
    'documentation.measured-others':
      '모델 카드의 값이 다른 대상("{words}")에 대한 것이라 비교하지 않았습니다: {places}.',
    'documentation.measured-unknown': '{place}에 {metric} 값이 있으나 {paths}에서 찾을 수 없어 비교하지 않았습니다.',
    'documentation.measured-ambiguous': '{metric} 측정값이 여러 개라 비교하지 않았습니다: {places}.',
    'documentation.measured-none':
      '{paths}에 측정값과 비교할 수 있는 지표가 없습니다. "F1: 0.91"처럼 쓰거나 지표 표에 쓰십시오.',
    'documentation.measured-false': '`measured: false`는 아무것도 요구하지 않습니다. 삭제하십시오.',
  }),
}
