import { isFraction } from '../../evidence/metrics.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'

/** Metrics of which more is better, and those of which less is; of any other the direction is not known. */
const HIGHER = new Set([
  ...['accuracy', 'acc', 'balanced_accuracy', 'precision', 'recall', 'sensitivity', 'specificity', 'f1', 'f1_score'],
  ...['f1_macro', 'f1_micro', 'f1_weighted', 'macro_f1', 'micro_f1', 'weighted_f1', 'auc', 'roc_auc', 'auroc'],
  ...['pr_auc', 'auprc', 'average_precision', 'mcc', 'r2', 'true_positive_rate'],
])
const LOWER = new Set([
  ...['mae', 'mse', 'rmse', 'mape', 'log_loss', 'brier', 'brier_score', 'ece', 'error_rate'],
  ...['false_positive_rate', 'false_negative_rate'],
])
/** Values of the training itself say nothing of how well a model does. */
const TRAINING = /(?:^|[/_])train(?:ing)?(?:[/_]|$)/

/** Metrics that are plainly values of the training, or of which neither more nor less is known to be better, have none. */
export function directionOf(selector: string): 'min' | 'max' | undefined {
  const plain = selector
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-\s]+/g, '_')
  if (TRAINING.test(plain)) return undefined
  const last = (plain.split('/').at(-1) ?? '').replace(/^(?:eval|test)_/, '')
  return HIGHER.has(last) ? 'min' : LOWER.has(last) ? 'max' : undefined
}

/** A first bound: with its direction, as text. */
export interface Threshold {
  readonly option: 'min' | 'max'
  readonly limit: string
}

const ZERO = decimal('0')
const ONE = decimal('1')
const TENTH = decimal('0.1')
const HUNDREDTH = decimal('0.01')

/**
 * A bound with a margin that the measured value itself meets: of a fraction a tenth of the way to the perfect value, at least
 * 0.01; of any other number a tenth of it. Rounded away from what was measured, down for `min` and up for `max`. None
 * where nothing would remain of it, and for a fraction that is stated in per cent.
 */
export function thresholdFor(selector: string, value: Decimal): Threshold | undefined {
  const option = directionOf(selector)
  if (option === undefined || value.lt(ZERO)) return undefined
  if (isFraction(selector)) return value.gt(ONE) ? undefined : ofFraction(option, value)
  if (value.eq(ZERO)) return undefined
  const exact = option === 'min' ? value.times(decimal('0.9')) : value.times(decimal('1.1'))
  // Two digits.
  return { option, limit: formatDecimal(exact.round(1 - exact.e, option === 'min' ? 0 : 3)) }
}

function ofFraction(option: 'min' | 'max', value: Decimal): Threshold | undefined {
  const room = option === 'min' ? ONE.minus(value) : value
  const margin = room.times(TENTH).gt(HUNDREDTH) ? room.times(TENTH) : HUNDREDTH
  const limit = option === 'min' ? value.minus(margin).round(2, 0) : value.plus(margin).round(2, 3)
  return limit.gt(ZERO) && limit.lt(ONE) ? { option, limit: formatDecimal(limit) } : undefined
}

/** A first bound on the gap between groups, above the one that was measured. */
export function gapFor(values: readonly Decimal[]): string | undefined {
  const [first, ...rest] = values
  if (first === undefined || rest.length === 0) return undefined
  const low = rest.reduce((a, b) => (b.lt(a) ? b : a), first)
  const high = rest.reduce((a, b) => (b.gt(a) ? b : a), first)
  const limit = high.minus(low).times(decimal('1.1')).plus(HUNDREDTH).round(2, 3)
  return limit.lt(ONE) ? formatDecimal(limit) : undefined
}
