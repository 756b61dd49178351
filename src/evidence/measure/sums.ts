/** A sum that does not lose what is small beside it (Neumaier 1974), of a loss a row; and its squares, for its error. */
export class Loss {
  rows = 0
  #sum = 0
  #rest = 0
  #squares = 0

  add(loss: number): void {
    this.rows += 1
    this.#squares += loss * loss
    const sum = this.#sum + loss
    this.#rest += Math.abs(this.#sum) >= Math.abs(loss) ? this.#sum - sum + loss : loss - sum + this.#sum
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
