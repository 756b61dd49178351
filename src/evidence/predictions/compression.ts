import * as zlib from 'node:zlib'
import { type Compressors, snappyUncompress } from 'hyparquet'

/** Largest page after decompression; writers make pages of about a megabyte. */
export const MAX_PAGE = 64 * 1024 * 1024

/**
 * How pages are decompressed: by Node's own zlib, into no more bytes than the page's header announces. What is not here
 * (LZ4, LZO) is rare, and the library says that it cannot be read.
 */
export const compressors: Compressors = {
  SNAPPY: (input, length) => {
    const output = new Uint8Array(bounded(length))
    snappyUncompress(input, output)
    return output
  },
  GZIP: (input, length) => zlib.gunzipSync(input, { maxOutputLength: bounded(length) }),
  BROTLI: (input, length) => zlib.brotliDecompressSync(input, { maxOutputLength: bounded(length) }),
  ZSTD: (input, length) => {
    // Node 22.15 and newer have it; the runner's Node 24 does.
    if (typeof zlib.zstdDecompressSync !== 'function') throw new Error('ZSTD needs Node 22.15 or newer')
    return zlib.zstdDecompressSync(input, { maxOutputLength: bounded(length) })
  },
}

function bounded(length: number): number {
  if (!(length >= 0 && length <= MAX_PAGE)) throw new Error('a page is too large')
  // zlib takes no limit of zero.
  return Math.max(1, length)
}
