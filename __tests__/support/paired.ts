import type { PredictionColumns } from '../../src/evidence/measure/contract.js'
import { measure } from '../../src/evidence/measure/measure.js'
import type { Pairing } from '../../src/evidence/measure/paired.js'
import type { RowsKept } from '../../src/evidence/measure/paired-rows.js'
import { PairedTables } from '../../src/evidence/measure/paired-tables.js'
import { openTable } from '../../src/evidence/predictions/open.js'
import { english } from './evidence.js'

/** Rows of named cells as CSV. */
export function csv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('')
}

async function read(text: string, path: string, columns: PredictionColumns, metrics: string[], kept: RowsKept) {
  const bytes = Buffer.from(text)
  const pieces = (offset: number, length: number) => Uint8Array.from(bytes.subarray(offset, offset + length))
  const table = await openTable({ path, size: bytes.length, read: pieces })
  if (!table.ok) throw new Error('no table')
  const measured = await measure(kept.watch(table.value), columns, { metrics, groups: [] })
  if (!measured.ok) throw new Error(measured.problems.map(({ message }) => english(message)).join('\n'))
  return measured.value
}

/** Two tables of predictions, read by the real readers and paired. */
export async function pair(
  current: string,
  baseline: string,
  columns: Omit<PredictionColumns, 'groups'>,
  metrics: string[],
): Promise<Pairing> {
  const named = { ...columns, groups: [] }
  const tables = new PairedTables(named, metrics)
  await read(current, 'current.csv', named, metrics, tables.current)
  return tables.pairing(await read(baseline, 'baseline.csv', named, metrics, tables.baseline))
}
