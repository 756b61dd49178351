import type { Violation } from '../gates/contract.js'
import { segmentsOf } from '../shared/location.js'

export type { Validator, Violation } from '../gates/contract.js'

type Schema = Readonly<Record<string, unknown>>

/** A violation with what it is about. */
export interface SchemaError extends Violation {
  /** The value itself. */
  readonly data: unknown
  /** What is said of a value at this place. */
  readonly schema: Schema
}

/**
 * Violations with the values and the schemas at their places; these are looked up here rather than by ajv's `verbose`,
 * which would repeat them at every check in the generated code.
 */
export function inContext(errors: readonly Violation[], data: unknown, root: Schema): SchemaError[] {
  return errors.map((error) => {
    const segments = segmentsOf(error.instancePath)
    return { ...error, data: segments.reduce(member, data), schema: schemaAt(root, segments) }
  })
}

/** The schema of the value at a path. The schemas have no alternatives, so there is one. */
function schemaAt(root: Schema, segments: readonly string[]): Schema {
  return segments.reduce<Schema>((schema, segment) => {
    const own = member(schema.properties, segment)
    const item = /^[0-9]+$/.test(segment) ? schema.items : undefined
    return resolved(root, own ?? item ?? schema.additionalProperties)
  }, root)
}

function resolved(root: Schema, schema: unknown): Schema {
  const reference = member(schema, '$ref')
  const target = typeof reference === 'string' ? segmentsOf(reference).reduce(member, root as unknown) : schema
  return typeof target === 'object' && target !== null ? (target as Schema) : {}
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined
}
