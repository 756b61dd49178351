import { type AucFacts, aucInterval, aucStandardError } from './auc-interval.js'
import { percentileInterval, spread } from './bootstrap.js'
import { newcombe, squareAndAdd, waldDifference } from './difference.js'
import { f1StandardError, f1Wilson } from './f1.js'
import { type Interval, interval, isLevel } from './interval.js'
import { criticalValue } from './normal.js'
import { isProportion, wilson } from './proportion.js'

export type { Interval, Method } from './interval.js'

/** What is known of how sure a value is: what its interval is computed from. */
export type Basis =
  | { readonly kind: 'proportion'; readonly successes: number; readonly trials: number }
  | { readonly kind: 'f1'; readonly tp: number; readonly fp: number; readonly fn: number }
  | AucBasis
  /** `within`: how far the value may be off, either way, whatever the sample. */
  | { readonly kind: 'standard-error'; readonly error: number; readonly n?: number; readonly within?: number }
  /** Sorted replicates of a bootstrap of n rows, and the seed they were drawn with. */
  | { readonly kind: 'resamples'; readonly values: Float64Array; readonly n: number; readonly seed: string }

/** `variance` is DeLong's; without it Hanley and McNeil's standard error is taken. */
export interface AucBasis extends AucFacts {
  readonly kind: 'auc'
  /** How far the area may be off, either way, whatever the sample: pairs that a histogram leaves tied. */
  readonly within?: number
}

/** A value with what is known of how sure it is. */
export interface Estimated {
  readonly value: number
  readonly basis: Basis
}

/**
 * The two-sided interval of a value at a confidence level between 0 and 1. A proportion and F1 are taken from their
 * counts, resamples from their replicates; an AUC and a standard error from the value.
 * Undefined where nothing can be said: no rows, one class only, a standard error of zero, replicates that do not differ.
 */
export function intervalOf(value: number, basis: Basis, level: number): Interval | undefined {
  switch (basis.kind) {
    case 'proportion':
      return wilson(basis.successes, basis.trials, level)
    case 'f1':
      return f1Wilson(basis.tp, basis.fp, basis.fn, level)
    case 'auc':
      return widened(aucInterval(value, basis, level), basis.within, { least: 0, most: 1 })
    case 'standard-error': {
      const error = standardErrorOf(value, basis)
      if (error === undefined || !isLevel(level)) return undefined
      const reach = criticalValue(level) * error
      return widened(interval(value - reach, value + reach, 'normal'), basis.within)
    }
    case 'resamples':
      return percentileInterval(basis.values, level)
  }
}

/** The standard error of a value. Undefined where nothing can be said, and where its estimate would be zero. */
export function standardErrorOf(value: number, basis: Basis): number | undefined {
  switch (basis.kind) {
    case 'proportion':
      return sampleError(basis.successes, basis.trials)
    case 'f1':
      return f1StandardError(basis.tp, basis.fp, basis.fn)
    case 'auc':
      return aucStandardError(value, basis)
    case 'standard-error':
      return basis.error > 0 && Number.isFinite(basis.error) ? basis.error : undefined
    case 'resamples':
      return spread(basis.values)
  }
}

/**
 * The interval of a − b, of two values that were measured independently (or whose pairing is not known: it is too wide
 * then, on the safe side). Newcombe's for two proportions; else Wald's from two standard errors, or, where an estimate at
 * the end of its scale has none, from the two intervals.
 */
export function differenceOf(a: Estimated, b: Estimated, level: number): Interval | undefined {
  if (a.basis.kind === 'proportion' && b.basis.kind === 'proportion') return newcombe(a.basis, b.basis, level)
  const first = standardErrorOf(a.value, a.basis)
  const second = standardErrorOf(b.value, b.basis)
  if (first !== undefined && second !== undefined) return waldDifference(a.value - b.value, first, second, level)
  const one = intervalOf(a.value, a.basis, level)
  const other = intervalOf(b.value, b.basis, level)
  return one && other && squareAndAdd({ ...one, value: a.value }, { ...other, value: b.value })
}

/** The interval wherever in reach of its value the true one is. */
function widened(
  found: Interval | undefined,
  within: number | undefined,
  { least, most } = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY },
): Interval | undefined {
  if (found === undefined || within === undefined) return found
  return interval(Math.max(least, found.low - within), Math.min(most, found.high + within), found.method)
}

/** The standard error of a proportion; at its ends the estimate would be zero, and is none. `detectable` has one there. */
function sampleError(k: number, n: number): number | undefined {
  return isProportion(k, n) && k > 0 && k < n ? Math.sqrt(((k / n) * (1 - k / n)) / n) : undefined
}
