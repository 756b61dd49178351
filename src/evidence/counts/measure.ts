import { failed, ok, type Result } from '../../shared/problem.js'
import type { CountsNamed, Measurements } from '../measure/contract.js'
import { familyOf } from '../measure/names.js'
import type { Table } from '../predictions/contract.js'
import { histogramProblems, overallOf } from './coherent.js'
import { readHistogram } from './histogram.js'
import { measurementsOf } from './measurements.js'
import { readCounts } from './read.js'

/** What decides how counts are read, beside the files. */
export interface CountsAsked {
  /** Metrics that gates ask for, of all rows or by group. */
  readonly metrics: readonly string[]
  /** Whether no other evidence could have groups that the counts lack. */
  readonly isWhole: boolean
}

/**
 * Reads the counts of each slice and, where there is one, the histogram of its scores. Problems name the file and the
 * row: a number that counts no rows, a slice that stands there twice, parts that do not add up to the whole.
 */
export async function measureCounts(
  { groups }: CountsNamed,
  counts: Table,
  histogram: Table | undefined,
  { metrics, isWhole }: CountsAsked,
): Promise<Result<Measurements>> {
  const slices = await readCounts(counts, groups)
  const isProbability = metrics.some((name) => familyOf(name) === 'probability')
  const bins = histogram && (await readHistogram(histogram, groups, isProbability))
  const unread = [...(slices.ok ? [] : slices.problems), ...(bins === undefined || bins.ok ? [] : bins.problems)]
  if (!slices.ok || unread.length > 0) return failed(...unread)
  const overall = overallOf(slices.value, { path: counts.path })
  if (!overall.ok) return overall
  const found = { overall: overall.value, slices: slices.value }
  if (histogram === undefined || bins === undefined || !bins.ok) return ok(measurementsOf(found, isWhole))
  const apart = histogramProblems(bins.value, slices.value, overall.value, { path: histogram.path })
  return apart.length > 0 ? failed(...apart) : ok(measurementsOf({ ...found, histogram: bins.value }, isWhole))
}
