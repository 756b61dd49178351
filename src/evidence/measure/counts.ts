import type { Basis } from '../../stats/basis.js'
import type { Blocks } from '../../stats/resample.js'
import { BLOCKS } from './contract.js'
import { resamples } from './result.js'
import { blockSums } from './sums.js'

/** Numbers that all blocks of all groups may hold together. */
const MAX_IN_BLOCKS = 8 * 1024 * 1024
/** Numbers that all groups may hold together once blocks have been merged. */
const MAX_NUMBERS = 32 * 1024 * 1024

/** What is left for sums, all groups together: groups times classes times blocks can outgrow any memory. */
export class Budget {
  #inBlocks = MAX_IN_BLOCKS
  #numbers = MAX_NUMBERS

  /** How many blocks of so many numbers there may be: all or one. */
  blocks(width: number): number {
    if (BLOCKS * width > this.#inBlocks) return 1
    this.#inBlocks -= BLOCKS * width
    return BLOCKS
  }

  /** Takes so many numbers outside of blocks; false where they are not there. */
  take(numbers: number): boolean {
    this.#numbers -= numbers
    return !this.isSpent
  }

  /** Groups and classes are too many to be counted. */
  get isSpent(): boolean {
    return this.#numbers < 0
  }
}

/** Per class: rows that have it and get it, rows that have it, rows that get it. All metrics of classes follow from these. */
export interface Margins {
  readonly n: number
  readonly hits: Float64Array
  readonly labels: Float64Array
  readonly predictions: Float64Array
}

/** Counts by class, and how sure a statistic of them is. */
export interface ClassTotals {
  readonly margins: () => Margins
  /** Undefined where nothing is known of it. */
  readonly basis: (metric: string, statistic: (margins: Margins) => number) => Basis | undefined
}

/**
 * Counts of labels and predictions by class, in blocks where resamples may be asked for. Where classes and groups are
 * too many for blocks, they are merged into one, and there are no resamples.
 */
export class ClassCounts implements ClassTotals {
  rows = 0
  #blocks: number
  #capacity = 2
  /** Block by block, class by class: hits, labels, predictions. */
  #counts: Uint32Array

  constructor(
    blocks: boolean,
    private readonly budget: Budget,
  ) {
    this.#blocks = blocks ? budget.blocks(6) : 1
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
    return marginsOf(blockSums(this.#counts, 3 * this.#capacity))
  }

  /** Replicates of a statistic over resampled blocks. */
  basis(metric: string, statistic: (margins: Margins) => number): Basis | undefined {
    return resamples(metric, this.blocks(), (sums) => statistic(marginsOf(sums)))
  }

  /** The counts as blocks to resample; their total is read by `marginsOf`. Undefined where they were merged. */
  blocks(): Blocks | undefined {
    if (this.#blocks === 1) return undefined
    const width = 3 * this.#capacity
    const count = Math.min(this.rows, BLOCKS)
    return { width, rows: this.rows, count, sums: Float64Array.from(this.#counts.subarray(0, count * width)) }
  }

  #grow(classes: number): void {
    const capacity = Math.max(classes, 2 * this.#capacity)
    const before = { blocks: this.#blocks, width: 3 * this.#capacity, counts: this.#counts }
    const width = 3 * capacity
    if (this.#blocks > 1) this.#blocks = this.budget.blocks(width - before.width)
    // Spent: the reading ends, and nothing is counted any more.
    if (this.#blocks === 1 && !this.budget.take(width)) return
    const counts = new Uint32Array(this.#blocks * width)
    for (let block = 0; block < before.blocks; block += 1) {
      const to = (block & (this.#blocks - 1)) * width
      const from = block * before.width
      for (let at = 0; at < before.width; at += 1) {
        counts[to + at] = (counts[to + at] ?? 0) + (before.counts[from + at] ?? 0)
      }
    }
    this.#capacity = capacity
    this.#counts = counts
  }
}

/** Counts class by class (hits, labels, predictions) as margins. */
export function marginsOf(counts: Float64Array): Margins {
  const hits = counts.filter((_, at) => at % 3 === 0)
  const labels = counts.filter((_, at) => at % 3 === 1)
  const predictions = counts.filter((_, at) => at % 3 === 2)
  return { n: labels.reduce((sum, rows) => sum + rows, 0), hits, labels, predictions }
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}
