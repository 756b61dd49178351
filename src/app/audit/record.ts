import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { decisionOf } from '../../audit/build.js'
import { checksumsOf, statementOf } from '../../audit/statement.js'
import { type Audit, auditOf } from '../../policy/audit.js'
import { jsonText } from '../../report/json-text.js'
import type { Report } from '../../report/model.js'
import { type Message, message } from '../../shared/message.js'
import { problem } from '../../shared/problem.js'
import { RETENTIONS, yearsAfter } from '../../shared/retention.js'
import type { Check } from '../../verdict/outcome.js'
import { gravest } from '../../verdict/verdict.js'
import type { ReportFile } from '../files.js'
import { VERSION } from '../version.js'
import { wordingFor } from '../wording.js'
import { type Appended, appendToFolder, linkIn, type Recorded } from './folder.js'

/** Where a decision can be recorded from here. */
export interface Sinks {
  /** The judged folder, which the policy's `folder` is relative to; undefined where there is none. */
  readonly base?: string
  /** `--audit DIR`, which wins over what the policy names. */
  readonly folder?: string
  /** The judged repository's API; undefined on the command line, which speaks to nobody. */
  readonly api?: { readonly repository?: string; readonly token: string; readonly apiUrl: string }
  /** Where runs have their pages; undefined on the command line. */
  readonly serverUrl?: string
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** The report with what came of recording it, and the files that say the same to other programs. */
export interface Kept {
  readonly report: Report
  readonly files: readonly ReportFile[]
}

/**
 * Records a decision where the policy in force or the command line says, and gives the report with what came of it: a note
 * where it was recorded. A decision that should have been recorded and was not is an error of its own check, in plain
 * sight, or a warning where the policy says so.
 */
export async function recordDecision(report: Report, sinks: Sinks): Promise<Kept> {
  const { report: kept, entry } = await recorded(report, sinks)
  return { report: kept, files: statementFiles(kept, runUrl(kept, sinks.serverUrl), entry) }
}

/** Ready for `actions/attest`: the predicate with the subjects' checksums, and the whole statement for everyone else. */
function statementFiles(report: Report, url: string | undefined, entry: Appended | undefined): ReportFile[] {
  const statement = statementOf(report, url, entry)
  if (statement === undefined) return []
  return [
    { name: 'decision.intoto.json', text: jsonText(statement) },
    { name: 'predicate.json', text: jsonText(statement.predicate) },
    { name: 'subjects.sha256', text: checksumsOf(report, entry) },
  ]
}

function runUrl({ subject }: Report, serverUrl: string | undefined): string | undefined {
  const { repository, run, attempt } = subject
  if (serverUrl === undefined || repository === undefined || run === undefined) return undefined
  return `${serverUrl}/${repository}/actions/runs/${run}${attempt === undefined ? '' : `/attempts/${attempt}`}`
}

/** The report with what came of recording it, and the entry where there is one now. */
async function recorded(report: Report, sinks: Sinks): Promise<{ report: Report; entry?: Appended }> {
  const audit = auditOf(report.policy.resolved)
  const base = sinks.base ?? '.'
  const folder = sinks.folder ?? (audit?.folder === undefined ? undefined : join(base, audit.folder))
  if (folder === undefined && audit?.branch === undefined) return { report }
  if (folder === undefined && sinks.api === undefined)
    return { report: noted(report, message('audit.not-here', { branch: audit?.branch ?? '' })) }
  const link = sinks.folder === undefined && audit?.folder !== undefined ? linkIn(base, audit.folder) : undefined
  if (link !== undefined) return { report: unrecorded(report, message('audit.link', { path: link }), audit) }
  const { say } = wordingFor('en')
  const preset = audit?.retention
  const decision = decisionOf(report, (said) => say(said), {
    ...(preset !== undefined && { preset }),
    tool: VERSION,
    id: randomUUID(),
  })
  const { now } = sinks
  const result: Recorded =
    folder === undefined
      ? await (await import('./branch.js')).appendToTrailBranch(audit?.branch ?? '', decision, sinks)
      : appendToFolder(folder, decision, { now, nonce: randomUUID() })
  if (!result.ok) return { report: unrecorded(report, result.why, sinks.folder === undefined ? audit : undefined) }
  const { sequence, sha256, file } = result.entry
  const where = sinks.folder ?? audit?.folder ?? audit?.branch ?? ''
  const said = message('audit.recorded', { sequence, where, file, sha256 })
  return { report: noted(report, said, ...keepUntil(preset, now())), entry: result.entry }
}

function noted(report: Report, ...more: readonly Message[]): Report {
  return { ...report, notes: [...report.notes, ...more] }
}

function keepUntil(preset: string | undefined, now: number): Message[] {
  const found = RETENTIONS.find(({ id }) => id === preset)
  if (found === undefined) return []
  return [message('audit.keep', { preset: found.id, until: yearsAfter(new Date(now).toISOString(), found.years) })]
}

/** The report in which the missing record stands as what it is. */
function unrecorded(report: Report, why: Message, audit: Audit | undefined): Report {
  const [model, ...others] = report.models
  if (model === undefined)
    return { ...report, verdict: 'error', problems: [...report.problems, problem('audit.unrecorded', { why })] }
  const lenient = audit?.unrecorded === 'warn'
  const place = model.gates.flatMap(({ checks }) => checks)[0]?.policy
  const check: Check = {
    id: 'audit/recorded',
    outcome: lenient ? 'missing' : 'error',
    title: message('audit.title'),
    message: message('audit.unrecorded', { why }),
    mend: 'policy',
    policy:
      place === undefined ? { path: report.policy.source } : { path: place.path, ...(place.input && { input: true }) },
  }
  const gate = {
    id: 'audit',
    enforcement: lenient ? ('warn' as const) : ('block' as const),
    outcome: check.outcome,
    checks: [check],
  }
  const verdict = gravest([model.verdict, lenient ? 'warn' : 'error'])
  const models = [{ ...model, verdict, gates: [...model.gates, gate] }, ...others]
  const { checks, failed, errors } = report.counts
  const counts = {
    ...report.counts,
    checks: checks + 1,
    failed: failed + Number(lenient),
    errors: errors + Number(!lenient),
  }
  return { ...report, models, counts, verdict: gravest(models.map((one) => one.verdict)) }
}
