import { decimal, parseDecimal, toDouble } from './decimal.js'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Milliseconds of a UTC day; leap seconds do not count, as in every clock that programs read. */
export const DAY = 24 * HOUR
const WEEK = 7 * DAY

/** Midnight UTC at the beginning of a day written `2026-12-31`, in milliseconds since 1970; undefined for no such day. */
export function parseDay(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return dayOf(integer(year), integer(month), integer(day))
}

function dayOf(year: number, month: number, day: number): number | undefined {
  // Years before 100 would be taken for those of the twentieth century.
  if (year < 100 || month < 1 || month > 12 || day < 1) return undefined
  const first = Date.UTC(year, month - 1, 1)
  const days = (Date.UTC(year, month, 1) - first) / DAY
  return day <= days ? first + (day - 1) * DAY : undefined
}

function integer(digits: string): number {
  return Number.parseInt(digits, 10)
}

/** A moment as a file states it. */
export interface Instant {
  /** Milliseconds since 1970. */
  readonly at: number
  /** How far the moment may lie from `at`, in milliseconds: whole time zones where none is stated. */
  readonly leeway: number
}

/** Clocks of two machines differ; in milliseconds. */
export const CLOCKS = 10 * MINUTE
/** Time zones go from UTC-12 to UTC+14. */
const ZONES = 14 * HOUR

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,12})?)?(?: ?(?:([Zz]|UTC)|([+-])(\d{2}):?(\d{2})))?)?$/

/**
 * Reads `2026-11-25T08:30:00+09:00` (ISO 8601; a blank for the `T`, and a day alone) and seconds or milliseconds since
 * 1970. A time without a zone is taken for UTC. Undefined for everything else.
 */
export function parseInstant(text: string): Instant | undefined {
  const [, date, hour = '0', minute = '0', second = '0', utc, sign, zoneHour = '0', zoneMinute = '0'] =
    ISO.exec(text) ?? []
  if (date === undefined) return parseEpoch(text)
  const day = parseDay(date)
  const [h, m, s, zh, zm] = [hour, minute, second, zoneHour, zoneMinute].map(integer)
  if (day === undefined || h === undefined || m === undefined || s === undefined) return undefined
  if (zh === undefined || zm === undefined || h > 23 || m > 59 || s > 60 || zh > 14 || zm > 59) return undefined
  const offset = (zh * HOUR + zm * MINUTE) * (sign === '-' ? -1 : 1)
  const at = day + h * HOUR + m * MINUTE + s * SECOND - offset
  return { at, leeway: utc === undefined && sign === undefined ? ZONES : CLOCKS }
}

/** From here on a number counts milliseconds: as seconds it would lie beyond the year 5000, as milliseconds in 1973. */
const MILLISECONDS = decimal('1e11')
const FIRST = decimal('1e8')
const LAST = decimal('1e14')

function parseEpoch(text: string): Instant | undefined {
  const value = parseDecimal(text)
  if (value === undefined || value.lt(FIRST) || value.gte(LAST)) return undefined
  const milliseconds = value.lt(MILLISECONDS) ? value.times(decimal('1000')) : value
  return { at: toDouble(milliseconds.round(0, 0)), leeway: CLOCKS }
}

const UNITS: Readonly<Record<string, number>> = { m: MINUTE, h: HOUR, d: DAY, w: WEEK }

/** A length of time that `parseDuration` reads. */
export const DURATION = '^[1-9][0-9]{0,4}[mhdw]$'

/** `7d` in milliseconds: minutes, hours, days, weeks. */
export function parseDuration(text: string): number | undefined {
  const unit = UNITS[text.slice(-1)]
  return unit === undefined || !/^[1-9]\d{0,4}[mhdw]$/.test(text) ? undefined : integer(text.slice(0, -1)) * unit
}

/** `9d 4h`, `4h 10m`, `10m`: whole units, what is left rounded down; `?` where it is not known. */
export function formatDuration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return '?'
  const days = Math.floor(milliseconds / DAY)
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days}d ${hours}h` : `${days}d`
  if (hours > 0) return minutes > 0 ? `${hours}h ${minutes}m` : `${hours}h`
  return `${Math.max(0, minutes)}m`
}
