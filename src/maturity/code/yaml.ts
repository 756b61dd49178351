import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml'
import type { Entry, Tree } from './tree.js'

/** Deepest nesting that is read. */
const MAX_DEPTH = 40
/** Most signs that can begin a value: what bounds the parser's time and memory. */
const MAX_SIGNS = 30_000
/** Most aliases: for each the library looks through the document. */
const MAX_ALIASES = 300
/** Most values of a file, aliases followed. */
const MAX_VALUES = 60_000

/**
 * Every document of a YAML file; those that cannot be read (a template with `{{`, say) are left out. Aliases are
 * followed, tags are taken for their plain values.
 */
export function readYaml(text: string): Tree[] {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  if (count(/[[{,]|[-:?](?=\s)/g) > MAX_SIGNS || count(/\*[\w-]/g) > MAX_ALIASES || tooDeep(text)) return []
  const lines = new LineCounter()
  try {
    const documents = parseAllDocuments(text, {
      lineCounter: lines,
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
      resolveKnownTags: false,
    })
    if (!Array.isArray(documents)) return []
    return documents
      .filter(({ errors }) => errors.length === 0)
      .flatMap((document) => new Reader(document, (offset) => lines.linePos(offset).line).root() ?? [])
  } catch {
    // A parser that gives up has met no file that a tool would read.
    return []
  }
}

function tooDeep(text: string): boolean {
  let depth = 0
  for (const [sign] of text.matchAll(/[[{\]}]/g)) {
    depth += sign === '[' || sign === '{' ? 1 : -1
    if (depth > MAX_DEPTH * 4) return true
  }
  return /^ {400}|(?:^|\n)(?:- ){60}/.test(text)
}

class Reader {
  #left = MAX_VALUES

  constructor(
    readonly document: Document.Parsed,
    readonly lineOf: (offset: number) => number,
  ) {}

  root(): Tree | undefined {
    return this.document.contents === null ? undefined : this.#tree(this.document.contents, 1, 0)
  }

  #tree(node: unknown, near: number, depth: number): Tree {
    const line = isNode(node) && node.range ? this.lineOf(node.range[0]) : near
    this.#left -= 1
    if (depth > MAX_DEPTH || this.#left < 0) return { line }
    if (isAlias(node)) return { ...this.#tree(node.resolve(this.document), line, depth + 1), line }
    if (isSeq(node)) return { line, items: node.items.map((item) => this.#tree(item, line, depth + 1)) }
    if (isMap(node)) return { line, entries: this.#entries(node.items, line, depth) }
    if (!isScalar(node)) return { line }
    const block = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    return { line, text: typeof node.value === 'string' ? node.value : (node.source ?? ''), ...(block && { block }) }
  }

  #entries(pairs: readonly { key: unknown; value: unknown }[], near: number, depth: number): Map<string, Entry> {
    const entries = new Map<string, Entry>()
    for (const { key, value } of pairs) {
      if (!isScalar(key)) continue
      const line = key.range ? this.lineOf(key.range[0]) : near
      const name = typeof key.value === 'string' ? key.value : (key.source ?? '')
      const merged = name === '<<' ? this.#tree(value, line, depth + 1).entries : undefined
      for (const [inner, entry] of merged ?? []) if (!entries.has(inner)) entries.set(inner, entry)
      if (name !== '<<') entries.set(name, { line, value: this.#tree(value, line, depth + 1) })
    }
    return entries
  }
}
