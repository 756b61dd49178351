import { recordNames, type TreeItem } from './place.js'
import type { Node } from './tree.js'

/** Most values whose names are compared; a file with more is searched in its first part. */
const MAX_CANDIDATES = 2_000
/** Longer names are not collected: nobody types them. */
const MAX_NAME = 200

/** The full selectors of the numbers in the files, also of those that are none (`null`, `NaN`). */
export function selectorsOf(items: readonly TreeItem[]): string[] {
  const names: string[] = []
  for (const { content } of items) collect(content, '', names)
  return names
}

function collect(node: Node, name: string, into: string[]): void {
  if (into.length >= MAX_CANDIDATES || name.length > MAX_NAME) return
  const below = (segment: string) => (name === '' ? segment : `${name}/${segment}`)
  if (node.kind === 'map') {
    for (const [key, { value }] of node.entries) {
      if (into.length >= MAX_CANDIDATES) return
      collect(value, below(key), into)
    }
  } else if (node.kind === 'list') {
    const byIndex = [...recordNames(node).keys()]
    for (const [index, item] of node.items.slice(0, MAX_CANDIDATES).entries()) {
      collect(item, below(byIndex[index] ?? String(index)), into)
    }
  } else if (name !== '' && (node.kind === 'number' || node.kind === 'nonfinite' || node.kind === 'null'))
    into.push(name)
}
