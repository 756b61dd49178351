import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { METRIC_NAMES } from '../../../src/evidence/measure/names.js'
import { differenceOf } from '../../../src/stats/basis.js'
import { newcombePaired } from '../../../src/stats/difference.js'
import { randomFrom } from '../../../src/stats/random.js'
import { english } from '../../support/evidence.js'
import { csv, pair } from '../../support/paired.js'
import { repo } from '../../support/repo.js'

interface Vector {
  readonly id: string
  readonly input: { readonly y: number[]; readonly a: number[]; readonly b: number[] }
  readonly expect: { readonly diff: number; readonly ci: [number, number] }
  readonly tol: number
}

const VECTORS: Vector[] = JSON.parse(readFileSync(repo('__tests__/stats/vectors.json'), 'utf8'))
const CLASSES = { label: 'y', prediction: 'p', positive: '1', id: 'id' }
const ALL = { ...CLASSES, score: 's' }

interface Row extends Readonly<Record<string, string | number>> {
  readonly id: string
  readonly y: number
  readonly p: number
  readonly s: number
}

/** Two models on the same rows: the second repeats the first but for a share of the rows. */
function models(count: number, apart: number, seed: string): { current: Row[]; baseline: Row[] } {
  const random = randomFrom(seed)
  const share = () => random.below(1_000_000) / 1_000_000
  const scored = (id: string, y: number): Row => {
    const s = Math.round(1000 * (0.35 * y + 0.65 * share())) / 1000
    return { id, y, p: s > 0.5 ? 1 : 0, s }
  }
  const current = Array.from({ length: count }, (_, at) => scored(`r${at}`, share() < 0.4 ? 1 : 0))
  return { current, baseline: current.map((row) => (share() < apart ? scored(row.id, row.y) : row)) }
}

function shuffled<T>(rows: readonly T[], seed: string): T[] {
  const random = randomFrom(seed)
  return rows
    .map((row) => ({ row, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row)
}

describe('intervals of a difference on the same rows', () => {
  test.each(['AUC-4', 'AUC-5'])('the AUC by DeLong, as published (%s)', async (id) => {
    const vector = VECTORS.find((it) => it.id === id)
    if (vector === undefined) throw new Error('no vector')
    const { y, a, b } = vector.input
    const table = (scores: number[]) => csv(y.map((label, at) => ({ y: label, s: scores[at] ?? 0 })))
    const pairing = await pair(table(a), table(b), { label: 'y', score: 's' }, ['auc'])
    const found = pairing.difference('auc', 0.95)
    expect(found?.method).toBe('delong')
    expect(Math.abs((found?.low ?? 0) - vector.expect.ci[0])).toBeLessThan(vector.tol * 2)
    expect(Math.abs((found?.high ?? 0) - vector.expect.ci[1])).toBeLessThan(vector.tol * 2)
  })

  test("shares by Newcombe's paired interval of McNemar's table", async () => {
    // Label, current, baseline, how often. Right: both 40 + 30, current alone 5 + 6, baseline alone 3 + 2, neither 4 + 10.
    const table = [
      ...[1, 1, 1, 40, 1, 1, 0, 5, 1, 0, 1, 3, 1, 0, 0, 4],
      ...[0, 0, 0, 30, 0, 0, 1, 6, 0, 1, 0, 2, 0, 1, 1, 10],
    ]
    const rows = Array.from({ length: 8 }, (_, at) => table.slice(4 * at, 4 * at + 4)).flatMap(
      ([y = 0, first = 0, second = 0, times = 0]) => Array.from({ length: times }, () => ({ y, first, second })),
    )
    const of = (which: 'first' | 'second') => csv(rows.map((row) => ({ y: row.y, p: row[which] })))
    const { id: _, ...columns } = CLASSES
    const metrics = ['accuracy', 'recall', 'false_positive_rate', 'false_negative_rate', 'selection_rate']
    const pairing = await pair(of('first'), of('second'), columns, metrics)
    const counts = (both: number, first: number, second: number, neither: number) =>
      newcombePaired({ both, first, second, neither }, 0.9)
    expect(pairing.difference('accuracy', 0.9)).toEqual(counts(70, 11, 5, 14))
    expect(pairing.difference('recall', 0.9)).toEqual(counts(40, 5, 3, 4))
    expect(pairing.difference('false_negative_rate', 0.9)).toEqual(counts(4, 3, 5, 40))
    expect(pairing.difference('false_positive_rate', 0.9)).toEqual(counts(10, 2, 6, 30))
    expect(pairing.difference('selection_rate', 0.9)).toEqual(counts(50, 7, 9, 34))
    expect(pairing.difference('accuracy', 0.9)?.method).toBe('newcombe-paired')
  })

  test('every other metric by a bootstrap that holds the difference', async () => {
    const { current, baseline } = models(3000, 0.3, 'others')
    const numbers = new Set(['mae', 'mse', 'rmse', 'r2', 'mape', 'pinball'])
    const names = METRIC_NAMES.filter((name) => !numbers.has(name))
    const pairing = await pair(csv(current), csv(baseline), ALL, [...names])
    const same = await pair(csv(baseline), csv(current), ALL, [...names])
    for (const name of names) {
      const found = pairing.difference(name, 0.999)
      const [now, before] = [same.baseline.metric(name), pairing.baseline.metric(name)]
      if (now.kind !== 'measured' || before.kind !== 'measured') throw new Error(name)
      const difference = now.measurement.value - before.measurement.value
      expect([name, (found?.low ?? 1) <= difference && difference <= (found?.high ?? -1)]).toEqual([name, true])
    }
    expect(pairing.difference('f1', 0.95)?.method).toBe('bootstrap')
  })

  test('numbers: the mean of paired losses, close to its normal interval', async () => {
    const random = randomFrom('numbers')
    const noise = () => random.below(2001) / 1000 - 1
    const rows = Array.from({ length: 4000 }, (_, at) => {
      const y = 10 + (at % 7)
      const shared = noise()
      return { y, a: y + shared + 0.1 * noise(), b: y + shared + 0.1 * noise() }
    })
    const table = (of: 'a' | 'b') => csv(rows.map((row) => ({ y: row.y, p: row[of] })))
    const names = ['mae', 'mse', 'rmse', 'r2', 'mape', 'pinball']
    const pairing = await pair(table('a'), table('b'), { label: 'y', prediction: 'p', quantile: 0.3 }, names)
    const losses = rows.map(({ y, a, b }) => Math.abs(y - a) - Math.abs(y - b))
    const mean = losses.reduce((sum, loss) => sum + loss, 0) / losses.length
    const variance = losses.reduce((sum, loss) => sum + (loss - mean) ** 2, 0) / (losses.length - 1)
    const reach = 1.959964 * Math.sqrt(variance / losses.length)
    const found = pairing.difference('mae', 0.95)
    expect(Math.abs((found?.low ?? 1) - (mean - reach))).toBeLessThan(0.15 * reach)
    expect(Math.abs((found?.high ?? 1) - (mean + reach))).toBeLessThan(0.15 * reach)
    for (const name of names) expect([name, pairing.difference(name, 0.95)?.method]).toEqual([name, 'bootstrap'])
  })
})

describe('what pairing is worth', () => {
  test.each(['accuracy', 'auc', 'f1', 'log_loss', 'mcc'])(
    'where models mostly agree, the interval of %s is narrower than that of independent samples',
    async (metric) => {
      let narrower = 0
      for (let run = 0; run < 10; run += 1) {
        const { current, baseline } = models(400, 0.1, `${metric}/${run}`)
        const pairing = await pair(csv(current), csv(baseline), ALL, [metric])
        const swapped = await pair(csv(baseline), csv(current), ALL, [metric])
        const paired = pairing.difference(metric, 0.95)
        const [now, before] = [swapped.baseline, pairing.baseline].map((it) => it.metric(metric))
        if (now?.kind !== 'measured' || before?.kind !== 'measured') throw new Error('not measured')
        const [a, b] = [now.measurement, before.measurement].map(({ value, basis }) => basis && { value, basis })
        const independent = a && b && differenceOf(a, b, 0.95)
        if (paired === undefined || independent === undefined) throw new Error('no interval')
        if (paired.high - paired.low < 0.8 * (independent.high - independent.low)) narrower += 1
      }
      expect(narrower).toBe(10)
    },
  )

  test('the paired interval covers a known difference about as often as it says', async () => {
    // The baseline is right in 80 rows of 100, the current model as often: the true difference is 0.
    let covered = 0
    const runs = 200
    const random = randomFrom('coverage')
    for (let run = 0; run < runs; run += 1) {
      const rows = Array.from({ length: 150 }, () => {
        const right = random.below(10) < 8 ? 1 : 0
        const other = random.below(10) < 5 ? right : random.below(10) < 8 ? 1 : 0
        return { right, other }
      })
      const table = (of: 'right' | 'other') =>
        csv(rows.map((row, at) => ({ y: at % 2, p: row[of] === 1 ? at % 2 : 1 - (at % 2) })))
      const pairing = await pair(table('right'), table('other'), { label: 'y', prediction: 'p' }, ['f1_macro'])
      const found = pairing.difference('f1_macro', 0.9)
      if (found !== undefined && found.low <= 0 && found.high >= 0) covered += 1
    }
    expect(covered / runs).toBeGreaterThan(0.83)
    expect(covered / runs).toBeLessThan(0.97)
  })
})

describe('the order of rows', () => {
  test.each([300, 2500])('changes nothing, whichever table is shuffled (%d rows)', async (count) => {
    const { current, baseline } = models(count, 0.2, 'order')
    const metrics = ['accuracy', 'recall', 'precision', 'f1', 'mcc', 'auc', 'pr_auc', 'log_loss', 'ece']
    const plain = await pair(csv(current), csv(baseline), ALL, metrics)
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (one, other) => {
        const mixed = await pair(csv(shuffled(current, one)), csv(shuffled(baseline, other)), ALL, metrics)
        for (const metric of metrics)
          expect([metric, mixed.difference(metric, 0.9)]).toEqual([metric, plain.difference(metric, 0.9)])
      }),
      { numRuns: 2 },
    )
  })

  test('a model beside itself: no difference, and the share of rows still leaves some doubt', async () => {
    const { current } = models(500, 0, 'itself')
    const pairing = await pair(csv(current), csv(shuffled(current, 'x')), ALL, ['accuracy', 'auc', 'f1'])
    const found = pairing.difference('accuracy', 0.9)
    expect(found?.low).toBeLessThan(0)
    expect(found?.high).toBeGreaterThan(0)
    expect(pairing.difference('auc', 0.9)).toBeUndefined()
    expect(pairing.difference('f1', 0.9)).toBeUndefined()
  })
})

describe('rows that are not the same', () => {
  const rows = ['007', '7', '8', '9', '10'].map((id, at) => ({ id, y: at % 2, p: 1 }))
  const other = (change: (row: (typeof rows)[number], at: number) => object) =>
    csv(rows.map((row, at) => ({ ...row, ...change(row, at) })))
  const said = async (baseline: string, id = true) => {
    const { id: key, ...columns } = CLASSES
    const named = id ? { ...columns, id: key } : columns
    const { problems } = await pair(csv(rows), baseline, named, ['accuracy'])
    return problems.map(({ message }) => english(message))
  }

  test('identifiers are taken as written', async () => {
    expect(await said(csv(rows))).toEqual([])
  })

  test.each<[string, string, boolean, string[]]>([
    [
      'identifiers of one table only, both ways',
      other((_, at) => (at < 2 ? { id: `x${at}` } : {})),
      true,
      [
        'current.csv has 2 rows whose id is not in baseline.csv; first: 007, 7.',
        'baseline.csv has 2 rows whose id is not in current.csv; first: x0, x1.',
      ],
    ],
    [
      'an identifier twice',
      other((_, at) => (at > 2 ? { id: '8' } : {})),
      true,
      ['In baseline.csv, 2 rows repeat a value of id that an earlier row has; first: 8, 8.'],
    ],
    [
      'another label for an identifier',
      other((row, at) => (at === 1 ? { y: 1 - row.y } : {})),
      true,
      ['In 1 of 5 rows baseline.csv has another label than current.csv for the same id; first: 7.'],
    ],
    [
      'another label by position',
      other((row, at) => (at === 1 ? { y: 1 - row.y } : {})),
      false,
      ['In 1 of 5 rows baseline.csv has another label than current.csv; first rows: 2.'],
    ],
    ['fewer rows by position', csv(rows.slice(0, 4)), false, ['baseline.csv has 4 rows and current.csv has 5.']],
  ])('%s', async (_, baseline, id, starts) => {
    const found = await said(baseline, id)
    expect(found.map((text, at) => text.slice(0, starts[at]?.length))).toEqual(starts)
  })
})
