import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'
import { worked } from '../../support/worked.js'

describe('a statement', () => {
  test.each([
    // Short and true.
    ...['English only.', 'MIT', '2.1', '0', '영문 전용', '김철수', '日本語', 'Только английский', 'yes'],
    ...[
      'None of the groups differs by more than 0.02.',
      'No known limitations.',
      'None known.',
      '편향이 없음을 확인함',
    ],
    // A placeholder beside enough else.
    ...[
      'Trained on 2023 customers of the EU. TODO: add the counts.',
      'TBD\n\nThe rest is known and written down here.',
      '- TODO\n- Adults in the European Union only',
    ],
    '추후 보완 예정. 2023년 국내 고객 이탈 데이터로 학습함',
    // What only looks like one.
    ...[
      'Trained on TBD-2019.',
      'Sorts TODO lists',
      'Scores need to be confirmed by a clinician',
      'Trained on data/TODO.csv',
      'See https://example.com/TODO',
      'Uses the `TODO` tag',
    ],
    ...[
      '- [ ] checked\n- [x] done',
      'For example, ranking of leads',
      'Adapts to your model card',
      'An example of use: ranking',
    ],
    ...[
      'Detects TBC in X-rays',
      'Predicts the unknown',
      'Not applicable to minors',
      '미정렬 데이터에 약함',
      '작성자 추정 모델',
    ],
    ...[
      '이 모델은 없음 응답을 분류한다',
      '| None | Not applicable |\n| a | b |',
      '[name](https://example.com) wrote it',
    ],
    ...['a < b and c > d', 'Run <b>once</b>', 'Pages with the phrase "lorem ipsum" were removed'],
    ...[
      'N/A - the model has no training data of its own',
      '해당 없음 - 규칙 기반 모델이라 학습 데이터가 없음',
      'None (tested on every group we have)',
    ],
    ...['```\naccuracy 0.91\n```', '`churn`', 'https://example.com/card'],
    ...['- Sensitive data: none\n- Groups: adults', 'None\nAdults only', '<!-- hint --> Adults only', 'a <!-- b'],
    ...[
      '| F1 | AUC |\n|---|---|\n| 0.91 | 0.95 |',
      '| F1 | 0.91 |\n|---|---|\n| AUC | TBD |\n| Recall on all groups | 0.88 |',
    ],
    `${'[More Information Needed]\n'.repeat(2000)}English text of general interest only.`,
  ])('%j', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

describe('a placeholder', () => {
  test.each<[string, string]>([
    ...['TODO', 'todo', 'TBD', 'T.B.D', 'tbd.', 'TODO: describe', 'FIXME', 'WIP', 'XXX', 'TBA.', 'N.Y.A.'].map(
      (text): [string, string] => [text, ''],
    ),
    ['[More Information Needed]', '[More Information Needed]'],
    ['More information needed', 'More information needed'],
    ['To be added', 'To be added'],
    ['To be updated by the data team next quarter once ready', ''],
    ['TODO: describe the limitations of the model before its release', ''],
    ['TODO(kim): write this section before the release in spring', ''],
    ['TBD - the data team will tell us next quarter', ''],
    ['TODO: 모델의 한계를 자세히 설명하고 검토를 받을 것', ''],
    ['Coming soon!', 'Coming soon'],
    ['Insert a description here', 'Insert a description here'],
    ['Your description', 'Your description'],
    ['<your model name>', '<your model name>'],
    ['[describe the data]', '[describe the data]'],
    ['{{ limitations }}', '{{ limitations }}'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a shell template
    ['${LIMITATIONS}', '${LIMITATIONS}'],
    [`Lorem ipsum dolor sit amet, ${'consectetur adipiscing elit '.repeat(20)}`, 'Lorem ipsum'],
    [`Real words come first, many of them. ${'More words. '.repeat(5000)} lorem ipsum`, 'lorem ipsum'],
    ...[
      'none',
      'None.',
      'N/A',
      'n/a',
      'NA',
      'null',
      'unknown',
      'not applicable',
      'NOASSERTION',
      'placeholder',
      'foo',
      '- none\n- n/a',
      '**None**',
    ].map((text): [string, string] => [text, '']),
    ['N/A - no idea', ''],
    ['None, sorry.', ''],
    ['추후 작성', '추후 작성'],
    ['추후 작성 예정입니다.', '추후 작성 예정입니다'],
    ['작성 예정', '작성 예정'],
    ['작성 중', '작성 중'],
    ['내용을 입력하세요', '내용을 입력하세요'],
    ['여기에 설명을 작성해 주세요.', ''],
    ['미정', '미정'],
    ['준비 중입니다', '준비 중입니다'],
    ['TBD입니다', 'TBD'],
    ...['없음', '해당 없음', '해당없음', '해당 사항 없음', '내용 없음', '- 없음', '해당 없음 - 모름'].map(
      (text): [string, string] => [text, ''],
    ),
    ['-', '-'],
    ['...', '...'],
    ['???', '???'],
    ['`TODO`', 'TODO'],
    ['```\nTODO\n```', 'TODO'],
    ['<details><br>TBD</details>', 'TBD'],
    [
      '- **Developed by:** [More Information Needed]\n- **Funded by a large foundation:** [More Information Needed]',
      '',
    ],
    ['Owner: TBD\nLicense of the weights: TBD\nVersion of the data: TBD', 'TBD'],
    [
      '| Measure | Validation | Test on holdout |\n|---|---|---|\n| Accuracy of all | TBD | TBD |\n| Recall | TBD | - |',
      'TBD',
    ],
    ['TODO\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164', 'TODO'],
  ])('%j', (text, shown) => {
    const filling = isFilled(text)
    expect(filling).toMatchObject({ filled: false, why: 'placeholder' })
    if (shown !== '') expect(filling).toMatchObject({ shown })
  })

  test('is quoted in part', () => {
    const filling = isFilled(`{{ ${'long '.repeat(50)}}}`)
    expect(filling.filled ? '' : filling.shown).toMatch(/^\{\{ long .{40,60}…$/)
  })
})

test.each([
  'Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.',
  'Use the code below to get started with the model.\n\n[More Information Needed]',
  'Carbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact#compute) presented in [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).',
  'This model card has been generated automatically according to the information the Trainer had access to. You\nshould probably proofread and complete it, then remove this comment.',
])('a sentence of a template: %j', (text) => {
  expect(isFilled(text)).toMatchObject({ filled: false, why: 'template' })
})

test.each([
  '',
  '   \n\t',
  '<!-- what it is for -->',
  '<!-- a\n\nb -->\n<!-- c -->',
  '<!-- never closed',
  '<br>',
  '&nbsp;',
  '\u200B',
  '\u3164',
  '***\n',
  '✅',
  '- **Owner:**\n- **License:**',
  '```\n```',
])('nothing: %j', (text) => {
  expect(isFilled(text).filled).toBe(false)
})

test.each<[string, string]>([
  ['placeholders', 'TBD '.repeat(500_000)],
  ['words', 'real words here. '.repeat(120_000)],
  ['brackets', '['.repeat(2_000_000)],
  ['braces', '{{'.repeat(1_000_000)],
  ['openings of comments', '<!--'.repeat(500_000)],
  ['back-quotes', '`'.repeat(2_000_000)],
  ['stars', '**'.repeat(1_000_000)],
  ['line ends', 'a\n'.concat('\n'.repeat(2_000_000))],
  ['spaces', `a${' '.repeat(2_000_000)}`],
  ['tags', '<a '.repeat(700_000)],
  ['table rows', '|-'.repeat(1_000_000)],
])('two megabytes of %s take a second at most', (_name, text) => {
  const started = worked()
  isFilled(text)
  expect(worked() - started).toBeLessThan(3_000)
})

describe('a measured value beside a placeholder', () => {
  const partly = [
    '**Accuracy:** 0.9\n**F1:** 0.8\n**Latency:** TBD',
    '| train | 0.9 |\n| test | TBD |',
    '0.93 accuracy\n\n[More Information Needed]',
    '- AUC: 91 %\n- Latency: TBD',
  ]
  test.each(partly)('%j states results, and nothing else', (text) => {
    expect(isFilled(text, true).filled).toBe(true)
    expect(isFilled(text).filled).toBe(false)
  })

  test.each(['F1 0.9 (TBD: AUC)', 'Accuracy: TBD\nF1: XX%', '[More Information Needed]\n\nF1', 'TODO 0.9'])(
    '%j does not',
    (text) => {
      expect(isFilled(text, true).filled).toBe(false)
    },
  )
})
