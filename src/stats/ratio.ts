import type { Share } from './difference.js'
import { type Interval, interval, isLevel } from './interval.js'
import { criticalValue } from './normal.js'
import { isProportion } from './proportion.js'

/**
 * The interval of the ratio p₁ / p₂ of two independent proportions on the log scale (Katz et al. 1978). Undefined where
 * either has no success; `koopman` can say more then.
 */
export function katz(first: Share, second: Share, level: number): Interval | undefined {
  if (!usable(first, second, level) || first.successes === 0 || second.successes === 0) return undefined
  const ratio = ratioOf(first, second)
  const variance = failuresOver(first) + failuresOver(second)
  const factor = Math.exp(criticalValue(level) * Math.sqrt(variance))
  return interval(ratio / factor, ratio * factor, 'katz')
}

/** 1/k − 1/n, zero for k = n. */
function failuresOver({ successes, trials }: Share): number {
  return (trials - successes) / successes / trials
}

/**
 * The interval of the ratio p₁ / p₂ of two independent proportions by its score test (Koopman 1984): better than Katz's
 * for small counts, and defined with a zero: from 0 at no success of the first, to +∞ at none of the second. Undefined
 * where neither has one.
 */
export function koopman(first: Share, second: Share, level: number): Interval | undefined {
  if (!usable(first, second, level) || first.successes + second.successes === 0) return undefined
  const z = criticalValue(level)
  const inside = (ratio: number) => scoreSquared(first, second, ratio) <= z * z
  const centre = startOf(first, second)
  const low = first.successes === 0 ? 0 : edge(inside, centre, 0.5)
  const high = second.successes === 0 ? Number.POSITIVE_INFINITY : edge(inside, centre, 2)
  return interval(low, high, 'koopman')
}

/** A ratio inside the interval: the estimate, or something beyond where that is 0 or infinite. */
function startOf(first: Share, second: Share): number {
  if (first.successes > 0 && second.successes > 0) return ratioOf(first, second)
  return first.successes === 0 ? 1e-12 : 1e12
}

/** Where the interval ends, going away from a point inside by factors, then halving on the log scale. */
function edge(inside: (ratio: number) => boolean, from: number, factor: number): number {
  let within = from
  let beyond = from * factor
  for (let i = 0; i < 200 && inside(beyond); i += 1) {
    within = beyond
    beyond *= factor
  }
  for (let i = 0; i < 100; i += 1) {
    const middle = Math.sqrt(within) * Math.sqrt(beyond)
    if (middle === within || middle === beyond) break
    if (inside(middle)) within = middle
    else beyond = middle
  }
  return within
}

/** The squared score statistic of the hypothesis p₁ = ratio · p₂, at the likeliest p₂ under it. */
function scoreSquared(first: Share, second: Share, ratio: number): number {
  const n = first.trials + second.trials
  const b = first.trials * ratio + first.successes + second.trials + second.successes * ratio
  const c = first.successes + second.successes
  // The smaller root of n·ratio·p² − b·p + c, written so that nothing cancels.
  const q = (2 * c) / (b + Math.sqrt(Math.max(0, b * b - 4 * n * ratio * c)))
  const p = ratio * q
  const variance = (p * (1 - p)) / first.trials + (ratio * ratio * q * (1 - q)) / second.trials
  const distance = first.successes / first.trials - (ratio * second.successes) / second.trials
  if (distance === 0) return 0
  return variance > 0 ? (distance * distance) / variance : Number.POSITIVE_INFINITY
}

function ratioOf(first: Share, second: Share): number {
  return first.successes / first.trials / (second.successes / second.trials)
}

function usable(first: Share, second: Share, level: number): boolean {
  return isLevel(level) && [first, second].every(({ successes, trials }) => isProportion(successes, trials))
}
