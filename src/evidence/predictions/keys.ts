import { MAX_NAME_BYTES } from './contract.js'
import { BAD_NAME, NO_NAME } from './names.js'

/** Most keys that are kept; further ones get the number of the first, so whoever asks has to limit the rows as well. */
export const MAX_KEYS = 8_000_000

/**
 * Identifiers of rows, numbered in order of appearance. Unlike classes they are taken exactly as written (`007` is not
 * `7`), and only an empty cell is missing. The map of the language is seeded, so that no choice of keys slows it down.
 */
export class Keys {
  readonly names: string[] = []
  readonly #codes = new Map<string, number>()
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

  /** The number of the key that these bytes spell. */
  code(bytes: Uint8Array, from: number, to: number): number {
    if (to - from > MAX_NAME_BYTES) return BAD_NAME
    try {
      return this.#codeOf(this.#decoder.decode(bytes.subarray(from, to)))
    } catch {
      return BAD_NAME
    }
  }

  /** The number of a key given as a value. */
  codeOfValue(value: unknown, textOf: (value: unknown) => string): number {
    const text = textOf(value)
    return text.length > MAX_NAME_BYTES ? BAD_NAME : this.#codeOf(text.trim())
  }

  #codeOf(key: string): number {
    if (key === '') return NO_NAME
    const known = this.#codes.get(key)
    if (known !== undefined) return known
    if (this.names.length >= MAX_KEYS) return 0
    this.#codes.set(key, this.names.length)
    return this.names.push(key) - 1
  }
}
