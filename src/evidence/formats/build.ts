import { type Decimal, decimal, formatDecimal, parseDecimal } from '../../shared/decimal.js'
import type { Message } from '../../shared/message.js'
import { entryOf, type Place } from '../place.js'
import { numberNode } from '../readers/scalars.js'
import type { At, MapNode, Node, NumberNode, ScalarNode } from '../tree.js'

/**
 * What formats build their trees with. A value that is put under another name keeps the place it was read from, so
 * that a report always points into the file as its author knows it.
 */

/** A place's value for use elsewhere in a tree: it remembers where it stands in the file. */
export function moved({ node, at: { path: _, ...at } }: Place): Node {
  return { ...node, at: { ...at, ...node.at } }
}

/** A file's tree for use in a folder's: every value stands in that file, each scalar as the tool means it. */
export function inFile(node: Node, path: string, meant = (scalar: ScalarNode): ScalarNode => scalar): Node {
  const at = { ...node.at, path }
  if (node.kind === 'list') return { ...node, at, items: node.items.map((item) => inFile(item, path, meant)) }
  if (node.kind !== 'map') return { ...meant(node), at }
  return mapOf(
    at,
    [...node.entries].map(([name, { value }]) => [name, inFile(value, path, meant)] as const),
  )
}

/** Where a value built from this place is said to stand. */
export function atOf({ node, at: { path: _, ...at } }: Place): At {
  return { ...at, ...node.at }
}

/** A map; of two entries with one name the first holds. An entry that is undefined is left out. */
export function mapOf(at: At, entries: Iterable<readonly [string, Node | undefined]>): MapNode {
  const map = new Map<string, { readonly keyAt: At; readonly value: Node }>()
  for (const [name, value] of entries) {
    if (value !== undefined && !map.has(name)) map.set(name, { keyAt: value.at, value })
  }
  return { kind: 'map', at, entries: map }
}

/** The tree itself and further names beside its own; where both have a name, the tree's own holds. */
export function withNames(root: Node, entries: Iterable<readonly [string, Node | undefined]>): MapNode {
  const own = root.kind === 'map' ? root.entries : new Map()
  return { kind: 'map', at: root.at, entries: new Map([...mapOf(root.at, entries).entries, ...own]) }
}

export function textNode(text: string, at: At): ScalarNode {
  return { kind: 'text', at, text }
}

/** A value that must not be compared, and why. */
export function refused(node: Node, why: Message): ScalarNode {
  return { kind: 'refused', at: node.at, text: 'text' in node ? node.text : '…', why }
}

/** What stands at the end of a path of keys; undefined where the path ends before. */
export function below(place: Place, ...keys: readonly string[]): Place | undefined {
  return keys.reduce<Place | undefined>((at, key) => at && entryOf(at, key), place)
}

/** A place's text, where it holds one. */
export function textOf(place: Place | undefined): string | undefined {
  return place?.node.kind === 'text' ? place.node.text : undefined
}

/** A place's number, where it holds a finite one. */
export function decimalOf(place: Place | undefined): Decimal | undefined {
  return place?.node.kind === 'number' ? parseDecimal(place.node.text) : undefined
}

/** A binary float or an integer as it is written in decimal. Non-finite ones stay so. */
export function numeral(value: number | bigint, at: At): ScalarNode {
  const text = String(value)
  return typeof value === 'bigint' || Number.isFinite(value) ? numberNode(text, at) : { kind: 'nonfinite', at, text }
}

/** A number in another unit, exact; it remembers how it was written. */
export function converted(node: NumberNode, factor: string, unit: string): ScalarNode {
  const value = parseDecimal(node.text)
  if (value === undefined) return { kind: 'nonfinite', at: node.at, text: node.text }
  const text = formatDecimal(value.times(decimal(factor)))
  return { kind: 'number', at: node.at, text, written: `${node.text} ${unit}` }
}

/** Significant digits of a quotient: what a double holds, so that it equals the tool's own. */
const DIGITS = 17

/** `a / b` to 17 significant digits; undefined where b is zero. */
export function quotientNode(a: Decimal, b: Decimal, at: At): NumberNode | undefined {
  if (b.eq(decimal('0'))) return undefined
  const digits = a.div(b)
  return { kind: 'number', at, text: formatDecimal(digits.eq(decimal('0')) ? digits : digits.prec(DIGITS)) }
}

/** A text that is a whole decimal number, as number: only for formats that write their numbers as texts. */
export function fromNumeral(node: Node): Node {
  if (node.kind !== 'text') return node
  const text = node.text.trim()
  if (/^[-+]?(?:nan|inf|infinity)$/i.test(text)) return { kind: 'nonfinite', at: node.at, text }
  return parseDecimal(text) === undefined ? node : numberNode(text, node.at)
}
