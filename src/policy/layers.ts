import type { Location } from '../shared/location.js'
import type { PolicyDocument } from './document.js'

type Segments = readonly (string | number)[]

/**
 * Documents laid one over the other: what an upper one says wins. Mappings are merged key by key; a list or a scalar is
 * replaced as a whole, and so is a mapping by a value of another kind. Each value knows the document it was written in.
 *
 * `upper` is the policy's own document; `lower` come below it, in order.
 */
export function layered(upper: PolicyDocument, ...lower: readonly PolicyDocument[]): PolicyDocument {
  if (lower.length === 0) return upper
  const layers = [upper, ...lower]
  /** The topmost layer that has the value, else the one that has most of the way to it. */
  const layerOf = (segments: Segments) =>
    layers.reduce((best, next) => (depth(next.data, segments) > depth(best.data, segments) ? next : best))
  return {
    data: layers.map(({ data }) => data).reduce(merged),
    mended: layers.flatMap(({ mended }) => mended),
    locate: (segments): Location => layerOf(segments).locate(segments),
    written: (segments) => layerOf(segments).written(segments),
  }
}

function merged(upper: unknown, lower: unknown): unknown {
  if (!isMapping(upper) || !isMapping(lower)) return upper === undefined ? lower : upper
  const keys = [...new Set([...Object.keys(upper), ...Object.keys(lower)])]
  // No prototype: a key may have any name.
  const all: Record<string, unknown> = Object.create(null)
  for (const key of keys) all[key] = merged(memberOf(upper, key), memberOf(lower, key))
  return all
}

/** How many segments of the way to a value there are. */
function depth(data: unknown, segments: Segments): number {
  let node = data
  for (const [index, segment] of segments.entries()) {
    node = memberOf(node, String(segment))
    if (node === undefined) return index
  }
  return segments.length
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
