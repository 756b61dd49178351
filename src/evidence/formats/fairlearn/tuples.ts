import { isTuple, WRAPPERS } from '../../groups/names.js'
import type { Node } from '../../tree.js'
import { at } from '../shape.js'

/** Longest tuple that is taken apart. */
const MAX_TUPLE = 2000
/** A text in either kind of quotes or a bare value, and what ends it. */
const PART = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"()[\]]+))\s*(?:,|$)/y

/** The wrappers of a file (`by_group`) that hold keys of several sensitive features. */
export function wrappersIn(root: Node): string[] {
  return WRAPPERS.filter((name) => hasTuples(at(root, name)))
}

/** Whether a file holds keys of several sensitive features, in itself or in a wrapper. */
export function isOfTuples(root: Node): boolean {
  return hasTuples(root) || wrappersIn(root).length > 0
}

/** At the first level or, by metric, at the second. Every file is asked, so nothing is built here. */
function hasTuples(node: Node | undefined): boolean {
  if (node?.kind !== 'map') return false
  for (const [key, { value }] of node.entries) {
    if (isTuple(key)) return true
    if (value.kind === 'map') for (const name of value.entries.keys()) if (isTuple(name)) return true
  }
  return false
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
