/**
 * The first 32 bits of the fractional parts of the square roots (of the first 8 primes) and of the cube roots (of the
 * first 64), FIPS 180-4, 4.2.2 and 5.3.3. A double holds these bits exactly.
 */
const PRIMES = firstPrimes(64)
const START = Int32Array.from(PRIMES.slice(0, 8), (prime) => fraction(prime ** (1 / 2)))
const ROUND = Int32Array.from(PRIMES, (prime) => fraction(prime ** (1 / 3)))

function firstPrimes(count: number): number[] {
  const primes: number[] = []
  for (let candidate = 2; primes.length < count; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate)
  }
  return primes
}

function fraction(root: number): number {
  return ((root - Math.floor(root)) * 2 ** 32) | 0
}

/**
 * The SHA-256 digest (FIPS 180-4) of bytes, or of a text as UTF-8, in hexadecimal digits. For small inputs: the
 * first use of `node:crypto` loads more of Node than a whole run of the gate otherwise needs.
 */
export function sha256(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  const view = padded(bytes)
  const state = Int32Array.from(START)
  const words = new Int32Array(64)
  for (let offset = 0; offset < view.byteLength; offset += 64) {
    schedule(view, offset, words)
    compress(state, words)
  }
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The message with a one bit, zeros and its length in bits, in blocks of 64 bytes (5.1.1). */
function padded(bytes: Uint8Array): DataView {
  const { length } = bytes
  const blocks = new Uint8Array(Math.ceil((length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, Math.floor(length / 2 ** 29))
  view.setUint32(blocks.length - 4, (length << 3) >>> 0)
  return view
}

/** The message schedule of one block (6.2.2, step 1). */
function schedule(view: DataView, offset: number, w: Int32Array): void {
  for (let t = 0; t < 16; t += 1) w[t] = view.getInt32(offset + 4 * t)
  for (let t = 16; t < 64; t += 1) {
    const a = w[t - 15] ?? 0
    const b = w[t - 2] ?? 0
    const low = rotated(a, 7) ^ rotated(a, 18) ^ (a >>> 3)
    const high = rotated(b, 17) ^ rotated(b, 19) ^ (b >>> 10)
    w[t] = ((w[t - 16] ?? 0) + low + (w[t - 7] ?? 0) + high) | 0
  }
}

/** One block's 64 rounds (6.2.2, steps 2 to 4). */
function compress(state: Int32Array, w: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let t = 0; t < 64; t += 1) {
    const choice = (e & f) ^ (~e & g)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const one = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + choice + (ROUND[t] ?? 0) + (w[t] ?? 0)) | 0
    const two = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + majority) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + two) | 0
  }
  const sums = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) state[i] = ((state[i] ?? 0) + (sums[i] ?? 0)) | 0
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}
