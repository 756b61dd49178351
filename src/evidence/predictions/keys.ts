import { MAX_NAME_BYTES } from './contract.js'
import { BAD_NAME, hash, NO_NAME } from './names.js'

/** Most keys that are kept; further ones get the number of the first, so whoever asks has to limit the rows as well. */
const MAX_KEYS = 8_000_000
/** Bytes that all keys may have together. */
const MAX_BYTES = 1024 * 1024 * 1024
/** Longest search for a place in the table: keys that were chosen to collide go to a map, which is seeded. */
const MAX_PROBES = 256

/**
 * Identifiers of rows, numbered in order of appearance. Unlike classes they are taken exactly as written (`007` is not
 * `7`), and only an empty cell is missing. There are as many as rows, so they are kept as bytes one after the other and
 * found by an open hash table; none becomes a text of its own.
 */
export class Keys {
  /** None: see `nameOf`. */
  readonly names: readonly string[] = []
  readonly #encoder = new TextEncoder()
  #bytes = new Uint8Array(64 * 1024)
  /** Where each key's bytes begin, and after the last one where they end. */
  #starts = new Uint32Array(4096)
  #slots = new Int32Array(8192).fill(-1)
  readonly #crowded = new Map<string, number>()
  #count = 0

  /** How many keys there are. */
  get size(): number {
    return this.#count
  }

  /** A key by its number. */
  nameOf(code: number): string {
    return new TextDecoder().decode(this.#bytes.subarray(this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0))
  }

  /** The number of the key that these bytes spell. */
  code(bytes: Uint8Array, from: number, to: number): number {
    if (from === to) return NO_NAME
    if (to - from > MAX_NAME_BYTES) return BAD_NAME
    const mask = this.#slots.length - 1
    let slot = hash(bytes, from, to) & mask
    let free = -1
    for (let probe = 0; probe < MAX_PROBES && free < 0; probe += 1) {
      const code = this.#slots[slot] ?? -1
      if (code < 0) free = slot
      else if (this.#spells(code, bytes, from, to)) return code
      slot = (slot + 1) & mask
    }
    // A key may have become crowded before the table grew, so the map is asked even where a slot is free.
    const text = this.#crowded.size > 0 || free < 0 ? textOf(bytes, from, to) : ''
    const crowded = this.#crowded.get(text)
    if (crowded !== undefined) return crowded
    if (this.#count >= MAX_KEYS || this.#end() + to - from > MAX_BYTES) return 0
    if (free >= 0) this.#slots[free] = this.#count
    else this.#crowded.set(text, this.#count)
    return this.#add(bytes, from, to)
  }

  /** The number of a key given as a value. */
  codeOfValue(value: unknown, textOf: (value: unknown) => string | undefined): number {
    const text = textOf(value)
    if (text === undefined) return BAD_NAME
    const bytes = this.#encoder.encode(text.trim())
    return this.code(bytes, 0, bytes.length)
  }

  #end(): number {
    return this.#starts[this.#count] ?? 0
  }

  #spells(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#starts[code] ?? 0
    if ((this.#starts[code + 1] ?? 0) - start !== to - from) return false
    for (let at = from; at < to; at += 1) if (this.#bytes[start + at - from] !== bytes[at]) return false
    return true
  }

  #add(bytes: Uint8Array, from: number, to: number): number {
    const end = this.#end()
    const next = end + to - from
    if (next > this.#bytes.length) this.#bytes = grown(new Uint8Array(2 * next), this.#bytes)
    this.#bytes.set(bytes.subarray(from, to), end)
    if (this.#count + 2 > this.#starts.length) {
      this.#starts = grown(new Uint32Array(2 * this.#starts.length), this.#starts)
    }
    this.#count += 1
    this.#starts[this.#count] = next
    if (2 * this.#count > this.#slots.length) this.#spread()
    return this.#count - 1
  }

  /** Twice as many slots; what is crowded stays so. */
  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length).fill(-1)
    const mask = slots.length - 1
    for (const code of this.#slots) {
      if (code < 0) continue
      let slot = hash(this.#bytes, this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0) & mask
      let probe = 0
      while (slots[slot] !== -1 && probe < MAX_PROBES) {
        slot = (slot + 1) & mask
        probe += 1
      }
      if (probe < MAX_PROBES) slots[slot] = code
      else this.#crowded.set(textOf(this.#bytes, this.#starts[code] ?? 0, this.#starts[code + 1] ?? 0), code)
    }
    this.#slots = slots
  }
}

/** Bytes as a text that no other bytes have, whether or not they are UTF-8. */
function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function grown<T extends Uint8Array | Uint32Array>(into: T, from: T): T {
  into.set(from)
  return into
}
