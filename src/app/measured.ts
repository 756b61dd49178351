import { createHash } from 'node:crypto'
import type { Evidence, Source } from '../evidence/evidence.js'
import type { Measurements, Wanted } from '../evidence/measure/contract.js'
import { isWanted, measure } from '../evidence/measure/measure.js'
import type { Pieces, Table } from '../evidence/predictions/contract.js'
import { openTable } from '../evidence/predictions/open.js'
import type { Policy, Predictions } from '../policy/policy.js'
import { failed, type Problem, problem, type Result } from '../shared/problem.js'
import type { TableFiles } from './workspace.js'

const NOTHING: Source<never> = { declared: false, items: [], absent: [], unreadable: [] }

/**
 * Measures the policy's table of predictions and, where a gate compares, the baseline's beside it; each is read once.
 * Where no gate asks for a metric of them, they are not opened.
 */
export async function loadMeasured(
  workspace: TableFiles,
  policy: Policy,
  predictions: Predictions,
): Promise<Pick<Evidence, 'measured' | 'paired'>> {
  const wanted = wantedBy(policy)
  if (!isWanted(wanted)) return { measured: { ...NOTHING, declared: true }, paired: NOTHING }
  const { path, baseline, format } = predictions
  const compared = { metrics: wanted.compared, groups: [] }
  const isCompared = baseline !== undefined && isWanted(compared)
  const tables = isCompared ? await pairedTables(predictions, wanted.compared) : undefined
  const asked = { kind: 'predictions', path, format, predictions }
  const measured = await measureFile(workspace, asked, wanted, tables?.current)
  // Without the model's own predictions there is nothing to pair, and the gate says so.
  if (tables === undefined || baseline === undefined || measured.items.length === 0)
    return { measured, paired: NOTHING }
  const other = { kind: 'baseline', path: baseline, format, predictions: { ...predictions, groups: [] } }
  const source = await measureFile(workspace, other, compared, tables.baseline)
  const items = source.items.map((item) => ({ ...item, content: tables.pairing(item.content) }))
  return { measured, paired: { ...source, items } }
}

async function pairedTables(predictions: Predictions, metrics: readonly string[]) {
  return new (await import('../evidence/measure/paired-tables.js')).PairedTables(predictions, metrics)
}

interface Asked {
  readonly kind: string
  readonly path: string
  readonly format: string | undefined
  readonly predictions: Predictions
}

async function measureFile(
  workspace: TableFiles,
  { kind, path, format, predictions }: Asked,
  wanted: Wanted,
  kept: { readonly watch: (table: Table) => Table } | undefined,
): Promise<Source<Measurements>> {
  const files = await oneFile(workspace, path)
  if (!files.ok) return missing(files.problems, predictions)
  const read = await workspace.pieces(files.value, async (pieces) => {
    const { watched, digest } = watch(pieces)
    const table = await openTable(watched, format)
    if (!table.ok) return table
    const content = await measure(kept?.watch(table.value) ?? table.value, predictions, wanted)
    if (!content.ok) return content
    const file = { kind, path: pieces.path, format: table.value.format, ...digest() }
    const { modified } = pieces
    return { ok: true, value: { file, content: content.value, ...(modified !== undefined && { modified }) } }
  })
  if (!read.ok) return missing(read.problems, predictions)
  return { declared: true, items: [read.value], absent: [], unreadable: [] }
}

function missing(problems: readonly Problem[], { at }: Predictions): Source<Measurements> {
  const placed = problems.map((it) => (it.at === undefined ? { ...it, at } : it))
  return {
    declared: true,
    items: [],
    absent: placed.filter(({ absent }) => absent),
    unreadable: placed.filter(({ absent }) => !absent),
  }
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

export async function oneFile(workspace: TableFiles, path: string): Promise<Result<string>> {
  const found = await workspace.find(path)
  if (!found.ok) return found
  const [first] = found.value
  if (first !== undefined && found.value.length === 1) return { ok: true, value: first }
  return failed(problem('evidence.measure.several', { path, count: found.value.length }))
}

/** Bytes read at a time for the digest alone. */
const PIECE = 1024 * 1024

/** The same file, and its digest: of the pieces as they are read where they are read in order, of the rest afterwards. */
export function watch(pieces: Pieces) {
  const hash = createHash('sha256')
  let hashed = 0
  const take = (offset: number, bytes: Uint8Array) => {
    if (offset > hashed || offset + bytes.length <= hashed) return
    hash.update(bytes.subarray(hashed - offset))
    hashed = offset + bytes.length
  }
  const read = (offset: number, length: number) => {
    const bytes = pieces.read(offset, length)
    take(offset, bytes)
    return bytes
  }
  const digest = () => {
    while (hashed < pieces.size && read(hashed, PIECE).length > 0);
    return { bytes: hashed, sha256: hash.digest('hex') }
  }
  return { watched: { ...pieces, read }, digest }
}
