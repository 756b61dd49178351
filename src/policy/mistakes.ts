import type { LoadedGate, Violation } from '../gates/contract.js'
import type { Problem } from '../shared/problem.js'
import type { PolicyDocument } from './document.js'
import { explain } from './explain.js'
import { policySchema } from './schema.js'
import { inContext } from './violations.js'

/** Words every violation of the policy's schema; `gates` are those whose options the schema has to know. */
export function explainPolicy(
  violations: readonly Violation[],
  document: PolicyDocument,
  gates: readonly LoadedGate[],
): Problem[] {
  const schema = policySchema(gates.map(({ gate }) => gate))
  return explain(inContext(violations, document.data, schema), document)
}
