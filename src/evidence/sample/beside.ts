import { type Decimal, decimal, decimalsOf, toDouble } from '../../shared/decimal.js'
import type { Basis } from '../../stats/basis.js'
import { metricNamed } from '../metrics.js'
import type { Place } from '../place.js'
import { type Beside, besideGroup, besideMetric, countsBeside, errorBeside } from './counts.js'
import type { Sample } from './sample.js'

/** What a metric rests on, by what its file says beside it. `value` is the metric as a fraction. */
export function sampleOf(place: Place, selector: string, value: Decimal): Sample {
  return sampleBeside(besideMetric(place), lastSegment(place, selector), value)
}

/** What a group's value rests on, by what its file says beside it. */
export function groupSample(place: Place, group: string, metric: string, value: Decimal): Sample {
  return sampleBeside(besideGroup(place, group), metric, value)
}

/** The key under which the value stands: a selector's last segment may hold slashes itself. */
function lastSegment({ within }: Place, selector: string): string {
  return within === undefined ? selector : String(within.segment)
}

type Counts = ReturnType<typeof countsBeside>
type Known = { readonly [count in keyof Counts]?: number | undefined }

function sampleBeside(beside: Beside, key: string, value: Decimal): Sample {
  const counts = countsBeside(beside, key)
  if (contradicts(counts)) return {}
  const [name = ''] = key.toLowerCase().replaceAll('-', '_').split(',')
  const { n = total(counts), positives = sum(counts.tp, counts.fn), negatives = sum(counts.fp, counts.tn) } = counts
  // classification_report counts under `support` what its recall is a share of.
  const known = { ...counts, n, positives: name === 'recall' ? (positives ?? counts.support) : positives, negatives }
  const error = errorBeside(beside, key)
  const basis = basisFor(name, known, value) ?? (error === undefined ? undefined : standardError(error, n))
  return {
    ...(n !== undefined && { n }),
    ...(positives !== undefined && { positives }),
    ...(negatives !== undefined && { negatives }),
    ...(basis !== undefined && { basis }),
    ...((n === 0 || hasNoRows(name, known)) && { empty: true as const }),
  }
}

/** Whether there is no row that the metric is a share of: nothing was measured, whatever the value. */
function hasNoRows(name: string, counts: Known): boolean {
  const { tp, fp, positives, negatives } = counts
  const { of, basis } = metricNamed(name) ?? {}
  if (of !== undefined) return (of === 'predicted' ? sum(tp, fp) : counts[of]) === 0
  if (basis === 'f1') return totalOf(['tp', 'fp', 'fn'], counts) === 0
  return basis === 'auc' && (positives === 0 || negatives === 0)
}

/** Whether the counts cannot all be of the same rows: then none of them says on what the value rests. */
function contradicts(counts: Counts): boolean {
  const { tp, fp, tn, fn, n, positives, negatives } = counts
  const differ = (stated: number | undefined, counted: number | undefined) =>
    stated !== undefined && counted !== undefined && stated !== counted
  return (
    differ(positives, sum(tp, fn)) ||
    differ(negatives, sum(fp, tn)) ||
    differ(n, total(counts)) ||
    differ(n, sum(positives, negatives))
  )
}

function standardError(error: number, n: number | undefined): Basis {
  return n === undefined ? { kind: 'standard-error', error } : { kind: 'standard-error', error, n }
}

/** Undefined, too, where the counts give another value: it is then not theirs, as a weighted mean beside one class's counts. */
function basisFor(name: string, counts: Known, value: Decimal): Basis | undefined {
  const { tp, fp, fn, positives, negatives } = counts
  const { of, hits, basis } = metricNamed(name) ?? {}
  if (of !== undefined)
    return share(value, of === 'predicted' ? sum(tp, fp) : counts[of], hits && totalOf(hits, counts))
  if (basis === 'f1' && tp !== undefined && fp !== undefined && fn !== undefined) {
    return gives(2 * tp, 2 * tp + fp + fn, value) ? { kind: 'f1', tp, fp, fn } : undefined
  }
  if (basis === 'auc' && positives !== undefined && negatives !== undefined && positives > 0 && negatives > 0) {
    return { kind: 'auc', positives, negatives }
  }
  return undefined
}

/**
 * A value as so many of so many; undefined where no whole number of `trials` gives it at the digits it is written with,
 * because then it is a share of something else (weighted rows, a mean of folds).
 */
function share(value: Decimal, trials: number | undefined, hits: number | undefined): Basis | undefined {
  if (trials === undefined || trials < 1) return undefined
  const successes = hits ?? toDouble(value.times(String(trials)).round(0))
  return gives(successes, trials, value) ? { kind: 'proportion', successes, trials } : undefined
}

/** Whether a quotient of counts is the value, at the digits that it is written with. */
function gives(over: number, under: number, value: Decimal): boolean {
  if (!(under > 0) || over > under) return false
  const decimals = decimalsOf(value)
  const nearest = decimal(String(over)).div(String(under)).round(decimals)
  return nearest.minus(value).abs().lte(`1e-${decimals}`)
}

function total(counts: Known): number | undefined {
  return totalOf(['tp', 'fp', 'tn', 'fn'], counts)
}

/** The sum of these cells, where each of them is known. */
function totalOf(cells: readonly (keyof Counts)[], counts: Known): number | undefined {
  return cells.reduce<number | undefined>((so, cell) => sum(so, counts[cell]), 0)
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}
