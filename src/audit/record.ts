import type { Subject } from '../report/model.js'
import { DIRECTIONS, type Direction } from '../shared/change.js'
import { message } from '../shared/message.js'
import { failed, ok, type Problem, problem, type Result, reasonOf } from '../shared/problem.js'
import { ENFORCEMENTS, type Enforcement, OUTCOMES, type Outcome, VERDICTS, type Verdict } from '../verdict/outcome.js'
import { canonical } from './canonical.js'
import { anything, count, like, list, maybe, names, nullable, object, oneOf, type Shape, text } from './shape.js'

/** The name and version of the format. A later version of the program may add members to it, and takes none away. */
export const AUDIT_SCHEMA = 'ml-gate-audit/1'

/** One decision, as one file of the trail holds it. */
export interface AuditEntry {
  readonly schema: typeof AUDIT_SCHEMA
  /** Its place in the trail: the first entry is 1. It is also its file's name. */
  readonly sequence: number
  /** Tells this decision from every other, even one that is equal in everything else. */
  readonly id?: string
  /** SHA-256 of the previous entry's bytes, in lower-case hex; null in the first. */
  readonly previous: string | null
  /** When it was recorded, as the writer's clock had it: `2026-11-25T14:05:09.123Z`. */
  readonly time: string
  readonly verdict: Verdict
  readonly counts: RecordedCounts
  /** What was judged and in which run; each member is absent where it is not known. */
  readonly subject: Subject
  readonly policy: RecordedPolicy
  /** Mistakes in the inputs or the policy; where there are any, nothing was evaluated and `models` is empty. */
  readonly problems: readonly RecordedProblem[]
  /** In order of their names. */
  readonly models: readonly ModelRecord[]
  readonly retention?: RecordedRetention
  /** The version of the program that recorded it. */
  readonly tool?: string
}

/** Of checks, named as in `report.json`. */
export interface RecordedCounts {
  readonly checks: number
  readonly passed: number
  /** `fail` and `missing`. */
  readonly failed: number
  readonly insufficient: number
  readonly errors: number
  readonly waived: number
  readonly not_applicable: number
}

export interface RecordedPolicy {
  /** The file it was read from; for an inline policy the workflow file, where that was found. */
  readonly source: string
  readonly from: 'inline' | 'head' | 'base'
  /** Why this policy was in force, as `PolicyState` names it. */
  readonly state?: string
  /** The base branch's commit that was looked at. */
  readonly commit?: string
  /** Of the policy's text; empty where none could be read. */
  readonly sha256: string
  /** The policy with its defaults filled in: plain data of JSON, `null` where there was no valid one. */
  readonly resolved: unknown
  /** How the judged commit's policy differed; absent where the two were not compared. */
  readonly changes?: readonly RecordedChange[]
}

export interface RecordedChange {
  /** What differs, in English, such as `f1`. */
  readonly what: string
  readonly base?: string
  readonly head?: string
  readonly direction: Direction
}

export interface RecordedProblem {
  /** Stable, such as `policy.unknown-key`. */
  readonly code: string
  readonly path?: string
  readonly line?: number
}

export interface ModelRecord {
  readonly name: string
  readonly version?: string
  readonly risk?: string
  /** `@login` or `@org/team`. */
  readonly owner?: string
  readonly verdict: Verdict
  /** In order of their ids. */
  readonly gates: readonly GateRecord[]
  /**
   * The values that metrics were judged by: decimal texts, and with their unit where their file has another one
   * (`12300000 ns`); a metric that could not be read is not among them. A map, since a file chose the names.
   */
  readonly metrics: ReadonlyMap<string, string>
  readonly evidence: readonly RecordedFile[]
  readonly approvals: readonly RecordedApproval[]
  /** The policy's waivers, whether or not they held. */
  readonly waivers: readonly RecordedWaiver[]
}

export interface GateRecord {
  readonly id: string
  readonly enforcement: Enforcement
  readonly outcome: Outcome
  readonly checks: readonly CheckRecord[]
}

export interface CheckRecord {
  readonly id: string
  readonly outcome: Outcome
  /** The demand as compared, `>= 0.85`. */
  readonly expected?: string
  /** The observed value as a decimal text. */
  readonly actual?: string
}

/** A file that was read, exactly. */
export interface RecordedFile {
  readonly kind: string
  readonly path: string
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

export interface RecordedApproval {
  /** `@login`. */
  readonly by: string
  readonly role?: string
  /** ISO 8601. */
  readonly at: string
  /** The commit that was approved. */
  readonly commit: string
}

/** Named as a policy names its members. */
export interface RecordedWaiver {
  readonly check: string
  readonly reason: string
  readonly owner: string
  readonly 'approved-by': string
  /** Its last day (UTC), `2026-12-31`. */
  readonly expires: string
}

/** How long the record should be kept. Nothing is ever deleted by the program. */
export interface RecordedRetention {
  /** The preset's id. */
  readonly preset: string
  /** The first day (UTC) on which the preset no longer asks for it, `2036-11-25`. */
  readonly until: string
}

const hex = like(/^[0-9a-f]{64}$/, message('audit.hash'))
const date = like(/^\d{4}-\d{2}-\d{2}$/, message('audit.day'))
const moment = like(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, message('audit.moment'))

const gate = object<GateRecord>({
  id: text,
  enforcement: oneOf(ENFORCEMENTS),
  outcome: oneOf(OUTCOMES),
  checks: list(object<CheckRecord>({ id: text, outcome: oneOf(OUTCOMES), expected: maybe(text), actual: maybe(text) })),
})

const model = object<ModelRecord>({
  name: text,
  version: maybe(text),
  risk: maybe(text),
  owner: maybe(text),
  verdict: oneOf(VERDICTS),
  gates: list(gate),
  metrics: names(text),
  evidence: list(object({ kind: text, path: text, sha256: hex, bytes: count })),
  approvals: list(object<RecordedApproval>({ by: text, role: maybe(text), at: text, commit: text })),
  waivers: list(object({ check: text, reason: text, owner: text, 'approved-by': text, expires: date })),
})

const change = object<RecordedChange>({
  what: text,
  base: maybe(text),
  head: maybe(text),
  direction: oneOf(DIRECTIONS),
})

const policy = object<RecordedPolicy>({
  source: text,
  from: oneOf(['inline', 'head', 'base']),
  state: maybe(text),
  commit: maybe(text),
  sha256: like(/^(?:[0-9a-f]{64})?$/, message('audit.hash-or-nothing')),
  resolved: anything,
  changes: maybe(list(change)),
})

const subject = object<Subject>({
  repository: maybe(text),
  commit: maybe(text),
  merge_commit: maybe(text),
  pull_request: maybe(count),
  workflow: maybe(text),
  run: maybe(count),
  attempt: maybe(count),
  actor: maybe(text),
  author: maybe(text),
})

const entry: Shape<AuditEntry> = object<AuditEntry>({
  schema: oneOf([AUDIT_SCHEMA]),
  sequence: count,
  id: maybe(text),
  previous: nullable(hex),
  time: moment,
  verdict: oneOf(VERDICTS),
  counts: object({
    ...{ checks: count, passed: count, failed: count, insufficient: count },
    ...{ errors: count, waived: count, not_applicable: count },
  }),
  subject,
  policy,
  problems: list(object<RecordedProblem>({ code: text, path: maybe(text), line: maybe(count) })),
  models: list(model),
  retention: maybe(object({ preset: text, until: date })),
  tool: maybe(text),
})

/** The bytes of an entry as text: canonical JSON (RFC 8785) and a line feed. The same entry always gives the same. */
export function serialiseEntry(one: AuditEntry): string {
  const models = one.models.map((it) => ({ ...it, metrics: Object.fromEntries(it.metrics) }))
  return `${canonical({ ...one, models })}\n`
}

/**
 * Reads one entry's text strictly: JSON in the canonical form that {@link serialiseEntry} writes, to the byte, with every
 * member that the format demands. Members that it does not know are left out of what is given back. Otherwise all that
 * is wrong with it, without a place: the caller knows the file.
 */
export function parseEntry(written: string): Result<AuditEntry> {
  let data: unknown
  try {
    data = JSON.parse(written)
    if (`${canonical(data)}\n` !== written) return failed(problem('audit.not-canonical'))
  } catch (error) {
    return failed(problem('audit.not-json', { why: reasonOf(error) }))
  }
  const wrong: Problem[] = []
  const read = entry(data, '', wrong)
  return wrong.length > 0 ? failed(...wrong) : ok(read)
}
