import type { Node } from '../tree.js'

/** Names in a list of entries: files are hostile, so none of this compares each with each. */

/** The names that more than one entry has, in order of appearance. */
export function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) twice.add(name)
    seen.add(name)
  }
  return [...twice]
}

/** The entries whose name no other has: one that two have says nothing of which is meant. */
export function onlyOnce<T>(entries: readonly (readonly [string, T])[]): (readonly [string, T])[] {
  const twice = new Set(repeated(entries.map(([name]) => name)))
  return entries.filter(([name]) => !twice.has(name))
}

/** The entries by name, those that repeat one plain value once; of a name that has several values none. */
export function agreeing(entries: readonly (readonly [string, Node])[]): (readonly [string, Node])[] {
  const keyOf = (entry: readonly [string, Node]) => {
    const [name, node] = entry
    return 'text' in node ? JSON.stringify([name, node.kind, node.text]) : entry
  }
  return onlyOnce(firstOfEach(entries, keyOf))
}

/** The first item of each key. */
export function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => unknown): T[] {
  const seen = new Set<unknown>()
  return items.filter((item) => {
    const key = keyOf(item)
    const isFirst = !seen.has(key)
    seen.add(key)
    return isFirst
  })
}
