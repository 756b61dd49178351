import type { Evidence } from '../evidence/evidence.js'
import { ageChecks } from '../gates/age.js'
import { bindingCheck } from '../gates/binding.js'
import type { Circumstances as GateCircumstances } from '../gates/contract.js'
import { trackedCheck } from '../gates/tracked.js'
import type { DemandedGate, Policy } from '../policy/policy.js'
import type { GateReport, ModelReport } from '../report/model.js'
import type { Approvals } from '../shared/approvals.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import { compareLocations, compareText } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { reasonOf } from '../shared/problem.js'
import type { Check, Enforcement } from '../verdict/outcome.js'
import { decide, type JudgedGate, worstOutcome } from '../verdict/verdict.js'
import { type Circumstances, waive, waiverChecks } from '../verdict/waivers.js'
import type { Assessor } from './compliance.js'

/** What is known of the run that judges, as data. */
export interface Run extends Circumstances {
  /** The judged commit in full: its head, and on a pull request the merge commit that is checked out. Empty: not known. */
  readonly commits: readonly string[]
  /** What GitHub said of who approved; absent where it was not asked. */
  readonly approvals?: Approvals
}

/** Nothing is known of the run: nothing that depends on it is taken for granted. */
const UNKNOWN: Run = { now: Number.NaN, waivable: false, interested: [], commits: [] }

/**
 * Policy × evidence × circumstances → the judged model. Every gate runs, whatever happens in the others. Frameworks look at
 * what was judged, waivers included.
 */
export function judge(policy: Policy, evidence: Evidence, run: Run = UNKNOWN, frameworks?: Assessor): ModelReport {
  const { model, onInsufficient, waivers, risk } = policy
  const { approvals } = run
  const circumstances = { ...(risk !== undefined && { risk }), ...(approvals && { approvals }) }
  const evaluated = (demanded: DemandedGate) => sound(demanded, evaluate(demanded, evidence, circumstances))
  const found = policy.gates.map((demanded) => ({ demanded, checks: evaluated(demanded) }))
  const about = supported('evidence', policy, () => evidenceChecks(policy, evidence, run))
  const gates = found.map(({ demanded: { id, enforcement }, checks }) =>
    gateReport(id, enforcement, waive(checks, waivers, run, onInsufficient)),
  )
  const ofEvidence = gateReport('evidence', 'block', waive(about, waivers, run, onInsufficient))
  const files = filesOf(evidence)
  const assessed = frameworks?.assess([...gates, ofEvidence], files, run)
  const required = assessed?.checks ?? []
  const all = [...found.flatMap(({ checks }) => checks), ...about, ...required]
  const blocks = [
    ofEvidence,
    gateReport('compliance', 'block', waive(required, waivers, run, onInsufficient)),
    gateReport(
      'waivers',
      'block',
      supported('waivers', policy, () => waiverChecks(all, waivers, run, onInsufficient)),
    ),
  ].filter(({ checks }) => checks.length > 0)
  const supporting = blocks.map((block): JudgedGate => ({ ...block, supporting: true }))
  return {
    name: model,
    verdict: decide([...gates, ...supporting], onInsufficient),
    gates: [...gates, ...blocks],
    evidence: files,
    ...(assessed !== undefined && { compliance: assessed.packs }),
  }
}

/** Whether the evidence is of the judged commit, of one model, of the same data and of a tracked run, and not too old. */
function evidenceChecks(
  { bindings: { facets, maxAge, tracked } }: Policy,
  evidence: Evidence,
  { commits, now }: Run,
): Check[] {
  const bound = facets.filter(({ facet }) => facet !== 'created')
  const created = facets.find(({ facet }) => facet === 'created')
  return [
    ...ageChecks(evidence, created, maxAge, now),
    ...bound.map((binding) => bindingCheck(binding, evidence, commits)),
    ...(tracked === undefined ? [] : [trackedCheck(evidence, tracked)]),
  ]
}

function gateReport(id: string, enforcement: Enforcement, checks: readonly Check[]): GateReport {
  const sorted = [...checks].sort((a, b) => compareText(a.id, b.id))
  return { id, enforcement, outcome: worstOutcome(checks.map(({ outcome }) => outcome)), checks: sorted }
}

/** The checks in order of id, and an error for what a gate must never do: yield nothing, or one id twice. */
function sound(demanded: DemandedGate, checks: readonly Check[]): Check[] {
  const sorted = [...checks].sort((a, b) => compareText(a.id, b.id))
  if (sorted.length === 0) return [errorCheck(demanded, message('app.nothing-checked'))]
  const twice = sorted.find(({ id }, index) => id === sorted[index + 1]?.id)
  return twice === undefined ? sorted : [errorCheck(demanded, message('app.same-id', { id: twice.id })), ...sorted]
}

/** A gate that throws is a bug; it becomes an error of its own, so that the others are still reported. */
function evaluate(demanded: DemandedGate, evidence: Evidence, circumstances: GateCircumstances): Check[] {
  try {
    return demanded.gate.evaluate(demanded, evidence, circumstances)
  } catch (error) {
    const why = reasonOf(error)
    return [errorCheck(demanded, message('app.gate-crashed', { why }))]
  }
}

/** The checks of a block beside the gates, under the same rule as a gate's. */
function supported(id: string, { locate }: Policy, checks: () => Check[]): Check[] {
  try {
    return checks()
  } catch (error) {
    const crashed = message('app.gate-crashed', { why: reasonOf(error) })
    return [{ id, outcome: 'error', title: message('app.gate', { id }), message: crashed, policy: locate('') }]
  }
}

/** What the gates say besides their checks. */
export function notesOf({ gates }: Policy, evidence: Evidence): Message[] {
  return gates.flatMap((demanded) => {
    try {
      return demanded.gate.notes?.(demanded, evidence) ?? []
    } catch (error) {
      return [message('app.gate-crashed', { why: reasonOf(error) })]
    }
  })
}

function errorCheck({ id, locate }: DemandedGate, why: Message): Check {
  return { id, outcome: 'error', title: message('app.gate', { id }), message: why, policy: locate('') }
}

/** One row a file, even where several kinds of evidence name it: a row says which kind. */
function filesOf(evidence: Evidence): EvidenceFile[] {
  return Object.values(evidence)
    .flatMap((source: Evidence[keyof Evidence]) => source?.items.map(({ file }) => file) ?? [])
    .sort((a, b) => compareLocations(a, b) || compareText(a.kind, b.kind))
}
