/** Days after which a model without a decision is stale, where nobody says otherwise: a quarter. */
const DEFAULT_DAYS = 90

/** `90d`, `12w` or a bare number of days; undefined for everything else. Nothing is the default. */
export function daysIn(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return DEFAULT_DAYS
  const [, digits = '', unit = 'd'] = /^([1-9]\d{0,4})([dw])?$/.exec(written) ?? []
  return digits === '' ? undefined : Number.parseInt(digits, 10) * (unit === 'w' ? 7 : 1)
}
