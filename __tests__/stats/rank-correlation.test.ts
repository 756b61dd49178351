import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { kendall, spearman } from '../../src/stats/rank-correlation.js'
import { worked } from '../support/worked.js'

/** Pearson's correlation of the midranks, by its definition. */
function pearsonOfRanks(a: readonly number[], b: readonly number[]): number {
  const rank = (values: readonly number[]) =>
    values.map((v) => values.filter((w) => w < v).length + (values.filter((w) => w === v).length + 1) / 2)
  const [x, y] = [rank(a), rank(b)]
  const mean = (a.length + 1) / 2
  const product = (u: readonly number[], v: readonly number[]) =>
    u.reduce((sum, it, i) => sum + (it - mean) * ((v[i] ?? 0) - mean), 0)
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y))
}

/** τ-b by looking at every pair. */
function everyPair(a: readonly number[], b: readonly number[]): number {
  let [sum, x, y] = [0, 0, 0]
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [p, q] = [a, b].map((it) => Math.sign((it[i] ?? 0) - (it[j] ?? 0)))
      sum += (p ?? 0) * (q ?? 0)
      x += (p ?? 0) ** 2
      y += (q ?? 0) ** 2
    }
  }
  return sum / Math.sqrt(x * y)
}

describe('published values', () => {
  test('spearman: the example of scipy.stats.spearmanr', () => {
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 14)
  })

  test('kendall: the example of scipy.stats.kendalltau', () => {
    expect(kendall([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.47140452079103173, 14)
  })
})

const values = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
  minLength: 2,
  maxLength: 40,
})

test('both are what their definitions say, with ties', () => {
  fc.assert(
    fc.property(values, (pairs) => {
      const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)]
      const isFlat = new Set(a).size === 1 || new Set(b).size === 1
      if (isFlat) {
        expect([spearman(a, b), kendall(a, b)]).toEqual([undefined, undefined])
        return
      }
      expect(spearman(a, b)).toBeCloseTo(pearsonOfRanks(a, b), 10)
      expect(kendall(a, b)).toBeCloseTo(everyPair(a, b), 10)
    }),
    { numRuns: 500 },
  )
})

test('a ranking is exactly like itself, and like nothing that is no ranking', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2 }), (a) => {
      if (new Set(a.map((it) => it + 0)).size === 1) return
      expect([spearman(a, a), kendall(a, a)]).toEqual([1, 1])
      expect(spearman(a, [...a.slice(1), Number.NaN])).toBeUndefined()
      expect(kendall(a, a.slice(1))).toBeUndefined()
    }),
  )
  expect([spearman([1], [1]), kendall([], [])]).toEqual([undefined, undefined])
})

test('a hundred thousand features take no time', () => {
  const a = Array.from({ length: 100_000 }, (_, i) => (i * 7919) % 100_003)
  const start = worked()
  expect(kendall(a, a.toReversed())).toBeLessThan(1)
  expect(spearman(a, a)).toBe(1)
  expect(worked() - start).toBeLessThan(5_000)
})
