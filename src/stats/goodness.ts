import { chiSquaredTail } from './gamma.js'
import { normalQuantile } from './normal.js'

/** A chi-squared test: its statistic, degrees of freedom and p-value. */
export interface Goodness {
  readonly statistic: number
  readonly degrees: number
  readonly p: number
}

/** How far the sums of observed and expected counts may be apart, as SciPy's `chisquare` has it. */
const SAME_SUM = 1.5e-8

/**
 * Pearson's chi-squared test of observed against expected counts, with categories − 1 degrees of freedom. A category that
 * is neither expected nor observed is left out; one that is observed but not expected makes the statistic +∞ and p 0.
 * Undefined with fewer than two categories, and where the sums differ.
 */
export function chiSquaredTest(observed: readonly number[], expected: readonly number[]): Goodness | undefined {
  if (observed.length !== expected.length) return undefined
  const pairs = observed
    .map((count, i) => ({ count, mean: expected[i] ?? Number.NaN }))
    .filter(({ count, mean }) => count !== 0 || mean !== 0)
  const sum = pairs.reduce((total, { count }) => total + count, 0)
  const sumExpected = pairs.reduce((total, { mean }) => total + mean, 0)
  if (pairs.length < 2 || !pairs.every(({ count, mean }) => count >= 0 && mean >= 0)) return undefined
  if (!(Math.abs(sum - sumExpected) <= SAME_SUM * Math.min(sum, sumExpected)) || !Number.isFinite(sum)) return undefined
  const statistic = pairs.reduce((total, { count, mean }) => total + ((count - mean) / mean) * (count - mean), 0)
  const degrees = pairs.length - 1
  return { statistic, degrees, p: chiSquaredTail(statistic, degrees) }
}

/** The test of current counts against the reference's shares, as Evidently's `chisquare`. Undefined where either is empty. */
export function chiSquaredDrift(reference: readonly number[], current: readonly number[]): Goodness | undefined {
  const n = reference.reduce((total, count) => total + count, 0)
  const m = current.reduce((total, count) => total + count, 0)
  if (!(n > 0) || !(m > 0)) return undefined
  return chiSquaredTest(
    current,
    reference.map((count) => (count / n) * m),
  )
}

/** The x below which a chi-squared variable lies with this probability. */
export function chiSquaredQuantile(probability: number, degrees: number): number {
  // Wilson and Hilferty's (1931) cube as a start, then halving.
  const a = 2 / (9 * degrees)
  const start = degrees * Math.max(1e-3, 1 - a + normalQuantile(probability) * Math.sqrt(a)) ** 3
  const above = 1 - probability
  let low = 0
  let high = start
  while (chiSquaredTail(high, degrees) > above) {
    low = high
    high *= 2
  }
  for (let i = 0; i < 200 && high - low > 1e-15 * high; i += 1) {
    const middle = (low + high) / 2
    if (chiSquaredTail(middle, degrees) > above) low = middle
    else high = middle
  }
  return (low + high) / 2
}
