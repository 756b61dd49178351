/**
 * The gamma function and its incomplete integrals. The leading factors of both are taken from Stirling's error and the
 * deviance (Loader 2000, "Fast and accurate computation of binomial probabilities") instead of from differences of
 * log-gammas, which lose digits in proportion to their size.
 */
const HALF_LOG_TWO_PI = 0.9189385332046728
const TINY = 1e-300
const EPSILON = 1e-16
const MAX_TERMS = 200_000
/** From here on five terms of Stirling's series are exact to a double's last digit. */
const STIRLING_FROM = 16

/** ln Γ(x) for x > 0. */
export function logGamma(x: number): number {
  let shifted = x
  let product = 1
  while (shifted < STIRLING_FROM) {
    product *= shifted
    shifted += 1
  }
  const base = (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + stirlingSeries(shifted)
  return base - Math.log(product)
}

/** ln x! − (x + ½) ln x + x − ½ ln 2π for x > 0: what Stirling's formula leaves out. */
export function stirlingError(x: number): number {
  if (x >= STIRLING_FROM) return stirlingSeries(x)
  return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
}

function stirlingSeries(x: number): number {
  const s = 1 / (x * x)
  return (1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s / 156)))))) / x
}

/** x ln(x/m) + m − x for x, m > 0, without cancellation where the two are close. */
export function deviance(x: number, m: number): number {
  const difference = x - m
  if (Math.abs(difference) > 0.1 * (x + m)) return x * Math.log(x / m) - difference
  const v = difference / (x + m)
  const square = v * v
  let sum = difference * v
  let term = 2 * x * v
  for (let j = 3; j < 1000; j += 2) {
    term *= square
    const next = sum + term / j
    if (next === sum) break
    sum = next
  }
  return sum
}

/** x^a e^(−x) / Γ(a + 1) for a, x > 0. */
function poissonFactor(a: number, x: number): number {
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a)
}

/** The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), exact in the tail as well. */
export function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  return x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let i = 1; i < MAX_TERMS && term > sum * EPSILON; i += 1) {
    term *= x / (a + i)
    sum += term
  }
  return poissonFactor(a, x) * sum
}

/** Legendre's continued fraction by Lentz's method. */
function upperFraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  let b = x + 1 - a
  let c = 1 / TINY
  let d = 1 / b
  let h = d
  for (let i = 1; i < MAX_TERMS; i += 1) {
    const an = -i * (i - a)
    b += 2
    d = 1 / nonZero(an * d + b)
    c = nonZero(b + an / c)
    const step = d * c
    h *= step
    if (Math.abs(step - 1) < EPSILON) break
  }
  return poissonFactor(a, x) * a * h
}

/** A denominator of a continued fraction: Lentz's method replaces zero by something tiny. */
export function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}

/** P(X >= x) of the chi-squared distribution with `degrees` degrees of freedom. */
export function chiSquaredTail(x: number, degrees: number): number {
  return upperGamma(degrees / 2, x / 2)
}
