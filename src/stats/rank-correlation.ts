/**
 * Correlations of two rankings, ties counting as ties (Kendall & Gibbons, Rank Correlation Methods). Both are 1 where the two
 * rank alike and −1 where one is the other's reverse; undefined below two pairs, where a value is not finite, and where all
 * values of one side are equal: then it ranks nothing.
 */

/** Spearman's ρ: Pearson's correlation of the midranks, ρ = (Sx + Sy − Σd²) ÷ 2√(Sx Sy) with S = (n³ − n − Σ(t³ − t)) ÷ 12. */
export function spearman(a: readonly number[], b: readonly number[]): number | undefined {
  if (!comparable(a, b)) return undefined
  const n = a.length
  const [x, y] = [midranks(a), midranks(b)]
  const [sx, sy] = [a, b].map((values) => (n * n * n - n - tied(values, (t) => t * t * t - t)) / 12)
  if (sx === undefined || sy === undefined || !(sx > 0 && sy > 0)) return undefined
  const squares = x.reduce((sum, rank, i) => sum + (rank - (y[i] ?? Number.NaN)) ** 2, 0)
  return clamp((sx + sy - squares) / (2 * Math.sqrt(sx * sy)))
}

/**
 * Kendall's τ-b: (C − D) ÷ √((P − Tx)(P − Ty)), of all P pairs C that are ordered alike, D otherwise, and T tied on a side.
 * D is counted by merging (Knight 1966), in n log n.
 */
export function kendall(a: readonly number[], b: readonly number[]): number | undefined {
  if (!comparable(a, b)) return undefined
  const n = a.length
  const order = a.map((_, i) => i).sort((i, j) => difference(a, i, j) || difference(b, i, j))
  const sorted = order.map((i) => b[i] ?? Number.NaN)
  const pairs = (n * (n - 1)) / 2
  const choose = (t: number) => (t * (t - 1)) / 2
  const [tx, ty] = [tied(a, choose), tied(b, choose)]
  const both = runs(order, (i, j) => difference(a, i, j) === 0 && difference(b, i, j) === 0, choose)
  if (!(pairs > tx && pairs > ty)) return undefined
  const discordant = inversions(sorted)
  // Of the pairs that are tied on neither side those that are not ordered otherwise are ordered alike.
  const concordant = pairs - tx - ty + both - discordant
  return clamp((concordant - discordant) / Math.sqrt((pairs - tx) * (pairs - ty)))
}

function comparable(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.length >= 2 && [...a, ...b].every(Number.isFinite)
}

function difference(values: readonly number[], i: number, j: number): number {
  return (values[i] ?? 0) - (values[j] ?? 0)
}

/** The mean of the positions that equal values share, from 1. */
function midranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => difference(values, i, j))
  const ranks = new Array<number>(values.length).fill(0)
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && difference(values, order[start] ?? 0, order[end] ?? 0) === 0) end += 1
    for (let at = start; at < end; at += 1) ranks[order[at] ?? 0] = (start + 1 + end) / 2
    start = end
  }
  return ranks
}

/** The sum over groups of equal values of what a group of that size weighs. */
function tied(values: readonly number[], weight: (size: number) => number): number {
  const order = values.map((_, i) => i).sort((i, j) => difference(values, i, j))
  return runs(order, (i, j) => difference(values, i, j) === 0, weight)
}

function runs(order: readonly number[], same: (i: number, j: number) => boolean, weight: (size: number) => number) {
  let sum = 0
  let size = 1
  for (let at = 1; at <= order.length; at += 1) {
    const isSame = at < order.length && same(order[at - 1] ?? 0, order[at] ?? 0)
    if (isSame) size += 1
    else {
      sum += weight(size)
      size = 1
    }
  }
  return sum
}

/** How many pairs stand in the wrong order; equal ones do not. */
function inversions(values: number[]): number {
  let count = 0
  let from = values
  let to = new Array<number>(values.length).fill(0)
  for (let width = 1; width < from.length; width *= 2) {
    for (let low = 0; low < from.length; low += 2 * width) count += merge(from, to, low, width)
    ;[from, to] = [to, from]
  }
  return count
}

function merge(from: readonly number[], to: number[], low: number, width: number): number {
  const middle = Math.min(low + width, from.length)
  const high = Math.min(low + 2 * width, from.length)
  let [left, right, count] = [low, middle, 0]
  for (let at = low; at < high; at += 1) {
    const isLeft = left < middle && (right >= high || (from[left] ?? 0) <= (from[right] ?? 0))
    if (!isLeft) count += middle - left
    to[at] = from[isLeft ? left : right] ?? 0
    if (isLeft) left += 1
    else right += 1
  }
  return count
}

function clamp(value: number): number {
  return Math.min(1, Math.max(-1, value))
}
