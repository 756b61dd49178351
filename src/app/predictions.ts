import { type Evidence, NOTHING, type Source } from '../evidence/evidence.js'
import type { Measurements, Wanted } from '../evidence/measure/contract.js'
import { isWanted, measure } from '../evidence/measure/measure.js'
import type { Table } from '../evidence/predictions/contract.js'
import type { Policy, Predictions } from '../policy/policy.js'
import { ok } from '../shared/problem.js'
import { type NamedTable, sourceOf, withTable } from './tables.js'
import type { TableFiles } from './workspace.js'

/**
 * Measures the policy's table of predictions and, where a gate compares, the baseline's beside it; each is read once.
 * Where no gate asks for a metric of them, they are not opened.
 */
export async function loadPredictions(
  workspace: TableFiles,
  policy: Policy,
  predictions: Predictions,
): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const wanted = wantedBy(policy)
  if (!isWanted(wanted)) return { measured: { ...NOTHING, declared: true }, paired: NOTHING }
  const { path, baseline, format, at } = predictions
  const compared = { metrics: wanted.compared, groups: [] }
  const isCompared = baseline !== undefined && isWanted(compared)
  const tables = isCompared ? await pairedTables(predictions, wanted.compared) : undefined
  const named = { kind: 'predictions', path, format, several: 'evidence.measure.several', at }
  const measured = await measureTable(workspace, named, predictions, wanted, tables?.current)
  // Without the model's own predictions there is nothing to pair, and the gate says so.
  if (tables === undefined || baseline === undefined || measured.items.length === 0)
    return { measured, paired: NOTHING }
  const other = { ...named, kind: 'baseline', path: baseline }
  const source = await measureTable(workspace, other, { ...predictions, groups: [] }, compared, tables.baseline)
  const items = source.items.map((item) => ({ ...item, content: tables.pairing(item.content) }))
  return { measured, paired: { ...source, items } }
}

async function pairedTables(predictions: Predictions, metrics: readonly string[]) {
  return new (await import('../evidence/measure/paired-tables.js')).PairedTables(predictions, metrics)
}

async function measureTable(
  workspace: TableFiles,
  named: NamedTable,
  predictions: Predictions,
  wanted: Wanted,
  kept: { readonly watch: (table: Table) => Table } | undefined,
): Promise<Source<Measurements>> {
  const read = await withTable(workspace, named, async (table, facts) => {
    const content = await measure(kept?.watch(table) ?? table, predictions, wanted)
    return content.ok ? ok([{ ...facts(), content: content.value }]) : content
  })
  return sourceOf(read)
}

/** What all gates ask of predictions or counts together. */
export function wantedBy({ gates }: Policy): Required<Wanted> {
  const wanted = gates.flatMap((demanded) => demanded.gate.measures?.(demanded) ?? [])
  return {
    metrics: wanted.flatMap(({ metrics }) => metrics),
    groups: wanted.flatMap(({ groups }) => groups),
    compared: wanted.flatMap(({ compared = [] }) => compared),
  }
}
