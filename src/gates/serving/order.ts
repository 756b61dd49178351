import { decimalOf } from '../../evidence/formats/build.js'
import { entriesOf, type Place } from '../../evidence/place.js'
import { decimal } from '../../shared/decimal.js'
import { percentileOf, withoutPercentile } from './measures.js'

const HUNDRED = decimal('100')
const ZERO = decimal('0')

/**
 * A value beside a percentile that cannot be true with it: a lower percentile of the same that is larger, or a higher one
 * that is smaller. Least and largest latencies are the percentiles 0 and 100.
 */
export function disordered(selector: string, place: Place): Place | undefined {
  const value = decimalOf(place)
  const own = rankOf(selector)
  if (value === undefined || own === undefined) return undefined
  const found = entriesOf(place.within?.parent).find(([name, other]) => {
    const [rank, beside] = [rankOf(name), decimalOf(other)]
    if (rank === undefined || beside === undefined || rank.family !== own.family) return false
    return rank.at.lt(own.at) ? beside.gt(value) : rank.at.gt(own.at) && beside.lt(value)
  })
  return found?.[1]
}

function rankOf(name: string) {
  if (name === 'latency_min_ms') return { at: ZERO, family: 'latency_#_ms' }
  if (name === 'latency_max_ms') return { at: HUNDRED, family: 'latency_#_ms' }
  const at = percentileOf(name)
  return at && { at, family: withoutPercentile(name) }
}
