/** A sum that does not lose what is small beside it (Neumaier 1974), of a loss a row; and its squares, for its error. */
export class Loss {
  rows = 0
  #sum = 0
  #rest = 0
  #squares = 0

  add(loss: number): void {
    this.addTimes(loss, 1)
  }

  /** The same loss of so many rows. */
  addTimes(loss: number, rows: number): void {
    this.rows += rows
    const losses = loss * rows
    this.#squares += loss * losses
    const sum = this.#sum + losses
    this.#rest += Math.abs(this.#sum) >= Math.abs(losses) ? this.#sum - sum + losses : losses - sum + this.#sum
    this.#sum = sum
  }

  get mean(): number {
    return (this.#sum + this.#rest) / this.rows
  }

  /** The standard error of the mean; undefined for less than two rows. */
  get error(): number | undefined {
    const { rows, mean } = this
    if (rows < 2) return undefined
    return Math.sqrt(Math.max(0, this.#squares - rows * mean * mean) / (rows - 1) / rows)
  }
}

/** The total of blocks that stand one after the other, number by number. */
export function blockSums(blocks: ArrayLike<number>, width: number): Float64Array {
  const sums = new Float64Array(width)
  for (let from = 0; from < blocks.length; from += width) {
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (blocks[from + at] ?? 0)
  }
  return sums
}
