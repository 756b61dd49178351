import { isCount } from './interval.js'
import { randomFrom } from './random.js'

/**
 * Rows as sums: each row is a vector of numbers, and what is estimated is a function of their total. With more rows than
 * blocks, a row goes to the block of its position modulo the number of blocks, and blocks are drawn instead of rows. That
 * is right for rows in no particular order; where values repeat with their position, replicates spread too little or too much.
 */
export interface Blocks {
  /** How many numbers a row has. */
  readonly width: number
  /** How many rows were added. */
  readonly rows: number
  /** How many blocks hold a row. */
  readonly count: number
  /** The sums, block after block. */
  readonly sums: Float64Array
}

/** Adds rows up to blocks, one after the other. */
export interface BlocksBuilder {
  add(row: ArrayLike<number>): void
  build(): Blocks
}

/** Collects rows of `width` numbers in at most `limit` blocks; with no more rows than that, each is a block of its own. */
export function blocksBuilder(width: number, limit: number): BlocksBuilder {
  const sums = new Float64Array(width * limit)
  let rows = 0
  return {
    add: (row) => {
      const start = (rows % limit) * width
      for (let i = 0; i < width; i += 1) sums[start + i] = (sums[start + i] ?? 0) + (row[i] ?? Number.NaN)
      rows += 1
    },
    build: () => {
      const count = Math.min(rows, limit)
      return { width, rows, count, sums: sums.slice(0, count * width) }
    },
  }
}

export interface Draws {
  /** How many resamples are drawn. */
  readonly draws: number
  /** What the generator is seeded with (random.ts). */
  readonly seed: string
}

/** What is estimated from the total of all rows; undefined where this total says nothing, such as no positive row. */
export type Statistic = (sums: Float64Array) => number | undefined

/** More resamples than this share on which the statistic says nothing, and neither does the bootstrap. */
const MAX_UNDEFINED = 0.01

/**
 * Sorted replicates of a statistic over bootstrap resamples (Efron 1979): each draws as many blocks as there are, with
 * replacement. Resamples on which the statistic is undefined are left out; undefined where they are more than one in a
 * hundred, or where there are fewer than two blocks.
 */
export function resample(blocks: Blocks, statistic: Statistic, options: Draws): Float64Array | undefined {
  return replicates(blocks, options, statistic)
}

/**
 * Sorted replicates of a difference, first minus second, of two models on the same rows: both are evaluated on the same
 * resamples. Undefined where the two do not have the same rows in the same blocks, and as `resample` is.
 */
export function resampleDifference(
  first: Blocks,
  second: Blocks,
  statistic: Statistic,
  options: Draws,
): Float64Array | undefined {
  if (first.rows !== second.rows || first.count !== second.count || first.width !== second.width) return undefined
  return replicates(joined(first, second), options, (sums) => {
    const a = statistic(sums.subarray(0, first.width))
    const b = statistic(sums.subarray(first.width))
    return a === undefined || b === undefined ? undefined : a - b
  })
}

function joined(first: Blocks, second: Blocks): Blocks {
  const width = first.width + second.width
  const sums = new Float64Array(width * first.count)
  for (let block = 0; block < first.count; block += 1) {
    sums.set(first.sums.subarray(block * first.width, (block + 1) * first.width), block * width)
    sums.set(second.sums.subarray(block * second.width, (block + 1) * second.width), block * width + first.width)
  }
  return { width, rows: first.rows, count: first.count, sums }
}

function replicates(blocks: Blocks, { draws, seed }: Draws, statistic: Statistic): Float64Array | undefined {
  if (blocks.count < 2 || !isCount(draws) || draws === 0) return undefined
  const { width, count, sums } = blocks
  const random = randomFrom(seed)
  const values = new Float64Array(draws)
  const total = new Float64Array(width)
  let found = 0
  for (let draw = 0; draw < draws; draw += 1) {
    total.fill(0)
    for (let block = 0; block < count; block += 1) {
      const start = random.below(count) * width
      for (let i = 0; i < width; i += 1) total[i] = (total[i] ?? 0) + (sums[start + i] ?? 0)
    }
    const value = statistic(total)
    if (value !== undefined && Number.isFinite(value)) {
      values[found] = value
      found += 1
    }
  }
  return found >= (1 - MAX_UNDEFINED) * draws ? values.slice(0, found).sort() : undefined
}
