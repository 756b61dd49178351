import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { decode } from '../readers/decode.js'
import { parseJson } from '../readers/json/parse.js'
import { Collector, Enough, positionsOf } from './columns.js'
import type { Batch, ColumnWanted, Pieces, Table } from './contract.js'
import { plainOf } from './values.js'

const PIECE = 1024 * 1024
const MAX_LINE = 1024 * 1024
const LINE_FEED = 10

/** A line's object: its keys and what stands there. */
type Row = ReadonlyMap<string, unknown>

/** Opens a table of one JSON object a line (https://jsonlines.org); its columns are the keys of the first. */
export function openJsonLines(pieces: Pieces): Result<Table> {
  const { path } = pieces
  let first: Result<Row> | undefined
  const stopped = eachLine(pieces, (text, line) => {
    first = rowOf(text, path, line)
    return false
  })
  if (stopped !== undefined) return stopped
  if (first === undefined) return failed(problem('evidence.empty', {}, { path }))
  if (!first.ok) return first
  const columns = [...first.value.keys()]
  const scan = async (wanted: readonly ColumnWanted[], visit: (batch: Batch) => void) => {
    const positions = positionsOf({ path, columns }, wanted)
    return positions.ok ? scanLines(pieces, wanted, visit) : positions
  }
  return ok({ format: 'jsonl', path, columns, scan })
}

function scanLines(pieces: Pieces, wanted: readonly ColumnWanted[], visit: (batch: Batch) => void): Result<number> {
  const { path } = pieces
  const collector = new Collector(path, wanted, visit)
  try {
    const stopped = eachLine(pieces, (text, line) => {
      const row = rowOf(text, path, line)
      if (row.ok) {
        for (const [index, { name }] of wanted.entries()) collector.value(index, row.value.get(name), line)
        collector.next()
      } else for (const found of row.problems) collector.add(found)
      return true
    })
    if (stopped !== undefined) return stopped
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
  return collector.end()
}

/** An integer of 16 digits or more, which a double may not hold as it is written. Scores are not, however many decimals they have. */
const LONG_INTEGER = /[:\s-]\d{16}/

/**
 * One line as a row. The engine's own parser reads most lines; where it may have dropped one of two equal keys, would
 * round an integer to another, or refuses Python's `NaN`, the strict one reads it or says what is wrong.
 */
function rowOf(text: string, path: string, line: number): Result<Row> {
  try {
    const value: unknown = LONG_INTEGER.test(text) ? undefined : JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const row = new Map(Object.entries(value))
      if (row.size === colons(text)) return ok(row)
    }
  } catch {
    // Said below, with its place.
  }
  const tree = parseJson(text, path)
  if (!tree.ok) {
    return failed(...tree.problems.map(({ message, at }) => ({ message, at: { path, ...at, line } })))
  }
  if (tree.value.kind !== 'map') return failed(problem('evidence.predictions.no-object', {}, { path, line }))
  return ok(new Map([...tree.value.entries].map(([name, { value }]) => [name, plainOf(value)])))
}

/** No more keys than colons: with as many keys left as there are colons, none was there twice. */
function colons(text: string): number {
  let count = 0
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count += 1
  return count
}

/** Hands over each line that is not blank until told to stop; a problem where the file cannot be cut into lines. */
function eachLine(pieces: Pieces, visit: (text: string, line: number) => boolean): Result<never> | undefined {
  const { path } = pieces
  let rest: Uint8Array = new Uint8Array(0)
  let line = 1
  for (let offset = 0; offset < pieces.size || rest.length > 0; ) {
    const more = pieces.read(offset, PIECE)
    offset += more.length
    const bytes = new Uint8Array(rest.length + more.length)
    bytes.set(rest)
    bytes.set(more, rest.length)
    let from = 0
    for (let end = bytes.indexOf(LINE_FEED); ; end = bytes.indexOf(LINE_FEED, from)) {
      // The last line may have no end.
      const stop = end < 0 && more.length === 0 ? bytes.length : end
      if (stop < 0) break
      const text = decode({ path, bytes: bytes.subarray(from, stop) })
      if (!text.ok) return failed(problem('file.encoding', { path }, { path, line }))
      if (text.value.trim() !== '' && !visit(text.value, line)) return undefined
      line += 1
      from = stop + 1
      if (from >= bytes.length) break
    }
    rest = bytes.subarray(Math.min(from, bytes.length))
    if (more.length === 0) return undefined
    if (rest.length > MAX_LINE) return failed(problem('evidence.predictions.row-size', {}, { path, line }))
  }
  return undefined
}
