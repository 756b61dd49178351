import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wordingFor } from '../../../src/app/wording.js'
import { agrees } from '../../../src/gates/documentation/compare-quotes.js'
import { metricOf } from '../../../src/gates/documentation/metric-names.js'
import { quotedNumber } from '../../../src/gates/documentation/quote.js'
import { quotesInText } from '../../../src/gates/documentation/quotes-text.js'
import { decimal } from '../../../src/shared/decimal.js'
import { judgeFiles, saidOf } from '../../support/judged.js'
import { worked } from '../../support/worked.js'

const METRICS = '{"f1": 0.9149, "accuracy": 0.905, "roc_auc": 0.95, "rmse": 3.214, "precision": 0.88, "recall": 0.93}'

async function run(card: string, asked = 'true', metrics = METRICS, name = 'C.md') {
  const policy = `evidence: {metrics: m.json, model-card: ${name}}\ndocumentation: {measured: ${asked}}`
  const report = await judgeFiles(policy, { 'm.json': metrics, [name]: card })
  const checks = report.models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  const short = checks.map(({ id, outcome, evidence }) => {
    const line = evidence?.line === undefined ? '' : `:${evidence.line}`
    return `${id.replace('documentation/measured', '')} ${outcome}${line}`
  })
  return { verdict: report.verdict, checks, short, said: saidOf(report, 'documentation') }
}

test('predictions that are named and not there are missing, as they are for every other gate', async () => {
  const policy =
    'evidence: {predictions: {path: no.csv, label: y, prediction: p}, model-card: C.md}\ndocumentation: {measured: true}'
  const report = await judgeFiles(policy, { 'C.md': 'F1: 0.91' })
  const [check] = report.models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  expect(check).toMatchObject({ id: 'documentation/measured/f1', outcome: 'missing' })
})

describe('what is quoted, and where', () => {
  test.each<[string, string, string[]]>([
    ['a label', 'F1: 0.91', ['/f1 pass:1']],
    ['a sentence', 'It has an F1 score of 0.91.', ['/f1 pass:1']],
    ['a heading', '## F1: 0.91', ['/f1 pass:1']],
    ['an underlined heading', 'F1: 0.5\n---', ['/f1 fail:1']],
    ['a heading of another model', '# Baseline\n## F1: 0.5\n# Ours\n## F1: 0.91', ['/f1 pass:4']],
    ['a link', '[F1](https://example.org/f1): 0.5', ['/f1 fail:1']],
    ['per cent, bold', '- **Accuracy**: 91 %', ['/accuracy pass:1']],
    ['per cent in words', 'The accuracy is 90.5 percent.', ['/accuracy pass:1']],
    [
      'several in a line',
      'Precision 0.88, recall 0.93 and ROC AUC 0.95',
      ['/auc pass:1', '/precision pass:1', '/recall pass:1'],
    ],
    ['Korean', '정확도: 0.91, F1 점수 0.91', ['/accuracy pass:1', '/f1 pass:1']],
    ['Korean with particles', '재현율은 93%이고 정밀도는 0.88입니다.', ['/precision pass:1', '/recall pass:1']],
    ['code marks around a name', '`rmse` = 3.21', ['/rmse pass:1']],
    [
      'a table of metrics and values',
      '| Metric | Value |\n|---|---|\n| F1-score | **0.91** |\n| RMSE | 3.2 |',
      ['/f1 pass:3', '/rmse pass:4'],
    ],
    [
      'a head of metrics',
      '| Model | F1 | AUROC |\n|---|:-:|---|\n| churn | 0.91 | 0.95 ± 0.01 |',
      ['/auc pass:3', '/f1 pass:3'],
    ],
    ['a head of metrics without labels', 'F1 | Accuracy (%)\n--|--\n0.91 | 90.5', ['/accuracy pass:3', '/f1 pass:3']],
    ['a Korean table', '| 지표 | 값 |\n|---|---|\n| 정확도 | 0.905 |', ['/accuracy pass:3']],
    [
      'model-index',
      '---\nmodel-index:\n- name: churn\n  results:\n  - dataset: {name: telco, split: test}\n    metrics:\n    - type: f1\n      value: 0.915\n---\n',
      ['/f1 pass:8'],
    ],
    ['front matter', '---\nf1: 0.91\n---\n', ['/f1 pass:2']],
    [
      'a wrong number in each place',
      '---\nf1: 0.92\n---\n# X\nAccuracy: 0.95\n\n|Metric|Value|\n|-|-|\n|AUC|0.96|',
      ['/accuracy fail:5', '/auc fail:9', '/f1 fail:2'],
    ],
    [
      'a list below its heading',
      '## Evaluation\n\n* Test accuracy: 0.905\n* Test F1: 0.99',
      ['/accuracy pass:3', '/f1 fail:4'],
    ],
  ])('%s', async (_, card, expected) => {
    expect((await run(card)).short).toEqual(expected)
  })

  test('a card in YAML', async () => {
    const { short } = await run(
      'performance:\n  f1: 0.93\n  metrics:\n    - {type: accuracy, value: 0.905}\n',
      'true',
      METRICS,
      'c.yaml',
    )
    expect(short).toEqual(['/accuracy pass:4', '/f1 fail:2'])
  })

  test('says both numbers and both places, on the line of the card', async () => {
    const { checks, said, verdict } = await run('# Card\n\nF1: 0.92, as written in 2024.')
    expect(verdict).toBe('fail')
    expect(said).toEqual([
      'documentation/measured/f1 fail: The card states another f1 than was measured: C.md:3 (0.92) against 0.9149 (m.json:1). Correct the card, or measure again.',
    ])
    expect(checks[0]).toMatchObject({
      expected: '= 0.92',
      actual: '0.9149',
      mend: 'evidence',
      evidence: { path: 'C.md', line: 3 },
    })
  })

  test('one wrong value among right ones fails', async () => {
    expect((await run('F1: 0.91\n\nF1: 0.915\n\nF1: 0.85')).short).toEqual(['/f1 fail:5'])
  })
})

describe('what is about something else is not compared', () => {
  test.each<[string, string, string[]]>([
    ['another split', 'Training accuracy: 0.99', [' missing:1', '/accuracy not-applicable:1']],
    ['a baseline', 'The baseline reaches F1: 0.80', [' missing:1', '/f1 not-applicable:1']],
    [
      'a rule',
      'A rule that never predicts churn has an accuracy of 0.73.\nF1: 0.91',
      ['/accuracy not-applicable:1', '/f1 pass:2'],
    ],
    ['an error', 'The standard error of the accuracy is 0.01.\nF1: 0.91', ['/accuracy not-applicable:1', '/f1 pass:2']],
    [
      'a Korean rule',
      '항상 거절하는 규칙도 정확도가 0.73입니다.\n\nF1: 0.91',
      ['/accuracy not-applicable:1', '/f1 pass:3'],
    ],
    [
      'a data set of several',
      '---\nmodel-index:\n- results:\n  - dataset: {name: A}\n    metrics: [{type: f1, value: 0.99}]\n  - dataset: {name: B, split: test}\n    metrics: [{type: f1, value: 0.98}]\n---\nAccuracy: 0.905',
      ['/accuracy pass:9', '/f1 not-applicable:5'],
    ],
    ['a sentence that goes on', 'The previous model has an\nF1 score of 0.80.\n\nF1: 0.91', ['/f1 pass:4']],
    ['another version', 'v1 had an F1 of 0.80.\n\nF1: 0.91', ['/f1 pass:3']],
    ['below a heading', '## Baseline\nF1: 0.80\n## Results\nF1: 0.91', ['/f1 pass:4']],
    ['below a sub-heading', '## Baseline\n### Scores\nF1: 0.80\n## Results\nF1: 0.91', ['/f1 pass:5']],
    [
      'below a line that introduces it',
      'Training results:\n\n- F1: 0.99\n\nOn the test set:\n\n- F1: 0.91',
      ['/f1 pass:7'],
    ],
    ['in a list below an item', '- Baseline\n  - F1: 0.80\n- Ours\n  - F1: 0.91', ['/f1 pass:4']],
    [
      'a target',
      'Target F1: 0.95. Required accuracy: 0.95',
      [' missing:1', '/accuracy not-applicable:1', '/f1 not-applicable:1'],
    ],
    ['a column', '| Metric | Train | Test |\n|-|-|-|\n| F1 | 0.99 | 0.91 |', ['/f1 pass:3']],
    ['rows', '| Model | F1 |\n|-|-|\n| Logistic regression | 0.80 |\n| Ours | 0.91 |', ['/f1 pass:4']],
    [
      'rows of groups',
      '| Gender | Accuracy |\n|-|-|\n| female | 0.90 |\n| male | 0.87 |',
      [' missing:1', '/accuracy not-applicable:3'],
    ],
    [
      'rows none of which says to be ours',
      '| Model | F1 |\n|-|-|\n| XGBoost | 0.80 |\n| LightGBM | 0.85 |',
      [' missing:1', '/f1 not-applicable:3'],
    ],
    [
      'a split of model-index',
      '---\nmodel-index:\n- results:\n  - dataset: {split: train}\n    metrics: [{type: f1, value: 0.99}]\n---\n',
      [' missing:1', '/f1 not-applicable:5'],
    ],
    ['a metric that was not measured', 'MAPE: 12%\nF1: 0.91', ['/f1 pass:2', '/mape not-applicable:1']],
    ['an average of another kind', 'Macro F1: 0.80\nF1: 0.91', ['/f1 pass:2', '/f1_macro not-applicable:1']],
  ])('%s', async (_, card, expected) => {
    expect((await run(card)).short).toEqual(expected)
  })

  test('and the reason is said', async () => {
    const { said } = await run('Baseline F1: 0.80\n\nF1: 0.91\n\nMAPE: 12%')
    expect(said).toEqual([
      'documentation/measured/f1 pass: The card states the f1 that was measured, 0.9149 (m.json:1): C.md:3 (0.91). Not compared, as it is about something else ("baseline"): C.md:1 (0.80).',
      'documentation/measured/mape not-applicable: mape is stated in C.md:5, but not found in m.json; it was not compared.',
    ])
  })
})

test.each([
  ['code', '```\nF1: 0.5\n```'],
  ['code in a list', '- ~~~\n  F1: 0.5\n  ~~~'],
  ['a comment', '<!-- F1: 0.5 -->'],
  ['a quotation', '> F1: 0.5'],
  ['a range', 'F1: 0.5-0.9, accuracy of 0.5 to 0.6'],
  ['a decimal comma', 'F1: 0,5'],
  ['a bound', 'F1 >= 0.5 and accuracy > 0.5'],
  ['a count', 'F1 2 is a footnote; accuracy 3 times'],
  ['another metric', 'top-5 accuracy: 0.99, accuracy@5: 0.9, precision-recall: 0.9'],
  ['no metric', 'Revision 0.91 of 2024, n: 1200'],
  ['nothing', '# Card'],
])('%s is no quoted value: nothing to compare is missing', async (_, text) => {
  const { short, verdict, said } = await run(`${text}\n`)
  expect(short).toEqual([' missing:1'])
  expect(verdict).toBe('fail')
  expect(said[0]).toMatch(/C\.md states no metric that could be compared/)
})

describe('rounding', () => {
  test.each([
    ['0.91', '0.9149', true],
    ['0.91', '0.905', true],
    ['0.91', '0.915', true],
    ['0.91', '0.9151', false],
    ['0.91', '0.9049', false],
    ['0.910', '0.9149', false],
    ['0.9', '0.9499', true],
    ['1', '0.7', false],
    ['9.1e-1', '0.9149', true],
    ['9.15e-1', '0.9149', true],
  ])('%s and %s: %s', (written, measured, expected) => {
    const read = quotedNumber(written)
    if (read === undefined) throw new Error('no number')
    expect(agrees({ metric: 'f1', percent: false, ...read }, decimal(measured), decimal('0'))).toBe(expected)
  })

  test.each([
    ['91', true, 'f1', '0.9149', true],
    ['91', true, 'f1', '0.92', false],
    ['91.4', false, 'accuracy', '0.9139', true],
    ['0.91', false, 'accuracy', '91.3', true],
    ['91', true, 'accuracy', '91.3', true],
    ['12', true, 'mape', '0.12', true],
    ['3.2', false, 'rmse', '3.214', true],
    ['3.2', false, 'rmse', '0.032', false],
  ])('%s (per cent: %s) of %s and %s: %s', (written, percent, metric, measured, expected) => {
    const read = quotedNumber(written)
    if (read === undefined) throw new Error('no number')
    expect(agrees({ metric, percent, ...read }, decimal(measured), decimal('0'))).toBe(expected)
  })

  test('any value agrees with itself, rounded to any number of digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }), (millionths, digits) => {
        const measured = decimal((millionths / 1e6).toFixed(6))
        const read = quotedNumber(measured.round(digits).toFixed(digits))
        expect(read !== undefined && agrees({ metric: 'rmse', percent: false, ...read }, measured, decimal('0'))).toBe(
          true,
        )
      }),
    )
  })

  test('a tolerance is added', async () => {
    expect((await run('F1: 0.92', '{tolerance: 0.00005}')).short).toEqual(['/f1 fail:1'])
    expect((await run('F1: 0.92', '{tolerance: 0.0001}')).short).toEqual(['/f1 pass:1'])
    expect((await run('F1: 92%', '{tolerance: 0.0001}')).short).toEqual(['/f1 pass:1'])
  })
})

describe('the measured value', () => {
  test.each([
    ['{"eval_f1": 0.9149}', ['/f1 pass:1']],
    ['{"metrics": {"test": {"F1-Score": 0.9149}}}', ['/f1 pass:1']],
    ['{"train": {"f1": 0.99}, "f1": 0.9149}', ['/f1 pass:1']],
    ['{"train_f1": 0.9149}', [' missing:1', '/f1 not-applicable:1']],
    ['{"f1": 0.9149, "test_f1": 0.5}', ['/f1 pass:1']],
    ['{"eval_f1": 0.9149, "test_f1": 0.5}', [' missing:1', '/f1 not-applicable:1']],
    ['{"f1": NaN}', ['/f1 error:1']],
    ['{"f1": null}', ['/f1 error:1']],
  ])('%s', async (metrics, expected) => {
    expect((await run('F1: 0.91', 'true', metrics)).short).toEqual(expected)
  })

  test('is not there', async () => {
    const policy = 'evidence: {model-card: C.md}\ndocumentation: {measured: true}'
    expect(saidOf(await judgeFiles(policy, { 'C.md': 'F1: 0.91' }), 'documentation')).toEqual([
      expect.stringMatching(/^documentation\/measured missing: No metrics file is named/),
    ])
  })
})

test('predictions are what was measured, where they are named', async () => {
  const rows = ['y,p', ...Array.from({ length: 40 }, (_, row) => `${row % 2},${row < 4 ? 1 - (row % 2) : row % 2}`)]
  const policy = `evidence: {model-card: C.md, predictions: {path: p.csv, label: y, prediction: p, positive: 1}}
documentation: {measured: true}`
  const files = { 'C.md': 'Accuracy: 90%\n\nF1: 0.95', 'p.csv': `${rows.join('\n')}\n` }
  expect(saidOf(await judgeFiles(policy, files), 'documentation')).toEqual([
    expect.stringMatching(/^documentation\/measured\/accuracy pass: .* 0\.9 \(p\.csv\)/),
    expect.stringMatching(/^documentation\/measured\/f1 fail: .*C\.md:3 \(0\.95\) against 0\.9 \(p\.csv\)/),
  ])
})

test.each([
  ['F1-Score', 'f1'],
  ['ROC-AUC', 'auc'],
  ['AUC (ROC)', 'auc'],
  ['area under the ROC curve', 'auc'],
  ['average precision', 'pr_auc'],
  ['macro avg/f1-score', 'f1_macro'],
  ['Precision (weighted)', 'precision_weighted'],
  ['R²', 'r2'],
  ['테스트 정확도', 'accuracy'],
  ['Ｆ１', 'f1'],
  ['true positive rate', 'recall'],
  ['expected calibration error', 'ece'],
])('%s is %s', (name, metric) => {
  expect(metricOf(name)).toMatchObject({ metric, other: [] })
})

test.each(['f1_note', 'accuracy_samples', 'churn/f1', 'top 5 accuracy', 'n', '', 'auc'.repeat(100)])(
  '%j is no metric',
  (name) => {
    expect(metricOf(name)).toBeUndefined()
  },
)

test.each([
  ['a line of names', 'f1 '.repeat(500_000)],
  ['a line of numbers', `F1: ${'9'.repeat(1_000_000)}`],
  ['a line of bars', '|'.repeat(1_000_000)],
  ['bars on many lines', '|a|\n'.repeat(200_000)],
  ['brackets', `F1 ${'('.repeat(500_000)}`],
  ['spaces', `F1${' '.repeat(500_000)}: 0.9`],
  ['a table without an end', `|F1|\n|-|\n${'|0.9|\n'.repeat(200_000)}`],
  ['lists within lists', Array.from({ length: 20_000 }, (_, index) => `${' '.repeat(index % 60)}- F1: 0.9`).join('\n')],
  ['rules', `|${'-'.repeat(300_000)}|\n`.repeat(4)],
])('%s is read in bounded time', (_, text) => {
  const start = worked()
  expect(quotesInText(text.split('\n'), 'C.md').length).toBeLessThanOrEqual(500)
  expect(worked() - start).toBeLessThan(2_000)
})

test('every sentence can be said in Korean too', async () => {
  const cards = ['F1: 0.92\n\nBaseline F1: 0.8\n\nMAPE: 1%', '# X', 'Baseline F1: 0.8', 'Accuracy: 0.9']
  const metrics = '{"f1": 0.9, "eval_accuracy": 0.1, "test_accuracy": 0.2}'
  const checks = (await Promise.all(cards.map((card) => run(card, 'true', metrics)))).flatMap((one) => one.checks)
  for (const check of checks) expect(wordingFor('ko').say(check.message)).toMatch(/^(?!.*[{}]).*[가-힣]/)
  const said = new Set(checks.map(({ message }) => message.id))
  const wanted = ['aside', 'others', 'unknown', 'ambiguous', 'none'].map((id) => `documentation.measured-${id}`)
  expect([...said]).toEqual(expect.arrayContaining(wanted))
})

test('`measured: false` demands nothing, and is a mistake', async () => {
  expect((await run('F1: 0.91', 'false')).said).toEqual(['`measured: false` demands nothing. Remove it.'])
})
