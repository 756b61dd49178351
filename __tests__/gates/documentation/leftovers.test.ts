import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'
import { worked } from '../../support/worked.js'
import { judged } from './support.js'

describe('a sentence that only begins like a placeholder', () => {
  test.each([
    'Insert and delete events are ignored.',
    'Insert operations fail on read-only tables.',
    'To be added to the list, a product needs 10 reviews.',
    'TBD claims are left out.',
    '미정 고객은 제외',
    '추가 예정 상품은 예측하지 못함',
    'Lorem ipsum text is classified as Latin.',
  ])('%j states something', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })

  test.each([
    'Insert the known limitations of the model',
    'Please insert limitations',
    'Insert text',
    'To be added to the card',
    'To be added by the data team, sorry',
    'TBD results are pending',
    '미정 사항이 많음',
    '추가 예정 내용이 있음',
    'Lorem ipsum text',
  ])('%j states nothing', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })
})

describe('what people leave for later', () => {
  test.each([
    ...['Limitation 1', '- Limitation 1\n- Limitation 2', '1. Use case 1', 'Known limitation #2', '- 한계 1\n- 한계 2'],
    ...['(describe)', '(optional)', 'License name', 'Model name', 'x.y.z', 'vX.Y.Z', 'v0.0.0'],
    ...['your.email@example.com', 'your-name@company.com', 'Fill in later', 'Draft', 'test', 'x', 'blah', 'blah blah'],
    ...['text here', 'Enter text', 'Enter your text', 'Please provide.', 'See above.', 'no info'],
    ...['No information available.', 'No information', 'No information is available yet.'],
    ...[
      '(작성)',
      '(내용)',
      '내용',
      '예시',
      'OOO',
      '○○○',
      'OOO 예정',
      '홍길동',
      '담당자 이메일',
      '라이선스명',
      '모델명',
    ],
    ...['특이사항 없음', '특이 사항 없음', '현재 없음', '현재 없습니다.', '- 내용\n- 예시'],
  ])('%j states nothing', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })

  test.each([
    ...['Limitation 1 of the licence applies.', 'Limitation 1: adults only', 'Top 1', 'Risk 0.2', 'Class 1'],
    ...['Draft law texts', 'Test set of 2023', 'Tested on adults', 'Descriptive texts'],
    ...['v0.0.1', 'v1.0.0', '2.0.0', 'ml-team@example.com', 'you@bank.com', 'Blah detector', 'X-rays', 'X and Y'],
    ...['Enter texts into the search box', 'Text here means a tweet', 'See above 0.9 recall'],
    ...['No information on age is used.', 'No information about minors', 'Drafting contracts'],
    ...['내용 요약', '예시 문장 생성', '내용: 성인만', '작성자 추정', '홍길동전 요약', '한계 1개월', '현재 재고 없음'],
    ...['특이사항 없음 판정에 사용', 'OOO 팀에서 사용하는 모델', '- 내용\n- 성인만', 'See above.\n\nAdults only'],
  ])('%j states something', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

describe('what a template says is to be written', () => {
  test.each([
    ...['한계를 기술한다.', '모델의 한계를 기술합니다.', '이 모델의 용도를 설명합니다.', '한계를 기재합니다.'],
    ...['고려한 내용을 적는다', '모델의 한계와 주의할 점을 구체적으로 기술해 주세요.', '한계 작성', '내용 입력'],
    ...['추가 필요', '입력 필요', '확인 후 작성', '추후 입력', '추후 결정', '담당자 작성', '담당자 이름 기재'],
    ...[
      '학습 데이터를 기술한다.',
      '평가 결과를 기재합니다.',
      '- 한계를 명시한다\n- 용도를 서술한다',
      '한계와 편향을 기술함',
    ],
    ...['한계를 기술한다. 주의할 점도 기재한다.', '**한계를 기술한다.**', '- **데이터:** 한계를 기술한다.'],
    '| 항목 | 내용 |\n|---|---|\n| 모델의 알려진 한계점과 주의사항 | 한계를 기술한다. |\n| 모델의 의도된 용도 | 용도 작성 |',
    ...['This section describes the limitations of the model.', 'This section lists known limitations'],
    ...['학습에 사용한 데이터를 기술', '성능 지표 기재', '평가 결과를 기재', '담당자 이메일 작성'],
    ...['한계 및 주의 사항을 기술한다.', '제한 사항 작성', '고려할 점을 적는다'],
    ...['This section provides an overview of the training data.', '- Data: This section describes the limitations.'],
    ...['You should describe what the model cannot do.', 'You should list the limitations of the model.'],
    ...['Limitations of the model go here.', 'Training data goes here', 'Text goes here'],
    ...['_Describe known limitations_', '__Describe known limitations__', '*Describe known limitations*'],
  ])('%j states nothing', (text) => {
    expect(isFilled(text).filled).toBe(false)
  })

  test.each([
    ...[
      '모델의 예측 결과를 설명합니다.',
      '고객의 이탈 위험을 설명한다',
      '이 모델은 문서의 한계를 설명한다',
      '데이터 입력',
    ],
    ...[
      '상품 설명 작성',
      '사용자 정보를 입력한다',
      '보고서 작성',
      '주문 입력 필요 여부를 판단',
      '영문의 한계를 기술한다',
    ],
    ...[
      '이메일 작성',
      '평가 결과 기술',
      '결과를 입력',
      '학습 내용을 설명합니다.',
      '평가 항목 작성',
      '설명 내용을 작성합니다.',
    ],
    ...['담당자 확인 필요', '검토 후 결정', '학습 데이터', '출처를 명시합니다.', '한계 기술 문서를 요약', '평가 기술'],
    ...['한계를 기술합니다.\n\n- 영문 전용', '한계 작성일은 2024-01-02', '추후 결정된 고객은 제외'],
    'This section describes the limitations of the model.\n\n- Adults only',
    'This section describes the limitations of the model:\n\n- Adults only',
    ...['This section describes limitations to small images.', 'This model lists limitations'],
    ...[
      'You should report errors to the owner.',
      'You should not use it for minors.',
      'You must provide the data.',
      'Users go here and there',
    ],
    ...['Lists known drugs in a text', 'Describes images', 'Contains biases of the web'],
  ])('%j states something', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })

  test.each([
    '## Limitations\nThis section describes the limitations of the model.\n### Language\nEnglish only.',
    '## 한계\n모델의 한계를 기술합니다.\n### 데이터\n영문 전용',
    '## Limitations (known)\nSee above.\n### Language\nEnglish only.',
  ])('above sub-sections leaves it to these: %j', async (text) => {
    expect(await judged('c.md', text, ['limitations'])).toEqual(['limitations: pass at c.md:1'])
  })

  test.each(['## 한계\n한계 작성', '- **한계:** 한계를 기술한다.'])('in a card: %j', async (text) => {
    expect((await judged('c.md', text, ['limitations'])).join()).toMatch(/limitations: (?:placeholder|template)/)
  })

  test('long lines are looked at once', () => {
    const started = worked()
    for (const words of ['한계 ', '한계와 한계를 ', '한계 1 ', 'this section describes ', 'blah ', 'insert the '])
      isFilled(words.repeat(20_000))
    expect(worked() - started).toBeLessThan(3_000)
  })
})
