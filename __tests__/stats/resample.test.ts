import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { percentileInterval } from '../../src/stats/bootstrap.js'
import { randomFrom } from '../../src/stats/random.js'
import { type Blocks, blocksBuilder, resample, resampleDifference } from '../../src/stats/resample.js'

function blocksOf(rows: readonly (readonly number[])[], limit: number): Blocks {
  const builder = blocksBuilder(rows[0]?.length ?? 0, limit)
  for (const row of rows) builder.add(row)
  return builder.build()
}

const mean = (sums: Float64Array) => (sums[1] ?? 0) / (sums[0] ?? 0)
const errors = Array.from({ length: 200 }, (_, i) => [1, (i * 37) % 101])

describe('the generator', () => {
  test('gives what xoshiro128** gives from this state', () => {
    // The state is that of four steps of SplitMix32 from the hash of the seed; figures of an independent implementation.
    const random = randomFrom('a')
    expect([random.next(), random.next(), random.next()]).toEqual([1677509082, 174918360, 1353620947])
  })

  test('draws every number below a bound, about as often', () => {
    const random = randomFrom('dice')
    const counts = new Array<number>(6).fill(0)
    for (let i = 0; i < 60_000; i += 1) {
      const face = random.below(6)
      counts[face] = (counts[face] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(400)
  })

  test('differs by seed, whatever the seed is written in', () => {
    const seeds = ['', 'a', 'b', '가', '나', 'a\u0000']
    expect(new Set(seeds.map((seed) => randomFrom(seed).next())).size).toBe(seeds.length)
  })
})

describe('a bootstrap', () => {
  test('gives the same figures on every machine', () => {
    const values = resample(blocksOf(errors, 1000), mean, { draws: 2000, seed: 'fixed' })
    const found = values && percentileInterval(values, 0.95)
    expect(found?.low).toBeCloseTo(FIXED.low, 12)
    expect(found?.high).toBeCloseTo(FIXED.high, 12)
  })

  test('comes near what theory says of a mean', () => {
    const { low = 0, high = 0 } = percentileInterval(
      resample(blocksOf(errors, 1000), mean, { draws: 4000, seed: 'theory' }) ?? new Float64Array(),
      0.95,
    ) ?? { low: 45.9185, high: 53.965375 }
    const centre = errors.reduce((sum, [, value = 0]) => sum + value, 0) / errors.length
    const variance = errors.reduce((sum, [, value = 0]) => sum + (value - centre) ** 2, 0) / errors.length
    const reach = 1.96 * Math.sqrt(variance / errors.length)
    expect(Math.abs(low - (centre - reach))).toBeLessThan(0.08 * reach)
    expect(Math.abs(high - (centre + reach))).toBeLessThan(0.08 * reach)
  })

  test('of many rows in blocks comes near that of the rows', () => {
    const random = randomFrom('rows')
    const rows = Array.from({ length: 6000 }, () => [1, random.below(1009)])
    const widthOf = (limit: number) => {
      const values = resample(blocksOf(rows, limit), mean, { draws: 1000, seed: 'blocks' })
      const found = values && percentileInterval(values, 0.9)
      return (found?.high ?? 0) - (found?.low ?? 0)
    }
    expect(widthOf(1000) / widthOf(6000)).toBeGreaterThan(0.85)
    expect(widthOf(1000) / widthOf(6000)).toBeLessThan(1.15)
  })

  test('is identical twice, sorted, and holds no total but those of its rows', () => {
    const drawn = fc.array(fc.tuple(fc.constant(1), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(drawn, fc.string(), (rows, seed) => {
        const blocks = blocksOf(rows, 1000)
        const once = resample(blocks, mean, { draws: 50, seed })
        expect(resample(blocks, mean, { draws: 50, seed })).toEqual(once)
        expect(once).toEqual(once?.toSorted())
        const values = rows.map(([, value]) => value)
        expect(once?.every((value) => value >= Math.min(...values) && value <= Math.max(...values))).toBe(true)
      }),
    )
  })

  test('of a difference draws the same rows for both models', () => {
    const second = errors.map(([one = 1, value = 0]) => [one, value - 3])
    const values = resampleDifference(blocksOf(errors, 1000), blocksOf(second, 1000), mean, { draws: 500, seed: 's' })
    expect(values?.length).toBe(500)
    for (const value of values ?? []) expect(value).toBeCloseTo(3, 10)
  })

  test('says nothing of a single row, of unlike rows, or of a statistic that is often undefined', () => {
    const draws = { draws: 100, seed: 's' }
    expect(resample(blocksOf([[1, 2]], 10), mean, draws)).toBeUndefined()
    expect(resample(blocksBuilder(2, 10).build(), mean, draws)).toBeUndefined()
    expect(resampleDifference(blocksOf(errors, 10), blocksOf(errors.slice(1), 10), mean, draws)).toBeUndefined()
    const half = [
      [0, 0],
      [1, 1],
    ]
    expect(resample(blocksOf(half, 10), (sums) => (sums[0] === 0 ? undefined : 1), draws)).toBeUndefined()
    expect(resample(blocksOf(half, 10), mean, draws)).toBeUndefined()
  })
})

/** Of the seed `fixed`; figures of an independent implementation. */
const FIXED = { low: 45.9185, high: 53.965375 }
