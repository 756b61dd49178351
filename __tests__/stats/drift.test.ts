import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { hellinger, jensenShannon, kullbackLeibler, psi, psiWithoutDrift } from '../../src/stats/distance.js'
import { chiSquaredDrift, chiSquaredTest } from '../../src/stats/goodness.js'
import { kolmogorovSmirnov } from '../../src/stats/kolmogorov.js'
import { mannWhitney } from '../../src/stats/mann-whitney.js'
import { wasserstein } from '../../src/stats/wasserstein.js'

const two = fc
  .array(fc.tuple(fc.nat(50), fc.nat(50)), { minLength: 2, maxLength: 12 })
  .map((bins) => ({ reference: bins.map(([r]) => r), current: bins.map(([, c]) => c) }))
  .filter(({ reference, current }) => reference.some((r) => r > 0) && current.some((c) => c > 0))
const sample = fc
  .array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 })
  .map((values) => Float64Array.from(values))

describe('a distance of counts', () => {
  test('is zero of a distribution to itself, and the same both ways', () => {
    fc.assert(
      fc.property(two, ({ reference, current }) => {
        for (const distance of [psi, hellinger, (r: number[], c: number[]) => jensenShannon(r, c)]) {
          expect(distance(reference, reference)).toBeCloseTo(0, 12)
          const there = distance(reference, current) ?? -1
          expect(there).toBeGreaterThanOrEqual(0)
          expect(distance(current, reference)).toBeCloseTo(there, 10)
        }
        expect(jensenShannon(reference, current, 2)).toBeLessThanOrEqual(1 + 1e-12)
        expect(hellinger(reference, current)).toBeLessThanOrEqual(1)
        expect(kullbackLeibler(reference, current)).toBeGreaterThanOrEqual(-1e-12)
      }),
    )
  })

  test('is infinite without a fill where only one has seen a category', () => {
    expect(psi([1, 1, 0], [1, 1, 1], false)).toBe(Number.POSITIVE_INFINITY)
    expect(kullbackLeibler([1, 1], [1, 0], false)).toBe(Number.POSITIVE_INFINITY)
    expect(kullbackLeibler([1, 0], [1, 1], false)).toBeCloseTo(Math.LN2, 14)
    expect(psi([1, 1, 0], [1, 1, 0], false)).toBe(0)
  })

  test('fills with less than the smallest share where that is tiny', () => {
    const tiny = [1e6, 10, 0]
    const share = 10 / 1_000_010
    const filled = [1 - share, share, share / 1e6]
    const current = [0.5, 0.25, 0.25]
    const expected = filled.reduce((sum, r, i) => sum + (r - (current[i] ?? 0)) * Math.log(r / (current[i] ?? 0)), 0)
    expect(psi(tiny, [2, 1, 1])).toBeCloseTo(expected, 12)
  })

  test('is undefined of nothing, of unlike categories, of a negative count and of what is not a number', () => {
    for (const [r, c] of [
      [[], []],
      [
        [0, 0],
        [1, 1],
      ],
      [[1], [1, 1]],
      [
        [-1, 2],
        [1, 1],
      ],
      [
        [Number.NaN, 1],
        [1, 1],
      ],
      [
        [1, Number.POSITIVE_INFINITY],
        [1, 1],
      ],
    ] as const) {
      expect(psi(r, c)).toBeUndefined()
      expect(kullbackLeibler(r, c)).toBeUndefined()
      expect(jensenShannon(r, c)).toBeUndefined()
      expect(hellinger(r, c)).toBeUndefined()
    }
  })

  test('has a PSI that chance alone reaches', () => {
    expect(psiWithoutDrift(100, 100, 10)).toBeCloseTo(0.33838, 5)
    expect(psiWithoutDrift(1000, 1000, 10)).toBeCloseTo(0.033838, 6)
    expect(psiWithoutDrift(0, 100, 10)).toBeUndefined()
    expect(psiWithoutDrift(100, 100, 1)).toBeUndefined()
  })
})

describe('the chi-squared test', () => {
  test('is certain of a category that was not expected, and leaves out one that is nowhere', () => {
    expect(chiSquaredDrift([10, 10, 0], [10, 10, 1])).toMatchObject({ statistic: Number.POSITIVE_INFINITY, p: 0 })
    expect(chiSquaredDrift([10, 12, 0], [10, 12, 0])).toMatchObject({ degrees: 1, p: 1 })
  })

  test('is undefined where sums differ or nothing can be compared', () => {
    expect(chiSquaredTest([1, 2], [2, 2])).toBeUndefined()
    expect(chiSquaredTest([5], [5])).toBeUndefined()
    expect(chiSquaredTest([5, 0], [5, 0])).toBeUndefined()
    expect(chiSquaredTest([1, Number.NaN], [1, 1])).toBeUndefined()
    expect(chiSquaredDrift([0, 0], [1, 1])).toBeUndefined()
  })
})

describe('a test of two samples', () => {
  test('does not depend on the order of rows, and says nothing against a sample and itself', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        for (const compare of [kolmogorovSmirnov, mannWhitney]) {
          const found = compare(a, b)
          expect(compare(a.toReversed(), b.toReversed())).toEqual(found)
          expect(compare(b, a)?.p).toBeCloseTo(found?.p ?? -1, 12)
          expect(found?.p).toBeGreaterThan(0)
          expect(found?.p).toBeLessThanOrEqual(1)
          expect(compare(a, a)?.p).toBeCloseTo(1, 12)
        }
      }),
    )
  })

  test('is undefined of an empty one and of what is not a number', () => {
    for (const compare of [kolmogorovSmirnov, mannWhitney]) {
      expect(compare(Float64Array.of(), Float64Array.of(1))).toBeUndefined()
      expect(compare(Float64Array.of(1), Float64Array.of(Number.NaN))).toBeUndefined()
    }
  })

  test('of Kolmogorov and Smirnov is exact: 2 of the 20 orders of three and three keep them apart', () => {
    const found = kolmogorovSmirnov(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))
    expect(found).toMatchObject({ statistic: 1, method: 'exact' })
    expect(found?.p).toBeCloseTo(0.1, 14)
    expect(kolmogorovSmirnov(Float64Array.of(1, 2), Float64Array.of(4, 5, 6))?.p).toBeCloseTo(0.2, 14)
  })

  test('of large samples is asymptotic', () => {
    const values = Float64Array.from({ length: 10_001 }, (_, i) => i)
    const moved = values.map((value) => value + 200)
    const found = kolmogorovSmirnov(values, moved)
    expect(found?.method).toBe('asymptotic')
    // Kolmogorov's limit 2 Σ (−1)^(k−1) exp(−2 k² λ²), good to about 1/√n.
    const square = 5000 * (200 / 10_001) ** 2
    const limit = 2 * (Math.exp(-2 * square) - Math.exp(-8 * square) + Math.exp(-18 * square))
    expect(Math.abs((found?.p ?? 0) - limit)).toBeLessThan(0.01)
  })
})

describe("Wasserstein's distance", () => {
  test('moves with a sample, and weights count like repeated rows', () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: 0, max: 20 }), (a, b, by) => {
        expect(wasserstein({ values: a }, { values: a.map((value) => value + by) })).toBeCloseTo(by, 10)
        const there = wasserstein({ values: a }, { values: b })
        expect(wasserstein({ values: b }, { values: a.toReversed() })).toBeCloseTo(there ?? -1, 10)
        const doubled = Float64Array.from([...a, ...a.subarray(0, 1)])
        const weights = a.map((_, i) => (i === 0 ? 2 : 1))
        expect(wasserstein({ values: a, weights }, { values: b })).toBeCloseTo(
          wasserstein({ values: doubled }, { values: b }) ?? -1,
          10,
        )
      }),
    )
  })

  test('is undefined of nothing, and of weights that do not fit', () => {
    const one = { values: Float64Array.of(1) }
    expect(wasserstein({ values: Float64Array.of() }, one)).toBeUndefined()
    expect(wasserstein({ values: Float64Array.of(Number.NaN) }, one)).toBeUndefined()
    expect(wasserstein({ ...one, weights: Float64Array.of(0) }, one)).toBeUndefined()
    expect(wasserstein({ ...one, weights: Float64Array.of(-1) }, one)).toBeUndefined()
    expect(wasserstein({ ...one, weights: Float64Array.of(1, 1) }, one)).toBeUndefined()
  })
})
