import { createHash } from 'node:crypto'
import { clip } from '../../shared/clip.js'
import { compareText, type Location } from '../../shared/location.js'
import type { Problem } from '../../shared/problem.js'
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

/** The report as SARIF 2.1.0: the checks are the rules, what did not pass are the results. */
export function renderSarif(report: Report, wording: Wording): string {
  const rows = rowsOf(report)
  const rules = new Map<string, object>()
  for (const { message } of report.problems) rules.set(message.id, { id: message.id })
  for (const { check } of rows) {
    const id = ruleId(check.id)
    if (!rules.has(id)) rules.set(id, { id, shortDescription: { text: plain(sentence(wording, check.title)) } })
  }
  const ids = [...rules.keys()].sort(compareText)
  const index = new Map(ids.map((id, at) => [id, at]))
  const results = [
    ...report.problems.map((problem) => problemResult(problem, wording)),
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
  return { 'mlGate/v1': createHash('sha256').update(JSON.stringify(parts)).digest('hex') }
}

function ruleId(id: string): string {
  return clip(visible(id), MAX_ID)
}

/** SARIF reads `[text](target)` as a link even in plain text. */
function plain(text: string): string {
  return visible(text).replaceAll('](', '] (')
}
