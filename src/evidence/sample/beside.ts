import { type Decimal, decimal, toDouble } from '../../shared/decimal.js'
import type { Basis } from '../../stats/basis.js'
import type { Place } from '../place.js'
import { type Beside, besideGroup, besideMetric, countsBeside, errorBeside } from './counts.js'
import type { Sample } from './sample.js'

/** Metrics that are a share of the rows, of the positives or of the negatives. */
const SHARES = {
  n: ['accuracy', 'acc', 'error_rate', 'selection_rate', 'f1_micro', 'exact_match', 'exact_match_rate', 'pass_rate'],
  positives: ['recall', 'sensitivity', 'tpr', 'true_positive_rate', 'fnr', 'false_negative_rate'],
  negatives: ['specificity', 'tnr', 'true_negative_rate', 'fpr', 'false_positive_rate'],
} as const
const F1 = ['f1', 'f1_score']
const PRECISION = ['precision', 'ppv']
const AUC = ['auc', 'roc_auc', 'auroc']

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
  const { tp, fp, fn, positives, negatives } = counts
  const shares = Object.entries(SHARES).filter(([, names]) => isOneOf(names, name))
  return (
    shares.some(([whole]) => counts[whole as keyof typeof SHARES] === 0) ||
    (isOneOf(PRECISION, name) && sum(tp, fp) === 0) ||
    (isOneOf(F1, name) && sum(sum(tp, fp), fn) === 0) ||
    (isOneOf(AUC, name) && (positives === 0 || negatives === 0))
  )
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
  for (const [whole, names] of Object.entries(SHARES)) {
    const trials = counts[whole as keyof typeof SHARES]
    if (isOneOf(names, name)) return share(value, trials, hitsOf(name, counts))
  }
  if (isOneOf(PRECISION, name)) return share(value, sum(tp, fp), tp)
  if (isOneOf(F1, name) && tp !== undefined && fp !== undefined && fn !== undefined) {
    return gives(2 * tp, 2 * tp + fp + fn, value) ? { kind: 'f1', tp, fp, fn } : undefined
  }
  if (isOneOf(AUC, name) && positives !== undefined && negatives !== undefined && positives > 0 && negatives > 0) {
    return { kind: 'auc', positives, negatives }
  }
  return undefined
}

/** How many of them it is, where the confusion matrix says so. */
function hitsOf(name: string, { tp, fp, tn, fn }: Known): number | undefined {
  if (isOneOf(['accuracy', 'acc', 'f1_micro'], name)) return sum(tp, tn)
  if (name === 'error_rate') return sum(fp, fn)
  if (name === 'selection_rate') return sum(tp, fp)
  if (isOneOf(['recall', 'sensitivity', 'tpr', 'true_positive_rate'], name)) return tp
  if (isOneOf(['fnr', 'false_negative_rate'], name)) return fn
  if (isOneOf(['specificity', 'tnr', 'true_negative_rate'], name)) return tn
  return isOneOf(['fpr', 'false_positive_rate'], name) ? fp : undefined
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
  const [, decimals = ''] = value.toFixed().split('.')
  const nearest = decimal(String(over)).div(String(under)).round(decimals.length)
  return nearest.minus(value).abs().lte(`1e-${decimals.length}`)
}

function total({ tp, fp, tn, fn }: Known): number | undefined {
  return sum(sum(tp, fp), sum(tn, fn))
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}
