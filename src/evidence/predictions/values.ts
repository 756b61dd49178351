import { message } from '../../shared/message.js'
import type { Node } from '../tree.js'
import { canonical } from './names.js'
import { numberFrom } from './number.js'

/** A date or an instant of a typed file: a name, and no number. */
export class Moment {
  constructor(readonly text: string) {}
}

/** A value as a finite number; NaN where it is none. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN
  if (typeof value === 'bigint') return Number(value)
  return typeof value === 'string' ? numberFrom(value.trim()) : Number.NaN
}

/** A value as text, empty for a missing one; undefined where it is no plain value. */
export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return ''
  if (value instanceof Moment) return value.text
  if (value instanceof Uint8Array) return utf8(value)
  return typeof value === 'object' ? undefined : String(value)
}

/** What a value is that is no plain one, for a message. */
export function kindOf(value: unknown) {
  return message(value instanceof Uint8Array ? 'evidence.predictions.bytes' : 'evidence.predictions.nested')
}

/**
 * A value of a tree. A number becomes the text that all its spellings have in common, so that none of its digits is lost;
 * what is nested stays as it is.
 */
export function plainOf(node: Node | undefined): unknown {
  if (node === undefined || node.kind === 'null') return undefined
  if (node.kind === 'map' || node.kind === 'list') return node
  return node.kind === 'number' ? canonical(node.text) : node.text
}

const DECODER = new TextDecoder('utf-8', { fatal: true })

/** Bytes as text; undefined where they are none in UTF-8. */
export function utf8(bytes: Uint8Array): string | undefined {
  try {
    return DECODER.decode(bytes)
  } catch {
    return undefined
  }
}
