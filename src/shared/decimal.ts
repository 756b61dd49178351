import Big from 'big.js'

/**
 * A finite decimal number exactly as it was written. Thresholds and metrics are compared in decimal arithmetic: in
 * binary floating point 0.95 - 0.90 is below 0.05 and 0.90 - 0.85 is above it.
 */
export type Decimal = Big

// Strict mode refuses primitive numbers, so that no binary rounding slips in.
const Exact = Big()
Exact.strict = true

const SYNTAX = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,4})?$/
/** Decimals to which a quotient is worked out. */
const MAX_DECIMALS = 40
Exact.DP = MAX_DECIMALS

/** Longest number text that is read; a double needs 17 significant digits. */
const MAX_LENGTH = 400
/** Largest decimal exponent that is read; a double's is 308. */
const MAX_EXPONENT = 400

/** Reads decimal text such as `0.85`, `-1`, `1e-05`; undefined where it is not one or outside ±1e±400. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > MAX_LENGTH || !SYNTAX.test(text)) return undefined
  const value = new Exact(text.replace(/^\+/, ''))
  return Math.abs(value.e) > MAX_EXPONENT ? undefined : value
}

/** A decimal from text that is known to be one, such as a constant. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === undefined) throw new Error(`not a decimal: ${text}`)
  return value
}

/** The nearest double, for statistics only: what is compared stays a decimal. Infinite beyond a double's range. */
export function toDouble(value: Decimal): number {
  // The library's own conversion refuses, in strict mode, every decimal that no double is equal to.
  return Number.parseFloat(value.toString())
}

/** Decimal places of a value: 2 of 0.85, and 1 of 0.90. */
export function decimalsOf(value: Decimal): number {
  const [, digits = ''] = value.toFixed().split('.')
  return digits.length
}

/** Decimal places of a number as it is written: 2 of `0.90`, −1 of `2e1`, 5 of `1.25e-3`. */
export function decimalsWritten(text: string): number {
  const [, fraction = '', exponent = '0'] = /^[-+]?\d*\.?(\d*)(?:[eE]([-+]?\d+))?$/.exec(text) ?? []
  return fraction.length - Number.parseInt(exponent, 10)
}

/** Counts beyond this are no longer exact in a double. */
const MAX_COUNT = '9007199254740991'

/** A count as a number; undefined for what counts nothing, being negative, broken or too large to be exact. */
export function countOf(value: Decimal): number | undefined {
  return value.gte('0') && value.lte(MAX_COUNT) && value.round(0).eq(value) ? toDouble(value) : undefined
}

/** The shortest text of the value, without exponent for everyday magnitudes. */
export function formatDecimal(value: Decimal): string {
  return Math.abs(value.e) <= 15 ? value.toFixed() : value.toString()
}

/**
 * A quotient as text, for display: four decimals, and more where rounding would put it on or across the limit it is
 * held against. Decisions multiply instead, which is exact.
 */
export function formatQuotient(numerator: Decimal, denominator: Decimal, limit: Decimal): string {
  const side = numerator.cmp(limit.times(denominator))
  const exact = numerator.div(denominator)
  for (let digits = 4; digits < MAX_DECIMALS; digits += 1) {
    const rounded = exact.round(digits)
    if (rounded.cmp(limit) === side) return rounded.toFixed()
  }
  return exact.toFixed()
}
