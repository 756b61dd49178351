import { isLevel } from './interval.js'
import { criticalValue, normalQuantile } from './normal.js'

const POWER = 0.8

/**
 * The smallest change that a two-sided test at this level finds with this power, given the standard error of the value
 * or of the difference: (z of the level + z of the power) standard errors.
 */
export function detectable(error: number, level: number, power: number = POWER): number | undefined {
  if (!(error > 0) || !Number.isFinite(error) || !isLevel(level) || !(power >= 0.5 && power < 1)) return undefined
  return (criticalValue(level) + normalQuantile(power)) * error
}

/** `detectable` for a proportion of n rows against a fixed value. */
export function detectableProportion(p: number, n: number, level: number, power?: number): number | undefined {
  return detectable(plausibleError(p, n), level, power)
}

/**
 * The standard error of a proportion. At 0 and 1, where it would be zero and the smallest change seem nothing, two
 * successes and two failures are added (Agresti & Coull 1998).
 */
function plausibleError(p: number, n: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p > 0 && p < 1) return Math.sqrt((p * (1 - p)) / n)
  const plus = (n * p + 2) / (n + 4)
  return Math.sqrt((plus * (1 - plus)) / (n + 4))
}
