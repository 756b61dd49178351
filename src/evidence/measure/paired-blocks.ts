import { type Blocks, blocksBuilder } from '../../stats/resample.js'
import { canonicalMetric } from '../metrics.js'
import { Cell, planFor } from './cell.js'
import { BLOCKS } from './contract.js'
import { Budget, ClassCounts, type Margins, marginsOf } from './counts.js'
import { familyOf } from './names.js'
import { NumberSums, squaresOf } from './numbers.js'
import { averageOf, balancedAccuracy, correlation } from './of-classes.js'
import { determination } from './of-numbers.js'
import type { Rows } from './paired-rows.js'
import { calibrationErrorOf, ProbabilitySums } from './probabilities.js'
import { averagePrecision, binnedPrecision, rankBins, Scores } from './scores.js'
import { blockSums, type Loss } from './sums.js'

/** A metric of one model as sums by block, and what is read from their total. */
export interface Resampled {
  readonly blocks: Blocks
  readonly statistic: (sums: Float64Array) => number | undefined
  /** What the metric of all rows is above the one that these blocks give, where they hold less than the rows do. */
  readonly shift: number
}

/** How the rows of both models are read: in which order, and which class is positive (−1: none). */
export interface Asked {
  readonly order: Uint32Array
  readonly positive: number
  readonly quantile: number | undefined
}

/** A model's rows as blocks of a metric; undefined where its columns are not there, or have too many classes for blocks. */
export function resampledOf(metric: string, rows: Rows, asked: Asked): Resampled | undefined {
  const name = canonicalMetric(metric)
  switch (familyOf(name)) {
    case 'classes':
    case 'binary':
      return ofClasses(name, rows, asked)
    case 'ranking':
      return ofRanking(rows, asked)
    case 'probability':
      return name === 'ece' ? ofBins(rows, asked) : ofLosses(name, rows, asked)
    case 'numbers':
      return name === 'r2' ? ofSquares(rows, asked) : ofLosses(name, rows, asked)
    default:
      return undefined
  }
}

function resampled(blocks: Blocks | undefined, statistic: Resampled['statistic'], shift = 0): Resampled | undefined {
  return blocks && { blocks, statistic, shift }
}

function ofClasses(name: string, { labels, predictions }: Rows, { order, positive }: Asked): Resampled | undefined {
  const statistic = statisticOf(name, positive)
  if (statistic === undefined || labels === undefined || predictions === undefined) return undefined
  const counts = new ClassCounts(true, new Budget())
  for (const row of order) counts.add(labels[row] ?? 0, predictions[row] ?? 0)
  return resampled(counts.blocks(), (sums) => finite(statistic(marginsOf(sums))))
}

function statisticOf(name: string, positive: number): ((margins: Margins) => number) | undefined {
  const count = (counts: Float64Array) => counts[positive] ?? 0
  switch (name) {
    case 'balanced_accuracy':
      return balancedAccuracy
    case 'mcc':
      return correlation
    case 'precision':
      return ({ hits, predictions }) => count(hits) / count(predictions)
    case 'f1':
      return ({ hits, labels, predictions }) => (2 * count(hits)) / (count(labels) + count(predictions))
    default:
      return averageOf(name)
  }
}

function ofRanking({ labels, scores }: Rows, { order, positive }: Asked): Resampled | undefined {
  if (labels === undefined || scores === undefined) return undefined
  const all = new Scores()
  for (const row of order) all.add(scores[row] ?? 0, labels[row] === positive)
  const blocks = rankBins(all)
  const ofBins = binnedPrecision(blockSums(blocks.sums, blocks.width))
  if (ofBins === undefined) return undefined
  return resampled(blocks, binnedPrecision, averagePrecision(all.sorted()) - ofBins)
}

function ofBins({ labels, scores }: Rows, { order, positive }: Asked): Resampled | undefined {
  if (labels === undefined || scores === undefined) return undefined
  const sums = new ProbabilitySums(true, new Budget())
  for (const row of order) sums.add(scores[row] ?? 0, labels[row] === positive)
  return resampled(sums.blocks(), calibrationErrorOf)
}

function ofSquares({ truths, estimates }: Rows, { order }: Asked): Resampled | undefined {
  if (truths === undefined || estimates === undefined) return undefined
  const sums = new NumberSums(Number.NaN, true, new Budget())
  for (const row of order) sums.add(truths[row] ?? 0, estimates[row] ?? 0)
  return resampled(sums.blocks(), (total) => determination(squaresOf(total)))
}

const LOSSES: Readonly<Record<string, (cell: Cell) => Loss | undefined>> = {
  log_loss: ({ probabilities }) => probabilities?.logarithmic,
  brier: ({ probabilities }) => probabilities?.squared,
  mae: ({ numbers }) => numbers?.absolute,
  mse: ({ numbers }) => numbers?.squared,
  rmse: ({ numbers }) => numbers?.squared,
  mape: ({ numbers }) => numbers?.relative,
  pinball: ({ numbers }) => numbers?.pinball,
}

/** The mean of a loss a row: each block is a cell of its own, so that a loss is defined in one place. */
function ofLosses(name: string, rows: Rows, { order, positive, quantile }: Asked): Resampled | undefined {
  const lossOf = LOSSES[name]
  if (lossOf === undefined) return undefined
  const { labels, scores, truths, estimates } = rows
  const plan = { ...planFor([name], { prediction: true, score: true, numbers: true }), classes: false }
  const budget = new Budget()
  const cells = Array.from({ length: Math.min(rows.count, BLOCKS) }, () => new Cell(plan, quantile, budget))
  for (const [at, row] of order.entries()) {
    const cell = cells[at % BLOCKS]
    if (labels !== undefined && scores !== undefined)
      cell?.probabilities?.add(scores[row] ?? 0, labels[row] === positive)
    if (truths !== undefined && estimates !== undefined) cell?.numbers?.add(truths[row] ?? 0, estimates[row] ?? 0)
  }
  const builder = blocksBuilder(2, BLOCKS)
  for (const cell of cells) {
    const loss = lossOf(cell)
    if (loss === undefined || loss.rows === 0) return undefined
    builder.add([loss.rows, loss.rows * loss.mean])
  }
  const mean = ([count = 0, sum = 0]: Float64Array) => sum / count
  const statistic = name === 'rmse' ? (sums: Float64Array) => Math.sqrt(mean(sums)) : mean
  return resampled({ ...builder.build(), rows: rows.count }, (sums) => finite(statistic(sums)))
}

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined
}
