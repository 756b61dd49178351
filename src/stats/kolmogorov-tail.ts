import { binomialMass } from './beta.js'

/** From here on, n d², both tails together are twice one of them to all digits that count (Simard & L'Ecuyer 2011). */
const ONE_TAIL_FROM = 2.2
const NEGLIGIBLE_FROM = 370

/**
 * P(D >= d) of Kolmogorov's one-sample statistic of n values, for n in the thousands: twice the exact one-sided tail, or
 * Pelz and Good's (1976) expansion where the two tails meet.
 */
export function kolmogorovTail(n: number, d: number): number {
  const square = n * d * d
  if (!(d > 0)) return 1
  if (d >= 1 || square >= NEGLIGIBLE_FROM) return 0
  if (square >= ONE_TAIL_FROM) return Math.min(1, 2 * oneSidedTail(n, d))
  return Math.min(1, Math.max(0, 1 - pelzGood(n, Math.sqrt(n) * d)))
}

/**
 * P(D⁺ >= d), exact (Birnbaum & Tingey 1951): d Σ C(n, j) (d + j/n)^(j−1) (1 − d − j/n)^(n−j), each term being the
 * mass of a binomial distribution over d + j/n.
 */
function oneSidedTail(n: number, d: number): number {
  let sum = 0
  for (let j = 0; j <= n * (1 - d); j += 1) {
    const p = d + j / n
    if (p < 1) sum += binomialMass(j, n, p) / p
    else if (j === n) sum += 1
  }
  return d * sum
}

/** P(√n D < z) by Pelz and Good's expansion in 1/√n, up to the third power; every sum is over k of a theta function. */
function pelzGood(n: number, z: number): number {
  const pi2 = Math.PI * Math.PI
  const z2 = z * z
  const z4 = z2 * z2
  const z6 = z4 * z2
  let k0 = 0
  let k1 = 0
  let k2 = 0
  let k3 = 0
  for (let k = 0; k <= 2 * z + 20; k += 1) {
    // Halves of odd numbers: the sums over all whole k of (k + ½) are twice these.
    const s = pi2 * (k + 0.5) * (k + 0.5)
    const weight = 2 * Math.exp(-s / (2 * z2))
    k0 += weight
    k1 += weight * (s - z2)
    k2 += weight * (6 * z6 + 2 * z4 + s * (2 * z4 - 5 * z2) + s * s * (1 - 2 * z2))
    k3 +=
      weight *
      (s * s * s * (5 - 30 * z2) + s * s * (-60 * z2 + 212 * z4) + s * (135 * z4 - 96 * z6) - 30 * z6 - 90 * z4 * z4)
    // Whole numbers.
    const t = pi2 * k * k
    const whole = 2 * Math.exp(-t / (2 * z2))
    k2 -= whole * t * 2 * z4
    k3 += whole * 30 * z4 * t * (3 * z2 - t)
  }
  const root = Math.sqrt(n)
  const scale = Math.sqrt(Math.PI / 2)
  const first = k0 / z
  const second = k1 / (6 * z4 * root)
  const third = k2 / (72 * z6 * z * n)
  const fourth = k3 / (6480 * z6 * z4 * n * root)
  return scale * (first + second + third + fourth)
}
