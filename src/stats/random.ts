const { imul } = Math

/** Whole numbers drawn uniformly from a seed. */
export interface Random {
  /** The next whole number from 0 to 2³² − 1. */
  next(): number
  /** A whole number from 0 to `bound` − 1, each as likely, for 1 <= bound <= 2³². */
  below(bound: number): number
}

/**
 * The generator xoshiro128** 1.1 (Blackman & Vigna 2018), seeded by a text: its UTF-8 bytes are hashed (32-bit FNV-1a),
 * and four steps of SplitMix32 from there are the state. 32-bit integer arithmetic alone, so that a seed gives the same
 * numbers on every machine.
 */
export function randomFrom(seed: string): Random {
  const split = splitMix(hash(seed))
  let a = split()
  let b = split()
  let c = split()
  let d = split()
  const next = () => {
    const result = imul(rotate(imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  const below = (bound: number) => {
    // What is left of 2³² beyond a multiple of the bound is drawn again: no remainder is likelier than another.
    const excess = 4294967296 % bound
    let value = next()
    while (value < excess) value = next()
    return value % bound
  }
  return { next, below }
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by))
}

function hash(text: string): number {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) state = imul(state ^ byte, 0x01000193)
  return state
}

/** SplitMix32: a Weyl sequence whose terms are scrambled by MurmurHash3's finaliser. */
function splitMix(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = state
    z = imul(z ^ (z >>> 16), 0x85ebca6b)
    z = imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
}
