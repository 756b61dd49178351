import type { Change } from '../../shared/change.js'
import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import { type Approval, type GroupRow, type Outcome, VERDICTS } from '../../verdict/outcome.js'
import { type Listing, listWithin, type Section } from '../budget.js'
import { changesOf, decidedBy } from '../changes.js'
import type { ModelReport, PolicySource, Report } from '../model.js'
import { short, uncertaintyMessage } from '../phrases.js'
import { approvalsOf, type Row, type Used, usedFiles } from '../rows.js'
import { type Cells, tableHead, tableRow } from './markdown-cells.js'

const SHORT_DIGEST = 12

/** Who gets room first: what has to be mended before what is in order, and that before mere detail. */
export const PRIORITY = {
  heading: 0,
  problems: 1,
  source: 2,
  open: 3,
  changes: 4,
  approvals: 5,
  models: 4,
  waived: 5,
  notes: 6,
  groups: 7,
  evidence: 8,
  digests: 9,
  pass: 10,
  'not-applicable': 11,
  compliance: 12,
} as const

/** What is wrong with the policy or the inputs. */
export function problemSection(problems: readonly Problem[], cells: Cells): Section | undefined {
  const row = ({ at, message: said }: Problem) =>
    at === undefined ? `\n- ${cells.text(said)}` : `\n- ${cells.place(at, true)}: ${cells.text(said)}`
  const name = cells.phrase('report.section.problems')
  return section(name, { head: `### ${name}\n`, items: problems, row }, cells, PRIORITY.problems)
}

/** The verdict of each model, where there are several. */
export function modelSection(models: readonly ModelReport[], cells: Cells): Section | undefined {
  if (!cells.several) return undefined
  const columns = ['model', 'verdict'].map((column) => cells.phrase(`report.column.${column}`))
  const row = (model: ModelReport) =>
    tableRow([cells.data(model.name), cells.text(message(`report.verdict.${model.verdict}`))])
  const items = [...models].sort(
    (a, b) => VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) || compareText(a.name, b.name),
  )
  return section(
    cells.phrase('report.section.models'),
    { head: tableHead(columns), items, row },
    cells,
    PRIORITY.models,
  )
}

/** The checks that somebody has to look at; they stand directly below the heading. */
export function openSection(rows: readonly Row[], cells: Cells): Section | undefined {
  const row = (item: Row) => tableRow(cells.check(item, true))
  const head = tableHead(cells.columns(true))
  return section(cells.phrase('report.section.open'), { head, items: rows, row }, cells, PRIORITY.open)
}

/** Who approved, as far as it counts. */
export function approvalSection(report: Report, cells: Cells): Section | undefined {
  const name = cells.phrase('report.section.approvals')
  const columns = ['by', 'role', 'at', 'commit'].map((column) => cells.phrase(`report.column.${column}`))
  const row = ({ by, role, at, commit }: Approval) =>
    tableRow([
      cells.data(by),
      role === undefined ? '–' : cells.data(role),
      cells.data(at),
      cells.code(commit.slice(0, 7)),
    ])
  const head = `### ${name}\n\n${tableHead(columns)}`
  return section(name, { head, items: approvalsOf(report), row }, cells, PRIORITY.approvals)
}

/** How the judged commit's policy differs from the base branch's. */
export function changeSection(policy: PolicySource, cells: Cells): Section | undefined {
  const name = cells.phrase('report.section.changes')
  const columns = ['change', 'what', 'base', 'head', 'place'].map((column) => cells.phrase(`report.column.${column}`))
  const row = ({ direction, what, base, head, at }: Change) =>
    tableRow([
      `${DIRECTION_SYMBOLS[direction]} ${cells.text(message(`report.direction.${direction}`))}`,
      cells.text(what),
      base === undefined ? '–' : cells.demand(base),
      head === undefined ? '–' : cells.demand(head),
      at === undefined ? '–' : cells.place(at),
    ])
  const head = `### ${name}\n\n${cells.text(decidedBy(policy))}\n\n${tableHead(columns)}`
  return section(name, { head, items: changesOf(policy), row }, cells, PRIORITY.changes)
}

const DIRECTION_SYMBOLS = { weaker: '⚠️', changed: '❓', stricter: '⬆️' } as const

/** The checks of one outcome, folded away. */
export function foldedSection(
  outcome: Outcome & ('waived' | 'not-applicable' | 'pass'),
  rows: readonly Row[],
  cells: Cells,
): Section | undefined {
  const items = rows.filter((row) => row.check.outcome === outcome)
  const summary = cells.text(message(`report.folded.${outcome}`, { count: items.length }))
  const row = (item: Row) => tableRow(cells.check(item, false))
  const folded = fold(summary, { head: tableHead(cells.columns(false)), items, row })
  const name = cells.text(message(`report.outcome.${outcome}`))
  return section(name, folded, cells, PRIORITY[outcome])
}

/** The groups of each comparison, one fold a rule: its checks list the same groups. */
export function groupSections(rows: readonly Row[], cells: Cells): Section[] {
  const rules = new Map<string, Row>()
  for (const row of rows) {
    const rule = `${row.model} ${row.check.id.slice(0, row.check.id.lastIndexOf('/'))}`
    if (row.check.groups !== undefined && !rules.has(rule)) rules.set(rule, row)
  }
  return [...rules.values()].flatMap((row) => groupSection(row, cells) ?? [])
}

function groupSection({ check }: Row, cells: Cells): Section | undefined {
  const items = check.groups ?? []
  const several = new Set(items.map(({ metric }) => metric)).size > 1
  const columns = ['group', 'value', 'n', 'positives', 'negatives', 'interval']
  if (several) columns.unshift('metric')
  const row = (group: GroupRow) => {
    const {
      metric,
      name,
      value,
      n,
      positives,
      negatives,
      interval,
      small = false,
      new: isNew = false,
      below = [],
    } = group
    const sure = interval && uncertaintyMessage({ uncertainty: { interval } })
    const counted = (count: number | undefined) => (count === undefined ? '–' : String(count))
    const remarks = [
      ...(small ? [cells.phrase('report.groups.small')] : []),
      ...(isNew ? [cells.phrase('report.groups.new')] : []),
      ...(below.length > 0 ? [cells.text(belowMessage(below))] : []),
    ]
    const shown = remarks.length === 0 ? cells.data(name) : `${cells.data(name)} (${remarks.join(', ')})`
    const own = [shown, cells.data(value), counted(n), counted(positives), counted(negatives)]
    return tableRow([...(several ? [cells.data(metric)] : []), ...own, sure === undefined ? '–' : cells.text(sure)])
  }
  const title = cells.text(message('report.groups.title', { check: check.title, count: items.length }))
  const head = tableHead(columns.map((column) => cells.phrase(`report.column.${column}`)))
  return section(cells.phrase('report.section.groups'), fold(title, { head, items, row }), cells, PRIORITY.groups)
}

/** Most groups that are named as higher than one. */
const MAX_HIGHER = 5

function belowMessage(names: readonly string[]): Message {
  const groups = names.slice(0, MAX_HIGHER).map(short)
  const more = names.length - groups.length
  return message(more > 0 ? 'report.groups.below-more' : 'report.groups.below', { groups, more })
}

/** What else is worth knowing. */
export function noteSection(notes: readonly Message[], cells: Cells): Section | undefined {
  const name = cells.phrase('report.section.notes')
  const row = (note: Message) => `\n- ${cells.text(note)}`
  return section(name, { head: `### ${name}\n`, items: notes, row }, cells, PRIORITY.notes)
}

/** The files that the verdict rests on. */
export function evidenceSection(models: readonly ModelReport[], cells: Cells): Section | undefined {
  const name = cells.phrase('report.section.evidence')
  const columns = ['kind', 'file', 'format', 'bytes'].map((column) => cells.phrase(`report.column.${column}`))
  if (cells.several) columns.unshift(cells.phrase('report.column.model'))
  const row = ({ model, file }: Used) => {
    const row = [
      cells.data(file.kind),
      cells.place({ path: file.path }),
      cells.data(file.format),
      String(file.bytes),
      cells.code(file.sha256.slice(0, SHORT_DIGEST)),
    ]
    return tableRow(cells.several ? [cells.data(model), ...row] : row)
  }
  const head = `### ${name}\n\n${tableHead([...columns, 'SHA-256'])}`
  return section(name, { head, items: usedFiles(models), row }, cells, PRIORITY.evidence)
}

/** The digests of those files in full, for whoever wants to compare them. */
export function digestSection(models: readonly ModelReport[], cells: Cells): Section | undefined {
  const name = cells.phrase('report.section.digests')
  const row = ({ file }: Used) => `\n- ${cells.code(file.path)}: ${cells.code(file.sha256)}`
  return section(name, fold(name, { head: '', items: usedFiles(models), row }), cells, PRIORITY.digests)
}

/** Items and how one of them is written, not written yet: thousands may have no room. */
export interface Items<T> {
  readonly head: string
  readonly items: readonly T[]
  readonly row: (item: T) => string
  readonly tail?: string
}

export function fold<T>(summary: string, items: Items<T>): Items<T> {
  const head = `<details><summary>${summary}</summary>\n${items.head === '' ? '' : `\n${items.head}`}`
  return { ...items, head, tail: '\n\n</details>' }
}

/** A section of the report; none where there is nothing to list. */
export function section<T>(name: string, list: Items<T>, cells: Cells, priority: number): Section | undefined {
  const { head, items, row, tail = '' } = list
  const count = items.length
  if (count === 0) return undefined
  const more = (left: number) => `\n\n${cells.text(message('report.more', { count: left }))}`
  const rows = function* () {
    for (const item of items) yield row(item)
  }
  return {
    short: cells.text(message('report.left-out', { section: name, count })),
    full: (maxBytes) => {
      const listing: Listing = { head, rows: rows(), count, more, tail }
      return listWithin(listing, maxBytes)
    },
    priority,
  }
}
