import { compareTables } from '../evidence/drift/compare.js'
import type { TablesWanted } from '../evidence/drift/contract.js'
import type { Evidence } from '../evidence/evidence.js'
import { failed, ok } from '../shared/problem.js'
import { oneFile, sourceOf, withTable } from './tables.js'
import type { TableFiles } from './workspace.js'

/** Opens both tables, compares them, and says what was read: one item a table. */
export async function loadCompared(workspace: TableFiles, wanted: TablesWanted): Promise<Pick<Evidence, 'compared'>> {
  const several = 'evidence.drift.several'
  const reference = { ...wanted.reference, kind: 'drift-reference', several }
  const current = { ...wanted.current, kind: 'drift-current', several }
  // Both are looked for before either is opened.
  const found = [await oneFile(workspace, reference), await oneFile(workspace, current)]
  const lost = found.flatMap((it) => (it.ok ? [] : it.problems))
  if (lost.length > 0) return { compared: sourceOf(failed(...lost)) }
  const read = await withTable(workspace, reference, (before, facts) =>
    withTable(workspace, current, async (now, more) => {
      const content = await compareTables(before, now, wanted)
      return content.ok ? ok([facts(), more()].map((it) => ({ ...it, content: content.value }))) : content
    }),
  )
  return { compared: sourceOf(read) }
}
