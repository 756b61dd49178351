import { kolmogorovTail } from './kolmogorov-tail.js'

/** Kolmogorov and Smirnov's test of two samples, two-sided. */
export interface KolmogorovSmirnov {
  /** The largest distance between the two distribution functions. */
  readonly statistic: number
  readonly p: number
  readonly method: 'exact' | 'asymptotic'
}

/** Samples up to this size get the exact p-value, as SciPy decides. */
const EXACT_UP_TO = 10_000

/**
 * Kolmogorov and Smirnov's test: exact where both samples have at most 10000 values, else by the one-sample distribution
 * at n·m / (n + m) values (SciPy's `ks_2samp`). Undefined where a sample is empty or a value is not a number.
 */
export function kolmogorovSmirnov(first: Float64Array, second: Float64Array): KolmogorovSmirnov | undefined {
  const n = first.length
  const m = second.length
  if (n === 0 || m === 0 || first.some(Number.isNaN) || second.some(Number.isNaN)) return undefined
  const distance = largestDistance(first.toSorted(), second.toSorted())
  const statistic = distance / n / m
  if (Math.max(n, m) <= EXACT_UP_TO) {
    const p = n === m ? outsideSquare(n, distance / n) : outside(n, m, distance)
    return { statistic, p: Math.min(1, p), method: 'exact' }
  }
  return { statistic, p: kolmogorovTail(Math.round((n / (n + m)) * m), statistic), method: 'asymptotic' }
}

/** The test's statistic alone, which takes no time; undefined as above. */
export function largestGap(first: Float64Array, second: Float64Array): number | undefined {
  const [n, m] = [first.length, second.length]
  if (n === 0 || m === 0 || first.some(Number.isNaN) || second.some(Number.isNaN)) return undefined
  return largestDistance(first.toSorted(), second.toSorted()) / n / m
}

/** The largest distance as a whole number of n·m-ths. */
function largestDistance(a: Float64Array, b: Float64Array): number {
  let i = 0
  let j = 0
  let largest = 0
  while (i < a.length && j < b.length) {
    const next = Math.min(a[i] ?? 0, b[j] ?? 0)
    while (a[i] === next) i += 1
    while (b[j] === next) j += 1
    largest = Math.max(largest, Math.abs(i * b.length - j * a.length))
  }
  return largest
}

/**
 * The chance that a random lattice path from (0, 0) to (n, m) is somewhere at least this far from the diagonal. Of the
 * paths to a point (i, j), i in i + j come from its left: a mean of two chances, in which nothing cancels.
 */
function outside(n: number, m: number, distance: number): number {
  if (distance === 0) return 1
  const chances = new Float64Array(m + 1)
  for (let i = 0; i <= n; i += 1) {
    // The points of this column that are nearer to the diagonal than the distance.
    const from = Math.max(0, Math.floor((i * m - distance) / n) + 1)
    const to = Math.min(m, Math.ceil((i * m + distance) / n) - 1)
    chances.fill(1, Math.max(0, from - 1), from)
    for (let j = from; j <= to; j += 1) {
      const left = i === 0 ? 0 : (chances[j] ?? 1) * i
      const under = j === 0 ? 0 : (chances[j - 1] ?? 1) * j
      chances[j] = i + j === 0 ? 0 : (left + under) / (i + j)
    }
    chances.fill(1, to + 1)
  }
  return chances[m] ?? 1
}

/**
 * The same for n = m and a distance of h steps (Gnedenko & Korolyuk 1951): 2 Σ (−1)^(k+1) C(2n, n − kh) / C(2n, n),
 * nested so that terms are subtracted from 1.
 */
function outsideSquare(n: number, h: number): number {
  if (h === 0) return 1
  let sum = 0
  for (let k = Math.floor(n / h) - 1; k >= 0; k -= 1) {
    let quotient = 1
    for (let j = 0; j < h; j += 1) quotient *= (n - k * h - j) / (n + k * h + j + 1)
    sum = quotient * (1 - sum)
  }
  return 2 * sum
}
