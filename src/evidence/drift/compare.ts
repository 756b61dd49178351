import { clip } from '../../shared/clip.js'
import { type Message, message } from '../../shared/message.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import type { Table } from '../predictions/contract.js'
import { hasMoreThan, MAX_DISTINCT } from './binning.js'
import { type Column, ColumnReader } from './cells.js'
import type { Cells, Compared, ComparedColumn, TablesWanted } from './contract.js'
import { figuresOf } from './figures.js'

/** Columns that are read at a time, at most. */
const COLUMNS = 64
/** Values of one table that are in memory at a time; a single column may have as many rows. */
export const MAX_VALUES = 8_000_000
/** Most columns that are compared. */
const MAX_COMPARED = 2_000

/**
 * Compares the wanted columns of two tables. Both are read some columns at a time, as often as it takes to keep what is
 * in memory bounded. A column that cannot be compared says so itself; problems are those of a whole table.
 */
export async function compareTables(
  reference: Table,
  current: Table,
  wanted: TablesWanted,
  limit = MAX_VALUES,
): Promise<Result<Compared>> {
  const named = [...wanted.columns]
  const others = reference.columns.filter((name) => !wanted.columns.has(name) && !wanted.except.includes(name))
  const every = wanted.every.length === 0 ? [] : others.map((name) => [name, wanted.every] as const)
  const asked = [...named, ...every]
  if (asked.length > MAX_COMPARED) {
    const found = problem('evidence.drift.many-columns', { count: asked.length, limit: MAX_COMPARED })
    return failed({ ...found, at: { path: reference.path } })
  }
  const both = asked.filter(([name]) => reference.columns.includes(name) && current.columns.includes(name))
  const columns = new Map<string, ComparedColumn>()
  const rows = { reference: 0, current: 0 }
  for (let from = 0, size = COLUMNS; from < both.length || from === 0; ) {
    const names = both.slice(from, from + size).map(([name]) => name)
    const [r, c] = [await readColumns(reference, names, limit), await readColumns(current, names, limit)]
    if (!r.ok) return r
    if (!c.ok) return c
    const most = Math.max(r.value.rows, c.value.rows)
    if (r.value.columns === undefined || c.value.columns === undefined) {
      if (names.length <= 1) return tooLong(r.value.rows >= c.value.rows ? reference.path : current.path, most, limit)
      size = Math.max(1, Math.floor(limit / most))
      continue
    }
    rows.reference = r.value.rows
    rows.current = c.value.rows
    // Every method wants them in order.
    for (const { numbers } of [...r.value.columns, ...c.value.columns]) numbers.sort()
    for (const [index, [name, methods]] of both.slice(from, from + size).entries()) {
      const [one, other] = [r.value.columns[index], c.value.columns[index]]
      if (one !== undefined && other !== undefined) columns.set(name, compareColumn(one, other, name, methods, wanted))
    }
    from += Math.max(1, names.length)
  }
  for (const [name] of asked) if (!columns.has(name)) columns.set(name, absentColumn(name, reference, current))
  return ok({
    reference: { path: reference.path, rows: rows.reference, columns: reference.columns },
    current: { path: current.path, rows: rows.current, columns: current.columns },
    columns,
    unknown: current.columns.filter((name) => !reference.columns.includes(name)),
  })
}

function tooLong(path: string, rows: number, limit: number): Result<never> {
  return failed(problem('evidence.drift.many-rows', { rows, limit }, { path }))
}

/** The columns of a table; none where they would take too much memory together. */
async function readColumns(
  table: Table,
  names: readonly string[],
  limit: number,
): Promise<Result<{ rows: number; columns: Column[] | undefined }>> {
  const readers = names.map(() => new ColumnReader(table.format === 'parquet'))
  let values = 0
  // A table without any wanted column is read all the same: whether it has rows is worth knowing.
  const columns = names.map((name, index) => ({ name, as: 'category', ...bookOf(readers[index]) }) as const)
  const rows = await table.scan(columns, (batch) => {
    values += batch.rows * names.length
    if (values > limit) return
    for (const [index, reader] of readers.entries()) reader.take(batch.columns[index])
  })
  if (!rows.ok) return rows
  const fits = values <= limit
  return ok({ rows: rows.value, columns: fits ? readers.map((reader) => reader.column()) : undefined })
}

function bookOf(reader: ColumnReader | undefined) {
  return reader === undefined ? {} : { book: reader }
}

const NO_CELLS: Cells = { values: 0, missing: 0 }

function absentColumn(name: string, reference: Table, current: Table): ComparedColumn {
  const lacks = [reference, current].filter(({ columns }) => !columns.includes(name))
  const [first] = lacks
  const has = first === undefined ? [] : first.columns.slice(0, 10).map((it) => clip(it, 40))
  const why = message('evidence.drift.no-column', { name, paths: lacks.map(({ path }) => path), columns: has })
  return { reference: NO_CELLS, current: NO_CELLS, figures: new Map(), why, absent: true }
}

function compareColumn(
  reference: Column,
  current: Column,
  name: string,
  methods: readonly string[],
  { categorical, bins }: TablesWanted,
): ComparedColumn {
  const cells = { reference: cellsOf(reference), current: cellsOf(current) }
  const asNames = categorical.includes(name) || reference.names.size > 0 || reference.numbers.length === 0
  const why = unusable(name, reference, current, asNames)
  if (why !== undefined) return { ...cells, figures: new Map(), why }
  // Without any value nothing can be compared; how many there are is known, and the gate has a floor.
  const some = cells.reference.values > 0 && cells.current.values > 0
  const possible = some ? methods : methods.filter((method) => method === 'missing_rise')
  const same = hasSameCells(reference, current)
  return { ...cells, figures: figuresOf({ reference, current, asNames }, possible, bins), ...(same && { same }) }
}

/** Whether both columns, whose numbers are in order, have the same cells, and whether these are many different ones. */
function hasSameCells(reference: Column, current: Column): ComparedColumn['same'] {
  const { numbers, names, missing } = reference
  const same =
    missing === current.missing &&
    names.size === current.names.size &&
    numbers.length === current.numbers.length &&
    numbers.every((value, index) => value === current.numbers[index]) &&
    [...names].every(([name, count]) => current.names.get(name) === count)
  if (!same) return undefined
  return names.size > MAX_DISTINCT || hasMoreThan(numbers, MAX_DISTINCT) ? 'telling' : 'maybe'
}

function cellsOf({ numbers, names, missing }: Column): Cells {
  return { values: numbers.length + [...names.values()].reduce((sum, count) => sum + count, 0), missing }
}

function unusable(name: string, reference: Column, current: Column, asNames: boolean): Message | undefined {
  const count = reference.unusable + current.unusable
  if (count > 0) return message('evidence.drift.unusable', { name, count })
  const [text] = current.names.keys()
  if (asNames || text === undefined) return undefined
  return message('evidence.drift.text', { name, found: clip(text, 60) })
}
