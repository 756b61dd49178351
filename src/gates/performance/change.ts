import { type Decimal, decimal, formatDecimal, parseDecimal } from '../../shared/decimal.js'
import { decimalOf } from '../bound.js'
import type { Change } from './options.js'

/** A tolerated change: absolute, or a share of the baseline. */
export interface Tolerance {
  readonly direction: 'drop' | 'rise'
  readonly limit: Decimal
  readonly relative: boolean
}

/** Reads validated options: `0.01`, or `5%`. */
export function toleranceOf(direction: 'drop' | 'rise', change: Change): Tolerance {
  if (typeof change === 'number') return { direction, limit: decimalOf(change), relative: false }
  const limit = parseDecimal(change.replace('%', '').trim())
  if (limit === undefined) throw new Error(`not a change: ${change}`)
  return { direction, limit, relative: true }
}

/** The largest change that is tolerated, in the metric's unit; undefined for a share of a baseline that is not positive. */
export function largestChange({ limit, relative }: Tolerance, baseline: Decimal): Decimal | undefined {
  if (!relative) return limit
  // A share of zero or of a negative number has no meaning that everybody would agree on.
  return baseline.gt(decimal('0')) ? baseline.times(limit).times(decimal('0.01')) : undefined
}

/** `<= 0.01`; a share as `<= 5%`, and where the baseline is known as `<= 0.15 (5%)`. */
export function showTolerance({ limit, relative }: Tolerance, largest = limit): string {
  const share = `${formatDecimal(limit)}%`
  if (!relative) return `<= ${formatDecimal(limit)}`
  return largest === limit ? `<= ${share}` : `<= ${formatDecimal(largest)} (${share})`
}
