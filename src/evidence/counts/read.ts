import { type Message, message } from '../../shared/message.js'
import { closest } from '../../shared/nearest.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import { isCount } from '../../stats/interval.js'
import { positionsOf } from '../predictions/columns.js'
import { type Batch, type ColumnWanted, MAX_PROBLEMS, type Table } from '../predictions/contract.js'
import { named } from '../readers/excerpt.js'
import type { Confusion } from './contract.js'
import { Divisions, shownSlice, sliceColumns } from './slices.js'

const COUNTS = ['tp', 'fp', 'tn', 'fn'] as const

/** Reads the counts of each slice; `n`, where it is there, has to be their sum. Problems name the file and the row. */
export async function readCounts(table: Table, groups: readonly string[]): Promise<Result<Divisions<Confusion>>> {
  const { columns: header } = table
  const { columns, read } = sliceColumns(header, groups)
  const names = [...COUNTS, ...header.filter((name) => name === 'n')]
  const wanted = [...columns, ...names.map((name) => ({ name, as: 'number' as const }))]
  const foreign = foreignColumns(table, [...wanted, { name: 'n', as: 'number' }])
  const known = positionsOf(table, wanted)
  if (foreign.length > 0 || !known.ok) return failed(...foreign, ...(known.ok ? [] : known.problems))
  const divisions = new Divisions<Confusion>()
  const scanned = await new Rows(table).scan(wanted, (batch, row) => {
    const slice = read(batch, row)
    if ('why' in slice) return slice.why
    const [tp = Number.NaN, fp = Number.NaN, tn = Number.NaN, fn = Number.NaN] = COUNTS.map((_, at) =>
      numberIn(batch, columns.length + at, row),
    )
    const counts = { tp, fp, tn, fn }
    const odd = COUNTS.find((name) => !isCount(counts[name]))
    if (odd !== undefined) return notCount(odd, counts[odd])
    const rows = tp + fp + tn + fn
    if (!isCount(rows)) return message('evidence.counts.sum', { slice: shownSlice(slice) })
    const stated = names.includes('n') ? numberIn(batch, columns.length + COUNTS.length, row) : rows
    if (stated !== rows) return message('evidence.counts.n', { slice: shownSlice(slice), stated: String(stated), rows })
    // A group without a row is none, as where rows are counted one by one.
    if (rows === 0) return undefined
    const found = divisions.of(slice, () => counts)
    if ('why' in found) return found.why
    return found.isNew ? undefined : message('evidence.counts.twice', { slice: shownSlice(slice) })
  })
  return scanned.ok ? ok(divisions) : scanned
}

/** Reads a table row by row; a row that says why it is wrong becomes a problem with its number. */
export class Rows {
  readonly #problems: Problem[] = []
  #row = 0

  constructor(private readonly table: Table) {}

  async scan(
    wanted: readonly ColumnWanted[],
    visit: (batch: Batch, row: number) => Message | undefined,
  ): Promise<Result<number>> {
    const problems = this.#problems
    const rows = await this.table.scan(wanted, (batch) => {
      for (let row = 0; row < batch.rows && problems.length < MAX_PROBLEMS; row += 1) {
        this.#row += 1
        const why = visit(batch, row)
        if (why !== undefined) problems.push(this.#problem(why))
      }
    })
    return rows.ok && problems.length > 0 ? failed(...problems) : rows
  }

  #problem(why: Message): Problem {
    return problem('evidence.counts.row', { row: this.#row, why }, { path: this.table.path })
  }
}

/** Columns that mean nothing here: one more attribute that is not named would make slices look like duplicates. */
export function foreignColumns({ columns, path }: Table, allowed: readonly ColumnWanted[]): Problem[] {
  const names = [...new Set(allowed.map(({ name }) => name))]
  const foreign = columns.filter((name) => !names.includes(name)).slice(0, MAX_PROBLEMS)
  return foreign.map((name) => {
    const nearest = closest([...names], name)
    const id = nearest.length > 0 ? 'evidence.counts.column-near' : 'evidence.counts.column'
    return problem(id, { column: named(name), names, nearest }, { path, line: 1 })
  })
}

export function numberIn({ columns }: Batch, at: number, row: number): number {
  const column = columns[at]
  return column?.as === 'number' ? (column.values[row] ?? Number.NaN) : Number.NaN
}

/** Why a number counts no rows. */
export function notCount(column: string, value: number): Message {
  return message('evidence.counts.not-count', { column, found: String(value) })
}
