import { decimalOf } from '../../evidence/formats/build.js'
import { entriesOf, type Place } from '../../evidence/place.js'
import { type Decimal, decimal } from '../../shared/decimal.js'
import { percentileOf, withoutPercentile } from './measures.js'

const HUNDRED = decimal('100')
const ZERO = decimal('0')

/**
 * A value beside a percentile that cannot be true with it: a lower percentile of the same that is larger, or a higher one
 * that is smaller. Least and largest latencies are the percentiles 0 and 100. Tools round some of their values and not
 * others: what the rounding that a reader states for both can explain is no contradiction.
 */
export function disordered(selector: string, place: Place): Place | undefined {
  const value = decimalOf(place)
  const own = rankOf(selector)
  if (value === undefined || own === undefined) return undefined
  const found = entriesOf(place.within?.parent).find(([name, other]) => {
    const [rank, beside] = [rankOf(name), decimalOf(other)]
    if (rank === undefined || beside === undefined || rank.family !== own.family) return false
    const allowed = roundingOf(place).plus(roundingOf(other))
    return rank.at.lt(own.at) ? beside.minus(value).gt(allowed) : rank.at.gt(own.at) && value.minus(beside).gt(allowed)
  })
  return found?.[1]
}

function roundingOf({ node }: Place): Decimal {
  return node.kind === 'number' && node.rounding !== undefined ? decimal(node.rounding) : ZERO
}

function rankOf(name: string) {
  if (name === 'latency_min_ms') return { at: ZERO, family: 'latency_#_ms' }
  if (name === 'latency_max_ms') return { at: HUNDRED, family: 'latency_#_ms' }
  const at = percentileOf(name)
  return at && { at, family: withoutPercentile(name) }
}
