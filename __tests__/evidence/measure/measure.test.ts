import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { intervalOf } from '../../../src/stats/basis.js'
import { repo } from '../../support/repo.js'
import { csv, measurements, mistakes, shownOf } from './support.js'

const BINARY = { prediction: 'p', score: 's' }
// Eight rows: tp 2, fp 1, fn 2, tn 3. The values beside are scikit-learn 1.7.2's.
const EIGHT = csv('y p s g', '1 1 .9 a / 1 1 .8 a / 1 0 .4 b / 1 0 .3 b / 0 1 .8 a / 0 0 .2 a / 0 0 .1 b / 0 0 .3 b')

describe('a binary table', () => {
  test.each([
    ['accuracy', 0.625],
    ['precision', 2 / 3],
    ['recall', 0.5],
    ['f1', 4 / 7],
    ['f1_macro', 0.6190476190476191],
    ['f1_micro', 0.625],
    ['f1_weighted', 0.6190476190476191],
    ['precision_macro', 0.6333333333333333],
    ['recall_weighted', 0.625],
    ['balanced_accuracy', 0.625],
    ['mcc', 0.2581988897471611],
    ['selection_rate', 0.375],
    ['true_positive_rate', 0.5],
    ['false_negative_rate', 0.5],
    ['false_positive_rate', 0.25],
    ['true_negative_rate', 0.75],
    ['roc_auc', 0.8125],
    ['auc', 0.8125],
    ['pr_auc', 0.7708333333333333],
    ['log_loss', 0.5929230658146245],
    ['brier', 0.21],
  ])('%s', async (name, expected) => {
    const all = await measurements(EIGHT, BINARY)
    expect(all.rows).toBe(8)
    expect(shownOf(all.metric(name))).toBeCloseTo(expected, 12)
  })

  test('a quotient of counts is exact, and says what it rests on', async () => {
    const f1 = (await measurements(EIGHT, BINARY)).metric('f1')
    expect(f1).toMatchObject({
      measurement: {
        exact: { over: 4, under: 7 },
        n: 8,
        positives: 4,
        negatives: 4,
        basis: { kind: 'f1', tp: 2, fp: 1, fn: 2 },
      },
    })
  })

  test('the calibration error takes 15 bins of equal width that include their upper end', async () => {
    // 0.2 is the upper end of the third bin and 0.21 lies in the fourth; together in one bin they would cancel.
    const all = await measurements(csv('y p s', '1 1 .2 / 0 0 .21'), BINARY)
    expect(shownOf(all.metric('ece'))).toBeCloseTo((0.8 + 0.21) / 2, 12)
  })

  test('scores need not be probabilities for a ranking', async () => {
    const all = await measurements(csv('y s', '1 7 / 0 -3 / 1 -5'), { score: 's' }, { metrics: ['auc', 'f1'] })
    expect(all.metric('auc')).toMatchObject({ measurement: { value: 0.5, exact: { over: 2, under: 4 } } })
    expect(all.metric('f1')).toMatchObject({ kind: 'unknown' })
  })
})

describe('codes are classes of their own', () => {
  const table = (...rows: string[]) => rows.map((row) => `{${row}}`).join('\n')

  test('texts that only look like one number', async () => {
    for (const text of [table('"y": "01", "p": "1"', '"y": "1", "p": "1"'), csv('y p', '01 1 / 1 1')]) {
      const all = await measurements(text, { prediction: 'p' }, { metrics: ['accuracy'] })
      expect(shownOf(all.metric('accuracy'))).toBe(0.5)
    }
    // A text that is the number is the number.
    const both = table('"y": "1", "p": 1', '"y": "0", "p": 0.0', '"y": "True", "p": 1')
    expect(shownOf((await measurements(both, { prediction: 'p' }, { metrics: ['f1'] })).metric('f1'))).toBe(1)
  })

  test('the positive class is the one of these very letters, else the number', async () => {
    const codes = table('"y": "01", "p": "01"', '"y": "02", "p": "01"')
    const versions = table('"y": "1.0", "p": "1.0"', '"y": "2.0", "p": "1.0"')
    for (const [text, positive] of [
      [codes, '01'],
      [versions, '1.0'],
      [table('"y": "1", "p": "1"', '"y": "2", "p": 1'), '1.0'],
    ] as const) {
      const all = await measurements(text, { prediction: 'p', positive }, { metrics: ['precision', 'recall'] })
      expect([shownOf(all.metric('precision')), shownOf(all.metric('recall'))]).toEqual([0.5, 1])
    }
    const two = table('"y": 1, "p": 1', '"y": "1.0", "p": 1')
    expect(await mistakes(two, { prediction: 'p', positive: '1.0' }, { metrics: ['recall'] })).toEqual([
      '-: `positive` is 1.0, which may be either of two classes of y: "1.0" and "1". Write each class in one way.',
    ])
  })

  test('groups', async () => {
    const text = table('"y": 1, "p": 1, "g": "01234"', '"y": 1, "p": 0, "g": "1234"')
    const groups = [{ attributes: ['g'], metrics: ['accuracy'] }]
    const all = await measurements(text, { prediction: 'p', groups: ['g'] }, { metrics: [], groups })
    expect(all.groups(['g'])?.map(({ name }) => name)).toEqual(['01234', '1234'])
  })
})

describe('what is one class', () => {
  test.each([
    ['1, 1.0 and 1e0', '1 1.0 / 1.0 1e0 / 0 0.0'],
    ['true and 1', 'true 1 / True 1.0 / FALSE 0'],
  ])('%s', async (_, rows) => {
    for (const positive of ['1', '1.0', 'true', 'True']) {
      const all = await measurements(csv('y p', rows), { prediction: 'p', positive }, { metrics: ['accuracy', 'f1'] })
      expect([shownOf(all.metric('accuracy')), shownOf(all.metric('f1'))]).toEqual([1, 1])
    }
  })

  test('-1 and 1 have 1 as the positive class, other names need to be told', async () => {
    const usual = await measurements(csv('y p', '-1 -1 / 1 -1 / 1 1'), { prediction: 'p' }, { metrics: ['recall'] })
    expect(shownOf(usual.metric('recall'))).toBe(0.5)
    const named = csv('y p', 'stays stays / leaves stays / leaves leaves')
    const untold = await measurements(named, { prediction: 'p' }, { metrics: ['recall', 'accuracy'] })
    expect(shownOf(untold.metric('recall'))).toMatch(/^no class is declared positive\. .* stays, leaves /)
    expect(shownOf(untold.metric('accuracy'))).toBeCloseTo(2 / 3, 15)
    const told = await measurements(named, { prediction: 'p', positive: 'leaves' }, { metrics: ['recall'] })
    expect(shownOf(told.metric('recall'))).toBe(0.5)
  })

  test('of several classes one is held against all others', async () => {
    const rows = csv('y p', 'a a / b a / c b / a c / b b')
    const all = await measurements(rows, { prediction: 'p', positive: 'a' }, { metrics: ['precision', 'recall'] })
    expect([shownOf(all.metric('precision')), shownOf(all.metric('recall'))]).toEqual([0.5, 0.5])
  })

  test('a third class beside two labels is no silent negative', async () => {
    const rows = csv('y p', '1 yes / 0 0 / 1 1')
    const all = await measurements(rows, { prediction: 'p', positive: '1' }, { metrics: ['false_positive_rate'] })
    expect(shownOf(all.metric('false_positive_rate'))).toMatch(/^the labels are 1, 0, but yes is predicted as well/)
  })
})

describe('without a denominator there is no value', () => {
  test.each([
    ['precision', '1 0 .4 / 0 0 .2', 'no row is predicted 1, so precision has no denominator.'],
    ['recall', '0 1 .4 / 0 0 .2', 'no row has the label 1, so recall has no denominator.'],
    ['false_positive_rate', '1 0 .4 / 1 1 .2', 'every row has the label 1, so false_positive_rate has no denominator.'],
    ['f1', '0 0 .4 / 0 0 .2', 'no row has the label 1 or is predicted so, and f1 has no denominator.'],
    ['auc', '1 0 .4 / 1 1 .2', 'all rows are of one class, and roc_auc compares two.'],
    ['pr_auc', '0 0 .4 / 0 1 .2', 'all rows are of one class, and pr_auc compares two.'],
    ['mcc', '1 1 .4 / 0 1 .2', 'all labels or all predictions are one class, so there is no correlation.'],
  ])('%s', async (name, rows, why) => {
    expect(shownOf((await measurements(csv('y p s', rows), BINARY)).metric(name))).toBe(why)
  })

  test('a class that is never predicted counts as 0 in an average, as in scikit-learn', async () => {
    const all = await measurements(csv('y p', 'a a / b a / b a'), { prediction: 'p' }, { metrics: ['precision_macro'] })
    expect(shownOf(all.metric('precision_macro'))).toBeCloseTo(1 / 6, 15)
  })
})

describe('regression', () => {
  const NUMBERS = ['mae', 'mse', 'rmse', 'r2', 'mape', 'pinball']
  const rows = csv('y p', '3 2.5 / -0.5 0 / 2 2 / 7 8')

  test.each([
    ['mae', 0.5],
    ['mse', 0.375],
    ['rmse', 0.6123724356957945],
    ['r2', 0.9486081370449679],
    ['mape', 0.3273809523809524],
    ['pinball', 0.3],
  ])('%s', async (name, expected) => {
    const all = await measurements(
      rows,
      { prediction: 'p', quantile: name === 'pinball' ? 0.3 : 0.5 },
      { metrics: NUMBERS },
    )
    expect(shownOf(all.metric(name))).toBeCloseTo(expected, 12)
  })

  test('labels far from zero lose nothing', async () => {
    const text = csv('y p', '1000000000.1 1000000000.2 / 1000000000.3 1000000000.2 / 1000000000.5 1000000000.4')
    const all = await measurements(text, { prediction: 'p' }, { metrics: ['r2'] })
    expect(shownOf(all.metric('r2'))).toBeCloseTo(0.625, 5)
  })

  test.each([
    ['mape', '0 1 / 2 2', '1 labels are 0, and no error is a percentage of 0. Use `mae` or `rmse`.'],
    ['r2', '2 1 / 2 2', 'all labels are one number, so there is no variance to explain.'],
    ['mse', '1e300 -1e300 / 2 2', 'it is too large to be written as a number.'],
  ])('%s has no value', async (name, text, why) => {
    expect(
      shownOf((await measurements(csv('y p', text), { prediction: 'p' }, { metrics: NUMBERS })).metric(name)),
    ).toBe(why)
  })

  test('with a positive class labels are no numbers', async () => {
    const all = await measurements(EIGHT, { ...BINARY, positive: '1' }, { metrics: ['mae'] })
    expect(all.metric('mae')).toMatchObject({ kind: 'unknown', why: { id: 'evidence.measure.positive-stated' } })
  })
})

describe('groups', () => {
  const COLUMNS = { ...BINARY, groups: ['g', 'h'] }
  const text = csv('y p s g h', '1 1 .9 a x / 0 1 .8 a y / 1 0 .4 b x / 1 1 .7 b x / 0 0 .1 a x')

  test('of one attribute and of two together', async () => {
    const groups = ['accuracy', 'true_positive_rate', 'false_positive_rate', 'auc']
    const all = await measurements(text, COLUMNS, {
      groups: [
        { attributes: ['g'], metrics: groups },
        { attributes: ['g', 'h'], metrics: ['accuracy'] },
      ],
    })
    const shown = (attributes: string[], names: string[]) =>
      all
        .groups(attributes)
        ?.map(({ name, n, positives, metric }) => [name, n, positives, ...names.map((it) => shownOf(metric(it)))])
    expect(shown(['g'], groups)).toEqual([
      ['a', 3, 1, 2 / 3, 1, 0.5, 1],
      [
        'b',
        2,
        2,
        0.5,
        0.5,
        expect.stringMatching(/^every row has the label 1/),
        expect.stringMatching(/^all rows are of one class/),
      ],
    ])
    expect(shown(['g', 'h'], ['accuracy'])).toEqual([
      ['a & x', 2, 1, 1],
      ['a & y', 1, 0, 0],
      ['b & x', 2, 2, 0.5],
    ])
    expect(all.groups(['h'])).toBeUndefined()
  })

  test('a category that no row has is no group', async () => {
    // pandas: {"y": [1, 0], "p": [1, 1], "g": Categorical(["a", "b"], ["nobody", "a", "b", "c"])}.
    const bytes = readFileSync(repo('__tests__/evidence/measure/unused-categories.parquet'))
    const wanted = { groups: [{ attributes: ['g'], metrics: ['accuracy'] }] }
    const all = await measurements(bytes, { prediction: 'p', groups: ['g'] }, wanted)
    expect(all.groups(['g'])?.map(({ name, metric }) => [name, shownOf(metric('accuracy'))])).toEqual([
      ['a', 1],
      ['b', 0],
    ])
  })

  test('identifiers are no groups', async () => {
    const rows = Array.from({ length: 10_001 }, (_, row) => `1,1,.5,g${row},x`)
    const found = await mistakes(['y,p,s,g,h', ...rows].join('\n'), COLUMNS, {
      groups: [{ attributes: ['g'], metrics: ['accuracy'] }],
    })
    expect(found).toEqual([expect.stringMatching(/more than 10000 groups by g\./)])
  })
})

describe('what is refused', () => {
  test.each([
    ['a missing label', '1 1 .5 / NaN 1 .5', 3, /^The column y has no value here/],
    ['a missing prediction', '1 1 .5 / 1 None .5', 3, /^The column p has no value here/],
    ['a missing score', '1 1 .5 / 1 1 nan', 3, /^The column s holds nan where a number belongs/],
  ])('%s', async (_, rows, line, said) => {
    const [found = ''] = await mistakes(csv('y p s', rows), BINARY)
    expect(found.startsWith(`${line}: `)).toBe(true)
    expect(found.slice(3)).toMatch(said)
  })

  test.each(['log_loss', 'brier', 'ece'])('a score beyond 1 for %s, but not for a ranking', async (name) => {
    const text = csv('y p s', '1 1 .5 / 0 1 1.5')
    expect(await mistakes(text, BINARY, { metrics: [name] })).toEqual([
      expect.stringMatching(/^-: The score 1.5 in row 2 of s is no probability/),
    ])
    expect(await mistakes(text, BINARY, { metrics: ['auc'] })).toEqual([])
  })

  test('a positive class that no row has, although it is predicted', async () => {
    const found = await mistakes(csv('y p s', 'no yes .5 / ja no .5'), { ...BINARY, positive: 'yes' })
    expect(found).toEqual([
      '-: yes is declared `positive`, but no row of y has it. Found there: no, ja. Write one of these.',
    ])
  })

  test('labels and predictions in two vocabularies', async () => {
    const found = await mistakes(csv('y p s', '1 yes .5 / 0 no .5'), { ...BINARY, positive: '1' })
    expect(found).toEqual([
      '-: No class of y is ever predicted: it holds 1, 0, and p holds yes, no. Write both in the same names.',
    ])
  })

  test('a column that the policy names and the table lacks, although no metric needs it', async () => {
    const found = await mistakes(EIGHT, { ...BINARY, id: 'row' }, { metrics: ['accuracy'] })
    expect(found).toEqual([expect.stringMatching(/^1: There is no column row/)])
  })
})

describe('certainty', () => {
  // 600 rows, each of which says a little: no interval below is degenerate.
  const rows = Array.from({ length: 600 }, (_, row) => [
    (row * 7) % 3 === 0 ? 1 : 0,
    (row * 11) % 5 < 2 ? 1 : 0,
    ((row * 37) % 101) / 101,
  ])
  const text = ['y,p,s', ...rows.map((row) => row.join(','))].join('\n')
  const METRICS = [
    'accuracy',
    'f1',
    'auc',
    'pr_auc',
    'log_loss',
    'brier',
    'ece',
    'mcc',
    'balanced_accuracy',
    'f1_macro',
    'precision_weighted',
  ]
  const NUMBERS = ['mae', 'rmse', 'r2', 'mse']

  test.each([...METRICS, ...NUMBERS])('the interval of %s is the same each time and lies around it', async (name) => {
    const isNumber = NUMBERS.includes(name)
    const once = async () => {
      const columns = isNumber ? { prediction: 's' } : BINARY
      const measured = (await measurements(text, columns, { metrics: [name] })).metric(name)
      if (measured.kind !== 'measured' || measured.measurement.basis === undefined) throw new Error('no basis')
      return {
        value: measured.measurement.value,
        ...intervalOf(measured.measurement.value, measured.measurement.basis, 0.95),
      }
    }
    const [first, second] = [await once(), await once()]
    expect(second).toEqual(first)
    expect(first.low).toBeLessThan(first.value)
    // The calibration error of a resample lies above that of the rows: noise adds to it.
    if (name !== 'ece') expect(first.high).toBeGreaterThan(first.value)
    expect((first.high ?? 1) - (first.low ?? 0)).toBeLessThan(0.4)
  })
})
