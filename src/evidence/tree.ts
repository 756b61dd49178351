import type { Position } from '../shared/location.js'

/**
 * What every reader turns a file into: one tree of plain data in which each value remembers where it stands and each
 * number how it was written. Keys are kept in a `Map`, so `__proto__` is a name like any other and digits keep their
 * order.
 */
export type Node = MapNode | ListNode | ScalarNode

export interface MapNode {
  readonly kind: 'map'
  readonly at: Position
  readonly entries: ReadonlyMap<string, Entry>
}

/** A key of a map: where the key stands and what it holds. */
export interface Entry {
  readonly keyAt: Position
  readonly value: Node
}

export interface ListNode {
  readonly kind: 'list'
  readonly at: Position
  readonly items: readonly Node[]
}

export type ScalarNode =
  | { readonly kind: 'number'; readonly at: Position /** decimal text, always finite */; readonly text: string }
  /** A number that is none: `NaN`, `Infinity`, or one too large or too long to be read. */
  | { readonly kind: 'nonfinite'; readonly at: Position; readonly text: string }
  | { readonly kind: 'text'; readonly at: Position; readonly text: string }
  | { readonly kind: 'boolean'; readonly at: Position; readonly text: 'true' | 'false' }
  | { readonly kind: 'null'; readonly at: Position; readonly text: string }

/** Deepest nesting that any reader accepts; real files stay below ten. */
export const MAX_DEPTH = 64
