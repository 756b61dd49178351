import { BLOCKS } from './contract.js'
import { Loss } from './sums.js'

/** What r² is made of: the squared errors of the predictions, and those of the mean. */
export interface Squares {
  readonly residual: number
  readonly total: number
}

/**
 * Losses of predictions that are numbers. Means and squares of the labels are kept in blocks and merged as Chan, Golub &
 * LeVeque (1983) do, so that nothing cancels where labels lie far from zero and close together.
 */
export class NumberSums {
  readonly absolute = new Loss()
  readonly squared = new Loss()
  readonly relative = new Loss()
  readonly pinball = new Loss()
  /** Rows whose label is 0, of which an error is no share. */
  zeros = 0
  /** Block by block: rows, mean of the labels, their squares about it, squared errors. */
  readonly #blocks: Float64Array | undefined
  #rows = 0

  constructor(
    private readonly quantile: number,
    /** Whether r² is asked for. */
    squares: boolean,
  ) {
    this.#blocks = squares ? new Float64Array(4 * BLOCKS) : undefined
  }

  add(label: number, prediction: number): void {
    const error = label - prediction
    const size = Math.abs(error)
    this.absolute.add(size)
    this.squared.add(error * error)
    this.pinball.add(error >= 0 ? this.quantile * error : (this.quantile - 1) * error)
    if (label === 0) this.zeros += 1
    else this.relative.add(size / Math.abs(label))
    if (this.#blocks !== undefined) this.#addToBlock(this.#blocks, label, error * error)
    this.#rows += 1
  }

  #addToBlock(blocks: Float64Array, label: number, squared: number): void {
    const at = 4 * (this.#rows % BLOCKS)
    const rows = (blocks[at] ?? 0) + 1
    const mean = blocks[at + 1] ?? 0
    const delta = label - mean
    const moved = mean + delta / rows
    blocks[at] = rows
    blocks[at + 1] = moved
    blocks[at + 2] = (blocks[at + 2] ?? 0) + delta * (label - moved)
    blocks[at + 3] = (blocks[at + 3] ?? 0) + squared
  }

  /** The squares where each block is taken so many times; once where nothing is said. */
  squares(times?: ArrayLike<number>): Squares {
    const blocks = this.#blocks ?? new Float64Array(0)
    let rows = 0
    let mean = 0
    let total = 0
    let residual = 0
    for (let block = 0; 4 * block < blocks.length; block += 1) {
      const weight = times === undefined ? 1 : (times[block] ?? 0)
      const more = weight * (blocks[4 * block] ?? 0)
      if (more === 0) continue
      const delta = (blocks[4 * block + 1] ?? 0) - mean
      total += weight * (blocks[4 * block + 2] ?? 0) + (delta * delta * rows * more) / (rows + more)
      mean += (delta * more) / (rows + more)
      rows += more
      residual += weight * (blocks[4 * block + 3] ?? 0)
    }
    return { residual, total }
  }
}
