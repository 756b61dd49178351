import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'card.template':
      'The YAML at the start of the model card still holds a placeholder of its template (`{{ … }}`). Fill the template in first.',
    'card.front-matter-no-mapping':
      'The text between the two lines of dashes at the start of the model card is not a mapping. Write `key: value` lines there, or begin the card with a heading.',
    'card.front-matter-too-long':
      'The YAML at the start of the model card is longer than {limit} characters. Move text from it below the second line of dashes.',
  }),
  ko: () => ({
    'card.template': '모델 카드 맨 앞의 YAML에 템플릿 표시(`{{ … }}`)가 남아 있습니다. 템플릿을 채운 뒤 저장하십시오.',
    'card.front-matter-no-mapping':
      '모델 카드 맨 앞의 대시 두 줄 사이에 있는 내용이 매핑이 아닙니다. `key: value` 형식으로 쓰거나, 모델 카드를 제목으로 시작하십시오.',
    'card.front-matter-too-long':
      '모델 카드 맨 앞의 YAML 길이가 {limit}자를 넘습니다. 내용을 두 번째 대시 줄 아래로 옮기십시오.',
  }),
}
