import type { Blocks } from '../../stats/resample.js'
import type { Budget } from './counts.js'
import { blockSums, Loss } from './sums.js'

/** Bins of equal width for the expected calibration error. */
export const ECE_BINS = 15
/** A probability of 0 or 1 is moved inward by this much for the logarithm, as scikit-learn does with doubles. */
const EPSILON = Number.EPSILON

/** Losses of probabilities of the positive class. */
export class ProbabilitySums {
  readonly logarithmic = new Loss()
  readonly squared = new Loss()
  /** Block by block, bin by bin: rows, sum of the probabilities, positive rows. */
  readonly #bins: Float64Array
  readonly #count: number
  #rows = 0

  constructor(
    /** Whether the calibration error is asked for. */
    bins: boolean,
    budget: Budget,
  ) {
    this.#count = bins ? budget.blocks(WIDTH) : 0
    this.#bins = new Float64Array(WIDTH * this.#count)
  }

  add(probability: number, positive: boolean): void {
    this.logarithmic.add(logLoss(probability, positive))
    this.squared.add(squaredError(probability, positive))
    if (this.#count > 0) {
      const bins = this.#bins
      const at = 3 * ((this.#rows % this.#count) * ECE_BINS + binOf(probability))
      bins[at] = (bins[at] ?? 0) + 1
      bins[at + 1] = (bins[at + 1] ?? 0) + probability
      if (positive) bins[at + 2] = (bins[at + 2] ?? 0) + 1
    }
    this.#rows += 1
  }

  /** The calibration error of all rows. */
  calibrationError(): number {
    return calibrationErrorOf(blockSums(this.#bins, WIDTH))
  }

  /** The bins as blocks to resample; their total is read by `calibrationErrorOf`. Undefined where they were merged. */
  blocks(): Blocks | undefined {
    if (this.#count <= 1) return undefined
    const count = Math.min(this.#rows, this.#count)
    return { width: WIDTH, rows: this.#rows, count, sums: this.#bins.subarray(0, WIDTH * count) }
  }
}

/** The logarithmic loss of one row. */
export function logLoss(probability: number, positive: boolean): number {
  const given = positive ? probability : 1 - probability
  return -Math.log(Math.min(Math.max(given, EPSILON), 1 - EPSILON))
}

/** The squared error of one row. */
export function squaredError(probability: number, positive: boolean): number {
  const error = positive ? 1 - probability : probability
  return error * error
}

/** Numbers of a block: for each bin rows, sum of the probabilities, positive rows. */
const WIDTH = 3 * ECE_BINS

/**
 * The expected calibration error (Naeini, Cooper & Hauskrecht 2015) of bins: the distance between the mean probability
 * and the share of positive rows, weighted by the bin's rows.
 */
export function calibrationErrorOf(bins: Float64Array): number {
  let rows = 0
  let distance = 0
  for (let at = 0; at < WIDTH; at += 3) {
    rows += bins[at] ?? 0
    distance += Math.abs((bins[at + 1] ?? 0) - (bins[at + 2] ?? 0))
  }
  return distance / rows
}

/** The bin of a probability; bins include their upper end, the first one 0 as well. */
export function binOf(probability: number): number {
  return Math.min(ECE_BINS - 1, Math.max(0, Math.ceil(probability * ECE_BINS) - 1))
}
