import type { CountsAsked } from '../evidence/counts/measure.js'
import { measureCounts } from '../evidence/counts/measure.js'
import { type Evidence, type Item, NOTHING } from '../evidence/evidence.js'
import type { Measurements } from '../evidence/measure/contract.js'
import { isWanted } from '../evidence/measure/measure.js'
import type { Counts, Policy } from '../policy/policy.js'
import { ok, type Result } from '../shared/problem.js'
import { wantedBy } from './predictions.js'
import { sourceOf, withTable } from './tables.js'
import type { TableFiles } from './workspace.js'

/** Reads the policy's counts, and the histogram beside them, as what predictions would give. They pair with nothing. */
export async function loadCounts(
  workspace: TableFiles,
  policy: Policy,
  counts: Counts,
): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const { metrics, groups } = wantedBy(policy)
  const all = [...metrics, ...groups.flatMap((it) => it.metrics)]
  const asked = { metrics: all, isWhole: policy.evidence.groups.length === 0 }
  const read = isWanted({ metrics, groups }) ? await measured(workspace, counts, asked) : ok([])
  return { measured: { ...sourceOf(read), from: 'counts' }, paired: NOTHING }
}

/** The counts first, then the histogram; both hold what the two give together. */
function measured(
  workspace: TableFiles,
  counts: Counts,
  asked: CountsAsked,
): Promise<Result<readonly Item<Measurements>[]>> {
  const { path, format, histogram, at } = counts
  const named = { kind: 'counts', path, format, several: 'evidence.measure.several', at }
  return withTable(workspace, named, async (table, facts) => {
    if (histogram === undefined) {
      const content = await measureCounts(counts, table, undefined, asked)
      return content.ok ? ok([{ ...facts(), content: content.value }]) : content
    }
    return withTable(workspace, { ...named, path: histogram, format: undefined }, async (bins, more) => {
      const content = await measureCounts(counts, table, bins, asked)
      return content.ok ? ok([facts(), more()].map((it) => ({ ...it, content: content.value }))) : content
    })
  })
}
