import type { Evidence } from '../evidence/evidence.js'
import type { Gate } from '../gates/contract.js'
import { gates } from '../gates/registry.generated.js'
import type { DemandedGate, Policy } from '../policy/policy.js'
import type { EvidenceFile, GateReport, ModelReport } from '../report/model.js'
import { compareLocations, compareText } from '../shared/location.js'
import { message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import { decide, worstOutcome } from '../verdict/verdict.js'

/** Policy × evidence → the judged model. Every gate runs, whatever happens in the others. */
export function judge(policy: Policy, evidence: Evidence): ModelReport {
  const judged = policy.gates.map((demanded) => runGate(demanded, evidence))
  return {
    name: policy.model,
    verdict: decide(judged, policy.onInsufficient),
    gates: judged,
    evidence: filesOf(evidence),
  }
}

/** The gate of a demand; a policy that was validated names no other. */
export function gateOf({ id }: DemandedGate): Gate<never> {
  const gate = gates.find((candidate) => candidate.id === id)
  if (gate === undefined) throw new Error(`no gate ${id}`)
  return gate
}

function runGate(demanded: DemandedGate, evidence: Evidence): GateReport {
  const checks = evaluate(demanded, evidence).sort((a, b) => compareText(a.id, b.id))
  const { id, enforcement } = demanded
  return { id, enforcement, outcome: worstOutcome(checks.map(({ outcome }) => outcome)), checks }
}

/** A gate that throws is a bug; it becomes an error of its own, so that the others are still reported. */
function evaluate(demanded: DemandedGate, evidence: Evidence): Check[] {
  try {
    return gateOf(demanded).evaluate(demanded, evidence)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    const id = demanded.id
    return [
      {
        id,
        outcome: 'error',
        title: message('app.gate', { id }),
        message: message('app.gate-crashed', { why }),
        policy: demanded.locate(''),
      },
    ]
  }
}

/** One row a file, even where several kinds of evidence name it: a row says which kind. */
function filesOf(evidence: Evidence): EvidenceFile[] {
  return Object.values(evidence)
    .flatMap((source: Evidence[keyof Evidence]) => source.items.map(({ file }) => file))
    .sort((a, b) => compareLocations(a, b) || compareText(a.kind, b.kind))
}
