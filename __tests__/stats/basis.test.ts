import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Basis, differenceOf, intervalOf, standardErrorOf } from '../../src/stats/basis.js'
import { newcombe } from '../../src/stats/difference.js'
import { clopperPearson } from '../../src/stats/proportion.js'

const level = fc.double({ min: 0.5, max: 0.999, noNaN: true })
const proportion = fc
  .tuple(fc.nat(5000), fc.nat(5000))
  .filter(([successes, failures]) => successes + failures > 0)
  .map(([successes, failures]) => ({ kind: 'proportion' as const, successes, trials: successes + failures }))

function ends(value: number, basis: Basis, at: number): { low: number; high: number } {
  const found = intervalOf(value, basis, at)
  if (found === undefined) throw new Error('there is no interval')
  return found
}

describe('an interval', () => {
  test('of a proportion contains it, and lies in the wider one of a higher level', () => {
    fc.assert(
      fc.property(proportion, level, (basis, at) => {
        const { successes, trials } = basis
        const { low, high } = ends(0, basis, at)
        const wider = ends(0, basis, (1 + at) / 2)
        const exact = clopperPearson(successes, trials, at)
        expect(low).toBeLessThanOrEqual(successes / trials)
        expect(high).toBeGreaterThanOrEqual(successes / trials)
        expect(wider.low).toBeLessThanOrEqual(low)
        expect(wider.high).toBeGreaterThanOrEqual(high)
        expect(exact?.low).toBeLessThanOrEqual(successes / trials)
        expect(exact?.high).toBeGreaterThanOrEqual(successes / trials)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('of a proportion narrows with more rows', () => {
    fc.assert(
      fc.property(proportion, fc.integer({ min: 2, max: 50 }), level, ({ kind, successes, trials }, times, at) => {
        const few = ends(0, { kind, successes, trials }, at)
        const many = ends(0, { kind, successes: successes * times, trials: trials * times }, at)
        expect(many.high - many.low).toBeLessThan(few.high - few.low)
      }),
    )
  })

  test('of the failures is that of the successes, mirrored', () => {
    fc.assert(
      fc.property(proportion, level, ({ kind, successes, trials }, at) => {
        const { low, high } = ends(0, { kind, successes, trials }, at)
        const mirrored = ends(0, { kind, successes: trials - successes, trials }, at)
        expect(mirrored.low).toBeCloseTo(1 - high, 14)
        expect(mirrored.high).toBeCloseTo(1 - low, 14)
      }),
    )
  })

  test('of F1 and of an AUC contains it', () => {
    const count = fc.integer({ min: 1, max: 2000 })
    fc.assert(
      fc.property(count, fc.nat(2000), fc.nat(2000), level, (tp, fp, fn, at) => {
        const { low, high } = ends(0, { kind: 'f1', tp, fp, fn }, at)
        const f1 = (2 * tp) / (2 * tp + fp + fn)
        expect(low <= f1 + 1e-15 && f1 <= high + 1e-15 && low >= 0 && high <= 1).toBe(true)
      }),
    )
    const auc = fc.double({ min: 0, max: 1, noNaN: true })
    const variance = fc.option(fc.double({ min: 0, max: 0.25, noNaN: true }), { nil: undefined })
    fc.assert(
      fc.property(auc, count, count, variance, level, (value, positives, negatives, known, at) => {
        const basis = { kind: 'auc' as const, positives, negatives, ...(known !== undefined && { variance: known }) }
        const { low, high } = ends(value, basis, at)
        expect(low <= value + 1e-9 && value <= high + 1e-9 && low >= 0 && high <= 1).toBe(true)
      }),
    )
  })

  test('ends exactly at 0 and 1 where nothing and everything succeeded', () => {
    expect(intervalOf(0, { kind: 'proportion', successes: 0, trials: 20 }, 0.95)?.low).toBe(0)
    expect(intervalOf(1, { kind: 'proportion', successes: 20, trials: 20 }, 0.95)?.high).toBe(1)
    expect(clopperPearson(0, 20, 0.95)?.low).toBe(0)
    expect(clopperPearson(20, 20, 0.95)?.high).toBe(1)
  })

  test.each<[string, number, Basis, string]>([
    ['of a perfect AUC is open below', 1, { kind: 'auc', positives: 10, negatives: 20 }, 'hanley-mcneil-logit'],
    ['of a variance of zero', 1, { kind: 'auc', positives: 10, negatives: 20, variance: 0 }, 'hanley-mcneil-logit'],
    ['of tied scores', 0.5, { kind: 'auc', positives: 10, negatives: 20, variance: 0 }, 'hanley-mcneil'],
    ['in the middle', 0.7, { kind: 'auc', positives: 100, negatives: 100, variance: 0.001 }, 'delong'],
    ['near 1', 0.95, { kind: 'auc', positives: 100, negatives: 100, variance: 0.001 }, 'delong-logit'],
    ['near 0', 0.05, { kind: 'auc', positives: 100, negatives: 100, variance: 0.001 }, 'delong-logit'],
  ])('%s', (_, value, basis, method) => {
    const found = intervalOf(value, basis, 0.95)
    expect(found?.method).toBe(method)
    expect((found?.high ?? 0) - (found?.low ?? 0)).toBeGreaterThan(0.05)
  })
})

const SILENT: readonly [string, number, Basis][] = [
  ['no rows', 0.5, { kind: 'proportion', successes: 0, trials: 0 }],
  ['more successes than trials', 0.5, { kind: 'proportion', successes: 3, trials: 2 }],
  ['half a success', 0.5, { kind: 'proportion', successes: 0.5, trials: 2 }],
  ['not a number of successes', 0.5, { kind: 'proportion', successes: Number.NaN, trials: 2 }],
  ['no positive, real or predicted', 0.5, { kind: 'f1', tp: 0, fp: 0, fn: 0 }],
  ['one class', 0.5, { kind: 'auc', positives: 0, negatives: 10 }],
  ['an AUC above 1', 1.5, { kind: 'auc', positives: 10, negatives: 10 }],
  ['an AUC that is not a number', Number.NaN, { kind: 'auc', positives: 10, negatives: 10 }],
  ['a standard error of zero', 1, { kind: 'standard-error', error: 0 }],
  ['a standard error that is not a number', 1, { kind: 'standard-error', error: Number.NaN }],
  ['an infinite standard error', 1, { kind: 'standard-error', error: Number.POSITIVE_INFINITY }],
  ['no replicates', 1, { kind: 'resamples', values: new Float64Array(), n: 10, seed: '' }],
  ['replicates that do not differ', 1, { kind: 'resamples', values: new Float64Array(100).fill(1), n: 10, seed: '' }],
]

test.each(SILENT)('%s says nothing', (_, value, basis) => {
  expect(intervalOf(value, basis, 0.95)).toBeUndefined()
  expect(standardErrorOf(value, basis)).toBeUndefined()
  expect(differenceOf({ value, basis }, { value, basis }, 0.95)).toBeUndefined()
})

test.each([0, 1, -1, 2, Number.NaN])('a level of %d says nothing', (at) => {
  const basis = { kind: 'proportion', successes: 5, trials: 10 } as const
  expect(intervalOf(0.5, basis, at)).toBeUndefined()
  expect(intervalOf(0.5, { kind: 'standard-error', error: 1 }, at)).toBeUndefined()
  expect(intervalOf(0.5, { kind: 'auc', positives: 5, negatives: 5 }, at)).toBeUndefined()
})

test('a value that is not a number has no interval, whatever its standard error', () => {
  expect(intervalOf(Number.NaN, { kind: 'standard-error', error: 1 }, 0.95)).toBeUndefined()
})

describe('a difference', () => {
  const first = { value: 0.8, basis: { kind: 'proportion', successes: 56, trials: 70 } } as const
  const measured = { value: 0.6, basis: { kind: 'standard-error', error: 0.05 } } as const

  test("of proportions is Newcombe's, of anything else Wald's", () => {
    const second = { value: 0.6, basis: { kind: 'proportion', successes: 48, trials: 80 } } as const
    expect(differenceOf(first, second, 0.95)).toEqual(newcombe(first.basis, second.basis, 0.95))
    const found = differenceOf(first, measured, 0.95)
    const reach = 1.959963984540054 * Math.sqrt((0.8 * 0.2) / 70 + 0.05 ** 2)
    expect(found?.method).toBe('wald')
    expect(found?.low).toBeCloseTo(0.2 - reach, 14)
    expect(found?.high).toBeCloseTo(0.2 + reach, 14)
  })

  test('of an estimate at its end is taken from the two intervals, not from an error of zero', () => {
    const perfect = { value: 1, basis: { kind: 'proportion', successes: 20, trials: 20 } } as const
    const found = differenceOf(perfect, measured, 0.95)
    expect(found?.method).toBe('square-and-add')
    expect(found?.low).toBeLessThan(0.4 - 1.96 * 0.05)
    expect(found?.high).toBeCloseTo(0.4 + 1.96 * 0.05, 4)
  })

  test('exchanged is the same, mirrored', () => {
    fc.assert(
      fc.property(proportion, proportion, level, (a, b, at) => {
        const there = differenceOf({ value: 0, basis: a }, { value: 0, basis: b }, at)
        const back = differenceOf({ value: 0, basis: b }, { value: 0, basis: a }, at)
        expect(there?.low).toBeCloseTo(-(back?.high ?? Number.NaN), 14)
        const estimate = a.successes / a.trials - b.successes / b.trials
        expect(there?.low).toBeLessThanOrEqual(estimate)
        expect(there?.high).toBeGreaterThanOrEqual(estimate)
      }),
    )
  })
})
