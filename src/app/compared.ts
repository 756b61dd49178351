import { compareTables } from '../evidence/drift/compare.js'
import type { Compared, TableFile, TablesWanted } from '../evidence/drift/contract.js'
import type { Evidence, Item, Source } from '../evidence/evidence.js'
import type { Table } from '../evidence/predictions/contract.js'
import { openTable } from '../evidence/predictions/open.js'
import type { EvidenceFile } from '../report/model.js'
import { failed, ok, type Problem, problem, type Result } from '../shared/problem.js'
import { watch } from './measured.js'
import type { TableFiles } from './workspace.js'

/** A table while its file is open, and afterwards what was read of it. */
interface OpenTable {
  readonly table: Table
  readonly file: () => EvidenceFile
  readonly modified: number | undefined
}

/** Opens both tables, compares them, and says what was read: one item a table. */
export async function loadCompared(workspace: TableFiles, wanted: TablesWanted): Promise<Pick<Evidence, 'compared'>> {
  const found = [await locate(workspace, wanted.reference), await locate(workspace, wanted.current)]
  const lost = found.flatMap((it) => (it.ok ? [] : it.problems))
  if (lost.length > 0) return { compared: without(lost) }
  const items = await withTable(workspace, wanted.reference, 'drift-reference', (reference) =>
    withTable(workspace, wanted.current, 'drift-current', async (current) => {
      const content = await compareTables(reference.table, current.table, wanted)
      return content.ok ? ok([itemOf(reference, content.value), itemOf(current, content.value)]) : content
    }),
  )
  if (items.ok) return { compared: { declared: true, items: items.value, absent: [], unreadable: [] } }
  return { compared: without(items.problems) }
}

function without(problems: readonly Problem[]): Source<never> {
  return {
    declared: true,
    items: [],
    absent: problems.filter(({ absent }) => absent),
    unreadable: problems.filter(({ absent }) => !absent),
  }
}

/** The one file that a table's path names. */
async function locate(workspace: TableFiles, { path, at }: TableFile): Promise<Result<string>> {
  const found = await workspace.find(path)
  if (!found.ok) return placed(found, at)
  const [first] = found.value
  if (first !== undefined && found.value.length === 1) return ok(first)
  return failed(problem('evidence.drift.several', { path, count: found.value.length }, at))
}

function itemOf({ file, modified }: OpenTable, content: Compared): Item<Compared> {
  return { file: file(), content, ...(modified !== undefined && { modified }) }
}

async function withTable<T>(
  workspace: TableFiles,
  { path, format, at }: TableFile,
  kind: string,
  use: (opened: OpenTable) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = await locate(workspace, { path, at })
  if (!found.ok) return found
  const read = await workspace.pieces(found.value, async (pieces) => {
    const { watched, digest } = watch(pieces)
    const table = await openTable(watched, format)
    if (!table.ok) return table
    const file = () => ({ kind, path: pieces.path, format: table.value.format, ...digest() })
    return use({ table: table.value, file, modified: pieces.modified })
  })
  return placed(read, at)
}

/** Problems without a place stand where the policy names the table. */
function placed<T>(result: Result<T>, at: Problem['at']): Result<T> {
  if (result.ok || at === undefined) return result
  return failed(...result.problems.map((it) => (it.at === undefined ? { ...it, at } : it)))
}
