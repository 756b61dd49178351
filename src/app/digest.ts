import { createRequire } from 'node:module'
import { sha256 } from '../shared/sha256.js'

const require = createRequire(import.meta.url)

/** From this many bytes on Node's own digest is faster, loading it included. */
const LARGE = 256 * 1024

/** SHA-256 of a file's bytes or of a text, in hexadecimal digits. */
export function digestOf(data: string | Uint8Array): string {
  if (data.length < LARGE) return sha256(data)
  const { createHash } = require('node:crypto') as typeof import('node:crypto')
  return createHash('sha256').update(data).digest('hex')
}
