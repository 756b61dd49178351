/** How long a rule asks for records of its kind to be kept, in whole years. */
export interface Retention {
  readonly id: string
  readonly years: number
}

/**
 * What policies may name. Regulation (EU) 2024/1689, Article 18(1): ten years after the system was placed on the market or put
 * into service, for a provider's documentation. Enforcement Decree of Korea's AI Basic Act, Article 27(2): five years, for
 * what shows that the duties of high-impact AI were met.
 */
export const RETENTIONS: readonly Retention[] = [
  { id: 'eu-ai-act-provider-10y', years: 10 },
  { id: 'kr-ai-basic-act-5y', years: 5 },
]

/**
 * The day that lies whole years behind the one that a time in ISO 8601 begins with; of a 29 February the 1 March, where
 * that year has none.
 */
export function yearsAfter(time: string, years: number): string {
  const [, year = '0', rest = ''] = /^(\d{4})(-\d{2}-\d{2})/.exec(time) ?? []
  const later = Number.parseInt(year, 10) + years
  const isLeap = (later % 4 === 0 && later % 100 !== 0) || later % 400 === 0
  return `${String(later).padStart(4, '0')}${rest === '-02-29' && !isLeap ? '-03-01' : rest}`
}
