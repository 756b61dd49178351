import type { Node } from '../../evidence/tree.js'

/** A value of a YAML, JSON or TOML file with the line it stands in. */
export interface Tree {
  readonly line: number
  /** A scalar's text; absent for maps and lists. */
  readonly text?: string
  /** Whether the text is a block (`|` or `>`), whose first line is the one below. */
  readonly block?: boolean
  readonly entries?: ReadonlyMap<string, Entry>
  readonly items?: readonly Tree[]
}

export interface Entry {
  /** The key's line. */
  readonly line: number
  readonly value: Tree
}

/** A tree that one of the product's own readers made. */
export function treeOf(node: Node): Tree {
  const line = node.at.line ?? 1
  if (node.kind === 'list') return { line, items: node.items.map(treeOf) }
  if (node.kind !== 'map') return { line, text: node.text }
  const entries = [...node.entries].map(
    ([key, { keyAt, value }]) => [key, { line: keyAt.line ?? line, value: treeOf(value) }] as const,
  )
  return { line, entries: new Map(entries) }
}

/** What stands below a path of keys. */
export function at(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  return keys.reduce<Tree | undefined>((node, key) => node?.entries?.get(key)?.value, tree)
}

/** The entry of a key below a path of keys, with the key's own line. */
export function entry(tree: Tree | undefined, ...keys: readonly string[]): Entry | undefined {
  return at(tree, ...keys.slice(0, -1))?.entries?.get(keys.at(-1) ?? '')
}

export function textAt(tree: Tree | undefined, ...keys: readonly string[]): string {
  return at(tree, ...keys)?.text ?? ''
}

export function itemsAt(tree: Tree | undefined, ...keys: readonly string[]): readonly Tree[] {
  return at(tree, ...keys)?.items ?? []
}

export function entriesAt(tree: Tree | undefined, ...keys: readonly string[]): [string, Entry][] {
  return [...(at(tree, ...keys)?.entries ?? [])]
}

/** Every entry anywhere below, with its key. */
export function* everyEntry(tree: Tree): Generator<[string, Entry]> {
  for (const item of tree.items ?? []) yield* everyEntry(item)
  for (const [key, value] of tree.entries ?? []) {
    yield [key, value]
    yield* everyEntry(value.value)
  }
}
