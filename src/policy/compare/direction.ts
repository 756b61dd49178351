import type { Bound } from '../../gates/bound.js'
import type { TermValue } from '../../gates/terms.js'
import { type Direction, opposite } from '../../shared/change.js'

/**
 * What it does to go from the base's demand to the head's; undefined where they are written alike. Only a proof gives a
 * direction: everything else is `changed`.
 */
export function directionOf(base: TermValue, head: TermValue): Direction | undefined {
  if (base.written === head.written && unitOf(base) === unitOf(head)) return undefined
  if (base.kind === 'bounds' && head.kind === 'bounds') {
    return base.unit === head.unit ? ofBounds(base.bounds, head.bounds) : 'changed'
  }
  if (base.kind === 'amount' && head.kind === 'amount') {
    if (base.unit !== head.unit) return 'changed'
    const sign = head.amount.cmp(base.amount)
    return sign === 0 ? 'changed' : sign > 0 ? head.more : opposite(head.more)
  }
  if (base.kind === 'rank' && head.kind === 'rank') return ofSign(head.rank - base.rank)
  if (base.kind === 'ways' && head.kind === 'ways') return ofWays(base.ways, head.ways)
  return 'changed'
}

/** What a demand does by being there. */
export function addedDirection(value: TermValue): Direction {
  if (value.kind === 'fact') return value.added
  return (value.kind === 'amount' ? value.added : undefined) ?? 'stricter'
}

function unitOf(value: TermValue): string {
  return value.kind === 'bounds' || value.kind === 'amount' ? value.unit : ''
}

/** Positive: stricter. */
function ofSign(sign: number): Direction {
  return sign > 0 ? 'stricter' : sign < 0 ? 'weaker' : 'changed'
}

/** Of two sets of allowed values the smaller one is stricter, where one lies within the other. */
function ofBounds(base: readonly Bound[], head: readonly Bound[]): Direction {
  const signs = [compareEnds(base, head, '>'), compareEnds(base, head, '<')]
  if (signs.every((sign) => sign >= 0)) return ofSign(Math.max(...signs))
  return signs.every((sign) => sign <= 0) ? 'weaker' : 'changed'
}

/** Above zero where the head's end of the allowed range is the tighter one. */
function compareEnds(base: readonly Bound[], head: readonly Bound[], side: '>' | '<'): number {
  const [before, after] = [tightest(base, side), tightest(head, side)]
  if (before === undefined || after === undefined) return Number(after !== undefined) - Number(before !== undefined)
  return tightness(after, before, side)
}

function tightest(bounds: readonly Bound[], side: '>' | '<'): Bound | undefined {
  const [first, ...rest] = bounds.filter(({ relation }) => relation.startsWith(side))
  return rest.reduce<Bound | undefined>(
    (best, bound) => (best !== undefined && tightness(bound, best, side) > 0 ? bound : best),
    first,
  )
}

/** Above zero where `a` allows less than `b`; of equal limits the one that excludes itself does. */
function tightness(a: Bound, b: Bound, side: '>' | '<'): number {
  const sign = side === '>' ? a.limit.cmp(b.limit) : b.limit.cmp(a.limit)
  return sign !== 0 ? sign : Number(a.relation === side) - Number(b.relation === side)
}

function ofWays(base: readonly string[], head: readonly string[]): Direction {
  const more = head.some((way) => !base.includes(way))
  const fewer = base.some((way) => !head.includes(way))
  return more === fewer ? 'changed' : more ? 'weaker' : 'stricter'
}
