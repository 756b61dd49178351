import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { detectable, detectableProportion } from '../../src/stats/detectable.js'
import { newcombePaired } from '../../src/stats/difference.js'
import { mcnemar } from '../../src/stats/mcnemar.js'
import { benjaminiHochberg, holm } from '../../src/stats/multiplicity.js'
import { criticalValue, normalCdf, normalQuantile, twoSidedTail } from '../../src/stats/normal.js'
import { katz, koopman } from '../../src/stats/ratio.js'

describe('the normal distribution', () => {
  test.each([
    [0.95, 1.959963984540054],
    [0.9, 1.6448536269514722],
    [0.99, 2.5758293035489004],
  ])('reaches %d at %d', (level, z) => expect(criticalValue(level)).toBeCloseTo(z, 14))

  test('and its inverse undo each other, far into the tail as well', () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 5, noNaN: true }), (x) => {
        expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 8)
      }),
    )
    expect(normalCdf(-10)).toBeCloseTo(7.619853024160527e-24, 36)
    expect(twoSidedTail(-1.959963984540054)).toBeCloseTo(0.05, 14)
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
  })
})

describe('paired proportions', () => {
  test("have the interval that Newcombe's paper has for 36, 12, 2 and 0 of 50", () => {
    const found = newcombePaired({ both: 36, first: 12, second: 2, neither: 0 }, 0.95)
    expect([found?.low.toFixed(4), found?.high.toFixed(4)]).toEqual(['0.0569', '0.3404'])
  })

  test('are mirrored where the models are exchanged, and contain the difference', () => {
    const count = fc.nat(300)
    fc.assert(
      fc.property(count, count, count, fc.integer({ min: 1, max: 300 }), (both, first, second, neither) => {
        const there = newcombePaired({ both, first, second, neither }, 0.95)
        const back = newcombePaired({ both, first: second, second: first, neither }, 0.95)
        const difference = (first - second) / (both + first + second + neither)
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 13)
        expect(there?.low).toBeLessThanOrEqual(difference)
        expect(there?.high).toBeGreaterThanOrEqual(difference)
      }),
    )
  })

  test('say nothing without rows', () => {
    expect(newcombePaired({ both: 0, first: 0, second: 0, neither: 0 }, 0.95)).toBeUndefined()
    expect(newcombePaired({ both: -1, first: 3, second: 1, neither: 0 }, 0.95)).toBeUndefined()
  })

  test("that never differ have McNemar's p of 1", () => {
    const none = { statistic: 0, p: 1 }
    expect(mcnemar(0, 0)).toEqual({ exact: 1, midP: 1, chiSquared: none, corrected: none })
    expect(mcnemar(7, 7)).toEqual({ exact: 1, midP: 1, chiSquared: none, corrected: none })
    expect(mcnemar(-1, 2)).toBeUndefined()
  })

  test('have a mid-p below the exact one', () => {
    expect(mcnemar(1, 5)?.exact).toBeCloseTo(14 / 64, 14)
    expect(mcnemar(1, 5)?.midP).toBeCloseTo(8 / 64, 14)
  })
})

describe('a ratio', () => {
  const of = (successes: number, trials: number) => ({ successes, trials })

  test("with no success is beyond Katz's method, and within Koopman's", () => {
    expect(katz(of(0, 10), of(5, 10), 0.95)).toBeUndefined()
    expect(koopman(of(0, 10), of(5, 10), 0.95)).toMatchObject({ low: 0 })
    expect(koopman(of(5, 10), of(0, 10), 0.95)).toMatchObject({ high: Number.POSITIVE_INFINITY })
    expect(koopman(of(0, 10), of(0, 10), 0.95)).toBeUndefined()
    expect(koopman(of(0, 0), of(1, 10), 0.95)).toBeUndefined()
  })

  test('exchanged is its reciprocal', () => {
    const count = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(count, fc.nat(200), count, fc.nat(200), (a, b, c, d) => {
        for (const method of [katz, koopman]) {
          const there = method(of(a, a + b), of(c, c + d), 0.9)
          const back = method(of(c, c + d), of(a, a + b), 0.9)
          const ratio = a / (a + b) / (c / (c + d))
          expect((there?.low ?? 0) * (back?.high ?? 0)).toBeCloseTo(1, 9)
          expect(there?.low).toBeLessThanOrEqual(ratio * (1 + 1e-12))
          expect(there?.high).toBeGreaterThanOrEqual(ratio * (1 - 1e-12))
        }
      }),
    )
  })
})

describe('adjusted p-values', () => {
  const list = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 })

  test('are never smaller than they were, keep their order, and Holm is the stricter', () => {
    fc.assert(
      fc.property(list, (p) => {
        const [strict, lenient] = [holm(p), benjaminiHochberg(p)]
        p.forEach((value, i) => {
          expect(lenient[i]).toBeGreaterThanOrEqual(value * (1 - 1e-15))
          expect(strict[i]).toBeGreaterThanOrEqual((lenient[i] ?? 0) * (1 - 1e-15))
          expect(strict[i]).toBeLessThanOrEqual(1)
        })
        expect(holm(p.toReversed())).toEqual(strict.toReversed())
        expect(benjaminiHochberg(p.toReversed())).toEqual(lenient.toReversed())
      }),
    )
  })

  test('of what is not a number reject nothing', () => {
    expect(holm([Number.NaN, 0.01])).toEqual([1, 0.02])
    expect(benjaminiHochberg([Number.NaN, -1])).toEqual([1, 1])
  })
})

describe('what could have been detected', () => {
  test('is the sum of both quantiles, in standard errors', () => {
    expect(detectable(1, 0.95)).toBeCloseTo(1.959963984540054 + 0.8416212335729143, 12)
    expect(detectableProportion(0.9, 400, 0.95)).toBeCloseTo(0.015 * 2.8015852181129683, 12)
  })

  test('is never nothing, and unknown without rows', () => {
    expect(detectableProportion(1, 20, 0.95)).toBeGreaterThan(0.1)
    expect(detectableProportion(0.5, 0, 0.95)).toBeUndefined()
    expect(detectableProportion(1.2, 10, 0.95)).toBeUndefined()
    expect(detectable(0, 0.95)).toBeUndefined()
    expect(detectable(Number.NaN, 0.95)).toBeUndefined()
    expect(detectable(1, 0.95, 1)).toBeUndefined()
  })
})
