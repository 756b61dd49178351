import type { Batch, Book, Column, ColumnWanted, Table } from '../predictions/contract.js'
import { BATCH_ROWS } from '../predictions/contract.js'
import { planFor } from './cell.js'
import type { Classes } from './classes.js'
import type { PredictionColumns } from './contract.js'

/** Most rows of a table whose rows are kept one by one. */
export const MAX_PAIRED_ROWS = 4_000_000

/** What one model says of each row; as long as there are rows, or absent where no metric asks for it. */
export interface Rows {
  readonly path: string
  readonly count: number
  /** Numbers of the rows' identifiers. */
  readonly keys?: Int32Array
  /** Numbers of classes. */
  readonly labels?: Int32Array
  readonly predictions?: Int32Array
  readonly scores?: Float64Array
  /** Labels and predictions that are numbers. */
  readonly truths?: Float64Array
  readonly estimates?: Float64Array
}

type Codes = 'keys' | 'labels' | 'predictions'
type Numbers = 'scores' | 'truths' | 'estimates'

interface Field {
  readonly of: Codes | Numbers
  readonly column: ColumnWanted
}

/** What two tables have in common, so that a number means the same in both. */
export interface Common {
  readonly classes: Classes
  readonly keys: Book
}

/** Keeps the rows of a table while it is read for something else, so that it is read once. */
export class RowsKept {
  readonly #fields: readonly Field[]
  readonly #codes: Record<Codes, Int32Array[]> = { keys: [], labels: [], predictions: [] }
  readonly #numbers: Record<Numbers, Float64Array[]> = { scores: [], truths: [], estimates: [] }
  readonly #translations: Record<Codes, number[]> = { keys: [], labels: [], predictions: [] }
  readonly #buffer = new Int32Array(BATCH_ROWS)
  #count = 0
  #path = ''

  constructor(
    columns: PredictionColumns,
    metrics: readonly string[],
    private readonly common: Common,
  ) {
    this.#fields = fieldsOf(columns, metrics, common.keys)
  }

  /** The same table; whoever scans it has its rows kept here as well. */
  watch(table: Table): Table {
    this.#path = table.path
    const scan: Table['scan'] = (wanted, visit) => {
      const columns = [...wanted]
      const positions = this.#fields.map(({ column }) => {
        const same = columns.findIndex(({ name, as, book }) => name === column.name && as === column.as && !book)
        return same >= 0 && column.book === undefined ? same : columns.push(column) - 1
      })
      return table.scan(columns, (batch) => {
        visit({ rows: batch.rows, columns: batch.columns.slice(0, wanted.length) })
        this.#add(batch, positions)
      })
    }
    return { ...table, scan }
  }

  #add({ rows, columns }: Batch, positions: readonly number[]): void {
    this.#count += rows
    if (this.#count > MAX_PAIRED_ROWS) return
    for (const [index, { of }] of this.#fields.entries()) {
      const column = columns[positions[index] ?? -1]
      if (column !== undefined) this.#keep(of, column)
    }
  }

  #keep(of: Field['of'], column: Column): void {
    if (column.as === 'number') {
      if (of === 'scores' || of === 'truths' || of === 'estimates') this.#numbers[of].push(column.values.slice())
    } else if (of === 'keys') this.#codes.keys.push(column.codes.slice())
    else if (of === 'labels' || of === 'predictions') {
      this.common.classes.translate(column, this.#translations[of], of === 'labels', this.#buffer)
      this.#codes[of].push(this.#buffer.slice(0, column.codes.length))
    }
  }

  /** The rows, once the table has been read; without columns where they are more than can be kept. */
  rows(): Rows {
    const [path, count] = [this.#path, this.#count]
    if (count > MAX_PAIRED_ROWS) return { path, count }
    const codes = (of: Codes) =>
      this.#codes[of].length === 0 ? {} : { [of]: joined(new Int32Array(count), this.#codes[of]) }
    const numbers = (of: Numbers) =>
      this.#numbers[of].length === 0 ? {} : { [of]: joined(new Float64Array(count), this.#numbers[of]) }
    return {
      ...{ path, count, ...codes('keys'), ...codes('labels'), ...codes('predictions') },
      ...{ ...numbers('scores'), ...numbers('truths'), ...numbers('estimates') },
    }
  }
}

function fieldsOf(columns: PredictionColumns, metrics: readonly string[], keys: Book): Field[] {
  const { label, prediction, score, id, positive } = columns
  const plan = planFor(metrics, {
    prediction: prediction !== undefined,
    score: score !== undefined,
    numbers: prediction !== undefined && positive === undefined,
  })
  const fields: Field[] = []
  const add = (of: Field['of'], name: string | undefined, column: Omit<ColumnWanted, 'name'>) => {
    if (name !== undefined) fields.push({ of, column: { name, ...column } })
  }
  add('keys', id, { as: 'category', required: true, book: keys })
  if (plan.classes) {
    add('labels', label, { as: 'category', required: true })
    add('predictions', prediction, { as: 'category', required: true })
  }
  if (plan.ranking || plan.probability) add('scores', score, { as: 'number' })
  if (plan.numbers) {
    add('truths', label, { as: 'number' })
    add('estimates', prediction, { as: 'number' })
  }
  return fields
}

/** Pieces one after the other; each is let go once it has been copied. */
function joined<T extends Int32Array | Float64Array>(into: T, pieces: T[]): T {
  let at = 0
  for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) {
    into.set(piece, at)
    at += piece.length
  }
  return into
}
