import { type Message, message } from '../../shared/message.js'
import type { GroupMeasurements, Measured, Measurements } from '../measure/contract.js'
import type { ClassTotals, Margins } from '../measure/counts.js'
import { familyOf } from '../measure/names.js'
import { measureBinary } from '../measure/of-binary.js'
import { measureClasses } from '../measure/of-classes.js'
import { type Support, standardError, unknown } from '../measure/result.js'
import { canonicalMetric } from '../metrics.js'
import type { Bin, Confusion, Slice } from './contract.js'
import { measureHistogram } from './of-histogram.js'
import { type Divisions, shownSlice } from './slices.js'

/** Everything that was read: counts of each slice and of all rows, and the histograms where there are any. */
export interface CountsRead {
  readonly overall: Confusion
  readonly slices: Divisions<Confusion>
  readonly histogram?: Divisions<readonly Bin[]>
}

/** The name of the positive class, for messages. */
const POSITIVE = '1'
/** Its number among the two classes. */
const POSITIVE_ID = 1

/**
 * What counts give, as predictions would. Of groups that no slice divides the rows into `lacks` says why, where
 * `isWhole`; else they are left to other evidence.
 */
export function measurementsOf({ overall, slices, histogram }: CountsRead, isWhole: boolean): Measurements {
  const measure = (slice: Slice, counts: Confusion) => measurer(slice, counts, histogram)
  return {
    rows: rowsOf(overall),
    metric: measure({ attributes: [], values: [] }, overall),
    groups: (asked) => {
      const division = slices.by(asked)
      if (division === undefined) return undefined
      const places = asked.map((name) => division.attributes.indexOf(name))
      return [...division.parts.values()].map((part): GroupMeasurements => {
        const values = places.map((place) => part.values[place] ?? '')
        return { name: values.join(' & '), values, ...supportOf(part.of), metric: measure(part, part.of) }
      })
    },
    ...(isWhole && { lacks: (asked: readonly string[]) => lacking(slices, asked) }),
  }
}

function lacking(slices: Divisions<Confusion>, asked: readonly string[]): Message {
  const found = slices.all().flatMap(({ attributes }) => (attributes.length === 0 ? [] : [attributes.join(' & ')]))
  const id = found.length === 0 ? 'evidence.counts.no-groups' : 'evidence.counts.no-division'
  return message(id, { by: asked.join(' & '), set: asked.join(', '), found })
}

function rowsOf({ tp, fp, tn, fn }: Confusion): number {
  return tp + fp + tn + fn
}

function supportOf(counts: Confusion): Support {
  const { tp, fp, tn, fn } = counts
  return { n: rowsOf(counts), positives: tp + fn, negatives: fp + tn }
}

function measurer(slice: Slice, counts: Confusion, histogram: CountsRead['histogram']): (name: string) => Measured {
  const known = new Map<string, Measured>()
  return (asked) => {
    const name = canonicalMetric(asked)
    const found = known.get(name) ?? measureOne(name, slice, counts, histogram)
    known.set(name, found)
    return found
  }
}

function measureOne(name: string, slice: Slice, counts: Confusion, histogram: CountsRead['histogram']): Measured {
  const support = supportOf(counts)
  switch (familyOf(name)) {
    case 'classes':
      return measureClasses(name, totalsOf(counts), support)
    case 'binary':
      return measureBinary(name, marginsOf(counts), POSITIVE_ID, POSITIVE, support)
    case 'ranking':
    case 'probability': {
      const bins = histogram?.get(slice)
      if (bins !== undefined) return measureHistogram(name, bins, support)
      const id = histogram === undefined ? 'evidence.counts.no-histogram' : 'evidence.counts.no-bins'
      return unknown(message(id, { metric: name, slice: shownSlice(slice) }))
    }
    case 'numbers':
      return unknown(message('evidence.counts.numbers', { metric: name }))
    default:
      return unknown()
  }
}

/** Hits, labels and predictions of the negative class and of the positive one. */
function marginsOf({ tp, fp, tn, fn }: Confusion): Margins {
  return {
    n: tp + fp + tn + fn,
    hits: Float64Array.of(tn, tp),
    labels: Float64Array.of(tn + fp, tp + fn),
    predictions: Float64Array.of(tn + fn, tp + fp),
  }
}

function totalsOf(counts: Confusion): ClassTotals {
  return {
    margins: () => marginsOf(counts),
    basis: (_, statistic) => standardError(deltaError(counts, statistic), rowsOf(counts)),
  }
}

/** The relative step of a slope. */
const STEP = 1e-3

/**
 * The standard error of a statistic of four shares of rows by the delta method: the rows fall into the four cells as
 * multinomial draws, so its variance is (Σ p g² − (Σ p g)²) ÷ n with the slope g in each cell. A cell without a row has
 * no part in it.
 */
function deltaError(counts: Confusion, statistic: (margins: Margins) => number): number {
  const n = rowsOf(counts)
  const shares = { tp: counts.tp / n, fp: counts.fp / n, tn: counts.tn / n, fn: counts.fn / n }
  let mean = 0
  let square = 0
  for (const cell of ['tp', 'fp', 'tn', 'fn'] as const) {
    const share = shares[cell]
    if (share === 0) continue
    const step = share * STEP
    const up = statistic(marginsOf({ ...shares, [cell]: share + step }))
    const down = statistic(marginsOf({ ...shares, [cell]: share - step }))
    const slope = (up - down) / (2 * step)
    mean += share * slope
    square += share * slope * slope
  }
  return Math.sqrt(Math.max(0, square - mean * mean) / n)
}
