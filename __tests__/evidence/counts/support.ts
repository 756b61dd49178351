import { measureCounts } from '../../../src/evidence/counts/measure.js'
import type { Measured, Measurements } from '../../../src/evidence/measure/contract.js'
import { measure } from '../../../src/evidence/measure/measure.js'
import { METRIC_NAMES } from '../../../src/evidence/measure/names.js'
import type { Pieces, Table } from '../../../src/evidence/predictions/contract.js'
import { openTable } from '../../../src/evidence/predictions/open.js'
import { english } from '../../support/evidence.js'

export const ATTRIBUTES = ['gender', 'age_band'] as const
/** What a policy can compare: each attribute, and both. */
export const DIVISIONS = [['gender'], ['age_band'], ['gender', 'age_band'], ['age_band', 'gender']]

function piecesOf(text: string, path: string): Pieces {
  const bytes = new TextEncoder().encode(text)
  return { path, size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }
}

async function tableOf(text: string, path: string): Promise<Table> {
  const table = await openTable(piecesOf(text, path))
  if (!table.ok) throw new Error(table.problems.map(({ message }) => english(message)).join('\n'))
  return table.value
}

/** What predictions give: columns y_true, y_pred, y_score and the attributes. */
export async function ofPredictions(text: string): Promise<Measurements> {
  const columns = { label: 'y_true', prediction: 'y_pred', score: 'y_score', positive: '1', groups: ATTRIBUTES }
  const metrics = METRIC_NAMES
  const groups = DIVISIONS.map((attributes) => ({ attributes, metrics }))
  const found = await measure(await tableOf(text, 'predictions.csv'), columns, { metrics, groups })
  if (!found.ok) throw new Error(found.problems.map(({ message }) => english(message)).join('\n'))
  return found.value
}

/** What counts give, or the sentences that say what is wrong with them. */
export async function ofCounts(
  counts: string,
  histogram?: string,
  {
    groups = [],
    metrics = ['auc'],
    isWhole = true,
  }: { groups?: readonly string[]; metrics?: string[]; isWhole?: boolean } = {},
): Promise<Measurements | string[]> {
  const bins = histogram === undefined ? undefined : await tableOf(histogram, 'histogram.csv')
  const table = await tableOf(counts, 'counts.csv')
  const found = await measureCounts({ path: 'counts.csv', groups }, table, bins, { metrics, isWhole })
  if (found.ok) return found.value
  return found.problems.map(({ message, at }) => `${at?.path}: ${english(message)}`)
}

/** A metric as a number; what is said of it where it is none. */
export function shownOf(measured: Measured): number | string {
  if (measured.kind === 'measured') return measured.measurement.value
  return measured.why === undefined ? measured.kind : `${measured.kind}: ${english(measured.why)}`
}
