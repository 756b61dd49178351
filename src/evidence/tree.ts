import type { Location } from '../shared/location.js'
import type { Message } from '../shared/message.js'

/**
 * What every reader turns a file into: one tree of plain data in which each value remembers where it stands and each
 * number how it was written. Keys are kept in a `Map`, so `__proto__` is a name like any other and digits keep their
 * order.
 */
export type Node = MapNode | ListNode | ScalarNode

/**
 * Where a value stands. `path` only where that is another file than the one the tree was read from (a file of a
 * folder), `pointer` only where the value stands elsewhere in the file than in the tree (a value that a format puts
 * under another name). A value of a binary file has no line.
 */
export type At = Partial<Location>

export interface MapNode {
  readonly kind: 'map'
  readonly at: At
  readonly entries: ReadonlyMap<string, Entry>
}

/** A key of a map: where the key stands and what it holds. */
export interface Entry {
  readonly keyAt: At
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly at: At
  readonly items: readonly Node[]
}

export type ScalarNode =
  | NumberNode
  /** A number that is none: `NaN`, `Infinity`, or one too large or too long to be read. */
  | { readonly kind: 'nonfinite'; readonly at: At; readonly text: string }
  | { readonly kind: 'text'; readonly at: At; readonly text: string }
  | { readonly kind: 'boolean'; readonly at: At; readonly text: 'true' | 'false' }
  | { readonly kind: 'null'; readonly at: At; readonly text: string }
  /** A value that is not what its name says, or that the tool itself says is none: never compared, always explained. */
  | { readonly kind: 'refused'; readonly at: At; readonly text: string; readonly why: Message }

export interface NumberNode {
  readonly kind: 'number'
  readonly at: At
  /** Decimal text, always finite. */
  readonly text: string
  /** The value as the file has it, where a format converts its unit: `12300000 ns`. */
  readonly written?: string
  /** How far the tool's own rounding may have moved it, in its unit; absent where it writes what it measured. */
  readonly rounding?: string
}

/** Deepest nesting that any reader accepts; real files stay below ten. */
export const MAX_DEPTH = 64
