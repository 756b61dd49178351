import type { Blocks } from '../../stats/resample.js'
import type { Budget } from './counts.js'
import { blockSums, Loss } from './sums.js'

/** What r² is made of: the squared errors of the predictions, and those of the mean. */
export interface Squares {
  readonly residual: number
  readonly total: number
}

/**
 * Losses of predictions that are numbers. Means and squares of the labels are kept by block (Welford 1962), so that
 * nothing cancels where labels lie far from zero and close together.
 */
export class NumberSums {
  readonly absolute = new Loss()
  readonly squared = new Loss()
  readonly relative = new Loss()
  readonly pinball = new Loss()
  /** Rows whose label is 0, of which an error is no share. */
  zeros = 0
  /** Block by block: rows, mean of the labels, their squares about it, squared errors. */
  readonly #blocks: Float64Array
  readonly #count: number
  #rows = 0

  constructor(
    private readonly quantile: number,
    /** Whether r² is asked for. */
    squares: boolean,
    budget: Budget,
  ) {
    this.#count = squares ? budget.blocks(WIDTH) : 0
    this.#blocks = new Float64Array(WIDTH * this.#count)
  }

  add(label: number, prediction: number): void {
    const error = label - prediction
    const size = Math.abs(error)
    this.absolute.add(size)
    this.squared.add(error * error)
    this.pinball.add(error >= 0 ? this.quantile * error : (this.quantile - 1) * error)
    if (label === 0) this.zeros += 1
    else this.relative.add(size / Math.abs(label))
    if (this.#count > 0) this.#addToBlock(label, error * error)
    this.#rows += 1
  }

  #addToBlock(label: number, squared: number): void {
    const blocks = this.#blocks
    const at = WIDTH * (this.#rows % this.#count)
    const rows = (blocks[at] ?? 0) + 1
    const mean = blocks[at + 1] ?? 0
    const delta = label - mean
    const moved = mean + delta / rows
    blocks[at] = rows
    blocks[at + 1] = moved
    blocks[at + 2] = (blocks[at + 2] ?? 0) + delta * (label - moved)
    blocks[at + 3] = (blocks[at + 3] ?? 0) + squared
  }

  /** Squares of all rows, for r². */
  squares(): Squares {
    return squaresOf(blockSums(this.#centred().sums, WIDTH))
  }

  /** Sums as blocks to resample; their total is read by `squaresOf`. Undefined where they were merged. */
  blocks(): Blocks | undefined {
    return this.#count > 1 ? this.#centred() : undefined
  }

  /** Sums about the mean of all labels. */
  #centred(): Blocks {
    const blocks = this.#blocks
    const count = Math.min(this.#rows, this.#count)
    const centre = meanOf(blocks)
    const sums = new Float64Array(WIDTH * count)
    for (let at = 0; at < sums.length; at += WIDTH) {
      const rows = blocks[at] ?? 0
      const delta = (blocks[at + 1] ?? 0) - centre
      sums[at] = rows
      sums[at + 1] = rows * delta
      sums[at + 2] = (blocks[at + 2] ?? 0) + rows * delta * delta
      sums[at + 3] = blocks[at + 3] ?? 0
    }
    return { width: WIDTH, rows: this.#rows, count, sums }
  }
}

/** Numbers of a block: rows, mean or sum of the labels, their squares, squared errors. */
const WIDTH = 4

function meanOf(blocks: Float64Array): number {
  let rows = 0
  let mean = 0
  for (let at = 0; at < blocks.length; at += WIDTH) {
    const more = blocks[at] ?? 0
    if (more === 0) continue
    rows += more
    mean += (((blocks[at + 1] ?? 0) - mean) * more) / rows
  }
  return mean
}

/** Rows, sum and squares of the labels about a point near their mean, and squared errors, as the two sums of squares. */
export function squaresOf([rows = 0, sum = 0, squares = 0, residual = 0]: Float64Array): Squares {
  return { residual, total: squares - (sum * sum) / rows }
}
