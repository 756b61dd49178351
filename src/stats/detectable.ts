import { aucInterval, hanleyMcNeilError } from './auc-interval.js'
import { isLevel } from './interval.js'
import { criticalValue, normalQuantile } from './normal.js'
import { wilson } from './proportion.js'

const POWER = 0.8
/** Beyond this many rows no number is worth naming. */
const MOST_ROWS = 1e12

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

/** `detectable` for the difference of two proportions around p, of `first` and of `second` independent rows. */
export function detectableDifference(
  p: number,
  first: number,
  second: number,
  level: number,
  power?: number,
): number | undefined {
  return detectable(Math.hypot(plausibleError(p, first), plausibleError(p, second)), level, power)
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

/**
 * How many rows it takes until an observed proportion, rounded to whole successes, always lies beyond a bound with its
 * whole Wilson interval: with its lower end above a bound below it, or with its upper end below a bound above it.
 * Undefined where the two are equal, and where it would take more than 10¹² rows.
 */
export function rowsToProve(observed: number, bound: number, level: number): number | undefined {
  if (observed < bound) return rowsToProve(1 - observed, 1 - bound, level)
  const margin = observed - bound
  if (!(margin > 0) || observed > 1 || !(bound >= 0) || !isLevel(level)) return undefined
  // At k = observed · n − ½, the worst rounding, the score test of the bound gives a quadratic in √n.
  const s = criticalValue(level) * Math.sqrt(bound * (1 - bound))
  const most = Math.ceil(((s + Math.sqrt(s * s + 2 * margin)) / (2 * margin)) ** 2) + 1
  if (!(most <= MOST_ROWS)) return undefined
  const proves = (n: number) => {
    const ends = wilson(Math.min(n, roundHalfToEven(observed * n)), n, level)
    return ends !== undefined && ends.low >= bound
  }
  let rows = most
  // The roundings repeat within a few hundred rows, so this ends soon; the limit is for shares that no row count meets.
  for (let i = 0; i < 1_000_000 && rows > 1 && proves(rows - 1); i += 1) rows -= 1
  return rows
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

/**
 * How many positive rows it takes until the interval of an AUC by Hanley and McNeil lies above a bound, with `ratio`
 * negative rows for each. `plain` takes the interval estimate ± z standard errors instead of `aucInterval`'s, which is
 * on the logit scale above 0.9 and needs more rows.
 */
export function positivesToProve(
  auc: number,
  bound: number,
  ratio: number,
  level: number,
  plain = false,
): number | undefined {
  if (!(auc > bound) || !(auc <= 1) || !(ratio > 0) || !isLevel(level)) return undefined
  const low = (positives: number) => {
    const negatives = Math.max(1, Math.round(positives * ratio))
    if (!plain) return aucInterval(auc, { positives, negatives }, level)?.low
    const error = hanleyMcNeilError(auc, positives, negatives)
    return error === undefined ? undefined : auc - criticalValue(level) * error
  }
  const proves = (positives: number) => (low(positives) ?? Number.NEGATIVE_INFINITY) >= bound
  return smallest(proves, 1e9)
}

/**
 * How many rows each of two groups needs to show that their rates differ by less than a margin, when both are `rate`: two
 * one-sided tests, each at the level's one-sided error, with this power.
 */
export function rowsForEquivalence(rate: number, margin: number, level: number, power: number): number | undefined {
  const z = detectable(1, level, power)
  if (z === undefined || !(rate > 0 && rate < 1) || !(margin > 0)) return undefined
  return Math.ceil((z * z * 2 * rate * (1 - rate)) / (margin * margin))
}

/** The smallest whole number from 1 to a limit that holds, of a condition that goes on holding. */
function smallest(holds: (n: number) => boolean, limit: number): number | undefined {
  let high = 1
  while (!holds(high)) {
    high *= 2
    if (high > limit) return undefined
  }
  let low = high / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}
