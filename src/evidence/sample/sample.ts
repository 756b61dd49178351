import type { Basis } from '../../stats/basis.js'

/**
 * What a measured value rests on, as far as it is known: how many rows, how many of them positive and negative, and
 * what an interval can be made from. Nothing is known of a number that stands alone in a file.
 */
export interface Sample {
  readonly n?: number
  readonly positives?: number
  readonly negatives?: number
  /** How far the value itself may be off, either way, in its own unit. */
  readonly within?: number
  readonly basis?: Basis
  /** The file says that the value rests on no row. */
  readonly empty?: true
}
