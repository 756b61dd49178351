import { type Message, message } from '../../shared/message.js'
import { closest } from '../../shared/nearest.js'
import { failed, type Problem, problem, type Result } from '../../shared/problem.js'
import { named } from '../readers/excerpt.js'
import {
  BATCH_ROWS,
  type Batch,
  type Book,
  type Column,
  type ColumnWanted,
  MAX_COLUMNS,
  MAX_PROBLEMS,
  type Table,
} from './contract.js'
import { BAD_NAME, Names, NO_NAME } from './names.js'
import { parseNumber } from './number.js'
import { kindOf, numberOf, textOf } from './values.js'

/** Ends a scan that has met enough problems: what is wrong with the file is known. */
export class Enough extends Error {}

/** Values of a typed file, as one of its pages holds them. */
export interface TypedValues {
  readonly rows: number
  /** Those that are there: one after the other, or numbers of entries of the dictionary. */
  readonly values: ArrayLike<unknown>
  /** 1 for each row that has a value; undefined where all have. */
  readonly levels: ArrayLike<number> | undefined
  readonly dictionary?: ArrayLike<unknown> | undefined
}

/**
 * Collects cells row by row into the columns that are wanted, and hands them over batch by batch. A cell that cannot be
 * what its column is for is a problem with its line.
 */
export class Collector {
  readonly problems: Problem[] = []
  readonly columns: readonly (Column & { readonly book: Book })[]
  readonly #dictionaries: { readonly dictionary: ArrayLike<unknown>; readonly known: (number | undefined)[] }[] = []
  #row = 0
  #rows = 0

  constructor(
    private readonly path: string,
    private readonly wanted: readonly ColumnWanted[],
    private readonly visit: (batch: Batch) => void,
  ) {
    this.columns = wanted.map(({ as, book = new Names() }) => {
      if (as === 'number') return { as, values: new Float64Array(BATCH_ROWS), book }
      return { as, codes: new Int32Array(BATCH_ROWS), names: book.names, book }
    })
  }

  /** A cell of the current row as bytes. `line` is where it stands. */
  bytes(index: number, bytes: Uint8Array, from: number, to: number, line: number): void {
    const column = this.columns[index]
    if (column === undefined) return
    let start = from
    let end = to
    while (start < end && isBlank(bytes[start])) start += 1
    while (start < end && isBlank(bytes[end - 1])) end -= 1
    if (column.as === 'number') {
      const value = parseNumber(bytes, start, end)
      column.values[this.#row] = value
      if (Number.isNaN(value)) this.notNumber(index, new TextDecoder().decode(bytes.subarray(start, end)), line)
    } else {
      const code = column.book.code(bytes, start, end)
      column.codes[this.#row] = code
      if (code < 0) this.notName(index, code, line)
    }
  }

  /** A cell of the current row as a value of a typed file. `place` is the number of its row or line. */
  value(index: number, value: unknown, place: number): void {
    const column = this.columns[index]
    if (column === undefined) return
    if (column.as === 'number') {
      const number = numberOf(value)
      column.values[this.#row] = number
      if (Number.isNaN(number)) this.notNumber(index, textOf(value) ?? kindOf(value), place)
    } else {
      const code = column.book.codeOfValue(value, textOf)
      column.codes[this.#row] = code
      if (code < 0) this.notName(index, code, place, value)
    }
  }

  /** Values of a typed file from one row on, as they will be visited, into a column. `place` is the first row's number. */
  fill(index: number, page: TypedValues, into: Float64Array | Int32Array, at: number, place: number): void {
    const { rows, values, levels, dictionary } = page
    const known = dictionary === undefined ? undefined : this.#known(index, dictionary)
    let next = 0
    for (let row = 0; row < rows; row += 1) {
      let value: unknown
      let understood: number | undefined
      if (levels === undefined || levels[row] === 1) {
        value = values[next]
        next += 1
        if (known !== undefined && typeof value === 'number') understood = known[value]
      }
      if (understood === undefined) {
        const meant = dictionary !== undefined && typeof value === 'number' ? dictionary[value] : value
        understood = this.#understand(index, meant, place + row)
        if (known !== undefined && typeof value === 'number') known[value] = understood
      }
      into[at + row] = understood
    }
  }

  /** A value as a number or as the code of a name; where it is neither, the problem is told. */
  #understand(index: number, value: unknown, place: number): number {
    const column = this.columns[index]
    if (column?.as === 'number') {
      const number = numberOf(value)
      if (Number.isNaN(number)) this.notNumber(index, textOf(value) ?? kindOf(value), place)
      return number
    }
    const code = column?.book.codeOfValue(value, textOf) ?? NO_NAME
    if (code < 0) this.notName(index, code, place, value)
    return code
  }

  /** How the entries of a dictionary are understood, as far as they were met: one that no row has is no name. */
  #known(index: number, dictionary: ArrayLike<unknown>): (number | undefined)[] {
    const last = this.#dictionaries[index]
    if (last?.dictionary === dictionary) return last.known
    const known: (number | undefined)[] = []
    this.#dictionaries[index] = { dictionary, known }
    return known
  }

  /** Visits rows whose columns are all there. */
  all(rows: number, columns: readonly (Float64Array | Int32Array)[]): void {
    this.#rows += rows
    for (let from = 0; from < rows && this.problems.length === 0; from += BATCH_ROWS) {
      const to = Math.min(rows, from + BATCH_ROWS)
      const batch = columns.map((data, index): Column => {
        if (data instanceof Float64Array) return { as: 'number', values: data.subarray(from, to) }
        return { as: 'category', codes: data.subarray(from, to), names: this.columns[index]?.book.names ?? [] }
      })
      this.visit({ rows: to - from, columns: batch })
    }
  }

  /** Ends a row. */
  next(): void {
    this.#row += 1
    this.#rows += 1
    if (this.#row === BATCH_ROWS) this.#flush()
  }

  /** The number of rows, after the last one; or what is wrong with the file. */
  end(): Result<number> {
    this.#flush()
    if (this.problems.length > 0) return failed(...this.problems)
    if (this.#rows === 0) return failed(problem('evidence.predictions.no-rows', {}, { path: this.path }))
    return { ok: true, value: this.#rows }
  }

  /** Adds a problem; the scan ends after the first few. */
  add(found: Problem): void {
    this.problems.push(found)
    if (this.problems.length >= MAX_PROBLEMS) throw new Enough()
  }

  #flush(): void {
    const rows = this.#row
    this.#row = 0
    if (rows === 0 || this.problems.length > 0) return
    const columns = this.columns.map((column) =>
      column.as === 'number'
        ? { as: column.as, values: column.values.subarray(0, rows) }
        : { as: column.as, codes: column.codes.subarray(0, rows), names: column.names },
    )
    this.visit({ rows, columns })
  }

  private notNumber(index: number, found: string | Message, line: number): void {
    const column = this.wanted[index]?.name ?? ''
    const text = typeof found === 'string' ? named(found) : found
    const shown = text === '' ? message('evidence.predictions.empty-cell') : text
    const id = `evidence.predictions.${typeof found === 'string' ? wrongNumber(found) : 'not-number'}`
    this.add(problem(id, { column, found: shown }, { path: this.path, line }))
  }

  private notName(index: number, code: number, line: number, value: unknown = ''): void {
    const { name: column, required } = this.wanted[index] ?? { name: '' }
    if (code === NO_NAME && !required) return
    if (textOf(value) === undefined) {
      const params = { column, found: kindOf(value) }
      this.add(problem('evidence.predictions.not-plain', params, { path: this.path, line }))
      return
    }
    const id = code === BAD_NAME ? 'evidence.predictions.not-name' : 'evidence.predictions.no-name'
    this.add(problem(id, { column }, { path: this.path, line }))
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9
}

/** What is wrong with a text where a number belongs: numbers that people write so, and everything else. */
function wrongNumber(text: string): 'per-cent' | 'separators' | 'not-number' {
  if (/^[-+]?\d[\d.,]{0,40} ?%$/.test(text)) return 'per-cent'
  return /^[-+]?\d[\d.,'\u00a0\u202f]{0,40}$/.test(text) ? 'separators' : 'not-number'
}

/** The positions of the wanted columns, or what is wrong with the header or the wish. */
export function positionsOf(
  { path, columns: header, nested = [] }: Pick<Table, 'path' | 'columns' | 'nested'>,
  wanted: readonly ColumnWanted[],
): Result<readonly number[]> {
  if (header.length > MAX_COLUMNS) {
    return failed(problem('evidence.predictions.columns', { limit: MAX_COLUMNS }, { path, line: 1 }))
  }
  const problems = wanted.flatMap(({ name }) => {
    const first = header.indexOf(name)
    if (nested.includes(name)) return [problem('evidence.predictions.nested-column', { name }, { path })]
    if (first < 0) {
      const nearest = closest([...header], name)
      const id = nearest.length > 0 ? 'evidence.predictions.no-column-near' : 'evidence.predictions.no-column'
      const columns = header.slice(0, 20).map(named)
      return [problem(id, { name, nearest, columns }, { path, line: 1 })]
    }
    const twice = header.includes(name, first + 1)
    return twice ? [problem('evidence.csv.duplicate-column', { name: named(name) }, { path, line: 1 })] : []
  })
  return problems.length > 0 ? failed(...problems) : { ok: true, value: wanted.map(({ name }) => header.indexOf(name)) }
}
