/** A part of the rows: those with these values of these attributes; of all rows without any. */
export interface Slice {
  /** In order of name, each once. */
  readonly attributes: readonly string[]
  readonly values: readonly string[]
}

/** Rows of one slice by truth and prediction: whole numbers that a double holds exactly, as is their sum. */
export interface Confusion {
  readonly tp: number
  readonly fp: number
  readonly tn: number
  readonly fn: number
}

/** A stretch of scores, ends included, and its rows; `low` and `high` are equal where all of them have one score. */
export interface Bin {
  readonly low: number
  readonly high: number
  readonly positives: number
  readonly negatives: number
  /** The sum of the scores; undefined where it is not known. */
  readonly sum?: number
}

/** A slice and what a table says of it. */
export interface Part<T> extends Slice {
  readonly of: T
}

/** All slices that are divided by the same attributes. */
export interface Division<T> {
  readonly attributes: readonly string[]
  /** By their values, in order of appearance. */
  readonly parts: ReadonlyMap<string, Part<T>>
}

/** Most divisions: attributes and their intersections. */
export const MAX_DIVISIONS = 64
/** Most rows of a histogram, all slices together. */
export const MAX_BINS = 1_000_000
