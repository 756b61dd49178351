import { formatDecimal, parseDecimal } from '../../shared/decimal.js'
import { MAX_NAME_BYTES, MAX_NAMES } from './contract.js'

/** Written by libraries for a cell that has no value. */
const MISSING = new Set(['', 'null', 'nan', 'none', 'na', 'n/a', '<na>', '#n/a'])
/** Code of a missing cell. */
export const NO_NAME = -1
/** Code for a cell that cannot be a name: too long, not UTF-8, or one name too many. */
export const BAD_NAME = -2

/**
 * The names in a column, numbered. Cells are looked up by their bytes in an open hash table, so that a row costs no
 * text; only a spelling that was never met is decoded.
 */
export class Names {
  readonly names: string[] = []
  readonly #codes = new Map<string, number>()
  /** Values of typed files met so far. */
  readonly #values = new Map<unknown, number>()
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  /** Spellings met so far, their bytes one after the other. */
  #bytes = new Uint8Array(4_096)
  #used = 0
  /** Per spelling: where its bytes begin, how many they are, its code. */
  readonly #spellings: number[] = []
  #slots = new Int32Array(256).fill(-1)

  /** The code of the name that these bytes spell. */
  code(bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1
    let slot = hash(bytes, from, to) & mask
    for (;;) {
      const spelling = this.#slots[slot] ?? -1
      if (spelling < 0) return this.#add(bytes, from, to, slot)
      if (this.#spells(spelling, bytes, from, to)) return this.#spellings[spelling + 2] ?? BAD_NAME
      slot = (slot + 1) & mask
    }
  }

  /** The code of a value of a typed file; `textOf` gives the text of one that was never met. */
  codeOfValue(value: unknown, textOf: (value: unknown) => string | undefined): number {
    const known = this.#values.get(value)
    if (known !== undefined) return known
    const text = textOf(value)
    if (text === undefined) return BAD_NAME
    const isNumber = typeof value === 'number' || typeof value === 'bigint'
    const code = this.#codeOf(text, isNumber ? canonical : asWritten)
    // Objects are others each time.
    if (typeof value !== 'object' && this.#values.size < 2 * MAX_NAMES) this.#values.set(value, code)
    return code
  }

  /** The code of a name given as text that has no type: it may be a number. */
  codeOf(text: string): number {
    return this.#codeOf(text, canonical)
  }

  #codeOf(text: string, nameOf: (text: string) => string): number {
    const spelled = text.trim()
    if (MISSING.has(spelled.toLowerCase())) return NO_NAME
    const name = nameOf(spelled)
    const known = this.#codes.get(name)
    if (known !== undefined) return known
    if (this.names.length >= MAX_NAMES || name.length > MAX_NAME_BYTES) return BAD_NAME
    this.#codes.set(name, this.names.length)
    return this.names.push(name) - 1
  }

  #spells(spelling: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#spellings[spelling] ?? 0
    if (this.#spellings[spelling + 1] !== to - from) return false
    for (let at = from; at < to; at += 1) if (this.#bytes[start + at - from] !== bytes[at]) return false
    return true
  }

  #add(bytes: Uint8Array, from: number, to: number, slot: number): number {
    const length = to - from
    if (length > MAX_NAME_BYTES || this.#spellings.length / 3 >= 2 * MAX_NAMES) return BAD_NAME
    const code = this.#decoded(bytes.subarray(from, to))
    if (this.#used + length > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length + length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes.set(bytes.subarray(from, to), this.#used)
    this.#slots[slot] = this.#spellings.length
    this.#spellings.push(this.#used, length, code)
    this.#used += length
    if ((this.#spellings.length / 3) * 2 > this.#slots.length) this.#grow()
    return code
  }

  #decoded(bytes: Uint8Array): number {
    try {
      return this.codeOf(this.#decoder.decode(bytes))
    } catch {
      return BAD_NAME
    }
  }

  #grow(): void {
    const slots = new Int32Array(4 * this.#slots.length).fill(-1)
    const mask = slots.length - 1
    for (let spelling = 0; spelling < this.#spellings.length; spelling += 3) {
      const start = this.#spellings[spelling] ?? 0
      let slot = hash(this.#bytes, start, start + (this.#spellings[spelling + 1] ?? 0)) & mask
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask
      slots[slot] = spelling
    }
    this.#slots = slots
  }
}

/** FNV-1a over the bytes (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hash(bytes: Uint8Array, from: number, to: number): number {
  let value = 0x811c9dc5
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ (bytes[at] ?? 0), 0x01000193)
  return value >>> 0
}

/** No number is written so: `01` is a code, and another one than `1`. */
const LEADING_ZERO = /^[-+]?0\d/

/** One spelling for what is one label where texts have no types: `1.0` and `1` are `1`, `True` and `true` are `true`. */
export function canonical(text: string): string {
  const value = LEADING_ZERO.test(text) ? undefined : parseDecimal(text)
  return value === undefined ? asWritten(text) : formatDecimal(value)
}

/** The name of what is known to be text: its letters, but for booleans. */
function asWritten(text: string): string {
  return /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text
}
