import type { GateReport, ModelReport, PolicySource, Report, Subject } from '../report/model.js'
import { countsOf } from '../report/rows.js'
import type { Change } from '../shared/change.js'
import { compareText } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import type { Check, OnInsufficient } from '../verdict/outcome.js'
import { decide, gravest, worstOutcome } from '../verdict/verdict.js'
import type { ReadReport } from './read.js'

/** What the jobs of a matrix left behind, and what of it was to be expected. */
export interface Gathered {
  readonly reports: readonly ReadReport[]
  /** Files that are called a report and are none. */
  readonly unreadable: readonly { readonly path: string; readonly problem: Problem }[]
  /** Names of the models that have to be among them. */
  readonly expected: readonly string[]
  /** The run that merges; what it knows of itself the reports have to agree with. */
  readonly subject: Subject
}

/** A model and the report it stands in. */
interface Judged {
  readonly model: ModelReport
  readonly report: ReadReport
}

/**
 * The reports of a matrix of jobs → one. The order in which they arrive changes nothing: of a job that ran again the
 * latest attempt counts. What a report claims is decided anew from its checks; a model that was expected and that no
 * report is about is `missing`, and a report that cannot be read, or is of another commit, an error.
 */
export function mergeReports({ reports, unreadable, expected, subject }: Gathered): Report {
  const judged = reports.flatMap((report) => report.models.map((model): Judged => ({ model, report })))
  const names = [...new Set([...judged.map(({ model }) => model.name), ...expected])].sort(compareText)
  const common = commonSubject(reports, subject)
  const models = [
    ...names.map((name) =>
      oneModel(
        name,
        judged.filter(({ model }) => model.name === name),
        common,
      ),
    ),
    ...reports.filter(({ models }) => models.length === 0).map(unjudged),
    ...unreadable.map(({ path, problem }) => alone(path, 'error', problem.message)),
  ].sort((a, b) => compareText(a.name, b.name))
  return {
    verdict: gravest(models.map(({ verdict }) => verdict)),
    counts: countsOf(models),
    subject: common,
    policy: policyOf(reports),
    problems: models.length === 0 ? [{ message: message('merge.nothing') }] : [],
    models,
    notes: notesOf(reports, expected),
  }
}

/** The model as the latest attempt that reported it has it. */
function oneModel(name: string, judged: readonly Judged[], subject: Subject): ModelReport {
  const latest = latestOf(judged)
  const [first] = latest
  if (first === undefined) return alone(name, 'missing', message('merge.never-reported', { model: name }))
  const others = latest.filter((other) => !sameJudgement(first.model, other.model))
  const twice = message('merge.twice', {
    model: name,
    paths: latest.map(({ report }) => report.path).sort(compareText),
  })
  const mistakes = [
    ...(others.length > 0 ? [twice] : []),
    ...ofAnotherCommit(first.report, subject),
    ...otherWhole(first.report),
  ]
  const { model, report } = first
  const gates = [
    ...model.gates.map(ofItsChecks),
    ...mistakes.map((why, index) => reportGate('error', why, report.path, index)),
  ]
  const verdict = verdictOf(gates, report.ofModel.get(name) ?? report.onInsufficient)
  if (mistakes.length > 0 || verdict === model.verdict) return { ...model, gates, verdict }
  const params = { model: name, stated: message(`report.verdict.${model.verdict}`), path: report.path }
  const disputed = [...gates, reportGate('error', message('merge.other-verdict', params), report.path, 0)]
  return { ...model, gates: disputed, verdict: 'error' }
}

/** What of a gate is shown follows from its checks, too. */
function ofItsChecks(gate: GateReport): GateReport {
  return { ...gate, outcome: worstOutcome(gate.checks.map(({ outcome }) => outcome)) }
}

/** A report's own verdict is the gravest of its models', and where its run was stopped by mistakes it has none of these. */
function otherWhole({ path, verdict, models, problems }: ReadReport): Message[] {
  const follows = verdict === gravest(models.map((model) => model.verdict)) && problems.length === 0
  return follows ? [] : [message('merge.other-whole', { stated: message(`report.verdict.${verdict}`), path })]
}

/** Blocks of a report that are about its evidence or its other checks: alone they are as good as no check. */
const SUPPORTING = ['evidence', 'compliance', 'waivers', 'audit', 'report']

function verdictOf(gates: readonly GateReport[], onInsufficient: OnInsufficient) {
  const judged = gates.map((gate) => ({ ...gate, ...(SUPPORTING.includes(gate.id) && { supporting: true as const }) }))
  return decide(judged, onInsufficient)
}

/** Those of the highest run and attempt, in order of path; one that states none counts least. */
function latestOf(judged: readonly Judged[]): Judged[] {
  const rank = ({ report: { subject } }: Judged) => [subject.run ?? 0, subject.attempt ?? 0] as const
  const newest = judged.map(rank).reduce<readonly [number, number]>(later, [0, 0])
  return judged
    .filter((one) => rank(one).every((part, index) => part === newest[index]))
    .sort((a, b) => compareText(a.report.path, b.report.path))
}

function later(a: readonly [number, number], b: readonly [number, number]): readonly [number, number] {
  return b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? b : a
}

function sameJudgement(a: ModelReport, b: ModelReport): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function ofAnotherCommit({ path, subject: { commit } }: ReadReport, subject: Subject): Message[] {
  if (subject.commit === undefined || commit === subject.commit) return []
  if (commit === undefined) return [message('merge.no-commit', { path, expected: subject.commit })]
  return [message('merge.other-commit', { path, found: commit, expected: subject.commit })]
}

/** A report about no model: its run was stopped by mistakes. */
function unjudged({ path, problems }: ReadReport): ModelReport {
  const [first = ''] = problems
  const why = first === '' ? message('merge.no-model', { path }) : message('merge.stopped', { path, why: first })
  return alone(path, 'error', why)
}

/** A model of which nothing is known but what is wrong. */
function alone(name: string, outcome: 'missing' | 'error', why: Message): ModelReport {
  const gates = [reportGate(outcome, why, name, 0)]
  return { name, verdict: outcome === 'error' ? 'error' : 'fail', gates, evidence: [] }
}

function reportGate(outcome: 'missing' | 'error', why: Message, path: string, index: number): GateReport {
  const id = index === 0 ? 'report' : `report/${index + 1}`
  const check: Check = { id, outcome, title: message('merge.title'), message: why, policy: { path } }
  return { id, enforcement: 'block', outcome: worstOutcome([outcome]), checks: [check] }
}

/** What all reports say of their run, where they agree; the merging run's own knowledge comes first. */
function commonSubject(reports: readonly ReadReport[], own: Subject): Subject {
  const keys = [...new Set(reports.flatMap(({ subject }) => Object.keys(subject)))] as (keyof Subject)[]
  const shared = keys
    .filter((key) => new Set(reports.map(({ subject }) => subject[key])).size === 1)
    .map((key) => [key, reports[0]?.subject[key]])
  return { ...Object.fromEntries(shared), ...own }
}

/** One policy where all name the same, else the list of them; every difference from a base is told once. */
function policyOf(reports: readonly ReadReport[]): PolicySource {
  const policies = [...reports].sort((a, b) => compareText(a.path, b.path)).map(({ policy }) => policy)
  const [first] = policies
  const changes = policies.flatMap(({ changes = [] }) => changes)
  const unique = [...new Map(changes.map((change): [string, Change] => [JSON.stringify(change), change])).values()]
  const told = unique.length > 0 ? { changes: unique } : {}
  if (first !== undefined && policies.every(({ sha256, source }) => sha256 === first.sha256 && source === first.source))
    return { ...first, ...told }
  const sources = [...new Set(policies.map(({ source }) => source))].sort(compareText)
  return { source: sources.join(', '), from: 'head', sha256: '', resolved: null, ...told }
}

function notesOf(reports: readonly ReadReport[], expected: readonly string[]): Message[] {
  const notes = reports.flatMap((report) => report.notes)
  const unique = [...new Map(notes.map((note): [string, Message] => [JSON.stringify(note), note])).values()]
  const sorted = unique.sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))
  return expected.length > 0 ? sorted : [message('merge.nothing-expected'), ...sorted]
}
