import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { shownHigher, widestGap } from '../../src/stats/family.js'
import { holm } from '../../src/stats/multiplicity.js'
import { twoSidedTail } from '../../src/stats/normal.js'

const normal = (value: number, error: number) => ({ value, basis: { kind: 'standard-error', error } as const })
const share = (successes: number, trials: number) => ({
  value: successes / trials,
  basis: { kind: 'proportion', successes, trials } as const,
})

test("are the pairs that Holm's p-values reject, where the tests are z-tests", () => {
  const group = fc.record({
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    error: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 9 }), (groups) => {
      const pairs = groups.flatMap((_, a) => groups.slice(a + 1).map((__, at) => [a, a + 1 + at] as const))
      const p = pairs.map(([a, b]) => {
        const [first, second] = [groups[a], groups[b]]
        if (first === undefined || second === undefined) return 1
        return twoSidedTail((first.value - second.value) / Math.hypot(first.error, second.error))
      })
      const adjusted = holm(p)
      // On the border itself a rounding decides.
      fc.pre(adjusted.every((value) => Math.abs(value - 0.05) > 1e-6))
      const rejected = pairs.filter((_, at) => (adjusted[at] ?? 1) < 0.05)
      const expected = groups.map((_, low) =>
        groups.flatMap((group, high) => {
          const isPair = rejected.some(([a, b]) => (a === low && b === high) || (a === high && b === low))
          return isPair && (groups[low]?.value ?? 0) < group.value ? [high] : []
        }),
      )
      expect(
        shownHigher(
          groups.map(({ value, error }) => normal(value, error)),
          0.95,
        ),
      ).toEqual(expected)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('a pair that the first step does not find is found by a later one', () => {
  // z is 2.33 and p 0.0196: above 0.05 ÷ 3, but below 0.05 once the two pairs with the far group are out.
  const groups = [normal(0, 0.1), normal(0.33, 0.1), normal(2, 0.1)]
  expect(shownHigher(groups, 0.95)).toEqual([[1, 2], [2], []])
  // Beside a third that differs from neither, nothing steps down.
  expect(shownHigher([normal(0, 0.1), normal(0.33, 0.1), normal(0.16, 0.1)], 0.95)).toEqual([[], [], []])
})

test('groups of which nothing is known take no part, and too many are not compared', () => {
  expect(shownHigher([share(10, 100), undefined, share(60, 100)], 0.95)).toEqual([[2], [], []])
  expect(shownHigher([share(10, 100), normal(0.9, 0)], 0.95)).toEqual([[], []])
  expect(shownHigher(new Array(61).fill(share(1, 2)), 0.95)).toBeUndefined()
  expect(shownHigher([share(1, 2)], 1)).toBeUndefined()
})

test('pairs of thousands of groups are not kept: 9 million of them take seconds and little memory', () => {
  const groups = Array.from({ length: 3000 }, (_, index) => {
    const successes = 900 + (index % 7)
    return { value: successes / 1000, basis: { kind: 'proportion' as const, successes, trials: 1000 } }
  })
  const before = process.memoryUsage().heapUsed
  expect(widestGap([groups], 0.9)).toMatchObject({ low: 0, method: 'simultaneous' })
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(300 * 1024 * 1024)
})
