import { binomialCdf, binomialMass } from './beta.js'
import { chiSquaredTail } from './gamma.js'
import { isCount } from './interval.js'

/** A chi-squared statistic with its p-value. */
export interface Tested {
  readonly statistic: number
  readonly p: number
}

/** McNemar's test of two models on the same rows, two-sided, in its four forms. */
export interface McNemar {
  /** The exact binomial p-value. */
  readonly exact: number
  /** The exact p-value less half of what the observed table itself has: less conservative (Fagerland 2013). */
  readonly midP: number
  readonly chiSquared: Tested
  /** With Edwards' continuity correction, which never turns a difference of zero into one. */
  readonly corrected: Tested
}

/** From the rows that the first model alone got right, and the second alone. Every p is 1 where there is none. */
export function mcnemar(firstOnly: number, secondOnly: number): McNemar | undefined {
  const n = firstOnly + secondOnly
  if (!isCount(firstOnly) || !isCount(secondOnly) || !isCount(n)) return undefined
  const none = { statistic: 0, p: 1 }
  if (n === 0) return { exact: 1, midP: 1, chiSquared: none, corrected: none }
  const least = Math.min(firstOnly, secondOnly)
  const twice = 2 * binomialCdf(least, n, 0.5)
  const gap = Math.abs(firstOnly - secondOnly)
  return {
    exact: gap === 0 ? 1 : Math.min(1, twice),
    midP: gap === 0 ? 1 : Math.min(1, twice - binomialMass(least, n, 0.5)),
    chiSquared: tested((gap * gap) / n),
    corrected: tested(Math.max(0, gap - 1) ** 2 / n),
  }
}

function tested(statistic: number): Tested {
  return { statistic, p: chiSquaredTail(statistic, 1) }
}
