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

/** A value under a name, and what it is about: a column, or a metric with its parameters. */
export type Told = readonly [name: string, value: Node, about: string]

/** The entries whose name means one thing: several that say one plain value of it are one, and else none of them counts. */
export function agreeing(entries: readonly Told[]): (readonly [string, Node])[] {
  const keyOf = (entry: Told) => {
    const [name, value, about] = entry
    return 'text' in value ? JSON.stringify([name, about, value.kind, value.text]) : entry
  }
  return onlyOnce(firstOfEach(entries, keyOf).map(([name, value]) => [name, value] as const))
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
