import type { Link } from './chain.js'
import { fileOf } from './place.js'
import type { AuditEntry, ModelRecord } from './record.js'

/** A column of the table: its name and what it holds of a decision about one model; no model where none was judged. */
type Column = readonly [name: string, cell: (link: Link, model: ModelRecord | undefined) => string | number | undefined]

const COLUMNS: readonly Column[] = [
  ['sequence', ({ sequence }) => sequence],
  ['time', ({ entry }) => entry.time],
  ['verdict', ({ entry }) => entry.verdict],
  ['model', (_, model) => model?.name],
  ['version', (_, model) => model?.version],
  ['risk', (_, model) => model?.risk],
  ['owner', (_, model) => model?.owner],
  ['model_verdict', (_, model) => model?.verdict],
  ['not_passed', (_, model) => model && notPassed([model]).join(' ')],
  ['waived', (_, model) => model && idsOf([model], 'waived').join(' ')],
  ['approved_by', (_, model) => model?.approvals.map(({ by }) => by).join(' ')],
  ['repository', ({ entry }) => entry.subject.repository],
  ['commit', ({ entry }) => entry.subject.commit],
  ['pull_request', ({ entry }) => entry.subject.pull_request],
  ['workflow', ({ entry }) => entry.subject.workflow],
  ['run', ({ entry }) => entry.subject.run],
  ['attempt', ({ entry }) => entry.subject.attempt],
  ['actor', ({ entry }) => entry.subject.actor],
  ['author', ({ entry }) => entry.subject.author],
  ['policy', ({ entry }) => entry.policy.source],
  ['policy_from', ({ entry }) => entry.policy.from],
  ['policy_sha256', ({ entry }) => entry.policy.sha256],
  ['keep_until', ({ entry }) => entry.retention?.until],
  ['file', ({ sequence }) => fileOf(sequence)],
  ['sha256', ({ sha256 }) => sha256],
]

/** The first line of the table as CSV (RFC 4180). */
export const CSV_HEAD = `${COLUMNS.map(([name]) => name).join(',')}\r\n`

/** A line for each model of a decision. */
export function csvRows(link: Link): string {
  const { models } = link.entry
  return (models.length === 0 ? [undefined] : models)
    .map((model) => `${COLUMNS.map(([, cell]) => csvCell(cell(link, model))).join(',')}\r\n`)
    .join('')
}

/**
 * A cell that no spreadsheet takes for a formula: an apostrophe stands before what begins like one, also behind blanks.
 * Signs that are not printed become blanks, and where a log is listened to there is no command in it.
 */
function csvCell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value)
  const text = (value ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').replaceAll('##[', '# #[')
  const safe = /^\s*[=+\-@|%＝＋－＠]/.test(text) ? `'${text}` : text
  return /[",\r\n;']/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The ids of checks that neither passed nor were waived nor did not apply, each with its outcome; of errors their codes. */
export function notPassed(models: readonly ModelRecord[], problems: AuditEntry['problems'] = []): string[] {
  const checks = models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  const open = checks.filter(
    ({ outcome }) => outcome !== 'pass' && outcome !== 'waived' && outcome !== 'not-applicable',
  )
  return [...open.map(({ id, outcome }) => `${id}:${outcome}`), ...problems.map(({ code }) => code)]
}

function idsOf(models: readonly ModelRecord[], wanted: string): string[] {
  const checks = models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
  return checks.filter(({ outcome }) => outcome === wanted).map(({ id }) => id)
}
