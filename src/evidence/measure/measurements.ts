import { type Message, message } from '../../shared/message.js'
import { canonicalMetric } from '../metrics.js'
import type { Cell } from './cell.js'
import type { Collection } from './collection.js'
import type { GroupMeasurements, Measured, Measurements, PredictionColumns } from './contract.js'
import { type Family, familyOf } from './names.js'
import { measureBinary } from './of-binary.js'
import { measureClasses } from './of-classes.js'
import { measureNumbers } from './of-numbers.js'
import { measureProbability, measureRanking } from './of-scores.js'
import { none, type Support, unknown } from './result.js'

/** The positive class and its number; or why no class is positive. */
type Positive = { readonly name: string; readonly id: number; readonly foreign?: Measured } | { readonly why: Measured }

/** What was collected, as metrics; each is computed when it is first asked for. */
export function measurementsOf(rows: number, collection: Collection, columns: PredictionColumns): Measurements {
  const positive = positiveOf(collection, columns)
  const measurer = (cell: Cell, metrics: ReadonlySet<string>) => {
    const known = new Map<string, Measured>()
    const support = supportOf(cell, positive)
    return (asked: string): Measured => {
      const name = canonicalMetric(asked)
      if (!metrics.has(name)) return unknown()
      const measured = known.get(name) ?? measureOne(name, cell, columns, positive, support)
      known.set(name, measured)
      return measured
    }
  }
  const all = collection.all.cells.map((cell) => measurer(cell, collection.all.plan.metrics))
  const groups = collection.groups.map(({ attributes, cells }) => ({
    attributes,
    groups: cells.cells.map((cell): GroupMeasurements => {
      const metric = measurer(cell, cells.plan.metrics)
      return { name: cell.values.join(' & '), values: cell.values, ...supportOf(cell, positive), metric }
    }),
  }))
  return {
    rows,
    metric: (name) => all[0]?.(name) ?? unknown(),
    groups: (asked) => groups.find(({ attributes }) => sameNames(attributes, asked))?.groups,
  }
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at])
}

function positiveOf({ classes }: Collection, columns: PredictionColumns): Positive {
  if (classes === undefined) return { why: unknown() }
  const foreign = classes.foreign()
  const labels = classes.labels()
  const name = columns.positive ?? (classes.areUsual() ? '1' : undefined)
  if (name === undefined) return { why: none('no-positive-class', { classes: classes.names.slice(0, 10) }) }
  const known = { name, id: classes.idOf(name) }
  // With two labels, a third predicted class is a spelling mistake or another model; it would count as a negative.
  if (labels.length > 2 || classes.names.length <= 2) return known
  return { ...known, foreign: none('foreign-class', { labels, foreign: foreign.slice(0, 10) }) }
}

function supportOf({ rows, counts }: Cell, positive: Positive): Support {
  if (counts === undefined || !('id' in positive)) return { n: rows }
  const positives = counts.margins().labels[positive.id] ?? 0
  return { n: rows, positives, negatives: rows - positives }
}

function measureOne(
  name: string,
  cell: Cell,
  columns: PredictionColumns,
  positive: Positive,
  support: Support,
): Measured {
  const family = familyOf(name)
  if (family === undefined) return unknown()
  const missing = missingFor(name, family, columns)
  if (missing !== undefined) return unknown(missing)
  if (family === 'classes') return cell.counts === undefined ? unknown() : measureClasses(name, cell.counts, support)
  if (family === 'numbers') return measureNumbers(name, cell)
  if ('why' in positive) return positive.why
  if (family === 'ranking') return measureRanking(name, cell, support)
  if (family === 'probability') return measureProbability(name, cell, support)
  if (positive.foreign !== undefined) return positive.foreign
  return cell.counts === undefined
    ? unknown()
    : measureBinary(name, cell.counts.margins(), positive.id, positive.name, support)
}

/** Which column or option a metric lacks. */
function missingFor(metric: string, family: Family, columns: PredictionColumns): Message | undefined {
  const lacks = (option: string) => message('evidence.measure.no-option', { metric, option })
  if (family === 'ranking' || family === 'probability') return columns.score === undefined ? lacks('score') : undefined
  if (columns.prediction === undefined) return lacks('prediction')
  if (family !== 'numbers') return undefined
  if (columns.positive !== undefined) return message('evidence.measure.positive-stated', { metric })
  return metric === 'pinball' && columns.quantile === undefined ? lacks('quantile') : undefined
}
