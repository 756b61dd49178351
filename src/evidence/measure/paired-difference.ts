import { pairedAuc, pairedAucInterval } from '../../stats/auc.js'
import { percentileInterval } from '../../stats/bootstrap.js'
import { newcombePaired, type PairedCounts } from '../../stats/difference.js'
import type { Interval } from '../../stats/interval.js'
import { type Blocks, resampleDifference } from '../../stats/resample.js'
import { canonicalMetric } from '../metrics.js'
import { type Asked, resampledOf } from './paired-blocks.js'
import type { PairedRows } from './paired-join.js'
import { dealt, orderOf } from './paired-order.js'

const DRAWS = 1000

/** Of which rows a share is, and which prediction counts, where one class is positive. */
interface Share {
  /** Undefined: of all rows. */
  readonly labelled?: boolean
  readonly predicted: boolean
}

/** Shares whose denominator follows from the labels alone, and so is the same for both models. Precision's is not. */
const SHARES: Readonly<Record<string, Share>> = {
  recall: { labelled: true, predicted: true },
  true_positive_rate: { labelled: true, predicted: true },
  false_negative_rate: { labelled: true, predicted: false },
  false_positive_rate: { labelled: false, predicted: true },
  true_negative_rate: { labelled: false, predicted: false },
  selection_rate: { predicted: true },
}

/** With one label a row these are the share of rows that are right. */
const ACCURACIES = new Set(['accuracy', 'precision_micro', 'recall_micro', 'f1_micro'])

/** The intervals of the difference of two models on the same rows, current minus baseline. */
export class PairedDifference {
  #order: Uint32Array | undefined
  #dealt: Uint32Array | undefined
  readonly #replicates = new Map<string, Float64Array | undefined>()

  constructor(
    private readonly rows: PairedRows,
    /** The number of the positive class; −1 where none is. */
    private readonly positive: number,
    private readonly quantile: number | undefined,
  ) {}

  /**
   * Newcombe's paired interval from McNemar's table for shares of the same rows, DeLong's for the AUC, else the percentile
   * interval of the paired bootstrap. Undefined where nothing can be said, such as where the models differ in no row.
   */
  interval(metric: string, level: number): Interval | undefined {
    const name = canonicalMetric(metric)
    const counts = this.counts(name)
    if (counts !== undefined) return newcombePaired(counts, level)
    if (name === 'roc_auc') return this.#auc(level)
    const replicates = this.#resampled(name)
    return replicates && percentileInterval(replicates, level)
  }

  /** McNemar's table of a metric that is a share of the same rows: how many count for both models, for one, for none. */
  counts(name: string): PairedCounts | undefined {
    const { current, baseline } = this.rows
    const [labels, first, second] = [current.labels, current.predictions, baseline.predictions]
    const share = SHARES[name]
    const isAccuracy = ACCURACIES.has(name)
    if (labels === undefined || first === undefined || second === undefined) return undefined
    if (!isAccuracy && (share === undefined || this.positive < 0)) return undefined
    const table = [0, 0, 0, 0]
    for (const [row, label] of labels.entries()) {
      const isPositive = label === this.positive
      if (share?.labelled !== undefined && share.labelled !== isPositive) continue
      const wanted = isAccuracy ? label : this.positive
      const counted = isAccuracy || share?.predicted === true
      const at = ((first[row] === wanted) === counted ? 0 : 2) + ((second[row] === wanted) === counted ? 0 : 1)
      table[at] = (table[at] ?? 0) + 1
    }
    const [both = 0, one = 0, other = 0, neither = 0] = table
    return { both, first: one, second: other, neither }
  }

  #sorted(): Uint32Array {
    this.#order ??= orderOf(this.rows)
    return this.#order
  }

  #asked(): Asked {
    this.#dealt ??= dealt(this.#sorted())
    return { order: this.#dealt, positive: this.positive, quantile: this.quantile }
  }

  #auc(level: number): Interval | undefined {
    const { current, baseline } = this.rows
    const [labels, first, second] = [current.labels, current.scores, baseline.scores]
    if (labels === undefined || first === undefined || second === undefined || this.positive < 0) return undefined
    const order = this.#sorted()
    // Filled in loops: `from` would make an array of objects first.
    const truths = new Uint8Array(order.length)
    const [a, b] = [new Float64Array(order.length), new Float64Array(order.length)]
    for (let at = 0; at < order.length; at += 1) {
      const row = order[at] ?? 0
      truths[at] = labels[row] === this.positive ? 1 : 0
      a[at] = first[row] ?? 0
      b[at] = second[row] ?? 0
    }
    const compared = pairedAuc(truths, a, b)
    return compared && pairedAucInterval(compared, level)
  }

  /** Sorted replicates of the difference, drawn once a metric. */
  #resampled(name: string): Float64Array | undefined {
    if (!this.#replicates.has(name)) this.#replicates.set(name, this.#draw(name))
    return this.#replicates.get(name)
  }

  #draw(name: string): Float64Array | undefined {
    const asked = this.#asked()
    const first = resampledOf(name, this.rows.current, asked)
    const second = resampledOf(name, this.rows.baseline, asked)
    if (first === undefined || second === undefined) return undefined
    const width = Math.max(first.blocks.width, second.blocks.width)
    const [a, b] = [widened(first.blocks, width), widened(second.blocks, width)]
    const values = resampleDifference(a, b, first.statistic, { draws: DRAWS, seed: `paired/${name}` })
    const shift = first.shift - second.shift
    return shift === 0 ? values : values?.map((value) => value + shift)
  }
}

/** Blocks of more numbers, zero at the end: classes that no row has, or bins that no score is in. */
function widened(blocks: Blocks, width: number): Blocks {
  if (blocks.width === width) return blocks
  const sums = new Float64Array(width * blocks.count)
  for (let block = 0; block < blocks.count; block += 1) {
    sums.set(blocks.sums.subarray(block * blocks.width, (block + 1) * blocks.width), block * width)
  }
  return { ...blocks, width, sums }
}
