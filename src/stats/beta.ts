import { deviance, nonZero, stirlingError } from './gamma.js'

const EPSILON = 1e-16
const MAX_TERMS = 200_000

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1: a continued fraction by Lentz's
 * method, from the side on which it converges. The other tail is I_{1−x}(b, a).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  return tailBelow(x, 1 - x, a, b)
}

/** I_x(a, b) from x and 1 − x, whichever of the two was known exactly. */
function tailBelow(x: number, y: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (y <= 0) return 1
  return x * (a + b + 2) < a + 1 ? fraction(x, y, a, b) : 1 - fraction(y, x, b, a)
}

/** The density's factor x^a (1 − x)^b / B(a, b), from Stirling's errors and deviances (see gamma.ts). */
function factor(x: number, y: number, a: number, b: number): number {
  const n = a + b
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b)
  const size = Math.exp(error - deviance(a, n * x) - deviance(b, n * y))
  return size * Math.sqrt((a / n) * (b / (2 * Math.PI)))
}

/** DiDonato and Morris's continued fraction (1992), in which 1 − x enters as it is and no 1 is left to cancel. */
function fraction(x: number, y: number, a: number, b: number): number {
  const offset = a * y - b * x + 1
  let f = nonZero((a * offset) / (a + 1))
  let c = f
  let d = 0
  for (let m = 1; m < MAX_TERMS; m += 1) {
    const odd = a + 2 * m - 1
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) * (offset + m * (1 + y))) / (odd + 2)
    d = 1 / nonZero(denominator + numerator * d)
    c = nonZero(denominator + numerator / c)
    f *= c * d
    if (Math.abs(c * d - 1) < EPSILON) break
  }
  return factor(x, y, a, b) / f
}

/** The x with I_x(a, b) = p: Newton's steps, halving where one leaves the bracket. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0
  if (p >= 1) return 1
  let low = 0
  let high = 1
  let x = a / (a + b)
  for (let i = 0; i < 200; i += 1) {
    const excess = tailBelow(x, 1 - x, a, b) - p
    if (excess === 0) return x
    if (excess > 0) high = x
    else low = x
    const density = factor(x, 1 - x, a, b) / (x * (1 - x))
    const step = x - excess / density
    const next = step > low && step < high ? step : (low + high) / 2
    if (Math.abs(next - x) <= 2 * Number.EPSILON * x) return next
    x = next
  }
  return x
}

/** P(X = k) of the binomial distribution: n trials, each with probability p. */
export function binomialMass(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0
  if (k === 0) return (1 - p) ** n
  if (k === n) return p ** n
  return factor(p, 1 - p, k, n - k) * (n / (k * (n - k)))
}

/** P(X <= k) of the binomial distribution: n trials, each with probability p. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return tailBelow(1 - p, p, n - k, k + 1)
}
