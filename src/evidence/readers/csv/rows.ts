import type { CsvError } from 'csv-parse/sync'
import type { Position } from '../../../shared/location.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { MAX_PROBLEMS, MAX_VALUES } from '../contract.js'
import { complaint } from '../excerpt.js'
import { type Delimiter, delimiterOf } from './delimiter.js'

/** One cell: its trimmed text and where it begins, quote included. */
export interface Cell {
  readonly text: string
  readonly at: Position
}
/** A record; every row of a table has as many cells as the first. */
export type CsvRow = readonly Cell[]

/** Longest record: what stands between an unclosed quote and the whole file being one cell. */
const MAX_RECORD = 1024 * 1024

/** Splits a text into rows of equal length, at least one. */
export async function readRows(text: string, path: string): Promise<Result<readonly CsvRow[]>> {
  const { parse, CsvError } = await import('csv-parse/sync')
  // One kind of line end keeps the count of lines simple; lines and columns stay what they were.
  const source = text.replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(source)
  const options = { delimiter, record_delimiter: '\n', max_record_size: MAX_RECORD } as const
  const records = new Records()
  try {
    parse(source, {
      ...options,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: unknown) => records.add(record as RawRecord),
    })
  } catch (error) {
    if (error instanceof CsvError) return failed(syntaxProblem(error, path))
    if (!(error instanceof Enough)) throw error
    if (error.tooMany) return failed(problem('evidence.too-many', { limit: MAX_VALUES }, { path }))
  }
  return rectangular(locate(records.all, delimiter), path)
}

interface RawRecord {
  readonly raw: string
  readonly record: readonly string[]
}

/** Ends the parsing: the rest of the text would change nothing. */
class Enough extends Error {
  constructor(readonly tooMany: boolean) {
    super('enough')
  }
}

/** The records so far. Looking at each as it comes keeps a table that is refused anyway from filling the memory. */
class Records {
  readonly all: RawRecord[] = []
  #cells = 0
  #ragged = 0

  /** Returns nothing, so that the library does not keep the record as well. */
  add(record: RawRecord): undefined {
    this.all.push(record)
    this.#cells += record.record.length
    if (this.#cells > MAX_VALUES) throw new Enough(true)
    if (record.record.length !== this.all[0]?.record.length) this.#ragged += 1
    if (this.#ragged >= MAX_PROBLEMS) throw new Enough(false)
  }
}

/** Finds where each cell begins, by following the library's raw text. */
function locate(records: readonly RawRecord[], delimiter: Delimiter): CsvRow[] {
  const cursor = { line: 1, column: 1 }
  const rows: CsvRow[] = []
  for (const { raw, record } of records) {
    let offset = 0
    const advance = (to: number) => {
      for (; offset < to; offset += 1) {
        if (raw[offset] === '\n') {
          cursor.line += 1
          cursor.column = 1
        } else cursor.column += 1
      }
    }
    // Blank lines stand in front of a record's first cell; behind any other the line end is not its own.
    advance(skipBlank(raw, 0, delimiter, true))
    rows.push(
      record.map((text) => {
        advance(skipBlank(raw, offset, delimiter))
        const at = { ...cursor }
        advance(skipBlank(raw, offset + rawLength(raw, offset, text), delimiter))
        if (raw[offset] === delimiter) advance(offset + 1)
        return { text: text.trim(), at }
      }),
    )
    advance(raw.length)
  }
  return rows
}

function skipBlank(raw: string, from: number, delimiter: Delimiter, lines = false): number {
  let at = from
  while (at < raw.length && raw[at] !== delimiter && (lines || raw[at] !== '\n') && raw.charAt(at).trim() === '')
    at += 1
  return at
}

/** How long a cell is as written: quotes around it, and each quote in it twice. */
function rawLength(raw: string, offset: number, text: string): number {
  if (raw[offset] !== '"') return text.length
  return text.length + 2 + (text.split('"').length - 1)
}

function rectangular(rows: readonly CsvRow[], path: string): Result<readonly CsvRow[]> {
  const expected = rows[0]?.length ?? 0
  const ragged = rows.filter((row) => row.length !== expected).slice(0, MAX_PROBLEMS)
  if (ragged.length === 0) return ok(rows)
  return failed(
    ...ragged.map((row) => {
      const at = { line: row[0]?.at.line ?? 1, column: 1 }
      return problem('evidence.csv.ragged', { expected, found: row.length }, { path, ...at })
    }),
  )
}

function syntaxProblem(error: CsvError, path: string) {
  const line: unknown = error.lines
  const at = typeof line === 'number' ? { path, line, column: 1 } : { path }
  if (error.code === 'CSV_MAX_RECORD_SIZE') return problem('evidence.csv.record-size', { limit: MAX_RECORD }, at)
  if (QUOTES.has(error.code)) return problem('evidence.csv.quote', {}, at)
  return problem('evidence.csv.syntax', { detail: complaint(error.message) }, at)
}

const QUOTES = new Set<string>([
  'CSV_QUOTE_NOT_CLOSED',
  'INVALID_OPENING_QUOTE',
  'CSV_INVALID_CLOSING_QUOTE',
  'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE',
])
