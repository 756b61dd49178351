import { failed, problem, type Result } from '../../shared/problem.js'
import { delimiterOf } from '../readers/csv/delimiter.js'
import { decode } from '../readers/decode.js'
import { Collector, Enough, positionsOf } from './columns.js'
import type { Batch, ColumnWanted, Pieces, Table } from './contract.js'

/** Bytes read at a time. */
const PIECE = 1024 * 1024
/** Longest row: what stands between an unclosed quote and the whole file being one cell. */
const MAX_ROW = 1024 * 1024

const QUOTE = 34
const LINE_FEED = 10
const RETURN = 13

/** Opens a table of cells separated by commas, semicolons or tabs, its first row the header. RFC 4180, with bare line feeds too. */
export function openDelimited(pieces: Pieces): Result<Table> {
  const { path } = pieces
  const start = pieces.read(0, MAX_ROW)
  const mark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? 3 : 0
  const head = decode({ path, bytes: firstLine(start) })
  if (!head.ok) return head
  // Excel is told the delimiter by a line of its own.
  const [, told] = /^sep=([,;\t])\r?$/.exec(head.value) ?? []
  const delimiter = (told ?? delimiterOf(head.value)).charCodeAt(0)
  if (/\r(?!$)/.test(head.value.replace(/"[^"]*"/g, ''))) {
    return failed(problem('evidence.predictions.returns', {}, { path, line: 1 }))
  }
  const header: string[] = []
  const rows =
    told === undefined ? new Rows(pieces, delimiter, mark) : new Rows(pieces, delimiter, firstLine(start).length + 1, 2)
  const first = rows.row((bytes, from, to) => {
    header.push(new TextDecoder().decode(bytes.subarray(from, to)).trim())
  })
  if (first === 'end') return failed(problem('evidence.empty', {}, { path }))
  if (first !== 'row') return failed(problem(`evidence.predictions.${first}`, {}, { path, line: 1 }))
  const after = rows.offset
  return {
    ok: true,
    value: {
      format: delimiter === 9 ? 'tsv' : 'csv',
      path,
      columns: header,
      scan: async (wanted, visit) => scan(pieces, { delimiter, header, after, line: rows.line }, wanted, visit),
    },
  }
}

interface Layout {
  readonly delimiter: number
  readonly header: readonly string[]
  /** Where the rows begin: offset and line. */
  readonly after: number
  readonly line: number
}

function scan(
  pieces: Pieces,
  { delimiter, header, after, line }: Layout,
  wanted: readonly ColumnWanted[],
  visit: (batch: Batch) => void,
): Result<number> {
  const { path } = pieces
  const positions = positionsOf({ path, columns: header }, wanted)
  if (!positions.ok) return positions
  const collector = new Collector(path, wanted, visit)
  // Which of the wanted columns a position holds; one column may be asked for as number and as name.
  const holds = header.map((_, at) => positions.value.flatMap((position, index) => (position === at ? [index] : [])))
  const rows = new Rows(pieces, delimiter, after, line)
  try {
    for (;;) {
      let cells = 0
      const outcome = rows.row((bytes, from, to) => {
        const indexes = holds[cells]
        if (indexes !== undefined) for (const index of indexes) collector.bytes(index, bytes, from, to, rows.start)
        cells += 1
      })
      if (outcome === 'end') break
      if (outcome !== 'row') {
        collector.add(problem(`evidence.predictions.${outcome}`, {}, { path, line: rows.start }))
        break
      }
      if (cells === header.length) collector.next()
      else {
        const params = { expected: header.length, found: cells }
        collector.add(problem('evidence.csv.ragged', params, { path, line: rows.start, column: 1 }))
      }
    }
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return collector.end()
}

/** What stands before the first line feed. */
function firstLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(LINE_FEED)
  return end < 0 ? bytes : bytes.subarray(0, end)
}

type Outcome = 'row' | 'end' | 'quote' | 'row-size' | 'binary'

/** Walks through the rows of a file, a piece in memory at a time. */
class Rows {
  line: number
  /** The line where the row begins that was read last. */
  start: number
  /** Offset in the file behind the last row. */
  offset: number
  #bytes: Uint8Array = new Uint8Array(0)
  #at = 0
  readonly #plain = new Uint8Array(MAX_ROW)

  constructor(
    private readonly pieces: Pieces,
    private readonly delimiter: number,
    offset: number,
    line = 1,
  ) {
    this.offset = offset
    this.line = line
    this.start = line
  }

  /** Hands over the cells of the next row that is not blank. */
  row(cell: (bytes: Uint8Array, from: number, to: number) => void): Outcome {
    for (;;) {
      this.start = this.line
      const end = this.#rowEnd()
      if (typeof end === 'string') return end
      const start = this.#at
      this.#at = end + 1
      this.offset += end + 1 - start
      const stop = end > start && this.#bytes[end - 1] === RETURN ? end - 1 : end
      if (stop > start) {
        const outcome = this.#cells(start, stop, cell)
        this.line += 1
        return outcome
      }
      this.line += 1
    }
  }

  /** Where the next row's line feed stands in the piece; more is read until there is one. */
  #rowEnd(): number | Outcome {
    let from = this.#at
    let quoted = false
    for (;;) {
      const bytes = this.#bytes
      for (let at = from; at < bytes.length; at += 1) {
        const byte = bytes[at]
        if (byte === QUOTE) quoted = !quoted
        else if (byte === LINE_FEED) {
          if (!quoted) return at
          this.line += 1
        } else if (byte === 0) return 'binary'
      }
      const kept = bytes.length - this.#at
      if (kept > MAX_ROW) return quoted ? 'quote' : 'row-size'
      const more = this.pieces.read(this.offset + kept, PIECE)
      if (more.length === 0) {
        if (quoted) return 'quote'
        return kept === 0 ? 'end' : this.#lastRow()
      }
      const joined = new Uint8Array(kept + more.length)
      joined.set(bytes.subarray(this.#at))
      joined.set(more, kept)
      this.#bytes = joined
      this.#at = 0
      from = kept
    }
  }

  /** A last row without a line end gets one. */
  #lastRow(): number {
    const kept = this.#bytes.subarray(this.#at)
    const joined = new Uint8Array(kept.length + 1)
    joined.set(kept)
    joined[kept.length] = LINE_FEED
    this.#bytes = joined
    this.#at = 0
    return kept.length
  }

  #cells(start: number, end: number, cell: (bytes: Uint8Array, from: number, to: number) => void): Outcome {
    const { delimiter } = this
    const bytes = this.#bytes
    let from = start
    for (let at = start; at <= end; at += 1) {
      const byte = bytes[at]
      if (at === end || byte === delimiter) {
        cell(bytes, from, at)
        from = at + 1
      } else if (byte === QUOTE) {
        if (at !== from) return 'quote'
        const close = this.#quoted(at + 1, end, cell)
        if (close < 0 || (close < end && bytes[close] !== delimiter)) return 'quote'
        at = close
        from = close + 1
      }
    }
    return 'row'
  }

  /** Hands over a quoted cell, each doubled quote in it single; gives the place behind its closing quote, -1 without one. */
  #quoted(start: number, end: number, cell: (bytes: Uint8Array, from: number, to: number) => void): number {
    const bytes = this.#bytes
    const plain = this.#plain
    let length = 0
    for (let at = start; at < end; at += 1) {
      if (bytes[at] === QUOTE) {
        if (bytes[at + 1] !== QUOTE || at + 1 >= end) {
          cell(plain, 0, length)
          return at + 1
        }
        at += 1
      }
      plain[length] = bytes[at] ?? 0
      length += 1
    }
    return -1
  }
}
