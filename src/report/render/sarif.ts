import type { Change } from '../../shared/change.js'
import { clip } from '../../shared/clip.js'
import { compareText, type Location } from '../../shared/location.js'
import type { Problem } from '../../shared/problem.js'
import { sha256 } from '../../shared/sha256.js'
import { changesOf, changeText } from '../changes.js'
import { visible } from '../escape.js'
import { jsonText } from '../json-text.js'
import { encodePath } from '../links.js'
import type { Report } from '../model.js'
import { outcomeMessage, sentence, short } from '../phrases.js'
import { isLineInRepository, isOpen, levelOf, placeOf, type Row, rowsOf } from '../rows.js'
import type { Wording } from '../wording.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const LEVELS = { failure: 'error', warning: 'warning', notice: 'note' } as const
/** Longest rule id that is shown as it is. */
const MAX_ID = 255

/** The report as SARIF 2.1.0: the checks are the rules, what did not pass and how the policy changes are the results. */
export function renderSarif(report: Report, wording: Wording): string {
  const rows = rowsOf(report)
  const rules = new Map<string, object>()
  for (const { message } of report.problems) rules.set(message.id, { id: message.id })
  for (const { direction } of changesOf(report.policy)) rules.set(changeRule(direction), { id: changeRule(direction) })
  for (const { check } of rows) {
    const id = ruleId(check.id)
    if (!rules.has(id)) rules.set(id, { id, shortDescription: { text: plain(sentence(wording, check.title)) } })
  }
  const ids = [...rules.keys()].sort(compareText)
  const index = new Map(ids.map((id, at) => [id, at]))
  const results = [
    ...report.problems.map((problem) => problemResult(problem, wording)),
    ...changesOf(report.policy).map((change) => changeResult(change, wording)),
    ...rows.filter((row) => isOpen(row.check.outcome)).map((row) => checkResult(row, wording)),
  ]
  return jsonText({
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ML Governance Gate', rules: ids.map((id) => rules.get(id)) } },
        invocations: [{ executionSuccessful: report.verdict !== 'error' }],
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({ ...result, ruleIndex: index.get(result.ruleId) })),
      },
    ],
  })
}

function problemResult({ message, at }: Problem, wording: Wording) {
  const place = at !== undefined && isLineInRepository(at) ? at : undefined
  return {
    ruleId: message.id,
    level: 'error',
    message: { text: plain(sentence(wording, message)) },
    locations: place === undefined ? [] : [location(place)],
    partialFingerprints: fingerprint(['problem', message.id, at?.path ?? '', at?.pointer ?? String(at?.line ?? '')]),
  }
}

/** A note, on its line where the judged commit has one: whether the policy may change is for people to say. */
function changeResult(change: Change, wording: Wording) {
  const { what, direction, at } = change
  return {
    ruleId: changeRule(direction),
    level: 'note',
    message: { text: plain(changeText(change, wording)) },
    locations: at !== undefined && isLineInRepository(at) ? [location(at)] : [],
    partialFingerprints: fingerprint(['change', direction, JSON.stringify(what)]),
  }
}

function changeRule(direction: Change['direction']): string {
  return `policy/${direction}`
}

function checkResult(row: Row, wording: Wording) {
  const { check } = row
  const at = placeOf(row)
  const places = [check.evidence, check.policy]
  const related = places.flatMap((other) =>
    other !== undefined && other !== at && isLineInRepository(other) ? [location(other)] : [],
  )
  return {
    ruleId: ruleId(check.id),
    level: LEVELS[levelOf(row)],
    message: {
      text: plain(
        `${short(row.model)}: ${sentence(wording, outcomeMessage(row))}. ${sentence(wording, check.message)}`,
      ),
    },
    locations: at === undefined ? [] : [location(at)],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: fingerprint(['check', row.model, check.id]),
  }
}

function location(at: Location) {
  const region = { startLine: at.line, ...((at.column ?? 0) >= 1 ? { startColumn: at.column } : {}) }
  return { physicalLocation: { artifactLocation: { uri: encodePath(at.path), uriBaseId: '%SRCROOT%' }, region } }
}

/** What makes a result the same one in the next run: what was compared, not what came of it or on which line. */
function fingerprint(parts: readonly string[]) {
  return { 'mlGate/v1': sha256(JSON.stringify(parts)) }
}

function ruleId(id: string): string {
  return clip(visible(id), MAX_ID)
}

/** SARIF reads `[text](target)` as a link even in plain text. */
function plain(text: string): string {
  return visible(text).replaceAll('](', '] (')
}
