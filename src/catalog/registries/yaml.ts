import { parseAllDocuments } from 'yaml'

/** Descriptors are a page or two; a larger one is not what its name says, or an attack on the parser. */
const MAX_LENGTH = 512 * 1024

/** Mappings are `Map`s: nothing from a file becomes an object's key. */
export type Mapping = ReadonlyMap<unknown, unknown>

/**
 * Every document of a YAML text; undefined where one of them is no YAML, or where reading it would take too long. Numbers
 * stay as they were written only where they stand in quotes, so callers take texts and no numbers for granted.
 */
export function documentsOf(text: string): unknown[] | undefined {
  if (text.length > MAX_LENGTH) return undefined
  try {
    // Looking for equal keys takes time that grows with the square of their number; of two the last one counts.
    const options = { logLevel: 'error', prettyErrors: false, uniqueKeys: false, version: '1.2' } as const
    const documents = parseAllDocuments(text, options)
    // An empty stream is no array.
    if (!Array.isArray(documents)) return []
    if (documents.some(({ errors }) => errors.length > 0)) return undefined
    return documents.map((document) => document.toJS({ mapAsMap: true, maxAliasCount: 100 }))
  } catch {
    // Too many aliases, or so deep that the parser's stack overflows.
    return undefined
  }
}

export function mapping(value: unknown): Mapping | undefined {
  return value instanceof Map ? value : undefined
}

/** A text, or a whole number as text; undefined for everything else, and for what is blank. */
export function textIn(map: Mapping | undefined, key: string): string | undefined {
  const value = map?.get(key)
  if (Number.isSafeInteger(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}
