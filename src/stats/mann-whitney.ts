import { twoSidedTail } from './normal.js'

/** Mann and Whitney's test of two samples, two-sided. */
export interface MannWhitney {
  /** How many pairs have the first sample's value above the second's, ties counting half. */
  readonly u: number
  readonly p: number
  readonly method: 'exact' | 'asymptotic'
}

/** A sample of at most this size, without ties, gets the exact p-value, as SciPy decides. */
const SMALL = 8
/** More pairs than this are never counted out. */
const MOST_PAIRS = 10_000_000

/**
 * Mann and Whitney's U: exact where a sample has at most 8 values and there are no ties, else normal, corrected for ties
 * and continuity (SciPy's `mannwhitneyu`). Undefined where a sample is empty or a value is not a number.
 */
export function mannWhitney(first: Float64Array, second: Float64Array): MannWhitney | undefined {
  const n = first.length
  const m = second.length
  if (n === 0 || m === 0 || first.some(Number.isNaN) || second.some(Number.isNaN)) return undefined
  const { u, ties } = rank(first.toSorted(), second.toSorted())
  const furthest = Math.min(u, n * m - u)
  if (Math.min(n, m) <= SMALL && ties === 0 && n * m <= MOST_PAIRS)
    return { u, p: Math.min(1, 2 * lowerTail(furthest, n, m)), method: 'exact' }
  const total = n + m
  const spread = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))))
  const z = (n * m) / 2 - furthest - 0.5
  // All values tied: nothing distinguishes the samples.
  const p = spread > 0 && z > 0 ? twoSidedTail(z / spread) : 1
  return { u, p, method: 'asymptotic' }
}

/** U of the first sample, and Σ (t³ − t) over the runs of equal values. */
function rank(a: Float64Array, b: Float64Array): { u: number; ties: number } {
  let i = 0
  let j = 0
  let u = 0
  let ties = 0
  while (i < a.length || j < b.length) {
    const next = Math.min(a[i] ?? Number.POSITIVE_INFINITY, b[j] ?? Number.POSITIVE_INFINITY)
    const [fromA, fromB] = [i, j]
    while (i < a.length && a[i] === next) i += 1
    while (j < b.length && b[j] === next) j += 1
    const t = i - fromA + j - fromB
    u += (i - fromA) * (fromB + (j - fromB) / 2)
    ties += t * t * t - t
  }
  return { u, ties }
}

/**
 * P(U <= u) without ties. The number of arrangements with each U is a coefficient of the Gaussian binomial
 * Π (1 − x^(m+i)) / (1 − x^i), of which only the powers up to u are needed.
 */
function lowerTail(u: number, n: number, m: number): number {
  const small = Math.min(n, m)
  const large = Math.max(n, m)
  const counts = new Float64Array(Math.floor(u) + 1)
  counts[0] = 1
  let all = 1
  for (let i = 1; i <= small; i += 1) {
    for (let k = counts.length - 1; k >= large + i; k -= 1) counts[k] = (counts[k] ?? 0) - (counts[k - large - i] ?? 0)
    for (let k = i; k < counts.length; k += 1) counts[k] = (counts[k] ?? 0) + (counts[k - i] ?? 0)
    all = (all * (large + i)) / i
  }
  return counts.reduce((sum, count) => sum + count, 0) / all
}
