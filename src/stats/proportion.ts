import { betaQuantile } from './beta.js'
import { type Interval, interval, isCount, isLevel } from './interval.js'
import { criticalValue } from './normal.js'

/** Whether k successes in n trials can be: whole numbers, at least one trial. */
export function isProportion(k: number, n: number): boolean {
  return isCount(k) && isCount(n) && n > 0 && k <= n
}

/**
 * Wilson's score interval (Wilson 1927) of k successes in n trials; the ends are exactly 0 and 1 at k = 0 and k = n.
 * Undefined without trials.
 */
export function wilson(k: number, n: number, level: number): Interval | undefined {
  if (!isProportion(k, n) || !isLevel(level)) return undefined
  const z = criticalValue(level)
  return interval(wilsonLow(k, n, z), 1 - wilsonLow(n - k, n, z), 'wilson')
}

/** The lower end, from which the upper one follows by exchanging successes and failures. */
function wilsonLow(k: number, n: number, z: number): number {
  if (k === 0) return 0
  const square = z * z
  const middle = k + square / 2
  const half = z * Math.sqrt((k * (n - k)) / n + square / 4)
  // The smaller root as the product over the larger one: nothing cancels where k is small.
  return ((k / n) * k) / (middle + half)
}

/** The exact interval of Clopper & Pearson (1934): each end holds its error at (1 − level) / 2. */
export function clopperPearson(k: number, n: number, level: number): Interval | undefined {
  if (!isProportion(k, n) || !isLevel(level)) return undefined
  const alpha = (1 - level) / 2
  const low = k === 0 ? 0 : betaQuantile(alpha, k, n - k + 1)
  const high = k === n ? 1 : 1 - betaQuantile(alpha, n - k, k + 1)
  return interval(low, high, 'clopper-pearson')
}
