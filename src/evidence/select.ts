import { clip } from '../shared/clip.js'
import { parseDecimal } from '../shared/decimal.js'
import { compareLocations, type Location } from '../shared/location.js'
import { closest } from '../shared/nearest.js'
import { aliasOf } from './metrics.js'
import { entryOf, type Place, placeBelow, recordNames, rootOf, type TreeItem } from './place.js'
import { selectorsOf } from './selectors.js'
import type { Node } from './tree.js'

/** What a selector names in the files of one kind. */
export type Lookup =
  | { readonly kind: 'found'; readonly value: Node; readonly at: Location; readonly place: Place }
  | { readonly kind: 'ambiguous'; readonly matches: readonly { readonly at: Location; readonly shown: string }[] }
  | { readonly kind: 'absent'; readonly nearest: readonly string[] }

/** Longest selector that is looked up. */
const MAX_SELECTOR = 500
/** Longest part of a value that is shown. */
const MAX_SHOWN = 40
const INDEX = /^(?:0|[1-9]\d{0,8})$/

/**
 * Looks a selector up in all files of one kind.
 *
 * A selector is a key as written, else segments joined by `/`; at each level the longest key that fits is taken, and
 * given back where nothing below it fits the rest. A record of a list is reached by its position or its name. Only
 * where this finds nothing in any file, a `.` is read as `/` too. Finding the same number in several files is finding
 * it once (the first by path); everything else that is found twice is ambiguous. A file that holds one bare value
 * holds it under the file's own name: `auc` in `auc.metric`.
 */
export function lookUp(items: readonly TreeItem[], selector: string): Lookup {
  const written = matches(items, selector, '/')
  const found = written.length > 0 ? written : matches(items, selector, '/.')
  const [first, ...others] = found.sort((a, b) => compareLocations(a.at, b.at))
  if (first === undefined) return { kind: 'absent', nearest: closest(selectorsOf(inPathOrder(items)), selector) }
  if (others.every(({ node }) => sameNumber(first.node, node))) {
    return { kind: 'found', value: first.node, at: first.at, place: first }
  }
  return { kind: 'ambiguous', matches: found.map(({ node, at }) => ({ at, shown: shownValue(node) })) }
}

/** Looks a metric up: `auc` is taken from `roc_auc` where nothing is called `auc`, and the other way round. */
export function lookUpMetric(items: readonly TreeItem[], selector: string): Lookup {
  const found = lookUp(items, selector)
  const alias = aliasOf(selector)
  if (found.kind !== 'absent' || alias === undefined) return found
  const other = lookUp(items, alias)
  if (other.kind !== 'absent') return other
  return { kind: 'absent', nearest: [...new Set([...found.nearest, ...other.nearest])].slice(0, 3) }
}

function matches(items: readonly TreeItem[], selector: string, separators: string): Place[] {
  if (selector.length > MAX_SELECTOR) return []
  return items.flatMap((item) => {
    const root = rootOf(item)
    const bare = root.node.kind !== 'map' && root.node.kind !== 'list'
    if (bare) return selector === stemOf(item.path) ? [root] : []
    return walk(root, selector, separators)
  })
}

/** The values that `rest` names below a place, by the longest key for which there are any. */
function walk(place: Place, rest: string, separators: string): Place[] {
  const whole = childrenOf(place, rest)
  if (whole.length > 0) return whole
  for (let cut = rest.length - 1; cut > 0; cut -= 1) {
    if (!separators.includes(rest.charAt(cut))) continue
    const below = childrenOf(place, rest.slice(0, cut))
    const found = below.flatMap((child) => walk(child, rest.slice(cut + 1), separators))
    if (found.length > 0) return found
  }
  return []
}

/** The value under one segment; two where one record stands at that position and another one has that name. */
function childrenOf(place: Place, segment: string): Place[] {
  const { node } = place
  if (node.kind === 'map') return [entryOf(place, segment)].filter((entry) => entry !== undefined)
  if (node.kind !== 'list') return []
  const indexes = [INDEX.test(segment) ? Number.parseInt(segment, 10) : undefined, recordNames(node).get(segment)]
  return [...new Set(indexes)].flatMap((index) => {
    const item = index === undefined ? undefined : node.items[index]
    return index === undefined || item === undefined ? [] : [placeBelow(place, index, item)]
  })
}

function sameNumber(a: Node, b: Node): boolean {
  if (a.kind !== 'number' || b.kind !== 'number') return false
  const [left, right] = [parseDecimal(a.text), parseDecimal(b.text)]
  return left !== undefined && right !== undefined && left.eq(right)
}

function shownValue(node: Node): string {
  if (node.kind === 'map') return '{…}'
  if (node.kind === 'list') return '[…]'
  return clip(node.text, MAX_SHOWN)
}

/** `auc` of `out/auc.metric`. */
function stemOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

function inPathOrder(items: readonly TreeItem[]): TreeItem[] {
  return [...items].sort((a, b) => compareLocations({ path: a.path }, { path: b.path }))
}
