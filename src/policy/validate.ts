import type { Gate } from '../gates/contract.js'
import type { Problem } from '../shared/problem.js'
import { type Violation, violationsOf } from '../shared/schema.js'
import type { PolicyDocument } from './document.js'
import { policySchema } from './schema.js'

/** Where a document violates the policy's schema, and what is to be said of that. `gates` are those that it asks for. */
export async function validate(
  document: PolicyDocument,
  gates: readonly Gate<never>[],
): Promise<{ readonly violations: readonly Violation[]; readonly explained: readonly Problem[] }> {
  const violations = violationsOf(document.data, policySchema(gates))
  // Most policies are right: what words their mistakes is loaded for the others.
  const explained = violations.length === 0 ? [] : (await import('./explain.js')).explain(violations, document)
  return { violations, explained }
}
