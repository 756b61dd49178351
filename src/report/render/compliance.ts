import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import type { Section } from '../budget.js'
import type { ControlReport, PackReport } from '../compliance-model.js'
import { jsonText } from '../json-text.js'
import type { ModelReport, Report } from '../model.js'
import type { Wording } from '../wording.js'
import { Cells, tableHead, tableRow } from './markdown-cells.js'
import { fold, PRIORITY, section } from './markdown-sections.js'

/** In the order in which they are counted. */
const STATUSES = ['evidenced', 'partially-evidenced', 'attested', 'not-evidenced', 'not-applicable', 'out-of-scope']

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['evidenced', '✅'],
  ['partially-evidenced', '🟡'],
  ['attested', '✍️'],
  ['not-evidenced', '⬜'],
  ['not-applicable', '➖'],
  ['out-of-scope', '➖'],
])

/** Most checks that a cell names; `report.json` has them all. */
const MAX_CHECKS = 4

/** `models[].compliance` of `report.json`. */
export function complianceJson(packs: readonly PackReport[], wording: Wording, say: (said: Message) => string) {
  return packs.map(({ id, title, kind, version, verified, from, source, supersededBy, controls }) => ({
    pack: id,
    title: title[wording.language],
    kind,
    version,
    verified,
    applies_from: from,
    source,
    superseded_by: supersededBy,
    counts: countsOf(controls),
    controls: controls.map((control) => ({
      id: control.id,
      title: titleOf(control, wording),
      status: control.status,
      applies_from: control.from,
      ahead: control.ahead,
      why: control.why && say(control.why),
      checks: control.checks,
      evidence: control.evidence,
      attestation: control.attestation,
    })),
  }))
}

function countsOf(controls: readonly ControlReport[]): Record<string, number> {
  return Object.fromEntries(
    STATUSES.map((status) => [status.replaceAll('-', '_'), controls.filter((one) => one.status === status).length]),
  )
}

/** `compliance.json`: the part of `report.json` alone, for whoever files it away. */
export function renderComplianceJson(report: Report, wording: Wording, say: (said: Message) => string): string {
  const models = assessed(report).map(({ name, compliance }) => ({
    name,
    compliance: complianceJson(compliance, wording, say),
  }))
  const { source, from, sha256 } = report.policy
  return jsonText({ schema: 'ml-gate-compliance/1', policy: { source, from, sha256 }, models })
}

type Assessed = ModelReport & { readonly compliance: readonly PackReport[] }

function assessed({ models }: Pick<Report, 'models'>): Assessed[] {
  return models
    .flatMap((model) => (model.compliance === undefined ? [] : [{ ...model, compliance: model.compliance }]))
    .sort((a, b) => compareText(a.name, b.name))
}

/** A fold for each framework of each model. */
export function complianceSections(models: readonly ModelReport[], cells: Cells): Section[] {
  return assessed({ models }).flatMap(({ name, compliance }) =>
    compliance.flatMap((pack) => {
      const summary = cells.text(summaryOf(pack, cells.wording))
      const title = cells.several ? `${cells.data(name)}: ${summary}` : summary
      const head = `${aboutPack(pack, cells)}\n\n${headOf(cells)}`
      const row = (control: ControlReport) => tableRow(rowOf(control, cells))
      const label = cells.phrase('compliance.section')
      return section(label, fold(title, { head, items: pack.controls, row }), cells, PRIORITY.compliance) ?? []
    }),
  )
}

/** `compliance.md`: every framework in full, with the digests of what it rests on. */
export function renderComplianceMarkdown(report: Report, wording: Wording): string {
  const cells = new Cells(wording, report.models.length > 1, undefined)
  const parts = assessed(report).flatMap(({ name, compliance }) =>
    compliance.map((pack) => {
      const rows = pack.controls.map((control) => tableRow(rowOf(control, cells)))
      const files = new Map(pack.controls.flatMap(({ evidence }) => evidence.map((one) => [one.path, one.sha256])))
      const digests = [...files].map(([path, sha256]) => `\n- ${cells.code(path)}: ${cells.code(sha256)}`)
      return [
        `## ${cells.data(name)}: ${cells.text(summaryOf(pack, wording))}`,
        aboutPack(pack, cells),
        headOf(cells) + rows.join(''),
        ...(digests.length > 0 ? [`${cells.phrase('compliance.digests')}\n${digests.join('')}`] : []),
      ].join('\n\n')
    }),
  )
  return `# ${cells.phrase('compliance.section')}\n\n${parts.join('\n\n')}\n`
}

/** A line a framework, for the terminal. */
export function complianceLines(report: Report, wording: Wording): Message[] {
  return assessed(report).flatMap(({ name, compliance }) =>
    compliance.map((pack) => {
      const said = summaryOf(pack, wording)
      return report.models.length > 1 ? message('compliance.of-model', { model: name, said }) : said
    }),
  )
}

function summaryOf({ title, controls }: PackReport, { language }: Wording): Message {
  const counts = new Map(STATUSES.map((status) => [status, controls.filter((one) => one.status === status).length]))
  const count = (status: string) => counts.get(status) ?? 0
  return message('compliance.summary', {
    title: title[language],
    evidenced: count('evidenced'),
    partially: count('partially-evidenced'),
    attested: count('attested'),
    not: count('not-evidenced'),
    others: count('not-applicable') + count('out-of-scope'),
  })
}

/** Which text it is, how fresh, and what a status does not say. */
function aboutPack({ id, version, verified, supersededBy }: PackReport, cells: Cells): string {
  const about = cells.text(message('compliance.about', { version, verified }))
  const old =
    supersededBy === undefined
      ? []
      : [`⚠️ ${cells.text(message('compliance.superseded', { pack: id, successor: supersededBy }))}`]
  return [...old, about, cells.text(message('compliance.informs'))].join('\n\n')
}

function headOf(cells: Cells): string {
  return tableHead(
    ['control', 'status', 'rests-on', 'from'].map((column) => cells.phrase(`compliance.column.${column}`)),
  )
}

function rowOf(control: ControlReport, cells: Cells): string[] {
  const { id, status, why, checks, attestation, from, ahead } = control
  const named = checks.slice(0, MAX_CHECKS).map((check) => cells.code(check))
  if (checks.length > MAX_CHECKS)
    named.push(cells.text(message('compliance.more', { count: checks.length - MAX_CHECKS })))
  const facts = [
    ...(named.length > 0 ? [named.join(', ')] : []),
    ...(attestation === undefined ? [] : [cells.text(message('compliance.attested', attestation))]),
    ...(why === undefined ? [] : [cells.text(why)]),
  ]
  return [
    `${cells.data(titleOf(control, cells.wording))}<br>${cells.code(id)}`,
    `${SYMBOLS.get(status) ?? ''} ${cells.text(message(`compliance.is.${status}`))}`,
    facts.length === 0 ? '–' : facts.join('<br>'),
    ahead ? `${cells.data(from)} (${cells.phrase('compliance.ahead')})` : cells.data(from),
  ]
}

function titleOf({ title }: ControlReport, { language }: Wording): string {
  return typeof title === 'string' ? title : title[language]
}
