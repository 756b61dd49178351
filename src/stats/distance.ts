import { chiSquaredQuantile } from './goodness.js'

/** How often each category or bin was seen, or its weight: none below zero. */
export type Weights = readonly number[]

/** What a share of zero is replaced by, unless the smallest other share is not above it (Evidently). */
const FILL = 1e-4
const FILL_BELOW_SMALLEST = 1e6

/**
 * The population stability index of current against reference counts: Σ (r − c) ln(r / c) over their shares. With
 * `fill`, a share of zero becomes 0.0001, or a millionth of the smallest other one where that is no larger, and shares
 * are not normalised again: Evidently's figure. Without, it is +∞ where only one of the two is zero.
 * Undefined where the two have not the same categories, or a sum of zero.
 */
export function psi(reference: Weights, current: Weights, fill = true): number | undefined {
  return overShares(reference, current, fill, (r, c) => (r === c ? 0 : (r - c) * Math.log(r / c)))
}

/**
 * What PSI reaches without any drift with this probability, for samples of n and m rows in so many bins (Yurdakul 2018):
 * (1/n + 1/m) times a quantile of the chi-squared distribution with bins − 1 degrees of freedom.
 */
export function psiWithoutDrift(n: number, m: number, bins: number, probability = 0.95): number | undefined {
  if (!(n > 0) || !(m > 0) || !(bins >= 2) || !(probability > 0 && probability < 1)) return undefined
  return (1 / n + 1 / m) * chiSquaredQuantile(probability, bins - 1)
}

/** The Kullback-Leibler divergence of the reference from the current shares, Σ r ln(r / c), in nats; `fill` as in `psi`. */
export function kullbackLeibler(reference: Weights, current: Weights, fill = true): number | undefined {
  const filled = sharesOf(reference, current, fill)
  // As Evidently's, which gives its filled shares to SciPy's `entropy`, and that normalises them.
  return filled && overShares(filled.reference, filled.current, false, (r, c) => (r === 0 ? 0 : r * Math.log(r / c)))
}

/** The Jensen-Shannon distance, the root of the divergence, in nats or in units of another base. */
export function jensenShannon(reference: Weights, current: Weights, base = Math.E): number | undefined {
  const half = (a: number, b: number) => (a === 0 ? 0 : a * Math.log((2 * a) / (a + b)))
  const sum = overShares(reference, current, false, (r, c) => half(r, c) + half(c, r))
  const unit = base === Math.E ? 1 : Math.log(base)
  return sum === undefined ? undefined : Math.sqrt(Math.max(0, sum) / 2 / unit)
}

/** Hellinger's distance, √(1 − Σ √(r c)), from 0 to 1. */
export function hellinger(reference: Weights, current: Weights): number | undefined {
  const sum = overShares(reference, current, false, (r, c) => (Math.sqrt(r) - Math.sqrt(c)) ** 2)
  return sum === undefined ? undefined : Math.min(1, Math.sqrt(sum / 2))
}

function overShares(
  reference: Weights,
  current: Weights,
  fill: boolean,
  term: (r: number, c: number) => number,
): number | undefined {
  const shares = sharesOf(reference, current, fill)
  return shares?.reference.reduce((sum, r, i) => sum + term(r, shares.current[i] ?? Number.NaN), 0)
}

function sharesOf(reference: Weights, current: Weights, fill: boolean) {
  const [r, c] = [normalised(reference), normalised(current)]
  if (r === undefined || c === undefined || r.length !== c.length) return undefined
  return fill ? { reference: filled(r), current: filled(c) } : { reference: r, current: c }
}

function normalised(weights: Weights): Weights | undefined {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (!(sum > 0) || !Number.isFinite(sum) || !weights.every((weight) => weight >= 0)) return undefined
  return weights.map((weight) => weight / sum)
}

function filled(shares: Weights): Weights {
  const smallest = shares.reduce((least, share) => (share > 0 && share < least ? share : least), 1)
  const instead = smallest <= FILL ? smallest / FILL_BELOW_SMALLEST : FILL
  return shares.map((share) => (share === 0 ? instead : share))
}
