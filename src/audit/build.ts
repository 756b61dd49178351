import type { GateReport, ModelReport, PolicySource, Report } from '../report/model.js'
import type { Change } from '../shared/change.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import { compareText } from '../shared/location.js'
import type { Message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import { RETENTIONS, yearsAfter } from '../shared/retention.js'
import type { Check } from '../verdict/outcome.js'
import {
  AUDIT_SCHEMA,
  type AuditEntry,
  type GateRecord,
  type ModelRecord,
  type RecordedApproval,
  type RecordedPolicy,
  type RecordedProblem,
  type RecordedRetention,
  type RecordedWaiver,
} from './record.js'

/** What an entry says beside its place in the trail. */
export interface Decision extends Omit<AuditEntry, 'sequence' | 'previous' | 'time' | 'retention'> {
  /** The id of a preset of `RETENTIONS`; the day follows from when it is recorded. */
  readonly preset?: string
}

/** What a report may say of a model beside what every report does. */
interface Told {
  readonly version?: string
  readonly risk?: string
  readonly owner?: string
}

/** What is recorded of a report; `say` words what has no short form, always in one language so that it can be searched. */
export function decisionOf(
  report: Report,
  say: (message: Message) => string,
  more: { readonly preset?: string; readonly tool: string; readonly id: string },
): Decision {
  const { notApplicable, ...counts } = report.counts
  const models = [...report.models].sort((a, b) => compareText(a.name, b.name))
  return {
    schema: AUDIT_SCHEMA,
    verdict: report.verdict,
    counts: { ...counts, not_applicable: notApplicable },
    subject: report.subject,
    policy: policyOf(report.policy, say),
    problems: report.problems.map(problemOf),
    models: models.map((model) => modelOf(model, report.policy.resolved)),
    ...more,
  }
}

/** The decision at its place: behind the entry whose bytes have the digest `previous`; `time` as an entry writes it. */
export function entryAt(decision: Decision, place: Pick<AuditEntry, 'sequence' | 'previous' | 'time'>): AuditEntry {
  const { preset, ...rest } = decision
  const retention = retentionOf(preset, place.time)
  return { ...rest, ...place, ...(retention && { retention }) }
}

function retentionOf(preset: string | undefined, time: string): RecordedRetention | undefined {
  const found = RETENTIONS.find(({ id }) => id === preset)
  return found && { preset: found.id, until: yearsAfter(time, found.years) }
}

function policyOf(used: PolicySource, say: (message: Message) => string): RecordedPolicy {
  const { source, from, state, commit, sha256, resolved, changes } = used
  return {
    ...{ source, from, sha256, resolved: resolved ?? null },
    ...(state !== undefined && { state }),
    ...(commit !== undefined && { commit }),
    ...(changes !== undefined && { changes: changes.map((change) => changeOf(change, say)) }),
  }
}

function changeOf({ what, base, head, direction }: Change, say: (message: Message) => string) {
  return { what: say(what), direction, ...(base !== undefined && { base }), ...(head !== undefined && { head }) }
}

function problemOf({ message: { id: code }, at }: Problem): RecordedProblem {
  return { code, ...(at !== undefined && { path: at.path }), ...(at?.line !== undefined && { line: at.line }) }
}

function modelOf(model: ModelReport & Told, resolved: unknown): ModelRecord {
  const { name, verdict, version, owner } = model
  const risk = model.risk ?? textAt(resolved, 'risk')
  const gates = [...model.gates].sort((a, b) => compareText(a.id, b.id))
  return {
    ...{ name, verdict, approvals: approvalsOf(model), waivers: waiversOf(resolved) },
    ...(version !== undefined && { version }),
    ...(risk !== undefined && { risk }),
    ...(owner !== undefined && { owner }),
    gates: gates.map(gateOf),
    metrics: new Map(gates.flatMap(({ checks }) => checks.flatMap(metricOf))),
    evidence: model.evidence.map(({ kind, path, sha256, bytes }: EvidenceFile) => ({ kind, path, sha256, bytes })),
  }
}

/** Everyone whose approval counted, once for each role: several checks may rest on one approval. */
function approvalsOf({ gates }: ModelReport): RecordedApproval[] {
  const all = gates.flatMap(({ checks }) => checks.flatMap(({ approvals = [] }) => approvals))
  const distinct = new Map(
    all.map(({ by, role, at, commit }) => [JSON.stringify([by, role, at, commit]), { by, role, at, commit }]),
  )
  return [...distinct]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { role, ...approval }]) => ({ ...approval, ...(role !== undefined && { role }) }))
}

function gateOf({ id, enforcement, outcome, checks }: GateReport): GateRecord {
  const ordered = [...checks].sort((a, b) => compareText(a.id, b.id))
  return { id, enforcement, outcome, checks: ordered.map(checkOf) }
}

function checkOf({ id, outcome, expected, actual }: Check) {
  return { id, outcome, ...(expected !== undefined && { expected }), ...(actual !== undefined && { actual }) }
}

/** The value of a metric, where a check is of the metric itself and not of how it compares with another. */
function metricOf({ id, title: { params }, actual, written }: Check): [string, string][] {
  const { metric } = params
  const value = written ?? actual
  return typeof metric === 'string' && id === `performance/${metric}` && value !== undefined ? [[metric, value]] : []
}

/** The schema of policies has accepted them; what it does not know is no waiver. */
function waiversOf(resolved: unknown): RecordedWaiver[] {
  const waivers = valueAt(resolved, 'waivers')
  if (!Array.isArray(waivers)) return []
  return waivers.flatMap((waiver: unknown) => {
    const [check, reason, owner, approvedBy, expires] = [
      ...['check', 'reason', 'owner', 'approved-by', 'expires'].map((name) => textAt(waiver, name)),
    ]
    if (check === undefined || reason === undefined || owner === undefined) return []
    return approvedBy === undefined || expires === undefined
      ? []
      : [{ check, reason, owner, 'approved-by': approvedBy, expires }]
  })
}

function textAt(data: unknown, name: string): string | undefined {
  const value = valueAt(data, name)
  return typeof value === 'string' ? value : undefined
}

function valueAt(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined
}
