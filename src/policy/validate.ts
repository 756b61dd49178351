import { policySchema } from './schema.js'
import check from './validate.generated.js'
import { type SchemaError, violations } from './violations.js'

export type { SchemaError } from './violations.js'

/** Every violation of the policy's schema, by the validator that was generated from it at build time. */
export function validate(data: unknown): SchemaError[] {
  return violations(data, check, policySchema)
}
