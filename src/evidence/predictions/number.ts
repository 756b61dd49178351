import { parseDecimal } from '../../shared/decimal.js'

const ZERO = 48
const NINE = 57
const POINT = 46
const MINUS = 45
const PLUS = 43
const UPPER_E = 69
const LOWER_E = 101

/** Powers of ten that a double holds exactly: up to 10^22. */
const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent)
/** Digits of which every integer is a double. */
const EXACT_DIGITS = 15

/**
 * The double nearest to a decimal number in ASCII; NaN where the bytes are anything else, white space and names of
 * non-finite values included. Up to 15 digits and exponents up to 22 take one exact multiplication or division (Clinger
 * 1990, "How to read floating point numbers accurately", the fast path); the rest goes through the text.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const first = bytes[at]
  if (first === MINUS || first === PLUS) at += 1
  let mantissa = 0
  let digits = 0
  let scale = 0
  let seen = false
  let point = false
  for (; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= ZERO && byte <= NINE) {
      seen = true
      if (mantissa !== 0 || byte !== ZERO) digits += 1
      mantissa = mantissa * 10 + (byte - ZERO)
      if (point) scale -= 1
    } else if (byte === POINT && !point) point = true
    else break
  }
  if (!seen || digits > EXACT_DIGITS) return seen ? fromText(bytes, from, to) : Number.NaN
  if (at < to) {
    const byte = bytes[at]
    return byte === LOWER_E || byte === UPPER_E ? fromText(bytes, from, to) : Number.NaN
  }
  const power = POWERS[-scale]
  if (power === undefined) return fromText(bytes, from, to)
  return first === MINUS ? -mantissa / power : mantissa / power
}

function fromText(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 400) return Number.NaN
  let text = ''
  for (let at = from; at < to; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return numberFrom(text)
}

/** The double nearest to a decimal text; NaN where it is none or out of range. */
export function numberFrom(text: string): number {
  if (parseDecimal(text) === undefined) return Number.NaN
  const value = Number(text)
  return Number.isFinite(value) ? value : Number.NaN
}
