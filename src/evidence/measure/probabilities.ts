import { BLOCKS } from './contract.js'
import { Loss } from './sums.js'

/** Bins of equal width for the expected calibration error. */
export const ECE_BINS = 15
/** A probability of 0 or 1 is moved inward by this much for the logarithm, as scikit-learn does with doubles. */
const EPSILON = Number.EPSILON

/** Losses of probabilities of the positive class. */
export class ProbabilitySums {
  readonly logarithmic = new Loss()
  readonly squared = new Loss()
  /** Block by block, bin by bin: rows, sum of the probabilities, positive rows. */
  readonly #bins: Float64Array | undefined
  #rows = 0

  constructor(
    /** Whether the calibration error is asked for. */
    bins: boolean,
  ) {
    this.#bins = bins ? new Float64Array(3 * ECE_BINS * BLOCKS) : undefined
  }

  add(probability: number, positive: boolean): void {
    const given = positive ? probability : 1 - probability
    this.logarithmic.add(-Math.log(Math.min(Math.max(given, EPSILON), 1 - EPSILON)))
    const error = positive ? 1 - probability : probability
    this.squared.add(error * error)
    const bins = this.#bins
    if (bins !== undefined) {
      const at = 3 * ((this.#rows % BLOCKS) * ECE_BINS + binOf(probability))
      bins[at] = (bins[at] ?? 0) + 1
      bins[at + 1] = (bins[at + 1] ?? 0) + probability
      if (positive) bins[at + 2] = (bins[at + 2] ?? 0) + 1
    }
    this.#rows += 1
  }

  /**
   * The expected calibration error (Naeini, Cooper & Hauskrecht 2015; bins as in Guo et al. 2017): in each of 15 bins of
   * equal width, the distance between the mean probability and the share of positive rows, weighted by the bin's rows.
   * Each block is taken so many times; once where nothing is said.
   */
  calibrationError(times?: ArrayLike<number>): number {
    const bins = this.#bins ?? new Float64Array(0)
    const sums = new Float64Array(3 * ECE_BINS)
    for (let block = 0, at = 0; at < bins.length; block += 1) {
      const weight = times === undefined ? 1 : (times[block] ?? 0)
      for (let k = 0; k < 3 * ECE_BINS; k += 1, at += 1) sums[k] = (sums[k] ?? 0) + weight * (bins[at] ?? 0)
    }
    let rows = 0
    let distance = 0
    for (let at = 0; at < sums.length; at += 3) {
      rows += sums[at] ?? 0
      distance += Math.abs((sums[at + 1] ?? 0) - (sums[at + 2] ?? 0))
    }
    return distance / rows
  }
}

/** Bins include their upper end, the first one 0 as well. */
function binOf(probability: number): number {
  return Math.min(ECE_BINS - 1, Math.max(0, Math.ceil(probability * ECE_BINS) - 1))
}
