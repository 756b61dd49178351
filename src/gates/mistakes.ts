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
