import type { TablesWanted } from '../../evidence/drift/contract.js'
import type { Evidence } from '../../evidence/evidence.js'
import type { Pieces } from '../../evidence/predictions/contract.js'
import type { FileKind } from '../../gates/specimens.js'
import type { Policy } from '../../policy/policy.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { loadCompared } from '../compared.js'
import { loadCounts } from '../counts.js'
import { loadPredictions } from '../predictions.js'
import type { TableFiles } from '../workspace.js'
import type { MadeUp } from './evidence.js'

type Tables = Pick<Evidence, 'measured' | 'paired' | 'compared'>
type Remembered = <T>(key: readonly unknown[], make: () => T) => T

const NONE = { declared: false, items: [], absent: [], unreadable: [] }
const KINDS: readonly FileKind[] = ['predictions', 'baseline-predictions', 'counts', 'histogram']
const COMPARED: readonly FileKind[] = ['drift-reference', 'drift-current']

/** Reads tables by what a run reads them with; a table lies where its kind says, whatever the policy calls it. */
export async function readTables(policy: Policy, madeUp: MadeUp, remembered: Remembered): Promise<Tables> {
  const workspace = inMemory(madeUp)
  const [wanted] = policy.gates.flatMap((demanded) => demanded.gate.compares?.(demanded) ?? [])
  const compared =
    wanted === undefined
      ? {}
      : await remembered(keyOf(madeUp, COMPARED), () => loadCompared(workspace, madeUpTables(wanted)))
  return { ...(await remembered(keyOf(madeUp, KINDS), () => measuredBy(policy, workspace))), ...compared }
}

function keyOf({ files, setting, now }: MadeUp, kinds: readonly FileKind[]): unknown[] {
  return kinds.map((kind) => [kind, files[kind] ?? {}, now - (setting.ages?.get(kind) ?? 0)])
}

function measuredBy(policy: Policy, workspace: TableFiles): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const { predictions, counts } = policy
  if (counts !== undefined) {
    const { histogram, format: _, ...named } = counts
    const bins = histogram === undefined ? {} : { histogram: 'histogram' }
    return loadCounts(workspace, policy, { ...named, ...bins, path: 'counts' })
  }
  if (predictions === undefined) return Promise.resolve({ measured: NONE, paired: NONE })
  const { baseline, format: _, ...named } = predictions
  const paired = baseline === undefined ? {} : { baseline: 'baseline-predictions' }
  return loadPredictions(workspace, policy, { ...named, ...paired, path: 'predictions' })
}

function madeUpTables({ reference, current, ...wanted }: TablesWanted): TablesWanted {
  return {
    ...wanted,
    reference: { path: 'drift-reference', at: reference.at },
    current: { path: 'drift-current', at: current.at },
  }
}

/** A workspace whose files are the texts of tables, each under the name of its kind. */
function inMemory({ files, setting, now }: MadeUp): TableFiles {
  return {
    find: async (path) => ok([path]),
    pieces: async <T>(path: string, use: (pieces: Pieces) => Promise<Result<T>>) => {
      const kind = [...KINDS, ...COMPARED].find((it) => it === path)
      const [text] = kind === undefined ? [] : Object.values(files[kind] ?? {})
      if (kind === undefined || text === undefined) return failed({ ...problem('file.absent', { path }), absent: true })
      const bytes = new Uint8Array(Buffer.from(text))
      const read = (offset: number, length: number) => bytes.slice(offset, offset + length)
      return use({ path, size: bytes.length, modified: now - (setting.ages?.get(kind) ?? 0), read })
    },
  }
}
