import { describe, expect, test } from '@jest/globals'
import { isFilled } from '../../../src/gates/documentation/placeholder.js'
import { worked } from '../../support/worked.js'

describe('a hint in brackets that nobody replaced', () => {
  test.each([
    // A line, a list item.
    '[List known limitations, e.g., performs poorly on rare classes, sensitive to input noise]',
    '- [Known limitation 1]\n- [Known limitation 2]',
    '1. [Use case with description]',
    '- ❌ [Inappropriate use case 1]',
    '> [Describe any known limitations or biases]',
    '[Description]',
    '**[Description]**',
    '[모델의 알려진 한계]',
    '【모델의 알려진 한계】',
    '- 〈모델의 알려진 한계〉',
    '[list of domains, e.g., ["technology", "software"]]',
    '`[Describe known limitations, biases, and ethical considerations]`',
    '[Describe what the model cannot do, whom\nit should not be used for, and why]',
    '[Limitation 1], [Limitation 2] and [Limitation 3]',
    '[Min]-[Max]',
    '[X.Y.Z]',
    '[YYYY-MM-DD]',
    '{What is this model bad at? What edge cases will it fail on?}',
    '- {Name and version of the dataset. Number of rows.}',
    '`<e.g. confusion persists in this revision>`',
    '`<e.g. "Two classes are confused." / "No numbers of its own\nyet.">`',
    '{Where does it fail?}\n\nExample:\n> - Underperforms for customers of less than three months\n> - Trained before 2025',
    // A value behind its label.
    '- **Primary uses:** [Describe the main applications of the model]\n- **Users:** [Who will be using it?]',
    '- **Technical**: [Technical limitations]',
    '- Developer: [Team/Organization]\n- Version: [Version number of the model]',
    '- [User type]: [How they use it]',
    '- **[Use Case 1]**: [Description]',
    '- **주요 용도:** [모델을 어디에 사용하는지]',
    '- **Known failure modes:**\n- **Safety mitigations:** (guardrails, human oversight)',
    'Metrics and results: (link to the reports of the evaluation)',
    // A cell.
    '| Metric | Value |\n|---|---|\n| [Metric 1] | [X.XX] |\n| Accuracy of the whole | [X]% |',
    '| Metric | Value |\n|---|---|\n| Accuracy of the whole | [0.XX] |\n| Recall of every class | [X] |',
    '| Property | Value |\n|---|---|\n| **Training data** | {name of the data set} |\n| **Sources** | [List of sources] |',
  ])('%j', (text) => {
    expect(isFilled(text)).toMatchObject({ filled: false })
    expect(isFilled(text, true)).toMatchObject({ filled: false })
  })

  test('is quoted', () => {
    expect(isFilled('- **Uses:** [Describe the uses]')).toMatchObject({
      why: 'placeholder',
      shown: '[Describe the uses]',
    })
  })

  test('leaves what stands beside it', () => {
    expect(isFilled('[Known limitation 1]\n- Fails on children under twelve years')).toEqual({ filled: true })
    expect(isFilled('- **Language:** [Language]\n- **Ages:** adults only\n- **Region:** European Union')).toEqual({
      filled: true,
    })
    expect(isFilled('[Known limitation 1]\n- Bias')).toMatchObject({ filled: false })
  })
})

describe('brackets that are none', () => {
  test.each([
    // Links, references, notes, addresses, alerts, check boxes.
    ...[
      '[the datasheet](https://example.com/data)',
      '- [Known weaknesses](#known-weaknesses)',
      '[Results][1]',
      '[a](#a), [b](#b)',
      '[1], [2]',
    ],
    ...['English only. [1]', 'English only.\n[^1]\n[^note]', '[^note]: English only', 'See [the paper].'],
    ...['> [!NOTE]\n> English only.', '[kim@example.com]', '<kim@example.com>', '<https://example.com/card>'],
    ...['- [x] done', '[x] done', '- [ ] checked\n- [x] done', '| Bias tested | [x] |\n|---|---|\n| Drift | [x] |'],
    // Values.
    ...[
      '[0.91, 0.88]',
      '- F1: [0.91, 0.88]',
      '**F1:** (0.91)',
      '[[50, 3], [2, 45]]',
      'Labels: {0, 1}',
      '「모델 카드」',
      '【주의】 영문 전용',
    ],
    ...['| F1 | AUC |\n|---|---|\n| [0.91, 0.93] | [95% CI 0.88–0.95] |', '["technology", "software"]'],
    ...['{"f1": 0.91}', "{'f1': 0.91}", '{f1: 0.91}', '```json\n{\n  "sts-b": 0.85,\n  "squad": 0.92\n}\n```'],
    ...['```\n[[50  3]\n [ 2 45]]\n```', '[{"f1": 0.9}]', '[accuracy: 0.91]', '{0.91}'],
    'Example:\n> Underperforms for new customers',
    // What is said about a name or an address.
    ...[
      '- **Base**: `bert` (110 million)',
      '**Data:** https://example.com/a (25k texts)',
      '- `a.csv` [customers of 2023]',
      '[Adult] https://example.com/a',
    ],
    ...['<https://example.com/card>\nEnglish only.', '[https://example.com/card]', '[…]\nEnglish only.'],
    // Formulas and parts of a sentence.
    ...['\\[ F_1 = \\frac{2pr}{p + r} \\]', '$$\n{\\beta}\n$$', 'Ranks [high, low] risks', '{a} or {b} only'],
    ...['Scores in [0, 1]', '(English only)', 'Ages: adults (18 or older)', 'if a < b or c > d, it fails'],
  ])('%j', (text) => {
    expect(isFilled(text)).toEqual({ filled: true })
  })
})

test.each([
  '[',
  '[a\n',
  '[a\n[',
  '{',
  '{a\n',
  '<a, ',
  ': [a]',
  '[a] ',
  '| [a] ',
  '(',
  ': (a',
  '[[a]',
  '[a]\n',
  '【',
  '[a], ',
])('ten megabytes of %j take seconds at most', (part) => {
  const text = part.repeat(Math.ceil(10_000_000 / part.length))
  const started = worked()
  isFilled(text)
  expect(worked() - started).toBeLessThan(6_000)
})
