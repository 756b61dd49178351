import type { Location } from '../../shared/location.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import { positionsOf } from '../predictions/columns.js'
import type { Table } from '../predictions/contract.js'
import { Collection } from './collection.js'
import type { Measurements, PredictionColumns, Wanted } from './contract.js'
import { measurementsOf } from './measurements.js'
import { familyOf } from './names.js'

/** Whether predictions are asked for anything: without it their file need not be opened. */
export function isWanted({ metrics, groups }: Wanted): boolean {
  return [...metrics, ...groups.flatMap((it) => it.metrics)].some((name) => familyOf(name) !== undefined)
}

/**
 * Reads a table once and collects what the metrics that are asked for follow from: sums and counts, and the scores where
 * their order matters. Problems name the file, and the line or row: a cell that is missing or no number, a score that is
 * no probability, a positive class that no row has, predictions that share no class with the labels, too many groups.
 */
export async function measure(table: Table, named: PredictionColumns, wanted: Wanted): Promise<Result<Measurements>> {
  const { path } = table
  const collection = new Collection(named, wanted)
  const { label, prediction, score, id, groups, positive } = named
  const given = new Set([label, prediction, score, id, ...groups].filter((name) => name !== undefined))
  // A column that the policy names has to be there, whether or not a metric needs it today.
  const header = positionsOf(
    table,
    [...given].map((name) => ({ name, as: 'category' })),
  )
  if (!header.ok) return header
  const rows = await table.scan(collection.columns, (batch) => collection.add(batch))
  if (!rows.ok) return rows
  const problems = [...collection.problems({ path }), ...labelProblems(collection, named, { path })]
  if (problems.length > 0) return failed(...problems)
  const [meant] = positive === undefined ? [] : (collection.classes?.meant(positive) ?? [positive])
  return ok(measurementsOf(rows.value, collection, { ...named, ...(meant !== undefined && { positive: meant }) }))
}

/** Most classes that a message lists. */
const MAX_LISTED = 10

/** What is wrong with the classes as a whole: comparing them would say nothing of the model. */
function labelProblems({ classes }: Collection, columns: PredictionColumns, at: Location): Problem[] {
  if (classes === undefined) return []
  const { label, positive, prediction = '' } = columns
  const found = classes.labels().slice(0, MAX_LISTED)
  const meant = positive === undefined ? [] : classes.meant(positive)
  if (positive !== undefined && !meant.some((name) => classes.isLabel(name))) {
    return [problem('evidence.measure.positive-absent', { positive, column: label, found }, at)]
  }
  if (!classes.areRelated()) {
    const predicted = classes.foreign().slice(0, MAX_LISTED)
    return [problem('evidence.measure.no-common-class', { label, found, prediction, predicted }, at)]
  }
  const [one, other] = meant
  if (positive === undefined || one === undefined || other === undefined) return []
  return [problem('evidence.measure.positive-twice', { positive, column: label, one, other }, at)]
}
