import { type Decimal, decimal } from '../../shared/decimal.js'

/** What a name of a load test's measure says of it. */

/** `latency_p99_9_ms`, `p(95)`, `p99`, `p99_ttft_ms`, `95th`, `99.9%`. */
const PERCENTILE = [
  /^latency_p(\d{1,2}(?:[._]\d{1,3})?)_ms$/,
  /^p\(?(\d{1,2}(?:[._]\d{1,3})?)\)?(?:_.{1,100}_ms| latency)?$/,
  /^(\d{1,2}(?:\.\d{1,3})?)(?:th|%)$/,
]
const LATENCY = /^latency_.{1,20}_ms$/
/** The names that all load tests have in common, but for `requests` and `failures`. */
const COMMON = /^(?:latency_(?:mean|min|max|p\d{1,2}(?:_\d{1,3})?)_ms|error_rate|throughput_rps)$/

/** Requests that have to lie beyond a percentile, on average: with fewer, one slow request moves it at will. */
export const BEYOND = decimal('5')
const HUNDRED = decimal('100')

/** The key under which a value stands. */
export function lastOf(selector: string): string {
  return selector.split('/').at(-1) ?? selector
}

/** Which percentile it is, as a number between 0 and 100; undefined for anything else. */
export function percentileOf(selector: string): Decimal | undefined {
  const last = lastOf(selector)
  const found = PERCENTILE.map((pattern) => pattern.exec(last)?.[1]).find((digits) => digits !== undefined)
  return found === undefined ? undefined : decimal(found.replace('_', '.'))
}

export function isLatency(selector: string): boolean {
  return LATENCY.test(lastOf(selector)) || percentileOf(selector) !== undefined
}

export function isErrorRate(selector: string): boolean {
  return lastOf(selector) === 'error_rate'
}

export function isThroughput(selector: string): boolean {
  return lastOf(selector) === 'throughput_rps'
}

/** Whether it goes by a name that all load tests have in common. */
export function isCommon(selector: string): boolean {
  return COMMON.test(lastOf(selector))
}

/** How many of n requests lie beyond a percentile, on average: n × (1 − q). */
export function beyond(requests: Decimal, percentile: Decimal): Decimal {
  return requests.times(HUNDRED.minus(percentile)).div(HUNDRED)
}

/** The fewest requests of which enough lie beyond a percentile: ⌈5 ÷ (1 − q)⌉. */
export function fewestFor(percentile: Decimal): Decimal {
  return BEYOND.times(HUNDRED).div(HUNDRED.minus(percentile)).round(0, 3)
}
