import { type Location, pointerTo } from '../shared/location.js'
import type { ListNode, Node } from './tree.js'

/** A file's content, by the path it was read from. */
export interface TreeItem {
  readonly path: string
  readonly content: Node
}

/** A value and where it stands. */
export interface Place {
  readonly node: Node
  readonly at: Location
  /** What holds it, and under which name or number; absent at a file's root. */
  readonly within?: { readonly parent: Place; readonly segment: string | number }
}

export function rootOf({ path, content }: TreeItem): Place {
  return { node: content, at: { path, pointer: '', ...content.at } }
}

/** A value below another one. */
export function placeBelow(parent: Place, segment: string | number, node: Node): Place {
  const at = { path: parent.at.path, pointer: pointerTo(parent.at.pointer ?? '', segment), ...node.at }
  return { node, at, within: { parent, segment } }
}

/** What a map holds under a key; undefined for everything else, whatever the key is called. */
export function entryOf(parent: Place, key: string): Place | undefined {
  if (parent.node.kind !== 'map') return undefined
  const entry = parent.node.entries.get(key)
  return entry === undefined ? undefined : placeBelow(parent, key, entry.value)
}

/** What a map holds under the first of these keys that it has. */
export function firstEntryOf(parent: Place, keys: readonly string[]): Place | undefined {
  return keys.map((key) => entryOf(parent, key)).find((entry) => entry !== undefined)
}

/** The entries of a map, in the order of the file; none of anything else, nor of nothing. */
export function entriesOf(parent: Place | undefined): [string, Place][] {
  if (parent?.node.kind !== 'map') return []
  return [...parent.node.entries].map(([key, { value }]) => [key, placeBelow(parent, key, value)])
}

/** The items of a list, in the order of the file; none of anything else, nor of nothing. */
export function itemsOf(parent: Place | undefined): Place[] {
  if (parent?.node.kind !== 'list') return []
  return parent.node.items.map((item, index) => placeBelow(parent, index, item))
}

/** Indexes already built: a selector may ask the same long list many times. */
const indexes = new WeakMap<ListNode, ReadonlyMap<string, number>>()

/**
 * The names of a list's records: `churn` in `[{"model": "churn", "f1": 0.8}]`. The first text of the first record
 * names the column; unless every record has a text there and all of them differ, records have no names.
 */
export function recordNames(list: ListNode): ReadonlyMap<string, number> {
  const known = indexes.get(list)
  if (known !== undefined) return known
  const names = buildNames(list)
  indexes.set(list, names)
  return names
}

function buildNames(list: ListNode): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  const [first] = list.items
  const column =
    first?.kind === 'map' ? [...first.entries].find(([, { value }]) => value.kind === 'text')?.[0] : undefined
  if (column === undefined) return names
  for (const [index, item] of list.items.entries()) {
    const name = item.kind === 'map' ? item.entries.get(column)?.value : undefined
    if (name?.kind !== 'text' || names.has(name.text)) return new Map()
    names.set(name.text, index)
  }
  return names
}
