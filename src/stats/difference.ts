import { type Interval, interval, isLevel } from './interval.js'
import { criticalValue } from './normal.js'
import { isProportion, wilson } from './proportion.js'

/** k of n. */
export interface Share {
  readonly successes: number
  readonly trials: number
}

/**
 * The interval of the difference p₁ − p₂ of two independent proportions from their Wilson intervals (Newcombe 1998,
 * method 10 of the unpaired case). Undefined where one has no trials.
 */
export function newcombe(first: Share, second: Share, level: number): Interval | undefined {
  const a = wilson(first.successes, first.trials, level)
  const b = wilson(second.successes, second.trials, level)
  if (a === undefined || b === undefined) return undefined
  const p = first.successes / first.trials
  const q = second.successes / second.trials
  return squareAndAdd({ value: p, ...a }, { value: q, ...b }, 'newcombe')
}

/** An estimate between the ends of its interval. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * The interval of the difference of two independent estimates from an interval of each (Zou & Donner 2008): Newcombe's
 * with any intervals, Wald's where both are symmetric.
 */
export function squareAndAdd(
  first: Estimate,
  second: Estimate,
  method: 'newcombe' | 'square-and-add' = 'square-and-add',
): Interval | undefined {
  const difference = first.value - second.value
  const below = Math.hypot(first.value - first.low, second.high - second.value)
  const above = Math.hypot(first.high - first.value, second.value - second.low)
  return interval(difference - below, difference + above, method)
}

/** The interval of a difference of two independent estimates with these standard errors. Undefined where both are zero. */
export function waldDifference(
  difference: number,
  firstError: number,
  secondError: number,
  level: number,
): Interval | undefined {
  const reach = criticalValue(level) * Math.hypot(firstError, secondError)
  return isLevel(level) && reach > 0 && Number.isFinite(reach)
    ? interval(difference - reach, difference + reach, 'wald')
    : undefined
}

/** Two models on the same rows: how many rows both got right, the first alone, the second alone, neither. */
export interface PairedCounts {
  readonly both: number
  readonly first: number
  readonly second: number
  readonly neither: number
}

/**
 * The interval of the difference p₁ − p₂ of two proportions on the same rows (Newcombe 1998, method 10 of the paired
 * case): the unpaired interval, narrowed by the correlation of the pairs, which is continuity-corrected where positive.
 */
export function newcombePaired(counts: PairedCounts, level: number): Interval | undefined {
  const { both, first, second, neither } = counts
  const n = both + first + second + neither
  if (![both, first, second, neither].every((count) => isProportion(count, n))) return undefined
  const a = wilson(both + first, n, level)
  const b = wilson(both + second, n, level)
  if (a === undefined || b === undefined) return undefined
  const p = (both + first) / n
  const q = (both + second) / n
  const phi = correlation(counts, n)
  const reach = (x: number, y: number) => Math.sqrt(Math.max(0, x * x - 2 * phi * x * y + y * y))
  const difference = (first - second) / n
  return interval(
    difference - reach(p - a.low, b.high - q),
    difference + reach(a.high - p, q - b.low),
    'newcombe-paired',
  )
}

function correlation({ both, first, second, neither }: PairedCounts, n: number): number {
  const margins =
    Math.sqrt(both + first) * Math.sqrt(second + neither) * Math.sqrt(both + second) * Math.sqrt(first + neither)
  if (margins === 0) return 0
  const excess = both * neither - first * second
  return (excess > 0 ? Math.max(0, excess - n / 2) : excess) / margins
}
