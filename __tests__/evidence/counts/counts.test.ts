import { describe, expect, test } from '@jest/globals'
import type { Measurements } from '../../../src/evidence/measure/contract.js'
import { intervalOf } from '../../../src/stats/basis.js'
import { ofCounts, shownOf } from './support.js'

/** Rows of a table, separated by `/`. */
function table(heading: string, rows: string): string {
  return [heading, ...rows.split('/').map((row) => row.trim())].join('\n')
}

const counts = (rows: string) => table('slice;tp;fp;tn;fn', rows)

async function read(...args: Parameters<typeof ofCounts>): Promise<Measurements> {
  const found = await ofCounts(...args)
  if (Array.isArray(found)) throw new Error(found.join('\n'))
  return found
}

describe('slices', () => {
  test('are written out in one column, or in a column an attribute', async () => {
    const rows =
      'all;3;1;4;2 / gender=F;1;1;2;0 / gender=M;2;0;2;2 / gender=F,age=30-49;1;1;2;0 / age=30-49, gender=M;2;0;2;2'
    const one = await read(counts(rows))
    const columns = table('tp,gender,age,fn,fp,tn', '3,,,2,1,4/1,F,,0,1,2/2,M,,2,0,2/1,F,30-49,0,1,2/2,M,30-49,2,0,2')
    const other = await read(columns, undefined, { groups: ['gender', 'age'] })
    for (const found of [one, other]) {
      expect(found.rows).toBe(10)
      expect(shownOf(found.metric('accuracy'))).toBe(0.7)
      expect(found.groups(['gender'])?.map(({ name, n, positives }) => [name, n, positives])).toEqual([
        ['F', 4, 1],
        ['M', 6, 4],
      ])
      expect(found.groups(['age', 'gender'])?.map(({ name, metric }) => [name, shownOf(metric('precision'))])).toEqual([
        ['30-49 & F', 0.5],
        ['30-49 & M', 1],
      ])
    }
  })

  test('1.0 and 1 are one group, as in predictions', async () => {
    expect(await ofCounts(counts('g=1.0;1;1;1;1 / g=1;1;1;1;1'))).toEqual([
      expect.stringContaining('Row 2: the slice g=1 stands here twice.'),
    ])
  })

  test('without a row about everything the groups of the only attribute are added up', async () => {
    const found = await read(counts('g=a;1;2;3;4 / g=b;1;0;0;0'))
    expect([found.rows, shownOf(found.metric('recall'))]).toEqual([11, 2 / 6])
  })

  test('a table of one row needs no slice', async () => {
    expect(shownOf((await read(table('tp,fp,tn,fn', '8,2,9,1'))).metric('accuracy'))).toBe(0.85)
  })

  test('a group of no row is none', async () => {
    const found = await read(counts('all;1;0;1;0 / g=a;1;0;1;0 / g=b;0;0;0;0'))
    expect(found.groups(['g'])?.map(({ name }) => name)).toEqual(['a'])
  })

  test('groups that no slice has are lacking, or left to other evidence', async () => {
    const text = counts('all;1;0;1;0')
    for (const isWhole of [true, false]) {
      const found = await read(text, undefined, { isWhole })
      expect([found.groups(['g']), found.lacks !== undefined]).toEqual([undefined, isWhole])
    }
  })
})

describe('what is refused', () => {
  test.each([
    ['all;-1;1;1;1', 'Row 1: tp is -1, which is no number of rows.'],
    ['all;1;0.5;1;1', 'Row 1: fp is 0.5, which is no number of rows.'],
    ['all;1;1;1e400;1', 'The column tn holds 1e400 where a number belongs.'],
    ['all;1;1;NaN;1', 'The column tn holds NaN where a number belongs.'],
    ['all;1;1;1;', 'The column fn holds an empty cell where a number belongs.'],
    ['all;1;1;1;9007199254740992', 'Row 1: fn is 9007199254740992, which is no number of rows.'],
    ['all;1;1;1;9007199254740991', 'Row 1: the counts of all add up to more rows than can be counted exactly'],
    ['g=a;9007199254740990;0;0;0 / g=b;9;0;0;0', 'the counts of all add up to more rows'],
    ['all;1;1;1;1 / OVERALL;1;1;1;1', 'Row 2: the slice all stands here twice.'],
    ['g=a,h=b;1;1;1;1 / h=b,g=a;1;1;1;1', 'Row 2: the slice g=a, h=b stands here twice.'],
    ['female;1;1;1;1', 'Row 1: the slice "female" cannot be read.'],
    ['g=;1;1;1;1', 'Row 1: the slice "g=" cannot be read.'],
    ['=a;1;1;1;1', 'Row 1: the slice "=a" cannot be read.'],
    ['g=a,;1;1;1;1', 'Row 1: the slice "g=a," cannot be read.'],
    ['g=a,g=b;1;1;1;1', 'Row 1: the slice "g=a,g=b" names g twice.'],
    [';1;1;1;1', 'The column slice has no value here.'],
    ['all;0;0;0;0', 'Every count is 0: no row was counted.'],
    ['g=a;1;1;1;1 / h=a;1;1;1;1', 'There are slices by g, h, and none of all rows.'],
    [
      'all;2;2;2;2 / g=a;1;1;1;1',
      'all has tp 2, fp 2, tn 2, fn 2, but its parts by g add up to tp 1, fp 1, tn 1, fn 1.',
    ],
    // As many rows, but not the same ones.
    [
      'all;2;2;2;2 / g=a;1;1;1;1 / g=b;2;0;1;1',
      'all has tp 2, fp 2, tn 2, fn 2, but its parts by g add up to tp 3, fp 1',
    ],
    [
      'all;2;0;0;0 / g=a;1;0;0;0 / g=b;1;0;0;0 / g=a,h=x;2;0;0;0',
      'g=a has tp 1, fp 0, tn 0, fn 0, but its parts by g & h add up to tp 2',
    ],
    // A value with a comma looks like an intersection, and then the group is short of rows.
    [
      'all;2;0;0;0 / g=a;1;0;0;0 / g=x,y=z;1;0;0;0',
      'all has tp 2, fp 0, tn 0, fn 0, but its parts by g add up to tp 1, fp 0',
    ],
  ])('%s', async (rows, expected) => {
    const said = await ofCounts(counts(rows))
    expect(Array.isArray(said) && said[0]).toEqual(expect.stringContaining(`counts.csv: ${expected}`))
  })

  test('columns that mean nothing, all of them at once, with the nearest name', async () => {
    expect(await ofCounts(table('slice,tp,fp,tn,fnn,run_date', 'all,1,1,1,1,x'))).toEqual([
      expect.stringMatching(/^counts\.csv: The column fnn means nothing here; did you mean fn\?/),
      expect.stringMatching(
        /^counts\.csv: The column run_date means nothing here; slice, tp, fp, tn, fn.* are read\. Leave it out, or name it under `groups`/,
      ),
      expect.stringMatching(/^counts\.csv: There is no column fn\./),
    ])
  })

  test('an attribute that the policy names and the table lacks', async () => {
    expect(await ofCounts(table('slice,tp,fp,tn,fn', 'all,1,1,1,1'), undefined, { groups: ['gender'] })).toEqual([
      expect.stringContaining('The column slice means nothing here'),
      expect.stringContaining('There is no column gender.'),
    ])
  })

  test('more divisions than anyone compares', async () => {
    const rows = Array.from({ length: 65 }, (_, at) => `g${at}=a;1;0;0;0`).join('/')
    expect(await ofCounts(counts(`all;1;0;0;0/${rows}`))).toEqual([
      expect.stringContaining('Row 65: there are more than 64 attributes and intersections.'),
      expect.stringContaining('Row 66: '),
    ])
  })

  test('names that objects have of their own are names like any other', async () => {
    const found = await read(counts('__proto__=constructor;1;0;1;0 / __proto__=toString;1;1;0;0'))
    expect(found.groups(['__proto__'])?.map(({ name }) => name)).toEqual(['constructor', 'toString'])
  })
})

const ALL = 'tp,fp,tn,fn\n2,1,3,2'
const bins = (rows: string, heading = 'low,high,positives,negatives,score_sum') => table(heading, rows)

describe('a histogram', () => {
  test('ties the rows of a bin, and says how far off that may be', async () => {
    // Of 1000 × 1000 pairs 100 are within a bin of two scores, and 10,000 have one score.
    const text = 'tp,fp,tn,fn\n990,900,100,10'
    const histogram = bins('0,0.1,10,10,0.5 / 0.2,0.2,100,100,40 / 0.3,0.3,0,890,267 / 0.4,0.5,890,0,400')
    const found = (await read(text, histogram)).metric('auc')
    if (found.kind !== 'measured') throw new Error(String(shownOf(found)))
    const { value, exact, within, basis } = found.measurement
    // 100 × (2 × 10 + 100) + 10 × 10 + 890 × 2 × 1000 half pairs.
    expect(exact).toEqual({ over: 1_792_100, under: 2_000_000 })
    expect(within).toBe(0.00005)
    const plain = basis && intervalOf(value, { ...basis, within: 0 } as typeof basis, 0.95)
    const wide = basis && intervalOf(value, basis, 0.95)
    expect(wide?.low).toBeCloseTo((plain?.low ?? 0) - 0.00005, 12)
    expect(wide?.high).toBeCloseTo((plain?.high ?? 0) + 0.00005, 12)
  })

  test('whose bins are too few says so, and gives no area', async () => {
    const found = (await read(ALL, bins('0,0.5,2,3,1/0.6,1,2,1,2'))).metric('auc')
    expect(shownOf(found)).toBe(
      'undefined: the bins leave it between 0.3750 and 0.8750, further than 0.0005 from their middle. Write more bins.',
    )
  })

  test('in any order of its rows gives the same', async () => {
    const rows = ['0.1,0.1,0,2,0.2', '0.3,0.3,2,1,0.9', '0.8,0.8,1,1,1.6', '0.9,0.9,1,0,0.9']
    const found = await Promise.all([rows, rows.toReversed()].map((it) => read(ALL, bins(it.join('/')))))
    for (const name of ['auc', 'pr_auc', 'ece', 'brier', 'log_loss']) {
      expect(shownOf(found[0]?.metric(name) ?? { kind: 'unknown' })).toBe(
        shownOf(found[1]?.metric(name) ?? { kind: 'unknown' }),
      )
    }
    expect(shownOf(found[0]?.metric('auc') ?? { kind: 'unknown' })).toBe(12.5 / 16)
    expect(shownOf(found[0]?.metric('brier') ?? { kind: 'unknown' })).toBeCloseTo(1.78 / 8, 12)
  })

  test.each([
    ['0.2,0.1,4,4,1', 'histogram.csv: Row 1: `low` is 0.2 and `high` is 0.1.'],
    ['0.1,0.2,4,-4,1', 'histogram.csv: Row 1: negatives is -4, which is no number of rows.'],
    ['0.1,0.2,4.5,4,1', 'histogram.csv: Row 1: positives is 4.5, which is no number of rows.'],
    [
      '0.1,0.2,4,4,2',
      'histogram.csv: Row 1: `score_sum` is 2, which 8 scores between `low` and `high` cannot add up to.',
    ],
    ['0.1,0.2,4,4,1 / 0.2,0.3,0,0,0', 'histogram.csv: Row 2'],
    ['0.1,0.2,2,2,0.6/0.2,0.3,2,2,1', 'histogram.csv: In all the bins 0.1–0.2 and 0.2–0.3 share scores.'],
    ['0.1,0.1,2,2,0.4/0.1,0.1,2,2,0.4', 'histogram.csv: In all the bins 0.1 and 0.1 share scores.'],
    [
      '0.1,0.2,4,3,1',
      'histogram.csv: In all the histogram has 4 positive and 3 negative rows, the counts have 4 and 4.',
    ],
  ])('%s is refused', async (rows, expected) => {
    const said = await ofCounts(ALL, bins(rows.replace('0.2,0.3,0,0,0', 'x,0.3,0,0,0')))
    const [first] = Array.isArray(said) ? said : []
    expect(first).toContain(expected.endsWith('Row 2') ? 'The column low holds x where a number belongs' : expected)
  })

  test('a score that is no probability is a mistake where calibration is asked for', async () => {
    const histogram = bins('0.1,0.1,2,3 / 1.5,1.5,2,1', 'low,high,positives,negatives')
    expect(await ofCounts(ALL, histogram, { metrics: ['auc', 'ece'] })).toEqual([
      'histogram.csv: Row 2: the score 1.5 is no probability. `log_loss`, `brier` and `ece` need scores between 0 and 1.',
    ])
    expect(shownOf((await read(ALL, histogram)).metric('auc'))).toBe(0.625)
  })

  test('what it does not determine is said', async () => {
    const apart = await read(ALL, bins('0.1,0.1,2,3,0.5/0.6,1,2,1,2'))
    expect(shownOf(apart.metric('brier'))).toMatch(/^undefined: the bins leave it between/)
    expect(shownOf(apart.metric('pr_auc'))).toBe(
      'unknown: pr_auc needs each score in a row of its own, and the bin from 0.6 to 1 holds several. Round the scores before they are used, or name predictions.',
    )
    expect(shownOf(apart.metric('ece'))).toMatch(
      /^unknown: ece has 15 bins of equal width, and the bin from 0.6 to 1 lies in two/,
    )
    const unsummed = await read(ALL, bins('0.1,0.1,2,3/0.61,0.62,2,1', 'low,high,positives,negatives'))
    expect(shownOf(unsummed.metric('ece'))).toBe('unknown: ece needs the column `score_sum` in the histogram.')
    const none = await read(ALL)
    expect(shownOf(none.metric('auc'))).toBe('unknown: roc_auc needs `histogram` under `evidence: counts`.')
    expect(shownOf(none.metric('rmse'))).toBe('unknown: rmse compares numbers, and counts say nothing of them.')
    expect(shownOf(none.metric('perplexity'))).toBe('unknown')
  })

  test('of groups alone gives none of all rows', async () => {
    const text = counts('all;2;1;3;2 / g=a;2;1;3;2')
    const histogram = table('slice;score;positives;negatives', 'g=a;0.1;4;4')
    const found = await read(text, histogram)
    expect(shownOf(found.metric('auc'))).toBe('unknown: roc_auc needs rows of all in the histogram.')
    expect(shownOf(found.groups(['g'])?.[0]?.metric('auc') ?? { kind: 'unknown' })).toBe(0.5)
  })

  test('of one class has no area', async () => {
    const found = await read('tp,fp,tn,fn\n2,0,0,2', table('score,positives,negatives', '0.1,4,0'))
    expect(shownOf(found.metric('auc'))).toBe('undefined: all rows are of one class, and roc_auc compares two.')
  })
})

test('metrics without a denominator have no value, as with predictions', async () => {
  const found = await read('tp,fp,tn,fn\n0,0,5,0')
  expect(shownOf(found.metric('precision'))).toBe('undefined: no row is predicted 1, so precision has no denominator.')
  expect(shownOf(found.metric('mcc'))).toMatch(/^undefined: /)
  expect(shownOf(found.metric('accuracy'))).toBe(1)
})

test('counts of billions of rows keep their digits', async () => {
  const found = await read('tp,fp,tn,fn\n2251799813685247,2251799813685248,2251799813685248,2251799813685248')
  const measured = found.metric('accuracy')
  expect(measured.kind === 'measured' && measured.measurement.exact).toEqual({
    over: 4503599627370495,
    under: 9007199254740991,
  })
})
