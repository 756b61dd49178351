import { message } from '../../shared/message.js'
import type { Measured } from '../measure/contract.js'
import { binOf, calibrationErrorOf, ECE_BINS, logLoss, squaredError } from '../measure/probabilities.js'
import { areaVariance, rankedHalves, type Steps } from '../measure/ranks.js'
import { measured, none, quotient, type Support, standardError, unknown } from '../measure/result.js'
import { Loss } from '../measure/sums.js'
import type { Bin } from './contract.js'

/** A metric of scores from bins in ascending order, as far as bins determine it. */
export function measureHistogram(name: string, bins: readonly Bin[], support: Support): Measured {
  const { positives = 0, negatives = 0 } = support
  if (name === 'roc_auc' || name === 'pr_auc') {
    if (positives === 0 || negatives === 0) return none('one-class', { metric: name })
    if (name === 'roc_auc') return area(bins, positives, negatives, support)
  }
  if (name === 'ece') return calibrationError(bins, support)
  if (name !== 'pr_auc') return meanLoss(bins, name === 'log_loss' ? logLoss : squaredError, support)
  const several = bins.find(({ low, high }) => low < high)
  if (several !== undefined) {
    const { low, high } = several
    return unknown(message('evidence.counts.several-scores', { metric: name, low: String(low), high: String(high) }))
  }
  return measured(averagePrecision(bins, positives), support, () => undefined)
}

/** How far a value may be off before the bins are too few: what is left would be noticed in no comparison of two. */
const MAX_WITHIN = 0.0005

/** The value of a metric that lies between two ends is their middle; none where they are too far apart. */
function between(low: number, high: number, found: () => Measured): Measured {
  const within = (high - low) / 2
  if (within > MAX_WITHIN) {
    const params = { least: low.toFixed(4), most: high.toFixed(4), limit: String(MAX_WITHIN) }
    return { kind: 'undefined', why: message('evidence.counts.coarse', params) }
  }
  return found()
}

/**
 * The area under the ROC curve with the rows of a bin tied, and DeLong's variance of it. Where a bin holds several
 * scores, each of its pairs counts half and may count nothing or all: the area is off by half of their share at most.
 */
function area(bins: readonly Bin[], positives: number, negatives: number, support: Support): Measured {
  const steps: Steps = (visit) => {
    for (const bin of bins) visit(bin.positives, bin.negatives)
  }
  const halves = rankedHalves(steps)
  const open = bins.reduce((sum, bin) => (bin.low < bin.high ? sum + bin.positives * bin.negatives : sum), 0)
  const pairs = positives * negatives
  return between((halves - open) / 2 / pairs, (halves + open) / 2 / pairs, () => {
    const reach = open > 0 ? { within: open / 2 / pairs } : {}
    return quotient(halves, 2 * pairs, { ...support, ...reach }, () => {
      const variance = areaVariance(steps, { positives, negatives })
      return { kind: 'auc', positives, negatives, ...(variance !== undefined && { variance }), ...reach }
    })
  })
}

/** Average precision, each score a threshold. */
function averagePrecision(bins: readonly Bin[], positives: number): number {
  let [sum, hits, rows] = [0, 0, 0]
  for (const bin of bins.toReversed()) {
    hits += bin.positives
    rows += bin.positives + bin.negatives
    if (bin.positives > 0) sum += (bin.positives * hits) / rows
  }
  return sum / positives
}

/** A loss rises or falls with the score, so that of each row lies between the losses at the ends of its bin. */
function meanLoss(bins: readonly Bin[], of: (score: number, positive: boolean) => number, support: Support): Measured {
  const loss = new Loss()
  const apart = new Loss()
  const add = ({ low, high }: Bin, positive: boolean, rows: number) => {
    const [one, other] = [of(low, positive), of(high, positive)]
    loss.addTimes((one + other) / 2, rows)
    apart.addTimes(Math.abs(one - other) / 2, rows)
  }
  for (const bin of bins) {
    add(bin, true, bin.positives)
    add(bin, false, bin.negatives)
  }
  const { mean, error } = loss
  return between(mean - apart.mean, mean + apart.mean, () => {
    const reach = apart.mean > 0 ? { within: apart.mean } : {}
    return measured(mean, { ...support, ...reach }, () => {
      const basis = standardError(error, support.n)
      return basis && { ...basis, ...reach }
    })
  })
}

/** The calibration error of bins that each lie within one of the error's own, from the sums of their scores. */
function calibrationError(bins: readonly Bin[], support: Support): Measured {
  const sums = new Float64Array(3 * ECE_BINS)
  for (const { low, high, positives, negatives, sum } of bins) {
    const at = 3 * binOf(low)
    if (binOf(high) !== binOf(low))
      return unknown(message('evidence.counts.ece-bins', { low: String(low), high: String(high), count: ECE_BINS }))
    if (sum === undefined && low < high) return unknown(message('evidence.counts.ece-sum'))
    const rows = positives + negatives
    sums[at] = (sums[at] ?? 0) + rows
    sums[at + 1] = (sums[at + 1] ?? 0) + (low === high ? low * rows : (sum ?? 0))
    sums[at + 2] = (sums[at + 2] ?? 0) + positives
  }
  return measured(calibrationErrorOf(sums), support, () => undefined)
}
