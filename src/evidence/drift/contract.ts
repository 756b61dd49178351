import type { Location } from '../../shared/location.js'
import type { Message } from '../../shared/message.js'

/** Two tables that a gate wants compared, and by what. */
export interface TablesWanted {
  readonly reference: TableFile
  readonly current: TableFile
  /** Methods by column. */
  readonly columns: ReadonlyMap<string, readonly string[]>
  /** Methods for each further column of the reference; none where empty. */
  readonly every: readonly string[]
  /** Columns that `every` leaves out. */
  readonly except: readonly string[]
  /** Columns whose numbers are names. */
  readonly categorical: readonly string[]
  readonly bins: Bins
}

export interface TableFile {
  readonly path: string
  readonly format?: string
  readonly at: Location
}

/**
 * How numbers are put into bins: into so many of equally many reference values each, or into equally wide ones over both
 * tables as Evidently does.
 */
export type Bins = number | 'evidently'

/** What came of comparing two tables. */
export interface Compared {
  readonly reference: TableSide
  readonly current: TableSide
  readonly columns: ReadonlyMap<string, ComparedColumn>
  /** Columns of the current table that the reference has not. */
  readonly unknown: readonly string[]
}

export interface TableSide {
  readonly path: string
  readonly rows: number
  readonly columns: readonly string[]
}

/** One column of both tables. */
export interface ComparedColumn {
  readonly reference: Cells
  readonly current: Cells
  readonly figures: ReadonlyMap<string, Figure>
  /** Why nothing can be said of it, whatever the method: it is not in one table, or its cells cannot be used. */
  readonly why?: Message
  /** It is not in one of the tables. */
  readonly absent?: boolean
  /** It has the same cells in both tables, in whatever order; `telling` where these are so many that no chance makes them so. */
  readonly same?: 'telling' | 'maybe'
}

/** Cells with a value, and those without. */
export interface Cells {
  readonly values: number
  readonly missing: number
}

/** A value by one method, or why there is none. */
export type Figure =
  | { readonly kind: 'value'; readonly value: number; readonly bins?: number }
  /** Larger than every bound: a category that the reference does not have. */
  | { readonly kind: 'infinite'; readonly category: string }
  | { readonly kind: 'undefined'; readonly outcome: 'insufficient' | 'error'; readonly why: Message }
