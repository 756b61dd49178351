import { type Estimated, intervalOf } from './basis.js'
import { type Estimate, squareAndAdd } from './difference.js'
import { type Interval, isLevel } from './interval.js'

/** Groups whose values are compared with each other; several lists where several rates are compared, each for itself. */
export type Family = readonly (readonly Estimated[])[]

/**
 * Intervals of what is worst among many comparisons. The end that must hold everywhere is the worst of the comparisons'
 * own ends: "no pair differs by more" is shown by showing it for each pair, and needs no correction (an
 * intersection-union test, Berger 1982). The end that needs to be exceeded only somewhere is the most extreme of ends at
 * a level shared among all m comparisons (Bonferroni's, the first step of Holm 1979), because among many pairs some
 * differ by chance. Undefined where a group has no interval.
 */
export function widestGap(family: Family, level: number): Interval | undefined {
  return extreme(
    pairsIn(family, level),
    (pair) => {
      const found = squareAndAdd(pair.wide[0], pair.wide[1])
      const strict = squareAndAdd(pair.strict[0], pair.strict[1])
      // The widest gap is the distance of two groups, and so never below zero.
      return found && strict && { low: Math.max(strict.low, 0), high: found.high }
    },
    'largest',
  )
}

/** The smallest quotient of two groups, by Donner and Zou's MOVER-R (2012) from the groups' own intervals. */
export function smallestRatio(family: Family, level: number): Interval | undefined {
  return extreme(
    pairsIn(family, level),
    (pair) => ({
      low: quotientEnd(pair.wide[0], pair.wide[1], 'low'),
      high: quotientEnd(pair.strict[0], pair.strict[1], 'high'),
    }),
    'smallest',
  )
}

/** The lowest group's value, and with `largest` the highest one's. */
export function extremeValue(family: Family, level: number, which: 'smallest' | 'largest'): Interval | undefined {
  const count = family.reduce((sum, groups) => sum + groups.length, 0)
  const wide = boundedIn(family, level)
  const strict = boundedIn(family, shared(level, count))
  if (wide === undefined || strict === undefined) return undefined
  const ends = wide.flat().map((group, index) => {
    const other = strict.flat()[index] ?? group
    return which === 'smallest' ? { low: group.low, high: other.high } : { low: other.low, high: group.high }
  })
  return extreme(ends, (it) => it, which)
}

/** Most groups whose pairs are all compared: 1,770 pairs. */
const MAX_COMPARED = 60

/**
 * Of each group the groups that are shown to be higher, by their places; in the order given. Every pair is tested, two
 * sided, by whether the interval of its difference leaves zero out, and steps down from level to level as Holm (1979)
 * does: the m pairs that are left at 1 − α ÷ m, until none more is found. So any of them is wrong at most as often as α
 * allows. A group without an interval takes no part. Undefined where groups are too many.
 */
export function shownHigher(
  groups: readonly (Estimated | undefined)[],
  level: number,
): readonly (readonly number[])[] | undefined {
  if (groups.length > MAX_COMPARED || !isLevel(level)) return undefined
  const found: number[][] = groups.map(() => [])
  const known = groups.flatMap((group, place) => (group && intervalOf(group.value, group.basis, level) ? [place] : []))
  let left = known.flatMap((a, at) => known.slice(at + 1).map((b) => [a, b] as const))
  for (let before = Number.POSITIVE_INFINITY; left.length > 0 && left.length < before; ) {
    before = left.length
    const ends = groups.map((group) => (group === undefined ? undefined : estimateOf(group, shared(level, before))))
    left = left.filter(([a, b]) => {
      const [first, second] = [ends[a], ends[b]]
      const apart = first && second && squareAndAdd(first, second)
      if (apart === undefined || !(apart.high < 0 || apart.low > 0)) return true
      const [low, high] = apart.high < 0 ? [a, b] : [b, a]
      found[low]?.push(high)
      return false
    })
  }
  return found.map((places) => places.sort((a, b) => a - b))
}

function estimateOf({ value, basis }: Estimated, level: number): Estimate | undefined {
  const found = intervalOf(value, basis, level)
  return found && { value, low: Math.min(found.low, value), high: Math.max(found.high, value) }
}

interface Pair {
  readonly wide: readonly [Estimate, Estimate]
  readonly strict: readonly [Estimate, Estimate]
}

/** Every ordered pair of groups of one rate, with intervals at the level and at the level shared among all pairs. */
function pairsIn(family: Family, level: number): readonly Pair[] | undefined {
  const count = family.reduce((sum, { length }) => sum + length * (length - 1), 0)
  const wide = boundedIn(family, level)
  const strict = boundedIn(family, shared(level, count))
  if (wide === undefined || strict === undefined) return undefined
  return wide.flatMap((groups, rate) =>
    groups.flatMap((a, i) =>
      groups.flatMap((b, j): Pair[] => {
        const [first, second] = [strict[rate]?.[i], strict[rate]?.[j]]
        return i === j || !first || !second ? [] : [{ wide: [a, b], strict: [first, second] }]
      }),
    ),
  )
}

/** The level at which each of `count` comparisons is made, so that all together err no more often. */
function shared(level: number, count: number): number {
  return 1 - (1 - level) / Math.max(count, 1)
}

function boundedIn(family: Family, level: number): readonly (readonly Estimate[])[] | undefined {
  if (!isLevel(level)) return undefined
  const bounded = family.map((groups) => groups.flatMap((group) => estimateOf(group, level) ?? []))
  return bounded.every(({ length }, index) => length === family[index]?.length) ? bounded : undefined
}

function extreme<T>(
  items: readonly T[] | undefined,
  endsOf: (item: T) => { readonly low: number; readonly high: number } | undefined,
  which: 'smallest' | 'largest',
): Interval | undefined {
  if (items === undefined || items.length === 0) return undefined
  let low: number | undefined
  let high: number | undefined
  const pick = which === 'largest' ? Math.max : Math.min
  for (const item of items) {
    const ends = endsOf(item)
    if (ends === undefined) return undefined
    low = low === undefined ? ends.low : pick(low, ends.low)
    high = high === undefined ? ends.high : pick(high, ends.high)
  }
  return low === undefined || high === undefined || Number.isNaN(low + high)
    ? undefined
    : { low: Math.min(low, high), high: Math.max(low, high), method: 'simultaneous' }
}

/**
 * An end of the interval of a ÷ b. Where b's own interval reaches zero the quotient has no upper end, and where a root
 * would be negative nothing is known of that end.
 */
function quotientEnd(a: Estimate, b: Estimate, end: 'low' | 'high'): number {
  const [near, far] = end === 'low' ? [a.low, b.high] : [a.high, b.low]
  const product = a.value * b.value
  const square = far * (2 * b.value - far)
  const root = product * product - near * (2 * a.value - near) * square
  const unknown = end === 'low' ? 0 : Number.MAX_VALUE
  if (!(square > 0) || !(root >= 0)) return unknown
  return (product + (end === 'low' ? -1 : 1) * Math.sqrt(root)) / square
}
