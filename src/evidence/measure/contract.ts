import type { Message } from '../../shared/message.js'
import type { Basis } from '../../stats/basis.js'

/** Which columns of a table of predictions hold what, as the policy names them. */
export interface PredictionColumns {
  /** The truth: a class, or a number where a metric of regression is asked for. */
  readonly label: string
  /** What the model predicted: a class or a number. */
  readonly prediction?: string
  /** How sure the model was of the positive class; a probability for `log_loss`, `brier` and `ece`. */
  readonly score?: string
  /** The name of the positive class. Without it `1` is positive where the classes are 0 and 1, or −1 and 1. */
  readonly positive?: string
  /** Attributes that divide the rows into groups. */
  readonly groups: readonly string[]
  /** Identifies a row. */
  readonly id?: string
  /** The quantile that the predictions estimate, for `pinball`; strictly between 0 and 1. */
  readonly quantile?: number
}

/** Counts of rows as the policy names them: files, and the columns that hold groups. */
export interface CountsNamed {
  readonly path: string
  readonly format?: string
  /** A second table: how the scores of each slice are distributed. */
  readonly histogram?: string
  /** Columns that hold the value of an attribute, empty where a row is of all of its values; none: a column `slice`. */
  readonly groups: readonly string[]
}

/** What is asked for. Names that are no metric of predictions are left to other evidence. */
export interface Wanted {
  readonly metrics: readonly string[]
  readonly groups: readonly GroupsWanted[]
  /** Metrics that are compared with a baseline's. */
  readonly compared?: readonly string[]
}

/** Metrics of the groups of one attribute, or of an intersection of several. */
export interface GroupsWanted {
  readonly attributes: readonly string[]
  readonly metrics: readonly string[]
}

/** A metric's value and what it rests on. */
export interface Measurement {
  /** The nearest double, or one of its neighbours. */
  readonly value: number
  /** The value as a quotient of whole numbers, where it is one. */
  readonly exact?: { readonly over: number; readonly under: number }
  /** Rows. */
  readonly n: number
  /** Rows whose label is the positive class, and the others; undefined where no class is positive. */
  readonly positives?: number
  readonly negatives?: number
  /** How far the value may be from what rows one by one would give, either way; undefined where it is exact. */
  readonly within?: number
  /** What an interval is made from; undefined where none can be made. Worked out when it is first looked at. */
  readonly basis?: Basis | undefined
}

/**
 * `undefined`: the metric has no value on these rows (no denominator), and why. `unknown`: it is no metric that these
 * columns give, or it was not asked for; `why` where a column is missing.
 */
export type Measured =
  | { readonly kind: 'measured'; readonly measurement: Measurement }
  | { readonly kind: 'undefined'; readonly why: Message }
  | { readonly kind: 'unknown'; readonly why?: Message }

/** What one table of predictions gives. */
export interface Measurements {
  readonly rows: number
  readonly metric: (name: string) => Measured
  /** In order of first appearance in the table; undefined where these attributes were not asked for. */
  readonly groups: (attributes: readonly string[]) => readonly GroupMeasurements[] | undefined
  /** Why there are no such groups, where no other evidence could have them. */
  readonly lacks?: (attributes: readonly string[]) => Message
}

export interface GroupMeasurements {
  /** The values of its attributes, joined by ` & `. */
  readonly name: string
  readonly values: readonly string[]
  readonly n: number
  readonly positives?: number
  readonly negatives?: number
  readonly metric: (name: string) => Measured
}

/** Rows are dealt out to this many blocks, by their number modulo it; resamples draw blocks, and never read a row again. */
export const BLOCKS = 1024
/** Most groups of one attribute or intersection: more of them, and it is an identifier. */
export const MAX_GROUPS = 10_000
