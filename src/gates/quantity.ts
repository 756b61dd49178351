import { type Decimal, decimal, formatDecimal, formatQuotient } from '../shared/decimal.js'
import type { Check } from '../verdict/outcome.js'
import { type Bound, satisfies } from './bound.js'

/** An observed value that can be held against a bound exactly, whether or not it can be written down exactly. */
export interface Quantity {
  /** Below zero, zero or above zero as the value is below, at or above the limit. */
  readonly compareTo: (limit: Decimal) => number
  /** The value as text; where it has to be rounded, on its own side of the limit. */
  readonly shown: (limit: Decimal) => string
}

/** A number as it was written. */
export function number(value: Decimal): Quantity {
  return { compareTo: (limit) => value.cmp(limit), shown: () => formatDecimal(value) }
}

/** `low / high` for a positive `high`; compared by multiplying, which is exact: four fifths are four fifths. */
export function quotient(low: Decimal, high: Decimal): Quantity {
  return {
    compareTo: (limit) => low.cmp(limit.times(high)),
    shown: (limit) => formatQuotient(low, high, limit),
  }
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
  const holds = (bound: Bound) => satisfies(quantity.compareTo(bound.limit), bound.relation)
  const violated = bounds.find((bound) => !holds(bound))
  const bound = violated ?? bounds[0]
  const sign = quantity.compareTo(bound.limit)
  const actual = quantity.shown(bound.limit)
  const distance = formatDecimal(decimal(actual).minus(bound.limit).abs())
  const finding = { held: violated === undefined, bound, actual, distance, atBound: sign === 0 }
  return sign === 0 ? finding : { ...finding, side: sign < 0 ? 'below' : 'above' }
}
