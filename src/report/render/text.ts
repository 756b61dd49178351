import { message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { changesOf, decidedBy, originOf } from '../changes.js'
import { logLine, visible } from '../escape.js'
import type { Report } from '../model.js'
import {
  detectableMessage,
  distanceMessage,
  outcomeMessage,
  place,
  sentence,
  short,
  uncertaintyMessage,
} from '../phrases.js'
import { approvalsOf, isOpen, type Row, rowsOf, usedFiles } from '../rows.js'
import type { Wording } from '../wording.js'
import { complianceLines } from './compliance.js'
import { titleText } from './title.js'

/** Widest column; a longer cell pushes its own line only. */
const MAX_COLUMN = 44
const GAP = '  '

/**
 * The report for a terminal or a log: no colours, no symbols, what failed first. Every line is safe where a runner
 * listens (`logLine`): the text is printed as it is.
 */
export function renderText(report: Report, wording: Wording): string {
  const blocks = [
    [titleText(report, wording)],
    report.problems.map(({ message: said, at }) => {
      const text = sentence(wording, said)
      return at === undefined ? text : `${place(at, true)}: ${text}`
    }),
    checkLines(report, wording),
    approvalLines(report, wording),
    changeLines(report, wording),
    complianceLines(report, wording).map((line) => sentence(wording, line)),
    report.notes.map((note) => sentence(wording, note)),
    evidenceLines(report),
    policyLines(report, wording),
  ]
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.map(logLine).join('\n'))
  return `${lines.join('\n\n')}\n`
}

function checkLines(report: Report, wording: Wording): string[] {
  const rows = rowsOf(report)
  const cells = rows.map((row) => checkCells(row, wording, report.models.length > 1))
  const lines = aligned(cells)
  const indent = ' '.repeat(Math.max(0, ...cells.map((row) => width(row[0] ?? ''))) + GAP.length)
  return rows.flatMap((row, index) => {
    const line = lines[index] ?? ''
    return row.check.outcome === 'pass' || row.check.outcome === 'not-applicable'
      ? [line]
      : [line, ...detail(row, wording).map((text) => indent + text)]
  })
}

function checkCells(row: Row, wording: Wording, several: boolean): string[] {
  const { check } = row
  const distance = distanceMessage(check)
  const outcome = sentence(wording, outcomeMessage(row))
  return [
    outcome,
    several ? `${short(row.model)}: ${short(check.id)}` : short(check.id),
    short(measured(check)),
    short(check.expected ?? '-'),
    distance === undefined || !isOpen(check.outcome) ? '' : sentence(wording, distance),
  ].map(visible)
}

function measured({ actual = '-', written }: Check): string {
  return written === undefined ? actual : `${actual} (${written})`
}

function detail(row: Row, wording: Wording): string[] {
  const { check } = row
  const at = [wording.say(message('report.place.policy', { place: place(check.policy) }))]
  if (check.evidence !== undefined) {
    at.unshift(wording.say(message('report.place.evidence', { place: place(check.evidence) })))
  }
  const sure = [uncertaintyMessage(check), detectableMessage(check)].flatMap((it) =>
    it ? [sentence(wording, it)] : [],
  )
  return [sentence(wording, check.message), ...(sure.length > 0 ? [sure.join('; ')] : []), at.join(', ')].map(visible)
}

/** A line for each approval that counts. */
function approvalLines(report: Report, wording: Wording): string[] {
  const rows = approvalsOf(report).map(({ by, role = '', at, commit }) =>
    [by, role, at, commit.slice(0, 7)].map(visible),
  )
  return rows.length === 0 ? [] : [wording.say(message('report.section.approvals')), ...aligned(rows)]
}

/** A line for each change of the policy: what it does, what it is about, both demands, and where. */
function changeLines({ policy }: Report, wording: Wording): string[] {
  const rows = changesOf(policy).map(({ direction, what, base = '-', head = '-', at }) =>
    [
      wording.say(message(`report.direction.${direction}`)),
      sentence(wording, what),
      `${short(base)} → ${short(head)}`,
      at === undefined ? '' : place(at),
    ].map(visible),
  )
  if (rows.length === 0) return []
  const heading = `${wording.say(message('report.section.changes'))}. ${wording.say(decidedBy(policy))}`
  return [heading, ...aligned(rows)]
}

function evidenceLines(report: Report): string[] {
  return aligned(
    usedFiles(report.models).map(({ file: { kind, path, format, bytes, sha256 } }) =>
      [kind, path, format, String(bytes), sha256].map((cell) => visible(short(cell))),
    ),
  )
}

/** None where no policy was named, as when the inputs were refused. */
function policyLines({ policy }: Report, wording: Wording): string[] {
  if (policy.source === '') return []
  const from = originOf(policy)
  const [source, sha256] = [short(policy.source), short(policy.sha256)]
  const id = sha256 === '' ? 'report.policy.undigested' : 'report.policy'
  return [visible(wording.say(message(id, { source, from, sha256 })))]
}

/** Cells as lines with aligned columns. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, Math.min(MAX_COLUMN, width(cell)))
    })
  }
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
      .join(GAP)
      .trimEnd(),
  )
}

/** Letters that take two columns in a terminal: Hangul, Chinese and Japanese writing, full-width forms. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

function width(text: string): number {
  // Most cells; the classes below take longer to compile than such a report takes to write.
  if (/^[ -~]*$/.test(text)) return text.length
  let columns = 0
  for (const letter of text) columns += /\p{M}/u.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1
  return columns
}
