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
/** Further digits that are read without going through the text: 17 are what writers need, and a few write 19. */
const MORE_DIGITS = 4

/**
 * The double nearest to a decimal number in ASCII; NaN where the bytes are anything else, white space and names of
 * non-finite values included. Up to 15 digits and exponents up to 22 take one exact multiplication or division (Clinger
 * 1990, "How to read floating point numbers accurately", the fast path), up to 19 digits one division of two doubles'
 * sum; the rest goes through the text.
 */
export function parseNumber(bytes: Uint8Array, from: number, to: number): number {
  let at = from
  const first = bytes[at]
  if (first === MINUS || first === PLUS) at += 1
  let head = 0
  let tail = 0
  let digits = 0
  let scale = 0
  let seen = false
  let point = false
  for (; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= ZERO && byte <= NINE) {
      seen = true
      if (head !== 0 || byte !== ZERO) digits += 1
      if (digits <= EXACT_DIGITS) head = head * 10 + (byte - ZERO)
      else tail = tail * 10 + (byte - ZERO)
      if (point) scale -= 1
    } else if (byte === POINT && !point) point = true
    else break
  }
  const power = POWERS[-scale]
  if (!seen || digits > EXACT_DIGITS + MORE_DIGITS) return seen ? fromText(bytes, from, to) : Number.NaN
  if (at < to) {
    const byte = bytes[at]
    return byte === LOWER_E || byte === UPPER_E ? fromText(bytes, from, to) : Number.NaN
  }
  if (power === undefined) return fromText(bytes, from, to)
  const more = digits - EXACT_DIGITS
  const value = more <= 0 ? head / power : nearestQuotient(head, POWERS[more] ?? 1, tail, power)
  if (Number.isNaN(value)) return fromText(bytes, from, to)
  return first === MINUS ? -value : value
}

/** Splits a double into two of 26 bits, so that products of parts are exact (Dekker 1971; Veltkamp's constant). */
const SPLITTER = 2 ** 27 + 1

/** What rounding took from the product a · b, exactly (Dekker 1971). */
function lostIn(product: number, a: number, b: number): number {
  const aBig = SPLITTER * a
  const aHigh = aBig - (aBig - a)
  const bBig = SPLITTER * b
  const bHigh = bBig - (bBig - b)
  const aLow = a - aHigh
  const bLow = b - bHigh
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
}

/**
 * The double nearest to (head · shift + tail) / power, worked out to about 100 bits; NaN where these leave open which
 * of two doubles is the nearest.
 */
function nearestQuotient(head: number, shift: number, tail: number, power: number): number {
  const product = head * shift
  const rest = lostIn(product, head, shift) + tail
  const high = product + rest
  const low = rest - (high - product)
  const quotient = high / power
  const back = quotient * power
  const correction = (high - back - lostIn(back, quotient, power) + low) / power
  const nearest = quotient + correction
  const beyond = correction - (nearest - quotient)
  return nearest + beyond * (1 + 2 ** -30) === nearest ? nearest : Number.NaN
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
