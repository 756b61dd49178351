import type { Blocks } from '../../stats/resample.js'
import { countBelow } from '../../stats/sorted.js'
import { BLOCKS } from './contract.js'
import type { Steps } from './ranks.js'

/** Scores of the first piece; each further one is twice as large, up to the last. */
const FIRST = 128
const LARGEST = 256 * 1024

/** Scores in the order of rows, and one bit a row for its class; kept in pieces, so that growing copies nothing. */
export class Scores {
  positives = 0
  rows = 0
  readonly #pieces: { readonly scores: Float64Array; readonly bits: Uint8Array }[] = []
  #used = 0
  #sorted: SortedScores | undefined

  add(score: number, positive: boolean): void {
    let piece = this.#pieces[this.#pieces.length - 1]
    if (piece === undefined || this.#used === piece.scores.length) {
      const size = piece === undefined ? FIRST : Math.min(2 * piece.scores.length, LARGEST)
      piece = { scores: new Float64Array(size), bits: new Uint8Array(size / 8) }
      this.#pieces.push(piece)
      this.#used = 0
    }
    const at = this.#used
    piece.scores[at] = score
    if (positive) {
      piece.bits[at >> 3] = (piece.bits[at >> 3] ?? 0) | (1 << (at & 7))
      this.positives += 1
    }
    this.#used = at + 1
    this.rows += 1
  }

  /** Calls with every row in order. */
  each(visit: (score: number, positive: boolean, row: number) => void): void {
    let row = 0
    for (const { scores, bits } of this.#pieces) {
      const end = Math.min(scores.length, this.rows - row)
      for (let at = 0; at < end; at += 1, row += 1) {
        visit(scores[at] ?? 0, ((bits[at >> 3] ?? 0) & (1 << (at & 7))) !== 0, row)
      }
    }
  }

  /** The scores of each class, in ascending order; sorted once. */
  sorted(): SortedScores {
    if (this.#sorted !== undefined) return this.#sorted
    const positives = new Float64Array(this.positives)
    const negatives = new Float64Array(this.rows - this.positives)
    let up = 0
    let down = 0
    this.each((score, positive) => {
      if (positive) positives[up++] = score
      else negatives[down++] = score
    })
    this.#sorted = { positives: positives.sort(), negatives: negatives.sort() }
    return this.#sorted
  }
}

export interface SortedScores {
  readonly positives: Float64Array
  readonly negatives: Float64Array
}

/**
 * Average precision: the sum over thresholds of the step in recall times the precision there (scikit-learn's
 * `average_precision_score`; no interpolation). Rows with one score are one threshold.
 */
export function averagePrecision({ positives, negatives }: SortedScores): number {
  let sum = 0
  let up = positives.length - 1
  let down = negatives.length - 1
  while (up >= 0) {
    const score = positives[up] ?? 0
    const before = up
    while (up >= 0 && positives[up] === score) up -= 1
    while (down >= 0 && (negatives[down] ?? 0) >= score) down -= 1
    const hits = positives.length - 1 - up
    sum += ((before - up) * hits) / (hits + negatives.length - 1 - down)
  }
  return sum / positives.length
}

/** The distinct scores in ascending order, as steps. */
export function stepsOf({ positives, negatives }: SortedScores): Steps {
  return (visit) => {
    let up = 0
    let down = 0
    while (up < positives.length || down < negatives.length) {
      const score = Math.min(positives[up] ?? Number.POSITIVE_INFINITY, negatives[down] ?? Number.POSITIVE_INFINITY)
      const [fromUp, fromDown] = [up, down]
      while (up < positives.length && positives[up] === score) up += 1
      while (down < negatives.length && negatives[down] === score) down += 1
      visit(up - fromUp, down - fromDown)
    }
  }
}

/** Bins of ranks from which average precision is resampled: as many positive rows in each, as far as ties allow. */
const RANK_BINS = 128

/**
 * Rows by bin of ranks (positive, negative), as blocks to resample; their total is read by `binnedPrecision`. Rows below
 * every positive one are in no bin: precision is not asked there.
 */
export function rankBins(scores: Scores): Blocks {
  const edges = edgesOf(scores.sorted().positives)
  const width = 2 * edges.length
  const count = Math.min(scores.rows, BLOCKS)
  const sums = new Float64Array(width * count)
  scores.each((score, positive, row) => {
    // The last bin whose lowest score is not above the score; −1 below all.
    const bin = countBelow(edges, score, true) - 1
    if (bin < 0) return
    const at = (row % BLOCKS) * width + 2 * bin + (positive ? 0 : 1)
    sums[at] = (sums[at] ?? 0) + 1
  })
  return { width, rows: scores.rows, count, sums }
}

/** Average precision over bins of ranks; undefined without a positive row. */
export function binnedPrecision(bins: Float64Array): number | undefined {
  let sum = 0
  let hits = 0
  let misses = 0
  for (let at = bins.length - 2; at >= 0; at -= 2) {
    const more = bins[at] ?? 0
    hits += more
    misses += bins[at + 1] ?? 0
    if (more > 0) sum += (more * hits) / (hits + misses)
  }
  return hits > 0 ? sum / hits : undefined
}

/** The lowest score of each bin, ascending and distinct. */
function edgesOf(positives: Float64Array): Float64Array {
  const count = Math.min(RANK_BINS, positives.length)
  const edges = Float64Array.from(
    { length: count },
    (_, k) => positives[Math.floor((k * positives.length) / count)] ?? 0,
  )
  return edges.filter((edge, at) => at === 0 || edge !== edges[at - 1])
}
