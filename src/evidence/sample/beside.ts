import type { Decimal } from '../../shared/decimal.js'
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
  }
}

function standardError(error: number, n: number | undefined): Basis {
  return n === undefined ? { kind: 'standard-error', error } : { kind: 'standard-error', error, n }
}

function basisFor(name: string, counts: Known, value: Decimal): Basis | undefined {
  const { tp, fp, fn, positives, negatives } = counts
  for (const [whole, names] of Object.entries(SHARES)) {
    if (isOneOf(names, name)) return share(value, counts[whole as keyof typeof SHARES])
  }
  if (isOneOf(PRECISION, name)) return share(value, sum(tp, fp))
  if (isOneOf(F1, name) && tp !== undefined && fp !== undefined && fn !== undefined) {
    return { kind: 'f1', tp, fp, fn }
  }
  if (isOneOf(AUC, name) && positives !== undefined && negatives !== undefined && positives > 0 && negatives > 0) {
    return { kind: 'auc', positives, negatives }
  }
  return undefined
}

/**
 * A value as so many of so many; undefined where no whole number of `trials` gives it at the digits it is written with,
 * because then it is a share of something else (weighted rows, a mean of folds).
 */
function share(value: Decimal, trials: number | undefined): Basis | undefined {
  if (trials === undefined || trials < 1) return undefined
  const successes = value.times(String(trials)).round(0)
  const [, decimals = ''] = value.toFixed().split('.')
  const nearest = successes.div(String(trials)).round(decimals.length)
  const isRounded = nearest.minus(value).abs().lte(`1e-${decimals.length}`)
  return isRounded ? { kind: 'proportion', successes: successes.toNumber(), trials } : undefined
}

function total({ tp, fp, tn, fn }: Counts): number | undefined {
  return sum(sum(tp, fp), sum(tn, fn))
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b
}

function isOneOf(names: readonly string[], name: string): boolean {
  return names.includes(name)
}
