import type { Measured } from './contract.js'
import type { Margins } from './counts.js'
import { none, quotient, type Support } from './result.js'

/** Rows by truth and prediction, one class against all others. */
interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly fn: number
  readonly tn: number
}

/** Rates as numerator, denominator, and why there may be no denominator. */
const RATES: Readonly<Record<string, (counts: Confusion) => readonly [over: number, under: number, why: string]>> = {
  precision: ({ tp, fp }) => [tp, tp + fp, 'nothing-predicted'],
  recall: ({ tp, fn }) => [tp, tp + fn, 'no-positives'],
  true_positive_rate: ({ tp, fn }) => [tp, tp + fn, 'no-positives'],
  false_negative_rate: ({ tp, fn }) => [fn, tp + fn, 'no-positives'],
  false_positive_rate: ({ fp, tn }) => [fp, fp + tn, 'no-negatives'],
  true_negative_rate: ({ fp, tn }) => [tn, fp + tn, 'no-negatives'],
  selection_rate: ({ tp, fp, fn, tn }) => [tp + fp, tp + fp + fn + tn, 'not-finite'],
}

/** Metrics of one class against all others, as scikit-learn and Fairlearn define them; without a denominator, none. */
export function measureBinary(
  name: string,
  margins: Margins,
  id: number,
  positive: string,
  support: Support,
): Measured {
  const tp = margins.hits[id] ?? 0
  const fp = (margins.predictions[id] ?? 0) - tp
  const fn = (margins.labels[id] ?? 0) - tp
  const tn = margins.n - tp - fp - fn
  const params = { metric: name, positive }
  if (name === 'f1') {
    const under = 2 * tp + fp + fn
    if (!(under > 0)) return none('nothing-positive', params)
    return quotient(2 * tp, under, support, () => ({ kind: 'f1', tp, fp, fn }))
  }
  const rate = RATES[name]
  if (rate === undefined) return { kind: 'unknown' }
  const [over, under, why] = rate({ tp, fp, fn, tn })
  if (!(under > 0)) return none(why, params)
  return quotient(over, under, support, () => ({ kind: 'proportion', successes: over, trials: under }))
}
