import type { DecodedArray } from 'hyparquet'
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js'
import { Moment, utf8 } from './values.js'

type Decoder = Parameters<typeof convert>[1]

/** What the library makes of dates and texts would lose what tells two of them apart: microseconds, and bytes that are no text. */
export const PARSERS: typeof DEFAULT_PARSERS = {
  ...DEFAULT_PARSERS,
  timestampFromMilliseconds: (ticks) => instant(BigInt(ticks), 3),
  timestampFromMicroseconds: (ticks) => instant(ticks, 6),
  timestampFromNanoseconds: (ticks) => instant(ticks, 9),
  dateFromDays: (days) => new Moment(dateOf(days)),
  stringFromBytes: (bytes) => bytes && (utf8(bytes) ?? bytes),
}

/** Most bytes of a decimal: those of 76 digits, the most that any writer has. */
const MAX_DECIMAL_BYTES = 32
const MAX_SCALE = 76

/** Values as they are meant. A decimal that no double stands for is a text; the library rounds all of them to doubles. */
export function meant(values: DecodedArray, decoder: Decoder): DecodedArray {
  const { converted_type: type, scale = 0 } = decoder.element
  if (type !== 'DECIMAL') return convert(values, decoder)
  if (!(scale >= 0 && scale <= MAX_SCALE)) throw new Error('its decimals have an impossible scale')
  return Array.from<unknown, number | string>(values, (value) => decimalOf(value, scale))
}

/** Below this a whole number is a double, and so is the power of ten: their quotient is the double nearest to the decimal. */
const MAX_EXACT = 1e15
const MAX_EXACT_SCALE = 22

function decimalOf(value: unknown, scale: number): number | string {
  const double = value instanceof Uint8Array ? doubleOf(value) : Number(value)
  if (Math.abs(double) < MAX_EXACT && scale <= MAX_EXACT_SCALE) return double / 10 ** scale
  return decimalText(unscaled(value), scale)
}

/** Bytes in two's complement as a double; rounded only where the number is beyond what doubles hold. */
function doubleOf(bytes: Uint8Array): number {
  const [first = 0] = bytes
  let value = first < 128 ? first : first - 256
  for (let at = 1; at < bytes.length; at += 1) value = value * 256 + (bytes[at] ?? 0)
  return value
}

/** The whole number that a decimal is stored as: an integer, or bytes in two's complement. */
function unscaled(value: unknown): bigint {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return BigInt(value)
  if (!(value instanceof Uint8Array) || value.length > MAX_DECIMAL_BYTES) throw new Error('its decimals are damaged')
  const hex = Buffer.from(value).toString('hex')
  return BigInt.asIntN(8 * value.length, BigInt(`0x${hex || '0'}`))
}

function decimalText(value: bigint, scale: number): string {
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0')
  const cut = digits.length - scale
  const fraction = digits.slice(cut).replace(/0+$/, '')
  return `${value < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction === '' ? '' : `.${fraction}`}`
}

const DAY = 86_400

/** An instant that is counted in so many decimals of a second since 1970. */
function instant(ticks: bigint, decimals: number): Moment {
  const unit = 10n ** BigInt(decimals)
  const cut = Number(ticks % unit)
  const rest = cut < 0 ? cut + 10 ** decimals : cut
  const seconds = Number(ticks / unit) - (cut < 0 ? 1 : 0)
  const day = Math.floor(seconds / DAY)
  const time = seconds - day * DAY
  const clock = [Math.floor(time / 3600), Math.floor(time / 60) % 60, time % 60].map((it) => digits(it, 2)).join(':')
  return new Moment(`${dateOf(day)} ${clock}${rest === 0 ? '' : `.${digits(rest, decimals)}`}`)
}

function digits(value: number, count: number): string {
  return String(value).padStart(count, '0')
}

/** The day that is so many days after 1970-01-01 (https://howardhinnant.github.io/date_algorithms.html, `civil_from_days`). */
function dateOf(days: number): string {
  const sinceMarch = days + 719_468
  const era = Math.floor(sinceMarch / 146_097)
  const ofEra = sinceMarch - era * 146_097
  const year = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100))
  const month = Math.floor((5 * ofYear + 2) / 153)
  const day = ofYear - Math.floor((153 * month + 2) / 5) + 1
  const isNext = month >= 10
  return [
    digits(year + era * 400 + (isNext ? 1 : 0), 4),
    digits(isNext ? month - 9 : month + 3, 2),
    digits(day, 2),
  ].join('-')
}
