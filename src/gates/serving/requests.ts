import { type Decimal, formatDecimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf } from '../bound.js'
import { BEYOND, beyond, fewestFor, percentileOf } from './measures.js'

type Judgement = Pick<Check, 'outcome' | 'message'>

/**
 * Whether a value that holds its bound rests on too few requests to say so: on fewer than the policy demands, else, of a
 * percentile q, where n × (1 − q) is below five. Undefined where it rests on enough, or nothing is demanded.
 */
export function tooFew(
  metric: string,
  requests: Decimal | undefined,
  demanded: number | undefined,
  said: Message,
): Judgement | undefined {
  const percentile = percentileOf(metric)
  if (requests === undefined) return ofUnknown(percentile, demanded, said)
  const n = formatDecimal(requests)
  if (demanded !== undefined) {
    const fewest = decimalOf(demanded)
    if (requests.gte(fewest)) return undefined
    const params = { said, requests: n, needed: formatDecimal(fewest) }
    return { outcome: 'insufficient', message: message('serving.fewer', params) }
  }
  if (percentile === undefined) return undefined
  const left = beyond(requests, percentile)
  if (left.gte(BEYOND)) return undefined
  const params = {
    said,
    requests: n,
    q: formatDecimal(percentile.div('100')),
    beyond: formatDecimal(left),
    least: formatDecimal(BEYOND),
    needed: formatDecimal(fewestFor(percentile)),
  }
  return { outcome: 'insufficient', message: message('serving.too-few', params) }
}

/** A percentile of a file that counts no requests is taken as it stands, and that is said. */
function ofUnknown(
  percentile: Decimal | undefined,
  demanded: number | undefined,
  said: Message,
): Judgement | undefined {
  if (demanded !== undefined) {
    const params = { said, needed: String(demanded) }
    return { outcome: 'insufficient', message: message('serving.uncounted', params) }
  }
  return percentile && { outcome: 'pass', message: message('serving.unknown', { said }) }
}
