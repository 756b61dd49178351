import { type Decimal, decimal, decimalsWritten, parseDecimal } from '../../shared/decimal.js'
import type { Location } from '../../shared/location.js'

/** A metric's value that a model card states. */
export interface Quote {
  /** The name by which metrics and policies call it: `f1`, `roc_auc` is `auc`. */
  readonly metric: string
  /** The value as written, its sign of per cent included. */
  readonly written: string
  readonly value: Decimal
  /** Half of the last digit that is written: the value is rounded to it. */
  readonly half: Decimal
  readonly percent: boolean
  readonly at: Location
  /** The words by which it is about something else: another model, split, group, a bound. Empty where it is our own. */
  readonly other: readonly string[]
}

/** Most values that are taken from one card; a card with more is a dump of results. */
export const MAX_QUOTES = 500

/** The number of a quoted value; at most 20 digits on either side. */
export const NUMBER = '[-+−]?(?:\\d{1,20}(?:\\.\\d{1,20})?|\\.\\d{1,20})(?:[eE][-+]?\\d{1,2})?'

const HALF = decimal('0.5')

/** A number as a card writes it, and how precisely; undefined where it is none. */
export function quotedNumber(text: string): Pick<Quote, 'value' | 'half'> | undefined {
  const plain = text.replace('−', '-')
  const value = parseDecimal(plain)
  if (value === undefined) return undefined
  return { value, half: HALF.times(decimal(`1e${-decimalsWritten(plain)}`)) }
}
