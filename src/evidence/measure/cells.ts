import type { Batch, CategoryColumn } from '../predictions/contract.js'
import { BATCH_ROWS, MAX_NAMES } from '../predictions/contract.js'
import { Cell, type Plan } from './cell.js'
import { MAX_GROUPS } from './contract.js'
import type { Budget } from './counts.js'

/** What a batch says of each of its rows; as long as the batch, or absent. */
export interface RowFacts {
  readonly rows: number
  /** Numbers of classes. */
  readonly labels?: Int32Array | undefined
  readonly predictions?: Int32Array | undefined
  /** The number of the positive class. */
  readonly positive: number
  readonly scores?: Float64Array | undefined
  readonly truths?: Float64Array | undefined
  readonly estimates?: Float64Array | undefined
}

/** The groups of one attribute, of an intersection of several, or of none: then all rows are one. */
export class Cells {
  readonly cells: Cell[] = []
  /** The group of each row of the batch. */
  readonly #ids = new Int32Array(BATCH_ROWS)
  /** For each attribute but the first: the group so far and this attribute's value → the group. */
  readonly #pairs: Map<number, number>[]
  readonly #names: string[][][]

  constructor(
    /** Positions of the attributes' columns in the batch. */
    readonly columns: readonly number[],
    readonly plan: Plan,
    private readonly quantile: number | undefined,
    private readonly budget: Budget,
  ) {
    this.#pairs = columns.slice(1).map(() => new Map())
    this.#names = columns.map(() => [])
    if (columns.length === 0) this.cells.push(new Cell(plan, quantile, budget))
  }

  /** Adds the rows of a batch; false where there are too many groups. */
  add(batch: Batch, facts: RowFacts): boolean {
    if (!this.#locate(batch)) return false
    const { rows, labels, predictions, scores, positive, truths, estimates } = facts
    const ids = this.#ids
    const { cells, plan } = this
    for (let row = 0; row < rows; row += 1) {
      const cell = cells[ids[row] ?? 0]
      if (cell === undefined) continue
      cell.rows += 1
      if (labels !== undefined)
        cell.counts?.add(labels[row] ?? 0, predictions === undefined ? -1 : (predictions[row] ?? 0))
      if (scores !== undefined && labels !== undefined) {
        const isPositive = labels[row] === positive
        if (plan.ranking) cell.scores?.add(scores[row] ?? 0, isPositive)
        if (plan.probability) cell.probabilities?.add(scores[row] ?? 0, isPositive)
      }
      if (truths !== undefined && estimates !== undefined) cell.numbers?.add(truths[row] ?? 0, estimates[row] ?? 0)
    }
    return true
  }

  /** Finds each row's group, and makes those that are met for the first time. */
  #locate({ columns, rows }: Batch): boolean {
    for (const [depth, index] of this.columns.entries()) {
      const column = columns[index]
      if (column?.as !== 'category') return false
      if (depth === 0) this.#ids.set(column.codes)
      else this.#narrow(depth, column, rows)
      const names = this.#names[depth] ?? []
      if (depth === 0)
        for (let code = names.length; code < column.names.length; code += 1) names.push([column.names[code] ?? ''])
      if (names.length > MAX_GROUPS) return false
    }
    const last = this.#names[this.columns.length - 1] ?? []
    for (let id = this.cells.length; id < last.length; id += 1) {
      this.cells.push(new Cell(this.plan, this.quantile, this.budget, last[id]))
    }
    return true
  }

  /** Divides the groups so far by one more attribute. */
  #narrow(depth: number, { codes, names }: CategoryColumn, rows: number): void {
    const pairs = this.#pairs[depth - 1]
    const before = this.#names[depth - 1] ?? []
    const after = this.#names[depth] ?? []
    for (let row = 0; row < rows; row += 1) {
      const id = this.#ids[row] ?? 0
      const code = codes[row] ?? 0
      const key = id * MAX_NAMES + code
      let narrowed = pairs?.get(key)
      if (narrowed === undefined) {
        narrowed = after.push([...(before[id] ?? []), names[code] ?? '']) - 1
        pairs?.set(key, narrowed)
      }
      this.#ids[row] = narrowed
    }
  }
}
