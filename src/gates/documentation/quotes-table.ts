import { isOwn, metricOf, otherWords, wordsOf } from './metric-names.js'
import { NUMBER, type Quote, quotedNumber } from './quote.js'

/** Most columns and rows of a table that are looked at. */
const MAX_COLUMNS = 40
const MAX_ROWS = 500

/** A table's quotes, and the line after it. */
export interface TableRead {
  readonly quotes: readonly Quote[]
  readonly to: number
}

/** Reads the table that begins at a line; undefined where none does. `other` are the words of what stands around it. */
export function readTable(
  lines: readonly string[],
  from: number,
  path: string,
  other: readonly string[],
): TableRead | undefined {
  const head = cellsOf(lines[from])
  const rule = cellsOf(lines[from + 1])
  if (head === undefined || rule === undefined || !rule.every((cell) => /^:?-{1,300}:?$/.test(cell))) return undefined
  const rows: Row[] = []
  let to = from + 2
  for (let cells = cellsOf(lines[to]); cells !== undefined; cells = cellsOf(lines[to])) {
    if (rows.length < MAX_ROWS) rows.push({ cells, line: to + 1 })
    to += 1
  }
  const table = { head, rows, path, other }
  return { quotes: isHeadOfMetrics(head) ? metricColumns(table) : metricRows(table), to }
}

interface Row {
  readonly cells: readonly string[]
  /** From 1. */
  readonly line: number
}

interface Table {
  readonly head: readonly string[]
  readonly rows: readonly Row[]
  readonly path: string
  readonly other: readonly string[]
}

/** The cells of a table's line without their emphasis; undefined where the line is none. */
function cellsOf(line: string | undefined): string[] | undefined {
  if (line === undefined || line.length > 4_000 || !line.includes('|')) return undefined
  const inner = line.trim().replaceAll('\\|', '¦').replace(/^\|/, '').replace(/\|$/, '')
  return inner
    .split('|')
    .slice(0, MAX_COLUMNS)
    .map((cell) => cell.replace(/[*`]|__/g, '').trim())
}

function isHeadOfMetrics(head: readonly string[]): boolean {
  return head.some((cell) => metricOf(cell) !== undefined)
}

/** `| Model | F1 | AUC |`: a column is a metric's, and the other cells of a row say of what. */
function metricColumns({ head, rows, path, other }: Table): Quote[] {
  const columns = head.map(metricOf)
  return rows.flatMap(({ cells, line }) => {
    const labels = cells.filter((cell, index) => columns[index] === undefined && numberIn(cell) === undefined)
    const beside = [...other, ...othersIn(labels, rows.length === 1)]
    return cells.flatMap((cell, index) => {
      const column = columns[index]
      const unit = head[index] ?? ''
      return column === undefined
        ? []
        : quoteOf(cell, unit, column.metric, { path, line }, [...beside, ...column.other])
    })
  })
}

/** `| Metric | Value |`: a row is a metric's, and the head of a column says of what. */
function metricRows({ head, rows, path, other }: Table): Quote[] {
  return rows.flatMap(({ cells, line }) => {
    const named = cells.findIndex((cell) => metricOf(cell) !== undefined)
    const row = metricOf(cells[named] ?? '')
    if (row === undefined) return []
    const numbers = cells.map((cell, index) => index !== named && numberIn(cell) !== undefined)
    const alone = numbers.filter((is) => is).length === 1
    const labels = cells.filter((_, index) => index !== named && !numbers[index])
    const beside = [...other, ...row.other, ...othersIn(labels, true)]
    return cells.flatMap((cell, index) => {
      if (!numbers[index]) return []
      const unit = `${cells[named]} ${head[index] ?? ''}`
      const of = [...beside, ...othersIn([head[index] ?? ''], alone)]
      return quoteOf(cell, unit, row.metric, { path, line }, of)
    })
  })
}

/**
 * The words by which labels name something else. Among several rows or columns only one that says to be ours is ours;
 * a single one is, unless it says otherwise.
 */
function othersIn(labels: readonly string[], alone: boolean): string[] {
  const written = labels.filter((label) => label !== '')
  const other = written.flatMap((label) => otherWords(wordsOf(label)))
  if (other.length > 0 || alone) return other
  return written.filter((label) => !isOwn(label)).slice(0, 1)
}

const CELL = new RegExp(`^[~≈]?\\s{0,3}(${NUMBER})\\s{0,3}(%)?(?:\\s{0,3}(?:±|\\+/-|\\(|\\[).{0,100})?$`)

function numberIn(cell: string): { number: string; percent: boolean } | undefined {
  const [, number, sign] = CELL.exec(cell) ?? []
  return number === undefined ? undefined : { number, percent: sign !== undefined }
}

function quoteOf(cell: string, unit: string, metric: string, at: Quote['at'], other: readonly string[]): Quote[] {
  const found = numberIn(cell)
  const read = found === undefined ? undefined : quotedNumber(found.number)
  if (found === undefined || read === undefined) return []
  const percent = found.percent || /%/.test(unit)
  return [{ metric, ...read, percent, written: `${found.number}${percent ? '%' : ''}`, at, other }]
}
