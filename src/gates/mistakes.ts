import { decimal, formatDecimal } from '../shared/decimal.js'
import type { Location } from '../shared/location.js'
import { type Problem, problem } from '../shared/problem.js'
import { type Bound, scaleMistake, type Unit } from './bound.js'

/** A bound that is stated in another unit than what it bounds; undefined `unit`: a fraction. */
export function wrongScale(metric: string, unit: Unit, { limit }: Bound, at: Location): Problem[] {
  const id = scaleMistake(limit, unit)
  if (id === undefined) return []
  const params = {
    metric,
    found: formatDecimal(limit),
    fraction: formatDecimal(limit.times(decimal('0.01'))),
    percent: formatDecimal(limit.times(decimal('100'))),
  }
  return [problem(id, params, at)]
}

/** Below 0.5 a bound would have to hold for the better half only; from 1 on nothing could ever be proven. */
export function wrongConfidence(confidence: number | undefined, at: Location): Problem[] {
  if (confidence === undefined || (confidence > 0.5 && confidence < 1)) return []
  return [problem('uncertainty.range', { found: String(confidence) }, at)]
}
