import check from './validate.generated.js'

/** One violation, as ajv reports it with `verbose`. */
export interface SchemaError {
  /** JSON Pointer of the value that is wrong. */
  readonly instancePath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
  /** The value itself. */
  readonly data?: unknown
  /** The schema that refused it. */
  readonly parentSchema?: Readonly<Record<string, unknown>>
}

/** Every violation of the policy's schema, by the validator that was generated from it at build time. */
export function validate(data: unknown): SchemaError[] {
  return check(data) ? [] : [...(check.errors ?? [])]
}
