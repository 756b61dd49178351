import { type Interval, interval, isLevel } from './interval.js'

/**
 * The percentile interval of sorted replicates (Efron 1979), ends interpolated linearly as NumPy's `percentile` does.
 * Undefined without replicates, and where all are equal: a sample in which nothing varies shows no certainty.
 */
export function percentileInterval(sorted: Float64Array, level: number): Interval | undefined {
  if (!isLevel(level) || !varies(sorted)) return undefined
  const tail = (1 - level) / 2
  return interval(quantileOf(sorted, tail), quantileOf(sorted, 1 - tail), 'bootstrap')
}

/** The standard deviation of replicates, in a bootstrap the standard error of the value. Undefined where none differs. */
export function spread(sorted: Float64Array): number | undefined {
  if (!varies(sorted)) return undefined
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (sorted.length - 1))
}

function varies(sorted: Float64Array): boolean {
  const first = sorted[0]
  const last = sorted[sorted.length - 1]
  return first !== undefined && last !== undefined && first < last && Number.isFinite(last - first)
}

/** The quantile of sorted values at a share from 0 to 1. */
function quantileOf(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[below + 1] ?? low
  return low + (position - below) * (high - low)
}
