import { type Place, placeBelow, recordNames, rootOf, type TreeItem } from './place.js'
import type { Node } from './tree.js'

/** Most values that are listed and whose names are compared; a file with more is searched in its first part. */
export const MAX_CANDIDATES = 2_000
/** Longer names are not collected: nobody types them. */
const MAX_NAME = 200

/** A value and the full selector that finds it. */
export interface Named extends Place {
  readonly selector: string
}

/** The full selectors of the numbers in the files, also of those that are none (`null`, `NaN`). */
export function selectorsOf(items: readonly TreeItem[]): string[] {
  return valuesOf(items)
    .filter(({ node }) => !['text', 'boolean'].includes(node.kind))
    .map(({ selector }) => selector)
}

/** The values in the files with their selectors, in the order of the files; at most as many as anybody looks at. */
export function valuesOf(items: readonly TreeItem[]): Named[] {
  const found: Named[] = []
  for (const item of items) collect(rootOf(item), '', found)
  return found
}

function collect(place: Place, selector: string, into: Named[]): void {
  if (into.length >= MAX_CANDIDATES || selector.length > MAX_NAME) return
  const { node } = place
  const below = (segment: string, key: string | number, value: Node) =>
    collect(placeBelow(place, key, value), selector === '' ? segment : `${selector}/${segment}`, into)
  if (node.kind === 'map') {
    for (const [key, { value }] of node.entries) {
      if (into.length >= MAX_CANDIDATES) return
      below(key, key, value)
    }
  } else if (node.kind === 'list') {
    const byIndex = [...recordNames(node).keys()]
    for (const [index, item] of node.items.slice(0, MAX_CANDIDATES).entries()) {
      below(byIndex[index] ?? String(index), index, item)
    }
  } else if (selector !== '') into.push({ ...place, selector })
}
