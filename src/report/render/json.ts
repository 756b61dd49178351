import type { Change } from '../../shared/change.js'
import { clip } from '../../shared/clip.js'
import type { EvidenceFile } from '../../shared/evidence-file.js'
import { compareText, type Location } from '../../shared/location.js'
import type { Problem } from '../../shared/problem.js'
import type { Check, GroupRow, Uncertainty } from '../../verdict/outcome.js'
import { changesOf } from '../changes.js'
import { exactNumber, jsonText, sorted } from '../json-text.js'
import type { Counts, GateReport, ModelReport, PolicyLayer, PolicySource, Report } from '../model.js'
import { retrainOf } from '../retrain.js'
import { approvalsOf, usedFiles } from '../rows.js'
import type { Wording } from '../wording.js'
import { complianceJson, renderComplianceJson } from './compliance.js'

/** The name and version of the format; `schema/report.schema.json` describes it. */
const REPORT_SCHEMA = 'ml-gate-report/1'

/** Longest piece of data inside a sentence; the facts themselves stand beside it in full. */
const MAX_DATA = 2_000

/** The text of `report.json`: always the same bytes for the same report and language. */
export function renderJson(report: Report, wording: Wording): string {
  const { repository, commit, merge_commit, pull_request, workflow, run, attempt, actor, author } = report.subject
  return jsonText({
    schema: REPORT_SCHEMA,
    verdict: report.verdict,
    counts: counts(report.counts),
    retrain: retrainOf(report),
    subject: { repository, commit, merge_commit, pull_request, workflow, run, attempt, actor, author },
    policy: policy(report.policy, wording),
    problems: report.problems.map((problem) => problemJson(problem, wording)),
    approvals: approvals(report),
    models: [...report.models].sort((a, b) => compareText(a.name, b.name)).map((model) => modelJson(model, wording)),
    notes: report.notes.map((note) => say(wording, note)),
  })
}

/** None where no policy asks for any. */
function approvals(report: Report) {
  const all = approvalsOf(report).map(({ by, role, at, commit }) => ({ by, role, at, commit }))
  return all.length === 0 ? undefined : all
}

/** The text of `compliance.json`. */
export function renderCompliance(report: Report, wording: Wording): string {
  return renderComplianceJson(report, wording, (said) => say(wording, said))
}

function counts(all: Counts) {
  const { checks, passed, failed, insufficient, errors, waived, notApplicable } = all
  return { checks, passed, failed, insufficient, errors, waived, not_applicable: notApplicable }
}

function policy(used: PolicySource, wording: Wording) {
  const { source, from, state, commit, sha256, resolved, layers } = used
  const changes = changesOf(used).map((change) => changeJson(change, wording))
  return {
    source,
    from,
    state,
    commit,
    sha256,
    layers: layers?.map(layerJson),
    resolved: sorted(resolved ?? {}),
    changes,
  }
}

function layerJson({ source, ref, commit, sha256 }: PolicyLayer) {
  return { source, ref, commit, sha256 }
}

function changeJson({ what, base, head, direction, at }: Change, wording: Wording) {
  return {
    code: what.id,
    what: say(wording, what),
    base,
    head,
    direction,
    place: at === undefined || at.input === true ? undefined : locationJson(at),
  }
}

function problemJson({ message, at }: Problem, wording: Wording) {
  return { code: message.id, message: say(wording, message), path: at?.path, line: at?.line, column: at?.column }
}

function modelJson(model: ModelReport, wording: Wording) {
  return {
    name: model.name,
    verdict: model.verdict,
    gates: [...model.gates].sort((a, b) => compareText(a.id, b.id)).map((gate) => gateJson(gate, wording)),
    evidence: usedFiles([model]).map(({ file }) => fileJson(file)),
    compliance: model.compliance && complianceJson(model.compliance, wording, (said) => say(wording, said)),
  }
}

function fileJson({ kind, path, format, bytes, sha256 }: EvidenceFile) {
  return { kind, path, format, bytes, sha256 }
}

function gateJson({ id, enforcement, outcome, checks }: GateReport, wording: Wording) {
  const ordered = [...checks].sort((a, b) => compareText(a.id, b.id))
  return { id, enforcement, outcome, checks: ordered.map((check) => checkJson(check, wording)) }
}

function checkJson(check: Check, wording: Wording) {
  return {
    id: check.id,
    title: say(wording, check.title),
    outcome: check.outcome,
    expected: check.expected,
    actual: check.actual === undefined ? undefined : exactNumber(check.actual),
    written: check.written,
    distance: check.distance === undefined ? undefined : exactNumber(check.distance),
    uncertainty: check.uncertainty && uncertaintyJson(check.uncertainty),
    groups: check.groups?.map(groupJson),
    message: say(wording, check.message),
    policy: locationJson(check.policy),
    evidence: check.evidence === undefined ? undefined : locationJson(check.evidence),
  }
}

/** Without an interval nothing is known of how sure the value is: `available` says so. */
function uncertaintyJson({ n, positives, negatives, interval, detectable }: Uncertainty) {
  return {
    available: interval !== undefined,
    n,
    positives,
    negatives,
    interval: interval && intervalJson(interval),
    detectable: detectable === undefined ? undefined : exactNumber(detectable),
  }
}

function intervalJson({ low, high, level, confidence, method }: NonNullable<Uncertainty['interval']>) {
  const oneSided = confidence === undefined ? undefined : exactNumber(confidence)
  return { low: exactNumber(low), high: exactNumber(high), level: exactNumber(level), confidence: oneSided, method }
}

function groupJson({ metric, name, value, n, positives, negatives, interval, small, new: isNew, below, at }: GroupRow) {
  return {
    metric,
    name,
    value: exactNumber(value),
    n,
    positives,
    negatives,
    interval: interval && intervalJson(interval),
    small,
    new: isNew,
    below,
    evidence: locationJson(at),
  }
}

function locationJson({ path, line, column, pointer, commit, repository }: Location) {
  return { path, line, column, pointer, commit, repository }
}

function say(wording: Wording, message: Problem['message']): string {
  return wording.say(message, (data) => clip(data, MAX_DATA))
}
