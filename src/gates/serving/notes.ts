import type { Evidence, Item } from '../../evidence/evidence.js'
import type { Node } from '../../evidence/tree.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Demand } from '../contract.js'
import { approximate, quotient } from '../quantity.js'
import type { NumberRead } from '../reading.js'
import { readLoad } from './load.js'
import { isErrorRate, isLatency, isThroughput } from './measures.js'
import type { Options } from './options.js'

/** Failures that nothing bounds, where speed is bounded: an error is often answered faster than a request. */
export function notes({ options }: Demand<Options>, evidence: Evidence): Message[] {
  const names = Object.keys(options)
  if (names.some(isErrorRate) || !names.some((name) => isLatency(name) || isThroughput(name))) return []
  const failing = evidence['load-test'].items.flatMap((item) => {
    const rate = readLoad(item, 'error_rate')
    const read = rate.kind === 'none' ? ofCounts(item) : rate
    return read?.kind === 'number' && approximate(read.quantity) > 0 ? [read] : []
  })
  const [first] = failing
  if (first === undefined) return []
  const rate = String(Math.round(approximate(first.quantity) * 1e6) / 1e6)
  return [message('serving.unbounded-errors', { rate, place: shown(first.at) })]
}

/** The share of failures where a file has their number, but no rate. */
function ofCounts(item: Item<Node>): NumberRead | undefined {
  const failures = readLoad(item, 'failures')
  if (failures.kind === 'none' || failures.requests === undefined) return undefined
  return { ...failures, quantity: quotient(failures.value, failures.requests) }
}
