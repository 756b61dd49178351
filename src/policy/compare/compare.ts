import type { Gate } from '../../gates/contract.js'
import { canonical, fact, otherTerms, rank, type Term, unlessOpen, valueByName } from '../../gates/terms.js'
import type { Change } from '../../shared/change.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { ENFORCEMENTS, ON_INSUFFICIENT } from '../../verdict/outcome.js'
import { UNRECORDED } from '../audit.js'
import type { DemandedGate, Policy } from '../policy.js'
import { complianceTerms } from './compliance.js'
import { type Data, plain } from './data.js'
import { differences } from './differences.js'
import { bindTerms, waiverTerms } from './outside.js'

/** What of a policy is compared. */
export type Compared = Pick<Policy, 'gates' | 'resolved' | 'locate'>

/**
 * Every difference between two policies, each with what it does to the demands. Nothing that differs is left out: what
 * no gate can judge is a row that says `changed`. A policy compared with itself gives none, and the other way round each
 * row has the opposite direction.
 */
export function comparePolicies(base: Compared, head: Compared): Change[] {
  const [before, after] = [plain(base.resolved), plain(head.resolved)]
  const ids = [...new Set([...base.gates, ...head.gates].map(({ id }) => id))].sort()
  // A gate that is there on one side only has its row already.
  const both = ids.filter((id) => gateOf(base, id) !== undefined && gateOf(head, id) !== undefined)
  const frameworks = before.compliance !== undefined && after.compliance !== undefined
  const failsUndecided = [before, after].every((resolved) => resolved['on-insufficient'] === 'fail')
  const judgeable = (terms: readonly Term[]) => terms.map((it) => unlessOpen(it, failsUndecided))
  const general = (data: Data, policy: Compared) => judgeable(generalTerms(data, policy, both, frameworks))
  const found = [
    ...ids.flatMap((id) => compareGate(id, gateOf(base, id), gateOf(head, id), judgeable, head)),
    ...differences(general(before, base), general(after, head), head.locate),
  ]
  if (found.length > 0 || canonical(before) === canonical(after)) return found
  return [{ what: message('policy.change-other'), direction: 'changed', at: head.locate(''), name: '' }]
}

function gateOf({ gates }: Compared, id: string): DemandedGate | undefined {
  return gates.find((gate) => gate.id === id)
}

function compareGate(
  id: string,
  base: DemandedGate | undefined,
  head: DemandedGate | undefined,
  judgeable: (terms: readonly Term[]) => readonly Term[],
  { locate }: Compared,
): Change[] {
  const what = message('terms.gate', { gate: id })
  if (head === undefined) return [{ what, base: id, direction: 'weaker', at: locate(`/${id}`), name: id }]
  if (base === undefined) return [{ what, head: id, direction: 'stricter', at: head.locate(''), name: id }]
  const found = differences(judgeable(termsOf(base)), judgeable(termsOf(head)), head.locate, id)
  const [before, after] = [canonical(base.options), canonical(head.options)]
  if (found.length > 0 || before === after) return found
  return [{ what, base: before, head: after, direction: 'changed', at: head.locate(''), name: id }]
}

/** What a gate of a policy demands, one by one. */
export function termsOf({ id, gate, options }: DemandedGate): readonly Term[] {
  return gate.terms?.(options) ?? anyTerms(id, options)
}

/** The terms of a gate that says nothing of its own: one for each of its options. */
function anyTerms(id: string, options: Parameters<NonNullable<Gate<never>['terms']>>[0]): Term[] {
  const data: unknown = options
  const of = message('terms.gate', { gate: id })
  return typeof data === 'object' && data !== null
    ? otherTerms(data, [], of, '')
    : [{ key: '', what: of, pointer: '', value: fact(data) }]
}

const RISKS = ['minimal', 'limited', 'high']
/** The mildest first. */
const MILD_ENFORCEMENTS = [...ENFORCEMENTS].reverse()
const MILD_ON_INSUFFICIENT = [...ON_INSUFFICIENT].reverse()

/** What stands outside the gates. Keys that nothing is known of are compared by their names. */
function generalTerms(resolved: Data, { gates }: Compared, both: readonly string[], frameworks: boolean): Term[] {
  const own = gates.map(({ id }) => id)
  const { risk, enforcement, evidence, waivers, compliance, audit, 'on-insufficient': onInsufficient } = resolved
  const rest = Object.entries(resolved).filter(([key]) => ![...GENERAL, ...own].includes(key))
  return [
    ...(risk === undefined ? [] : [term('risk', rank(risk, RISKS))]),
    ...(onInsufficient === undefined ? [] : [term('on-insufficient', rank(onInsufficient, MILD_ON_INSUFFICIENT))]),
    ...Object.entries(plain(enforcement))
      .filter(([id]) => both.includes(id))
      .map(([id, value]) => term('enforcement', rank(value, MILD_ENFORCEMENTS), id)),
    ...Object.entries(plain(evidence)).flatMap(([kind, value]) =>
      kind === 'bind' ? bindTerms(value) : [term('evidence', evidenceValue(kind, value), kind)],
    ),
    ...waiverTerms(waivers),
    // Controls for high-risk uses are left out where another risk is stated, and only there.
    ...complianceTerms(compliance, frameworks && (risk === undefined || risk === 'high')),
    ...auditTerms(audit),
    ...rest.map(([key, value]) => term(key, valueByName(key, value))),
  ]
}

const GENERAL: readonly string[] = [
  'risk',
  'on-insufficient',
  'enforcement',
  'evidence',
  'waivers',
  'compliance',
  'audit',
]

function term(key: string, value: Term['value'], inner?: string): Term {
  const at = pointerTo('', key)
  if (inner === undefined) return { key, what: message('policy.change-key', { key }), pointer: at, value }
  const what = message('policy.change-part', { key, part: inner })
  return { key: `${key}/${inner}`, what, pointer: pointerTo(at, inner), value }
}

/** Paths as people write them; another path, format or run is another file, and nobody knows what it holds. */
function evidenceValue(kind: string, value: unknown): Term['value'] {
  if (kind === 'tracked') return fact(value, 'stricter')
  if (!Array.isArray(value)) return valueByName(kind, value)
  const paths = value.map((item: unknown) => (typeof item === 'string' ? item : canonical(item)))
  return fact(value, 'changed', paths.join(', '))
}

/** A decision that is no longer recorded, or that may go unrecorded, is weaker; of another place nobody knows who guards it. */
function auditTerms(audit: unknown): Term[] {
  if (audit === undefined) return []
  const { unrecorded = 'error', retention, ...place } = plain(audit)
  return [
    term('audit', fact(place, 'stricter', Object.values(place).map(String).join(', '))),
    term('audit', rank(unrecorded, UNRECORDED), 'unrecorded'),
    ...(retention === undefined ? [] : [term('audit', fact(retention, 'stricter'), 'retention')]),
  ]
}
