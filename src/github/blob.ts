import { createHash } from 'node:crypto'

/** The name that Git gives to a file's content, in hexadecimal digits; SHA-256 in repositories that are made so. */
export function blobName(bytes: Uint8Array, algorithm: 'sha1' | 'sha256' = 'sha1'): string {
  return createHash(algorithm).update(`blob ${bytes.byteLength}\0`).update(bytes).digest('hex')
}
