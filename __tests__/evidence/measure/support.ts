import type { Source } from '../../../src/evidence/evidence.js'
import type { GroupsWanted, Measured, Measurements, PredictionColumns } from '../../../src/evidence/measure/contract.js'
import { measure } from '../../../src/evidence/measure/measure.js'
import { METRIC_NAMES } from '../../../src/evidence/measure/names.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import type { Result } from '../../../src/shared/problem.js'
import { english } from '../../support/evidence.js'
import { piecesOf } from '../predictions/support.js'

/** Rows as CSV: cells separated by blanks, rows by `/`. */
export function csv(heading: string, rows: string): string {
  return [heading, ...rows.split('/')].map((row) => row.trim().replaceAll(/ +/g, ',')).join('\n')
}

/** Measures a table of text; by default every metric, for all rows. */
export async function measureText(
  text: string,
  columns: Partial<PredictionColumns> = {},
  wanted: { readonly metrics?: readonly string[]; readonly groups?: readonly GroupsWanted[] } = {},
): Promise<Result<Measurements>> {
  const table = await openTable(piecesOf(text))
  if (!table.ok) return table
  const all = METRIC_NAMES.filter((name) => !['mae', 'mse', 'rmse', 'r2', 'mape', 'pinball'].includes(name))
  return measure(
    table.value,
    { label: 'y', groups: [], ...columns },
    { metrics: wanted.metrics ?? all, groups: wanted.groups ?? [] },
  )
}

/** The measurements, which must be there. */
export async function measurements(...args: Parameters<typeof measureText>): Promise<Measurements> {
  const result = await measureText(...args)
  if (!result.ok) throw new Error(result.problems.map(({ message }) => english(message)).join('\n'))
  return result.value
}

/** What is wrong with a table, as a reader sees it, the line before it. */
export async function mistakes(...args: Parameters<typeof measureText>): Promise<string[]> {
  const result = await measureText(...args)
  return result.ok ? [] : result.problems.map(({ message, at }) => `${at?.line ?? '-'}: ${english(message)}`)
}

/** The value, or why there is none. */
export function shownOf(measured: Measured): number | string {
  if (measured.kind === 'measured') return measured.measurement.value
  return measured.kind === 'undefined' ? english(measured.why) : 'unknown'
}

/** Measurements as a gate finds them. */
export function sourceOf(content: Measurements, path = 'p.csv'): Source<Measurements> {
  const file = { kind: 'predictions', path, format: 'csv', bytes: 0, sha256: '' }
  return { declared: true, items: [{ file, content }], absent: [], unreadable: [] }
}
