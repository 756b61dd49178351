import type { Evidence } from '../evidence/evidence.js'
import type { DemandedGate, Policy } from '../policy/policy.js'
import type { EvidenceFile, GateReport, ModelReport } from '../report/model.js'
import { compareLocations, compareText } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { reasonOf } from '../shared/problem.js'
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

function runGate(demanded: DemandedGate, evidence: Evidence): GateReport {
  const checks = sound(demanded, evaluate(demanded, evidence))
  const { id, enforcement } = demanded
  return { id, enforcement, outcome: worstOutcome(checks.map(({ outcome }) => outcome)), checks }
}

/** The checks in order of id, and an error for what a gate must never do: yield nothing, or one id twice. */
function sound(demanded: DemandedGate, checks: readonly Check[]): Check[] {
  const sorted = [...checks].sort((a, b) => compareText(a.id, b.id))
  if (sorted.length === 0) return [errorCheck(demanded, message('app.nothing-checked'))]
  const twice = sorted.find(({ id }, index) => id === sorted[index + 1]?.id)
  return twice === undefined ? sorted : [errorCheck(demanded, message('app.same-id', { id: twice.id })), ...sorted]
}

/** A gate that throws is a bug; it becomes an error of its own, so that the others are still reported. */
function evaluate(demanded: DemandedGate, evidence: Evidence): Check[] {
  try {
    return demanded.gate.evaluate(demanded, evidence)
  } catch (error) {
    const why = reasonOf(error)
    return [errorCheck(demanded, message('app.gate-crashed', { why }))]
  }
}

function errorCheck({ id, locate }: DemandedGate, why: Message): Check {
  return { id, outcome: 'error', title: message('app.gate', { id }), message: why, policy: locate('') }
}

/** One row a file, even where several kinds of evidence name it: a row says which kind. */
function filesOf(evidence: Evidence): EvidenceFile[] {
  return Object.values(evidence)
    .flatMap((source: Evidence[keyof Evidence]) => source.items.map(({ file }) => file))
    .sort((a, b) => compareLocations(a, b) || compareText(a.kind, b.kind))
}
