import type { Cell } from './cell.js'
import type { Measured } from './contract.js'
import { calibrationErrorOf } from './probabilities.js'
import { areaVariance, rankedHalves } from './ranks.js'
import { measured, none, quotient, resamples, type Support, standardError } from './result.js'
import { averagePrecision, binnedPrecision, rankBins, stepsOf } from './scores.js'
import { blockSums } from './sums.js'

/** Areas under the ROC curve and under the precision-recall curve. */
export function measureRanking(name: string, { scores }: Cell, support: Support): Measured {
  if (scores === undefined) return { kind: 'unknown' }
  if (scores.positives === 0 || scores.positives === scores.rows) return none('one-class', { metric: name })
  const sorted = scores.sorted()
  if (name === 'roc_auc') {
    const steps = stepsOf(sorted)
    const sizes = { positives: sorted.positives.length, negatives: sorted.negatives.length }
    return quotient(rankedHalves(steps), 2 * sizes.positives * sizes.negatives, support, () => {
      const variance = areaVariance(steps, sizes)
      return { kind: 'auc', ...sizes, ...(variance !== undefined && { variance }) }
    })
  }
  return measured(averagePrecision(sorted), support, () => {
    const blocks = rankBins(scores)
    const ofBins = binnedPrecision(blockSums(blocks.sums, blocks.width)) ?? 0
    return resamples(name, blocks, binnedPrecision, averagePrecision(sorted) - ofBins)
  })
}

/** Losses of probabilities. */
export function measureProbability(name: string, { probabilities, rows }: Cell, support: Support): Measured {
  if (probabilities === undefined) return { kind: 'unknown' }
  if (name === 'ece') {
    return measured(probabilities.calibrationError(), support, () =>
      resamples(name, probabilities.blocks(), calibrationErrorOf),
    )
  }
  const loss = name === 'log_loss' ? probabilities.logarithmic : probabilities.squared
  return measured(loss.mean, support, () => standardError(loss.error, rows))
}
