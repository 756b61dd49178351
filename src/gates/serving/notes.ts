import type { Evidence } from '../../evidence/evidence.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Demand } from '../contract.js'
import { approximate } from '../quantity.js'
import { readLoad } from './load.js'
import { isErrorRate, isLatency, isThroughput } from './measures.js'
import type { Options } from './options.js'

/** Failures that nothing bounds, where speed is bounded: an error is often answered faster than a request. */
export function notes({ options }: Demand<Options>, evidence: Evidence): Message[] {
  const names = Object.keys(options)
  if (names.some(isErrorRate) || !names.some((name) => isLatency(name) || isThroughput(name))) return []
  const failing = evidence['load-test'].items.flatMap((item) => {
    const read = readLoad(item, 'error_rate')
    return read.kind === 'number' && approximate(read.quantity) > 0 ? [read] : []
  })
  const [first] = failing
  if (first === undefined) return []
  const rate = String(Math.round(approximate(first.quantity) * 1e6) / 1e6)
  return [message('serving.unbounded-errors', { rate, place: shown(first.at) })]
}
