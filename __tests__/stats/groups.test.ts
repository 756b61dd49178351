import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareRatio, fraction, minus, over, toDouble } from '../../src/stats/fraction.js'
import * as groups from '../../src/stats/groups.js'

const FOUR_FIFTHS = { numerator: 4n, denominator: 5n }

test('four fifths are four fifths, whatever the counts', () => {
  const count = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(count, count, count, (k, n, times) => {
      const [low, high] = [fraction(4 * k, 5 * n * times), fraction(k * times, n * times * times)]
      const ratio = low && high && over(low, high)
      expect(ratio && compareRatio(ratio, FOUR_FIFTHS)).toBe(0)
      expect(ratio && toDouble(ratio)).toBe(0.8)
    }),
  )
  const [a, b] = [fraction(79_999, 100_000), fraction(1, 1)]
  expect(a && b && compareRatio(a, FOUR_FIFTHS)).toBe(-1)
  expect(b && compareRatio(b, FOUR_FIFTHS)).toBe(1)
})

test('a fraction has whole parts and a denominator above zero', () => {
  expect(fraction(1, 0)).toBeUndefined()
  expect(fraction(0.5, 1)).toBeUndefined()
  expect(fraction(Number.NaN, 1)).toBeUndefined()
  expect(fraction(1, -2)).toEqual({ numerator: -1n, denominator: 2n })
})

test('becomes the nearest double, however long its parts are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 52), max: 2 ** 52 }), fc.integer({ min: 1, max: 2 ** 52 }), (top, bottom) => {
      const plain = fraction(top, bottom)
      const long = fraction(BigInt(top) * 10n ** 200n, BigInt(bottom) * 10n ** 200n)
      expect(Math.abs((plain ? toDouble(plain) : 0) - top / bottom)).toBeLessThanOrEqual(Math.abs(top / bottom) * 4e-16)
      expect(Math.abs((long ? toDouble(long) : 0) - top / bottom)).toBeLessThanOrEqual(Math.abs(top / bottom) * 4e-16)
    }),
  )
})

const confusion = fc.record({
  tp: fc.integer({ min: 1, max: 50 }),
  fp: fc.nat(50),
  fn: fc.nat(50),
  tn: fc.integer({ min: 1, max: 50 }),
})

test('a gap and a ratio do not depend on the order of groups, and agree on equality', () => {
  fc.assert(
    fc.property(fc.array(confusion, { minLength: 2, maxLength: 6 }), (found) => {
      for (const rate of [groups.selectionRate, groups.truePositiveRate, groups.positivePredictiveValue]) {
        const [gap, ratio] = [groups.rateDifference(found, rate), groups.rateRatio(found, rate)]
        const [back, ratioBack] = [
          groups.rateDifference(found.toReversed(), rate),
          groups.rateRatio(found.toReversed(), rate),
        ]
        if (!gap || !ratio || !back || !ratioBack) throw new Error('there is a gap')
        expect([compareRatio(gap, back), compareRatio(ratio, ratioBack)]).toEqual([0, 0])
        expect(gap.numerator === 0n).toBe(ratio.numerator === ratio.denominator)
        expect(toDouble(gap)).toBeGreaterThanOrEqual(0)
        expect(toDouble(ratio)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('nothing is compared with one group, with an empty one, or where nobody is selected', () => {
  const some = { tp: 5, fp: 2, fn: 1, tn: 4 }
  const empty = { tp: 0, fp: 0, fn: 0, tn: 0 }
  const noPositives = { tp: 0, fp: 2, fn: 0, tn: 4 }
  const unselected = { tp: 0, fp: 0, fn: 3, tn: 4 }
  expect(groups.demographicParityDifference([some])).toBeUndefined()
  expect(groups.demographicParityRatio([])).toBeUndefined()
  expect(groups.demographicParityDifference([some, empty])).toBeUndefined()
  expect(groups.equalOpportunityDifference([some, noPositives])).toBeUndefined()
  expect(groups.equalizedOddsDifference([some, noPositives])).toBeUndefined()
  expect(groups.demographicParityRatio([unselected, unselected])).toBeUndefined()
  expect(groups.predictiveParityDifference([some, unselected])).toBeUndefined()
  expect(groups.impactRatios([fraction(0, 5), fraction(0, 7)])).toBeUndefined()
  expect(groups.impactRatios([fraction(1, 5), undefined])).toBeUndefined()
})

test('differences and quotients are exact', () => {
  const [third, half] = [fraction(1, 3), fraction(1, 2)]
  if (!third || !half) throw new Error('both are fractions')
  expect(compareRatio(minus(half, third), { numerator: 1n, denominator: 6n })).toBe(0)
  expect(over(half, minus(third, third))).toBeUndefined()
})
