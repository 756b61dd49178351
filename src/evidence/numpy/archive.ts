import { inflateRawSync } from 'node:zlib'
import { failed, ok, problem, type Result } from '../../shared/problem.js'

/** Most bytes that the entries of an archive may have together when they are unpacked. */
const MAX_UNPACKED = 128 * 1024 * 1024
const MAX_ENTRIES = 100
const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
/** The end of the central directory and the longest comment behind it. */
const MAX_END = 22 + 65_535

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * Unpacks an `.npz`: a zip of `.npy` files, stored or deflated (APPNOTE.TXT 6.3, 4.3 and 4.4). The central directory is
 * the truth. Nothing is unpacked to more bytes than it announces, and all together to no more than a limit.
 */
export function unzip(bytes: Uint8Array, path: string): Result<ReadonlyMap<string, Uint8Array>> {
  const wrong = (detail: string) => failed(problem('evidence.numpy.zip', { detail }, { path }))
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return wrong('its directory is missing')
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MAX_ENTRIES) return wrong(`it has more than ${MAX_ENTRIES} entries`)
  const entries = new Map<string, Uint8Array>()
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return wrong('its directory is damaged')
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)]
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = latin1(bytes, at + 46, nameLength ?? 0)
    total += size
    if (total > MAX_UNPACKED) return wrong(`it unpacks to more than ${MAX_UNPACKED} bytes`)
    if ((flags & 1) !== 0) return wrong('it is encrypted')
    const content = entryAt(bytes, view, view.getUint32(at + 42, true), { name, method, packed, size })
    if (typeof content === 'string') return wrong(content)
    if (entries.has(name)) return wrong('it has two entries of one name')
    entries.set(name, content)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return ok(entries)
}

function latin1(bytes: Uint8Array, at: number, length: number): string {
  return new TextDecoder('latin1').decode(bytes.subarray(at, at + length))
}

function endOf(view: DataView): number | undefined {
  const least = Math.max(0, view.byteLength - MAX_END)
  for (let at = view.byteLength - 22; at >= least; at -= 1) if (view.getUint32(at, true) === END) return at
  return undefined
}

interface Packed {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
}

/** An entry's bytes, or what is wrong with it. */
function entryAt(
  bytes: Uint8Array,
  view: DataView,
  local: number,
  { name, method, packed, size }: Packed,
): Uint8Array | string {
  if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) return 'its directory is damaged'
  const nameLength = view.getUint16(local + 26, true)
  // Readers that go by the one name would find another array than those that go by the other.
  if (latin1(bytes, local + 30, nameLength) !== name) return 'its directory is damaged'
  const start = local + 30 + nameLength + view.getUint16(local + 28, true)
  if (start + packed > bytes.length) return 'an entry reaches beyond its end'
  const content = bytes.subarray(start, start + packed)
  if (method === 0) return packed === size ? content : 'an entry has another length than its directory says'
  if (method !== 8) return 'an entry is packed in a way that is not read'
  try {
    const unpacked = inflateRawSync(content, { maxOutputLength: Math.max(1, size) })
    return unpacked.length === size ? unpacked : 'an entry has another length than its directory says'
  } catch {
    return 'an entry cannot be unpacked to the length that its directory says'
  }
}
