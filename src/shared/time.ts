/** Milliseconds of a UTC day; leap seconds do not count, as in every clock that programs read. */
export const DAY = 86_400_000

/** Midnight UTC at the beginning of a day written `2026-12-31`, in milliseconds since 1970; undefined for no such day. */
export function parseDay(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  return dayOf(Number.parseInt(year, 10), Number.parseInt(month, 10), Number.parseInt(day, 10))
}

function dayOf(year: number, month: number, day: number): number | undefined {
  // Years before 100 would be taken for those of the twentieth century.
  if (year < 100 || month < 1 || month > 12 || day < 1) return undefined
  const first = Date.UTC(year, month - 1, 1)
  const days = (Date.UTC(year, month, 1) - first) / DAY
  return day <= days ? first + (day - 1) * DAY : undefined
}
