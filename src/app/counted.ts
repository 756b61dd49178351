import type { CountsAsked } from '../evidence/counts/measure.js'
import { measureCounts } from '../evidence/counts/measure.js'
import type { Evidence, Item } from '../evidence/evidence.js'
import type { Measurements } from '../evidence/measure/contract.js'
import { isWanted } from '../evidence/measure/measure.js'
import type { Table } from '../evidence/predictions/contract.js'
import { openTable } from '../evidence/predictions/open.js'
import type { Counts, Policy } from '../policy/policy.js'
import { ok, type Problem, type Result } from '../shared/problem.js'
import { oneFile, wantedBy, watch } from './measured.js'
import type { TableFiles } from './workspace.js'

const NOTHING = { declared: false, items: [], absent: [], unreadable: [] }
const DECLARED = { ...NOTHING, declared: true, from: 'counts' } as const

/** Reads the policy's counts, and the histogram beside them, as what predictions would give. They pair with nothing. */
export async function loadCounted(
  workspace: TableFiles,
  policy: Policy,
  counts: Counts,
): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const { metrics, groups } = wantedBy(policy)
  if (!isWanted({ metrics, groups })) return { measured: DECLARED, paired: NOTHING }
  const all = [...metrics, ...groups.flatMap((it) => it.metrics)]
  const read = await measured(workspace, counts, { metrics: all, isWhole: policy.evidence.groups.length === 0 })
  if (read.ok) return { measured: { ...DECLARED, items: read.value }, paired: NOTHING }
  const placed = read.problems.map((it): Problem => (it.at === undefined ? { ...it, at: counts.at } : it))
  const absent = placed.filter((it) => it.absent)
  return { measured: { ...DECLARED, absent, unreadable: placed.filter((it) => !it.absent) }, paired: NOTHING }
}

/** The counts first, then the histogram; both hold what the two give together. */
function measured(
  workspace: TableFiles,
  counts: Counts,
  asked: CountsAsked,
): Promise<Result<readonly Item<Measurements>[]>> {
  const { path, format, histogram } = counts
  return withTable(workspace, path, format, async (table, facts) => {
    if (histogram === undefined) {
      const content = await measureCounts(counts, table, undefined, asked)
      return content.ok ? ok([{ ...facts(), content: content.value }]) : content
    }
    return withTable(workspace, histogram, undefined, async (bins, more) => {
      const content = await measureCounts(counts, table, bins, asked)
      return content.ok ? ok([facts(), more()].map((it) => ({ ...it, content: content.value }))) : content
    })
  })
}

type Facts = Omit<Item<unknown>, 'content'>

/** Opens one table for as long as it is used; its facts are known once it was read. */
async function withTable<T>(
  workspace: TableFiles,
  path: string,
  format: string | undefined,
  use: (table: Table, facts: () => Facts) => Promise<Result<T>>,
): Promise<Result<T>> {
  const file = await oneFile(workspace, path)
  if (!file.ok) return file
  return workspace.pieces(file.value, async (pieces) => {
    const { watched, digest } = watch(pieces)
    const table = await openTable(watched, format)
    if (!table.ok) return table
    const { modified } = pieces
    return use(table.value, () => ({
      file: { kind: 'counts', path: pieces.path, format: table.value.format, ...digest() },
      ...(modified !== undefined && { modified }),
    }))
  })
}
