import type { BytesFormat } from '../contract.js'

export const format: BytesFormat = {
  id: 'verifyml',
  title: 'VerifyML card (protocol buffer)',
  roles: ['model-card', 'metrics', 'groups'],
  shape: 'a protocol buffer whose first field is model_details',
  from: 'bytes',
  recognises,
  load: () => import('./read.js'),
}

/** Field 1 of the card is a message, whose field 1 is the model's name: tags 0x0a, lengths that fit, then text. */
function recognises(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x0a) return false
  const outer = varint(bytes, 1)
  if (outer === undefined || bytes[outer.next] !== 0x0a) return false
  const inner = varint(bytes, outer.next + 1)
  if (inner === undefined) return false
  const fits = outer.next + outer.value <= bytes.length && inner.next + inner.value <= outer.next + outer.value
  const name = bytes.subarray(inner.next, inner.next + Math.min(inner.value, 50))
  return fits && name.length > 0 && name.every((byte) => byte >= 32)
}

function varint(bytes: Uint8Array, from: number): { readonly value: number; readonly next: number } | undefined {
  let value = 0
  for (let at = from; at < from + 4; at += 1) {
    const byte = bytes[at]
    if (byte === undefined) return undefined
    value += (byte & 0x7f) * 2 ** (7 * (at - from))
    if (byte < 0x80) return { value, next: at + 1 }
  }
  return undefined
}
