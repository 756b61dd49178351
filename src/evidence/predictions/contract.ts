import type { Result } from '../../shared/problem.js'

/** A file that is read a piece at a time, so that its size does not matter. */
export interface Pieces {
  /** The file's path in the workspace, for problems. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** When it was last written, in milliseconds since 1970, where that is known. */
  readonly modified?: number
  /** The bytes from an offset on: as many as asked for, fewer at the end of the file. */
  readonly read: (offset: number, length: number) => Uint8Array
}

/** A column and how its cells are understood: as finite numbers, or as names of classes or groups. */
export interface ColumnWanted {
  readonly name: string
  readonly as: 'number' | 'category'
  /** Whether a missing name is a problem of the file; a number always has to be there. */
  readonly required?: boolean
  /** Where a category's names are numbered, instead of in a book of its own; tables that share one share its numbers. */
  readonly book?: Book
}

/** The names of a category, numbered. */
export interface Book {
  /** In order of appearance; it only grows. */
  readonly names: readonly string[]
  /** The number of the name that these bytes spell; negative for a missing one, and for what cannot be a name. */
  readonly code: (bytes: Uint8Array, from: number, to: number) => number
  /** The number of a name given as a value, which `textOf` turns into text; into none where it is no plain value. */
  readonly codeOfValue: (value: unknown, textOf: (value: unknown) => string | undefined) => number
}

/** One value a row, as long as its batch. */
export type Column = NumberColumn | CategoryColumn

/** Always finite: a cell that is no number is a problem of the file. */
export interface NumberColumn {
  readonly as: 'number'
  readonly values: Float64Array
}

export interface CategoryColumn {
  readonly as: 'category'
  /** Index into `names`; -1 for a missing cell. */
  readonly codes: Int32Array
  /** Every name met so far, in order of appearance; the numbers `1`, `1.0` and `1e0` are one name. It only grows from batch to batch. */
  readonly names: readonly string[]
}

/** A stretch of rows. Its arrays are used again for the next one: copy what must outlive the visit. */
export interface Batch {
  readonly rows: number
  /** In the order in which they were asked for. */
  readonly columns: readonly Column[]
}

/** A table of predictions, opened: its header is known, its rows are not read yet. */
export interface Table {
  /** Id of the format. */
  readonly format: string
  /** The file's path in the workspace, for problems. */
  readonly path: string
  readonly columns: readonly string[]
  /** Columns that hold lists or nested values: they are there, but are not read. */
  readonly nested?: readonly string[]
  /**
   * Reads all rows once, in order, and gives their number. Columns that are not asked for are skipped. Problems name the
   * line or the row; after the first few the reading ends.
   */
  readonly scan: (wanted: readonly ColumnWanted[], visit: (batch: Batch) => void) => Promise<Result<number>>
}

/** What a table can be written as; `json` is that of pandas. */
export const TABLE_FORMATS = ['csv', 'tsv', 'jsonl', 'parquet', 'json'] as const
/** Most distinct names in a category: labels and groups have few, identifiers have one a row. */
export const MAX_NAMES = 100_000
/** Longest name of a class or a group, in bytes. */
export const MAX_NAME_BYTES = 1_000
/** Most columns of a table. */
export const MAX_COLUMNS = 10_000
/** Rows of one batch, where the format leaves the choice. */
export const BATCH_ROWS = 16_384
/** Most problems of one file that are reported. */
export const MAX_PROBLEMS = 20
