import { type Decimal, decimal, formatDecimal, formatQuotient, toDouble } from '../shared/decimal.js'
import type { Check } from '../verdict/outcome.js'
import { type Bound, satisfies } from './bound.js'

/**
 * An observed value that can be held against a bound exactly, whether or not it can be written down exactly: a number
 * as it was written, or a quotient of two, `under` above zero.
 */
export interface Quantity {
  readonly over: Decimal
  readonly under: Decimal
}

const ONE = decimal('1')

/** A number as it was written. */
export function number(value: Decimal): Quantity {
  return { over: value, under: ONE }
}

/** `over / under` for a positive `under`; compared by multiplying, which is exact: four fifths are four fifths. */
export function quotient(over: Decimal, under: Decimal): Quantity {
  return { over, under }
}

/** `a − b`. */
export function difference(a: Quantity, b: Quantity): Quantity {
  return { over: a.over.times(b.under).minus(b.over.times(a.under)), under: a.under.times(b.under) }
}

/** `a ÷ b` for a positive `b`. */
export function ratio(a: Quantity, b: Quantity): Quantity {
  return { over: a.over.times(b.under), under: a.under.times(b.over) }
}

/** `a + by`. */
export function shifted({ over, under }: Quantity, by: Decimal): Quantity {
  return { over: over.plus(by.times(under)), under }
}

/** Below zero, zero or above zero as the value is below, at or above the limit. */
export function compareTo({ over, under }: Quantity, limit: Decimal): number {
  return over.cmp(limit.times(under))
}

/** Below zero, zero or above zero as `a` is less than, equal to or more than `b`. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  return a.over.times(b.under).cmp(b.over.times(a.under))
}

/** The value as text; where it has to be rounded, on its own side of the limit. */
export function shownQuantity({ over, under }: Quantity, limit: Decimal): string {
  return under.eq(ONE) ? formatDecimal(over) : formatQuotient(over, under, limit)
}

/** The value as a double, for statistics; never for deciding. */
export function approximate({ over, under }: Quantity): number {
  return toDouble(over.div(under))
}

/** What a comparison found: facts for a check, against the bound that decided it. */
export interface Finding extends Required<Pick<Check, 'actual' | 'distance'>>, Pick<Check, 'side'> {
  readonly held: boolean
  readonly bound: Bound
  /** The value is at a bound that does not include itself. */
  readonly atBound: boolean
}

/**
 * Holds a value against bounds that must all hold; decided by the first that does not, else by the first. Written so
 * that only a proof passes.
 */
export function findAgainst(quantity: Quantity, bounds: readonly [Bound, ...Bound[]]): Finding {
  const holds = (bound: Bound) => satisfies(compareTo(quantity, bound.limit), bound.relation)
  const violated = bounds.find((bound) => !holds(bound))
  const bound = violated ?? bounds[0]
  const sign = compareTo(quantity, bound.limit)
  const actual = shownQuantity(quantity, bound.limit)
  const distance = formatDecimal(decimal(actual).minus(bound.limit).abs())
  const finding = { held: violated === undefined, bound, actual, distance, atBound: sign === 0 }
  return sign === 0 ? finding : { ...finding, side: sign < 0 ? 'below' : 'above' }
}
