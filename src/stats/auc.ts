import { type Interval, interval, isLevel } from './interval.js'
import { criticalValue, twoSidedTail } from './normal.js'
import { countBelow } from './sorted.js'

/** An AUC with DeLong's variance (DeLong, DeLong & Clarke-Pearson 1988). */
export interface Auc {
  readonly auc: number
  /** Undefined with a single row of a class. */
  readonly variance?: number
  readonly positives: number
  readonly negatives: number
}

/** Two models' AUCs on the same rows. */
export interface PairedAuc {
  readonly first: Auc
  readonly second: Auc
  /** The first AUC minus the second. */
  readonly difference: number
  /** Undefined with a single row of a class. */
  readonly variance?: number
  /** 0 and 1 where both models rank every pair alike; undefined where the variance is zero or undefined otherwise. */
  readonly z?: number
  readonly p?: number
}

/**
 * The area under the ROC curve: the share of pairs of a positive and a negative row that the scores order rightly, ties
 * counting half. O(n log n). `labels` holds 1 for positive rows and 0 for negative ones, `scores` one score a row.
 * Undefined with one class only, and where a score is not a number.
 */
export function aucOf(labels: Uint8Array, scores: Float64Array): Auc | undefined {
  const placed = place(labels, scores)
  return placed && summarise(placed)
}

/** The paired comparison of DeLong, DeLong & Clarke-Pearson (1988). Undefined with one class, or where a score is not a number. */
export function pairedAuc(labels: Uint8Array, first: Float64Array, second: Float64Array): PairedAuc | undefined {
  const a = place(labels, first)
  const b = place(labels, second)
  if (a === undefined || b === undefined) return undefined
  const both = { first: summarise(a), second: summarise(b) }
  const difference = both.first.auc - both.second.auc
  const contrast = {
    positives: a.positives.map((value, i) => value - (b.positives[i] ?? Number.NaN)),
    negatives: a.negatives.map((value, i) => value - (b.negatives[i] ?? Number.NaN)),
  }
  const alike = contrast.positives.every((value) => value === 0) && contrast.negatives.every((value) => value === 0)
  const variance = varianceOf(contrast)
  if (variance === undefined) return { ...both, difference }
  if (alike) return { ...both, difference, variance, z: 0, p: 1 }
  if (variance === 0) return { ...both, difference, variance }
  const z = difference / Math.sqrt(variance)
  return { ...both, difference, variance, z, p: twoSidedTail(z) }
}

/** The interval of a paired difference. Undefined where its variance is zero or undefined. */
export function pairedAucInterval({ difference, variance }: PairedAuc, level: number): Interval | undefined {
  if (variance === undefined || variance === 0 || !isLevel(level)) return undefined
  const reach = criticalValue(level) * Math.sqrt(variance)
  return interval(difference - reach, difference + reach, 'delong')
}

/** For each row of a class, the share of the other class that it is ranked rightly against. */
interface Placements {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

function place(labels: Uint8Array, scores: Float64Array): Placements | undefined {
  if (labels.length !== scores.length || scores.some(Number.isNaN)) return undefined
  const positives = scoresOf(1, labels, scores)
  const negatives = scoresOf(0, labels, scores)
  if (positives.length === 0 || negatives.length === 0) return undefined
  if (positives.length + negatives.length !== labels.length) return undefined
  const above = share(positives, negatives.toSorted())
  const below = share(negatives, positives.toSorted())
  return { positives: above, negatives: below.map((value) => 1 - value) }
}

/** The scores of one class; counted first, because filtering a typed array keeps every number as an object meanwhile. */
function scoresOf(label: 0 | 1, labels: Uint8Array, scores: Float64Array): Float64Array {
  let count = 0
  for (let row = 0; row < labels.length; row += 1) if (labels[row] === label) count += 1
  const found = new Float64Array(count)
  let at = 0
  for (let row = 0; row < labels.length; row += 1) {
    if (labels[row] !== label) continue
    found[at] = scores[row] ?? Number.NaN
    at += 1
  }
  return found
}

/** For each value the share of the others that are below it, ties counting half: its midrank among them. */
function share(values: Float64Array, sorted: Float64Array): Float64Array {
  return values.map(
    (value) => (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / (2 * sorted.length),
  )
}

function summarise(placements: Placements): Auc {
  const variance = varianceOf(placements)
  const sizes = { positives: placements.positives.length, negatives: placements.negatives.length }
  // From whole numbers of half pairs, so that no order of the rows changes a digit.
  const halves = placements.positives.reduce((sum, value) => sum + Math.round(value * 2 * sizes.negatives), 0)
  const auc = halves / 2 / sizes.negatives / sizes.positives
  return variance === undefined ? { auc, ...sizes } : { auc, variance, ...sizes }
}

function varianceOf({ positives, negatives }: Placements): number | undefined {
  if (positives.length < 2 || negatives.length < 2) return undefined
  return sampleVariance(positives) / positives.length + sampleVariance(negatives) / negatives.length
}

function sampleVariance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1)
}
