import type { LoadedGate, Violation } from '../gates/contract.js'
import { segmentsOf } from '../shared/location.js'
import { policySchema } from './schema.js'
import check from './validate.generated.js'

type Schema = Readonly<Record<string, unknown>>

/** A violation with what it is about. */
export interface SchemaError extends Violation {
  /** The value itself. */
  readonly data: unknown
  /** What is said of a value at this place. */
  readonly schema: Schema
}

/**
 * Every violation of the policy's schema, by the validators that were generated from it and from the schemas of the
 * gates at build time. `gates` are those that the policy asks for. Values and schemas are looked up here rather than by
 * ajv's `verbose`, which would repeat them at every check in the generated code.
 */
export function validate(data: unknown, gates: readonly LoadedGate[]): SchemaError[] {
  const errors = [...violations(data), ...gates.flatMap((gate) => violationsOfGate(data, gate))]
  if (errors.length === 0) return []
  const root = policySchema(gates.map(({ gate }) => gate))
  return errors.map((error) => {
    const segments = segmentsOf(error.instancePath)
    return { ...error, data: segments.reduce(member, data), schema: schemaAt(root, segments) }
  })
}

function violations(data: unknown): readonly Violation[] {
  return check(data) ? [] : (check.errors ?? [])
}

function violationsOfGate(data: unknown, { gate: { id }, check }: LoadedGate): Violation[] {
  const own = member(data, id)
  if (own === undefined || check(own)) return []
  return (check.errors ?? []).map((error) => ({ ...error, instancePath: `/${id}${error.instancePath}` }))
}

/** The schema of the value at a path. The policy's schema has no alternatives, so there is one. */
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
