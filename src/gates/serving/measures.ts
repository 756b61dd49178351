import { type Decimal, decimal } from '../../shared/decimal.js'

/** What a name of a load test's measure says of it. */

/** A percentile as a word of a name: `latency_p99_9_ms`, `p(95)`, `p95_latency`, `latencyP99.9`; `p999` is 99.9. */
const PERCENTILE = /(?:^|[^a-z\d])p\(?(?:(\d{1,2}(?:[._]\d{1,3})?)|(9\d)(\d{1,2}))\)?(?![a-z\d])/i
/** The whole of a name: `95th`, `99.9%`. */
const NTH = /^(\d{1,2}(?:\.\d{1,3})?)(?:th|%)$/
const LATENCY = /latency|response[_ ]?time|req_duration/i
/** What is better the more of it there is, in a percentile too. */
const AMOUNT = /throughput|per_s|rps|qps/i
/** The names that all load tests have in common, but for `requests` and `failures`. */
const COMMON = /^(?:latency_(?:mean|min|max|p\d{1,2}(?:_\d{1,3})?)_ms|error_rate|throughput_rps)$/

/** Requests that have to lie beyond a percentile, on average: with fewer, one slow request moves it at will. */
export const BEYOND = decimal('5')
const HUNDRED = decimal('100')

/** The key under which a value stands; a dot parts keys as `/` does, but not before a digit: `p99.9`. */
export function lastOf(selector: string): string {
  const last = selector.split('/').at(-1) ?? selector
  return last.split(/\.(?!\d)/).at(-1) || last
}

/** Which percentile it is, as a number between 0 and 100; undefined for anything else. */
export function percentileOf(selector: string): Decimal | undefined {
  const last = lastOf(selector)
  const nth = NTH.exec(last)?.[1]
  const [, plain, nines = '', more] = PERCENTILE.exec(last.replace(/([a-z])(?=P\d)/, '$1_')) ?? []
  const digits = nth ?? plain ?? (more === undefined ? undefined : `${nines}.${more}`)
  return digits === undefined ? undefined : decimal(digits.replace('_', '.'))
}

/** What a percentile is of: its name with `#` in place of the number. */
export function withoutPercentile(selector: string): string {
  const last = lastOf(selector).replace(/([a-z])(?=P\d)/, '$1_')
  return NTH.test(last) ? '#' : last.replace(PERCENTILE, (found) => (/^p/i.test(found) ? '#' : `${found[0]}#`))
}

export function isLatency(selector: string): boolean {
  const last = lastOf(selector)
  return LATENCY.test(last) || (percentileOf(selector) !== undefined && !AMOUNT.test(last))
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
