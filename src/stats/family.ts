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
  return extremeOfPairs(
    family,
    level,
    (wide, strict) => {
      const found = squareAndAdd(wide[0], wide[1])
      const shown = squareAndAdd(strict[0], strict[1])
      // The widest gap is the distance of two groups, and so never below zero.
      return found && shown && { low: Math.max(shown.low, 0), high: found.high }
    },
    'largest',
  )
}

/** The smallest quotient of two groups, by Donner and Zou's MOVER-R (2012) from the groups' own intervals. */
export function smallestRatio(family: Family, level: number): Interval | undefined {
  return extremeOfPairs(
    family,
    level,
    (wide, strict) => ({
      low: quotientEnd(wide[0], wide[1], 'low'),
      high: quotientEnd(strict[0], strict[1], 'high'),
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
  const others = strict.flat()
  const found = new Extreme(which)
  for (const [index, group] of wide.flat().entries()) {
    const other = others[index] ?? group
    found.add(which === 'smallest' ? { low: group.low, high: other.high } : { low: other.low, high: group.high })
  }
  return found.interval()
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

type Pair = readonly [Estimate, Estimate]
type Ends = { readonly low: number; readonly high: number } | undefined

/**
 * The extreme over every ordered pair of groups of one rate, with intervals at the level and at the level shared among
 * all pairs. Pairs are visited and not kept: of ten thousand groups there are a hundred million.
 */
function extremeOfPairs(
  family: Family,
  level: number,
  endsOf: (wide: Pair, strict: Pair) => Ends,
  which: 'smallest' | 'largest',
): Interval | undefined {
  const count = family.reduce((sum, { length }) => sum + length * (length - 1), 0)
  const wide = boundedIn(family, level)
  const strict = boundedIn(family, shared(level, count))
  if (wide === undefined || strict === undefined) return undefined
  const found = new Extreme(which)
  for (const [rate, groups] of wide.entries()) {
    const stricter = strict[rate] ?? []
    for (const [i, a] of groups.entries()) {
      for (const [j, b] of groups.entries()) {
        const [first, second] = [stricter[i], stricter[j]]
        if (i !== j && first && second) found.add(endsOf([a, b], [first, second]))
      }
    }
  }
  return found.interval()
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

/** The most extreme ends of many intervals; undefined where there is none, or nothing is known of one. */
class Extreme {
  #low: number | undefined
  #high: number | undefined
  #isKnown = true
  readonly #pick: (a: number, b: number) => number

  constructor(which: 'smallest' | 'largest') {
    this.#pick = which === 'largest' ? Math.max : Math.min
  }

  add(ends: Ends): void {
    if (ends === undefined) this.#isKnown = false
    else {
      this.#low = this.#low === undefined ? ends.low : this.#pick(this.#low, ends.low)
      this.#high = this.#high === undefined ? ends.high : this.#pick(this.#high, ends.high)
    }
  }

  interval(): Interval | undefined {
    const [low, high] = [this.#low, this.#high]
    return !this.#isKnown || low === undefined || high === undefined || Number.isNaN(low + high)
      ? undefined
      : { low: Math.min(low, high), high: Math.max(low, high), method: 'simultaneous' }
  }
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
