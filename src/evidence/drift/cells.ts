import type { Batch, Book } from '../predictions/contract.js'
import { Names } from '../predictions/names.js'
import { numberFrom, parseNumber } from '../predictions/number.js'

/** Codes from here on are names; those below are numbers in order of appearance. */
const NAMES_FROM = 2 ** 29
/** A name too many or too long, or a value that is neither number nor name. */
const UNUSABLE = 2 ** 30
const MISSING = -1

/** What the cells of a column hold: numbers, names, or both. */
export interface Column {
  readonly numbers: Float64Array
  /** How often each name was met. */
  readonly names: ReadonlyMap<string, number>
  readonly missing: number
  /** Cells that can neither be compared as numbers nor as names. */
  readonly unusable: number
}

/**
 * Reads the cells of a column as whatever they are. It stands where a table expects a book of names, and gives a number to
 * each cell: a cell that is a number becomes one whatever its spelling.
 */
export class ColumnReader implements Book {
  readonly names: readonly string[] = []
  readonly #texts = new Names()
  readonly #counts: number[] = []
  /** Numbers by their code; forgotten after each batch where codes are not remembered by the table. */
  #pool = new Float64Array(1024)
  #pooled = 0
  #numbers = new Float64Array(1024)
  #count = 0
  #missing = 0
  #unusable = 0

  /** `remembered`: the table keeps codes from one batch to the next. */
  constructor(private readonly remembered: boolean) {}

  code(bytes: Uint8Array, from: number, to: number): number {
    const value = parseNumber(bytes, from, to)
    return Number.isNaN(value) ? codeOfName(this.#texts.code(bytes, from, to)) : this.#codeOfNumber(value)
  }

  codeOfValue(value: unknown): number {
    if (value === undefined || value === null || Number.isNaN(value)) return MISSING
    if (typeof value === 'bigint') return this.#codeOfNumber(Number(value))
    if (typeof value === 'number' && Number.isFinite(value)) return this.#codeOfNumber(value)
    if (typeof value === 'number' || typeof value === 'boolean') return codeOfName(this.#texts.codeOf(String(value)))
    if (typeof value !== 'string') return UNUSABLE
    const number = numberFrom(value.trim())
    return Number.isNaN(number) ? codeOfName(this.#texts.codeOf(value)) : this.#codeOfNumber(number)
  }

  /** Takes a batch's codes. */
  take(column: Batch['columns'][number] | undefined): void {
    if (column?.as !== 'category') return
    for (const code of column.codes) {
      if (code < 0) this.#missing += 1
      else if (code < NAMES_FROM) this.#add(this.#pool[code] ?? Number.NaN)
      else if (code >= UNUSABLE) this.#unusable += 1
      else this.#counts[code - NAMES_FROM] = (this.#counts[code - NAMES_FROM] ?? 0) + 1
    }
    if (!this.remembered) this.#pooled = 0
  }

  /** What was read. */
  column(): Column {
    const names = this.#texts.names.map((name, index) => [name, this.#counts[index] ?? 0] as const)
    return {
      numbers: this.#numbers.subarray(0, this.#count),
      names: new Map(names.filter(([, count]) => count > 0)),
      missing: this.#missing,
      unusable: this.#unusable,
    }
  }

  #codeOfNumber(value: number): number {
    if (this.#pooled === this.#pool.length) this.#pool = grown(this.#pool)
    this.#pool[this.#pooled] = value
    this.#pooled += 1
    return this.#pooled - 1
  }

  #add(value: number): void {
    if (this.#count === this.#numbers.length) this.#numbers = grown(this.#numbers)
    this.#numbers[this.#count] = value
    this.#count += 1
  }
}

function codeOfName(code: number): number {
  if (code === MISSING) return MISSING
  return code < 0 ? UNUSABLE : NAMES_FROM + code
}

function grown(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * array.length)
  larger.set(array)
  return larger
}
