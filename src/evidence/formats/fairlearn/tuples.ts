import { isTuple, WRAPPERS } from '../../groups/names.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'

/** Longest tuple that is taken apart. */
const MAX_TUPLE = 2000
/** A text in either kind of quotes or a bare value, and what ends it. */
const PART = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"()[\]]+))\s*(?:,|$)/y

/** Whether keys of several sensitive features stand there: at the first level or, by metric, at the second. */
export function hasTuples(place: Place | undefined): boolean {
  const entries = entriesOf(place)
  return entries.some(([key]) => isTuple(key)) || entries.some(([, { node }]) => keysOf(node).some(isTuple))
}

/** The wrappers of a file (`by_group`) that hold such keys. */
export function wrappersIn(file: Place): string[] {
  return WRAPPERS.filter((name) => hasTuples(entryOf(file, name)))
}

/** Whether a file holds such keys, in itself or in a wrapper. */
export function isOfTuples(root: Node): boolean {
  const file = rootOf({ path: '', content: root })
  return hasTuples(file) || wrappersIn(file).length > 0
}

/** The parts of a tuple as Python writes it, `('F', 18)`; another key is one part. Undefined where it cannot be taken apart. */
export function partsOf(key: string): string[] | undefined {
  if (!isTuple(key)) return [key]
  if (key.length > MAX_TUPLE) return undefined
  const inner = key.slice(1, -1)
  const parts: string[] = []
  PART.lastIndex = 0
  while (PART.lastIndex < inner.length) {
    const [, single, double, bare] = PART.exec(inner) ?? []
    const part = single ?? double ?? bare?.trim()
    if (part === undefined) return undefined
    parts.push(part)
  }
  return parts
}

function keysOf(node: Node): string[] {
  return node.kind === 'map' ? [...node.entries.keys()] : []
}
