import { BLOCKS } from './contract.js'

/** Whole numbers that all blocks of all groups may hold together: 32 MiB of them. */
const MAX_COUNTS = 8 * 1024 * 1024

/** What is left for counts in blocks, all groups together. */
export class Budget {
  #left = MAX_COUNTS

  /** Takes so many whole numbers; false where they are not there. */
  take(counts: number): boolean {
    if (counts > this.#left) return false
    this.#left -= counts
    return true
  }
}

/** Per class: rows that have it and get it, rows that have it, rows that get it. All metrics of classes follow from these. */
export interface Margins {
  readonly n: number
  readonly hits: Float64Array
  readonly labels: Float64Array
  readonly predictions: Float64Array
}

/**
 * Counts of labels and predictions by class, in blocks where resamples may be asked for. Where classes and groups are
 * too many for blocks, they are merged into one, and there are no resamples.
 */
export class ClassCounts {
  rows = 0
  #blocks: number
  #capacity = 2
  /** Block by block, class by class: hits, labels, predictions. */
  #counts: Uint32Array

  constructor(
    blocks: boolean,
    private readonly budget: Budget,
  ) {
    this.#blocks = blocks && budget.take(BLOCKS * 6) ? BLOCKS : 1
    this.#counts = new Uint32Array(this.#blocks * 6)
  }

  /** A row: the number of its label's class and of its prediction's, −1 without a prediction. */
  add(label: number, prediction: number): void {
    if (label >= this.#capacity || prediction >= this.#capacity) this.#grow(Math.max(label, prediction) + 1)
    const counts = this.#counts
    const base = (this.rows & (this.#blocks - 1)) * this.#capacity * 3
    this.rows += 1
    bump(counts, base + 3 * label + 1)
    if (prediction < 0) return
    bump(counts, base + 3 * prediction + 2)
    if (label === prediction) bump(counts, base + 3 * label)
  }

  /** The counts of all rows. */
  margins(): Margins {
    return this.weighted(new Int32Array(this.#blocks).fill(1))
  }

  /** Whether the counts are kept in blocks. */
  get inBlocks(): boolean {
    return this.#blocks > 1
  }

  /** The counts where each block is taken so many times. */
  weighted(times: ArrayLike<number>): Margins {
    const classes = this.#capacity
    const [hits, labels, predictions] = [0, 1, 2].map(() => new Float64Array(classes)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ]
    let n = 0
    for (let block = 0, at = 0; block < this.#blocks; block += 1) {
      const weight = times[block] ?? 0
      if (weight === 0) {
        at += 3 * classes
        continue
      }
      for (let id = 0; id < classes; id += 1, at += 3) {
        const having = weight * (this.#counts[at + 1] ?? 0)
        hits[id] = (hits[id] ?? 0) + weight * (this.#counts[at] ?? 0)
        labels[id] = (labels[id] ?? 0) + having
        predictions[id] = (predictions[id] ?? 0) + weight * (this.#counts[at + 2] ?? 0)
        n += having
      }
    }
    return { n, hits, labels, predictions }
  }

  #grow(classes: number): void {
    const capacity = Math.max(classes, 2 * this.#capacity)
    const before = { blocks: this.#blocks, capacity: this.#capacity, counts: this.#counts }
    if (this.#blocks > 1 && !this.budget.take((capacity - this.#capacity) * 3 * this.#blocks)) this.#blocks = 1
    const counts = new Uint32Array(this.#blocks * capacity * 3)
    for (let block = 0; block < before.blocks; block += 1) {
      const to = (block & (this.#blocks - 1)) * capacity * 3
      const from = block * before.capacity * 3
      for (let at = 0; at < before.capacity * 3; at += 1) {
        counts[to + at] = (counts[to + at] ?? 0) + (before.counts[from + at] ?? 0)
      }
    }
    this.#capacity = capacity
    this.#counts = counts
  }
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
