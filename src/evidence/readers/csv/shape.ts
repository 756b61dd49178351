import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import type { Entry, MapNode, Node, ScalarNode } from '../../tree.js'
import { MAX_PROBLEMS } from '../contract.js'
import { named } from '../excerpt.js'
import { numberNode } from '../scalars.js'
import type { Cell, CsvRow } from './rows.js'

/** Headings of a column that names metrics, as opposed to one that names groups, models or epochs. */
const NAME_HEADINGS = new Set(['', 'metric', 'metrics', 'metric_name', 'name', 'key', 'measure', 'statistic'])
const VALUE_HEADINGS = new Set(['value', 'values', 'metric_value'])

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/
const NONFINITE = /^[-+]?(?:nan|inf|infinity)$/i
const MISSING = new Set(['', 'na', 'n/a', '#n/a', 'null', 'none'])

/**
 * Gives a table the shape that people mean by it. The first rule that fits holds:
 *
 * 1. Two columns, names first and numbers second, with a heading such as `metric,value` (also `,0` as pandas writes a
 *    series) or with none: a map from name to value.
 * 2. One row below the heading: a map from column to value.
 * 3. An empty first heading, as pandas writes an index, above names that are unique: a map from row to a map from
 *    column to value.
 * 4. Anything else: a list of records, each a map from column to value. A column such as `gender` keeps its name this
 *    way; selectors reach a row by its position or by the name in its first text column.
 */
export function shape(rows: readonly CsvRow[], path: string): Result<Node> {
  const [header = [], ...body] = rows
  if (isNameAndValue(header, rows)) {
    return mapOf(isBare(header) ? rows : body, path, ([, value]) => cellNode(value))
  }
  const [first] = body
  if (first === undefined) return failed(problem('evidence.csv.no-rows', {}, { path, line: 1, column: 1 }))
  const twice = repeated(header, 'evidence.csv.duplicate-column', path)
  if (twice.length > 0) return failed(...twice)
  if (body.length === 1) return ok(record(header, first, header[0]?.at ?? ORIGIN))
  if (header[0]?.text === '' && body.every(([name]) => name !== undefined && name.text !== '')) {
    return mapOf(body, path, (row) => record(header.slice(1), row.slice(1), row[0]?.at ?? ORIGIN))
  }
  return ok({
    kind: 'list',
    at: header[0]?.at ?? ORIGIN,
    items: body.map((row) => record(header, row, row[0]?.at ?? ORIGIN)),
  })
}

const ORIGIN = { line: 1, column: 1 }

/** A row `f1,0.81` rather than a heading. */
function isBare([name, value]: CsvRow): boolean {
  return name !== undefined && !NAME_HEADINGS.has(name.text.toLowerCase()) && isName(name) && isNumeric(value)
}

function isNameAndValue(header: CsvRow, rows: readonly CsvRow[]): boolean {
  const [name, value] = header
  if (header.length !== 2 || name === undefined || value === undefined) return false
  const bare = isBare(header)
  const headed = NAME_HEADINGS.has(name.text.toLowerCase()) || VALUE_HEADINGS.has(value.text.toLowerCase())
  const body = bare ? rows : rows.slice(1)
  return (
    (bare || headed) &&
    body.length > 0 &&
    body.every(([key, cell]) => key !== undefined && isName(key, !bare) && isMeasured(cell)) &&
    body.some(([, cell]) => isNumeric(cell))
  )
}

/** Under a heading a name may look like a number: classes are called `0` and `1`. */
function isName(cell: Cell, digits = false): boolean {
  return cell.text !== '' && (digits || cellNode(cell).kind === 'text')
}

function isNumeric(cell: Cell | undefined): boolean {
  return ['number', 'nonfinite'].includes(cellNode(cell).kind)
}

function isMeasured(cell: Cell | undefined): boolean {
  return isNumeric(cell) || cellNode(cell).kind === 'null'
}

function mapOf(rows: readonly CsvRow[], path: string, nodeOf: (row: CsvRow) => Node): Result<Node> {
  const names = rows.flatMap(([name]) => name ?? [])
  const twice = repeated(names, 'evidence.csv.duplicate-row', path)
  if (twice.length > 0) return failed(...twice)
  const entries = rows.flatMap((row): [string, Entry][] => {
    const [name] = row
    return name === undefined ? [] : [[name.text, { keyAt: name.at, value: nodeOf(row) }]]
  })
  return ok({ kind: 'map', at: names[0]?.at ?? ORIGIN, entries: new Map(entries) })
}

function record(header: CsvRow, row: CsvRow, at: MapNode['at']): MapNode {
  const entries = new Map(header.map(({ text, at: keyAt }, index) => [text, { keyAt, value: cellNode(row[index]) }]))
  return { kind: 'map', at, entries }
}

/** A cell is a number where all of it is one: CSV has no other way to write a number. */
function cellNode(cell: Cell = { text: '', at: ORIGIN }): ScalarNode {
  const { text, at } = cell
  if (DECIMAL.test(text)) return numberNode(text, at)
  if (NONFINITE.test(text)) return { kind: 'nonfinite', at, text }
  return MISSING.has(text.toLowerCase()) ? { kind: 'null', at, text } : { kind: 'text', at, text }
}

function repeated(cells: CsvRow, id: string, path: string) {
  const first = new Map<string, Cell>()
  const twice = cells.filter((cell) => {
    if (first.has(cell.text)) return true
    first.set(cell.text, cell)
    return false
  })
  return twice.slice(0, MAX_PROBLEMS).map(({ text, at }) => {
    const params = { name: named(text), first: first.get(text)?.at.line ?? at.line, second: at.line }
    return problem(id, params, { path, ...at })
  })
}
