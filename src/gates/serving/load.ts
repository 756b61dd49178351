import type { Item } from '../../evidence/evidence.js'
import { entryOf, type Place } from '../../evidence/place.js'
import type { Sample } from '../../evidence/sample/sample.js'
import { lookUpMetric } from '../../evidence/select.js'
import type { Node } from '../../evidence/tree.js'
import { clip } from '../../shared/clip.js'
import { countOf, type Decimal, decimal, decimalsOf, formatDecimal } from '../../shared/decimal.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { roundingOf } from '../bound.js'
import { type Quantity, quotient, shownQuantity } from '../quantity.js'
import { type NotRead, type NumberRead, readNumber, toNumber } from '../reading.js'
import { isErrorRate, isLatency, isThroughput } from './measures.js'
import { disordered } from './order.js'

/** One load test's value: what it is, and on how many requests it rests where the file says so. */
export interface LoadRead extends NumberRead {
  readonly requests?: Decimal | undefined
  /** Where it does not: how many there can be at most, by its other counts. */
  readonly most?: Decimal | undefined
}

const ZERO = decimal('0')
const ONE = decimal('1')
const HALF = decimal('0.5')
const NAMES = ['requests', 'total_requests', 'num_requests', 'request_count', 'n', 'count']
/** What double arithmetic may add to a rate that is written with all of its digits. */
const ARITHMETIC = decimal('1e-9')

/**
 * Reads a value of one load test with the requests and failures that stand beside it. A test of no request measured
 * nothing, one whose requests all failed served none, and a rate of errors has to be that of its counts.
 */
export function readLoad(item: Item<Node>, selector: string): LoadRead | NotRead {
  const source = { declared: true, items: [item], absent: [], unreadable: [] }
  const reading = readNumber(source, 'load-test', selector)
  const found = lookUpMetric([{ path: item.file.path, content: item.content }], selector)
  if (reading.kind === 'none' || found.kind !== 'found') return asFraction(reading)
  const parent = found.place.within?.parent
  const requests = requestsIn(parent)
  const failures = count(parent && entryOf(parent, 'failures'))
  for (const one of [requests, failures]) if (one?.kind === 'none') return one
  const own = { requests: decimalIn(requests), failures: decimalIn(failures), parent }
  const outer = own.requests === undefined ? outside(parent) : undefined
  const against = disordered(selector, found.place)
  if (against !== undefined) {
    const other = { other: String(against.within?.segment ?? ''), against: textOf(against.node) }
    return refusal(reading, 'serving.disordered', { metric: selector, found: clip(reading.text, 40), ...other })
  }
  const judgedRead = answered(reading, selector, outer ?? own) ?? judged(reading, selector, own)
  return judgedRead.kind === 'none' || outer === undefined ? judgedRead : { ...judgedRead, most: outer.requests }
}

function textOf(node: Node): string {
  return 'text' in node ? clip(node.text, 40) : node.kind
}

/** The nearest counts further out: of the value's own requests, and maybe of others. */
function outside(parent: Place | undefined): (Counted & { readonly requests: Decimal }) | undefined {
  for (let place = parent?.within?.parent; place !== undefined; place = place.within?.parent) {
    const requests = decimalIn(requestsIn(place))
    if (requests !== undefined)
      return { requests, failures: decimalIn(count(entryOf(place, 'failures'))), parent: place }
  }
  return undefined
}

/** Load tests state fractions, so that no unit can be declared for a rate beyond 1. */
function asFraction(reading: NumberRead | NotRead): LoadRead | NotRead {
  if (reading.kind === 'number' || reading.message.id !== 'bound.off-scale') return reading
  return { ...reading, message: message('serving.off-scale', reading.message.params) }
}

interface Counted {
  readonly requests: Decimal | undefined
  readonly failures: Decimal | undefined
  readonly parent: Place | undefined
}

/** Why a value is that of no request, or of none that was answered. */
function answered(reading: NumberRead, selector: string, { requests, failures, parent }: Counted): NotRead | undefined {
  if (requests !== undefined && !requests.gt(ZERO)) return refusal(reading, 'serving.no-requests', { metric: selector })
  if (!isLatency(selector) && !isThroughput(selector)) return undefined
  const rate = decimalIn(count(parent && entryOf(parent, 'error_rate')))
  const allFailed = failures === undefined ? rate?.gte(ONE) : requests && failures.eq(requests)
  if (!allFailed) return undefined
  const params = { metric: selector, requests: requests === undefined ? '?' : formatDecimal(requests) }
  return refusal(reading, 'serving.no-answer', params)
}

function judged(reading: NumberRead, selector: string, counted: Counted): LoadRead | NotRead {
  const { requests, failures } = counted
  const refuse = (id: string, params: Message['params'] = {}) => refusal(reading, id, { metric: selector, ...params })
  if (requests && failures && (failures.lt(ZERO) || failures.gt(requests))) {
    const params = { failures: formatDecimal(failures), requests: formatDecimal(requests) }
    return refuse('serving.impossible-counts', params)
  }
  if ((isLatency(selector) || isThroughput(selector)) && reading.value.lt(ZERO)) return refuse('serving.negative')
  const rests = isLatency(selector) ? timed(counted) : { requests }
  if (rests.requests && !rests.requests.gt(ZERO)) return refuse('serving.no-requests')
  const n = rests.requests && countOf(rests.requests)
  const sampled = { ...reading, ...rests, sample: n === undefined ? reading.sample : { ...reading.sample, n } }
  return isErrorRate(selector) ? errorRate(sampled, counted) : sampled
}

/** How many requests a latency is of: not of those that had none, and where the tool does not say how many these are, of some. */
function timed({ requests, parent }: Counted): Pick<LoadRead, 'requests' | 'most'> {
  const place = parent && entryOf(parent, 'requests_timed')
  if (place?.node.kind === 'refused') return { most: requests }
  return { requests: decimalIn(count(place)) ?? requests }
}

/** A rate of errors: of its counts where they are there, and with what an interval can be made from. */
function errorRate(read: LoadRead, { requests, failures, parent }: Counted): LoadRead | NotRead {
  // k6 leaves requests that its script exempts out of the rate.
  const own = decimalIn(count(parent && entryOf(parent, 'requests_judged')))
  const trials = own ?? requests
  if (trials === undefined || !trials.gt(ZERO)) return read
  const hits = failures ?? read.value.times(trials).round(0)
  const exact = quotient(hits, trials)
  const agrees = isNear(read, exact)
  if (!agrees && failures !== undefined) {
    const params = {
      metric: 'error_rate',
      stated: read.text,
      failures: formatDecimal(failures),
      requests: formatDecimal(trials),
      counted: shownQuantity(exact, read.value),
    }
    return refusal(read, 'serving.differs', params)
  }
  const sample = { ...read.sample, ...basisOf(agrees ? hits : undefined, trials) }
  return failures === undefined ? { ...read, sample } : { ...read, quantity: exact, sample }
}

/** Whether a rate as written can be that quotient. */
function isNear({ value, text }: NumberRead, { over, under }: Quantity): boolean {
  const distance = value.times(under).minus(over).abs()
  const half = decimal(`1e-${Math.min(decimalsOf(value), 400)}`).times(HALF)
  const rounding = /[eE]/.test(text) ? half : roundingOf('error_rate', value, half)
  const allowed = rounding.gt(ARITHMETIC) ? rounding : ARITHMETIC
  return distance.lte(allowed.times(under))
}

function basisOf(hits: Decimal | undefined, trials: Decimal): Pick<Sample, 'basis' | 'n'> {
  const [successes, all] = [hits === undefined ? undefined : countOf(hits), countOf(trials)]
  if (successes === undefined || all === undefined) return {}
  return { n: all, basis: { kind: 'proportion', successes, trials: all } }
}

/** What a file says of its requests; autocannon has a map of that name, and counts those without an answer apart. */
function requestsIn(parent: Place | undefined): NumberRead | NotRead | undefined {
  const entries = parent ? NAMES.map((name) => entryOf(parent, name)).filter((it) => it !== undefined) : []
  const found = entries.find(({ node }) => node.kind !== 'map') ?? entries[0]
  if (parent === undefined || found?.node.kind !== 'map') return count(found)
  const [answered, lost] = [count(entryOf(found, 'total')), count(entryOf(parent, 'errors'))]
  if (answered?.kind !== 'number' || lost?.kind !== 'number') return answered
  return { ...answered, value: answered.value.plus(lost.value) }
}

/** A count as a reading; undefined where there is none, or where its reader says that the name stands for something else. */
function count(place: Place | undefined): NumberRead | NotRead | undefined {
  if (place?.node.kind === 'refused') return undefined
  return place && toNumber(place.node, String(place.within?.segment ?? 'requests'), place.at)
}

function decimalIn(read: NumberRead | NotRead | undefined): Decimal | undefined {
  return read?.kind === 'number' ? read.value : undefined
}

function refusal({ at }: NumberRead, id: string, params: Message['params']): NotRead {
  return { kind: 'none', outcome: 'error', message: message(id, { ...params, place: shown(at) }), at }
}
