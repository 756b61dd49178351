import { EVIDENCE_KINDS, type EvidenceKind, type EvidenceNeed } from '../evidence/kinds.js'
import type { PolicyText } from '../policy/document.js'
import type { ModelPolicy, Policy } from '../policy/policy.js'
import type { ModelReport, PolicySource, Report, Subject } from '../report/model.js'
import { countsOf } from '../report/rows.js'
import type { Approvals, Asked } from '../shared/approvals.js'
import { type Message, message } from '../shared/message.js'
import { ok, type Problem } from '../shared/problem.js'
import { gravest } from '../verdict/verdict.js'
import type { Base, BaseFiles } from './base/base.js'
import { type Governed, ownPolicy } from './base/own.js'
import { loadEvidence, unusedKinds } from './evidence.js'
import { frameworksOf } from './frameworks.js'
import { judge, notesOf, type Run } from './judge.js'
import type { Changes } from './models/touched.js'
import type { Options } from './options.js'
import type { Workspace } from './workspace.js'

/** A policy's text and where it came from. */
export interface PolicyOrigin extends PolicyText {
  readonly source: string
  readonly from: PolicySource['from']
  /** The base branch beside it, on a pull request. */
  readonly base?: Base
  /** Where evidence is read that the base branch has. */
  readonly files?: BaseFiles
}

/** Asks GitHub who approved; absent on the command line. It gives no less than what it was asked for. */
export type AskApprovals = (asked: Asked) => Promise<Approvals>

/** Asks GitHub which files the judged pull request changes. */
export type AskChanges = () => Promise<Changes>

/** What a run may ask GitHub while it judges; nothing on the command line. */
export interface Asks {
  readonly approvals?: AskApprovals
  readonly changes?: AskChanges
}

/**
 * The whole story up to the report: policy, evidence, gates, verdict. Reads files; speaks to nobody. `now` is in
 * milliseconds since 1970.
 */
export async function check(
  options: Options,
  policyText: PolicyOrigin,
  workspace: Workspace,
  subject: Subject,
  now: number,
  { approvals: ask, changes }: Asks = {},
): Promise<Report> {
  const exists = (path: string) => workspace.has(path)
  const governed = await governedBy(policyText, options.evidence, exists)
  if (!governed.ok) return refused(governed.problems, subject, governed.source)
  const { policies, source, notes } = governed
  const { several } = policies
  const chosen = several && options.models === 'changed' ? await touched(policies.models, source, changes) : undefined
  const asked = askedOf(policies.models)
  const approvals = asked && (await ask?.(asked))
  // What the judged change brings along itself waives nothing.
  const waivable = source.from === 'base' || (policyText.base === undefined && subject.pull_request === undefined)
  const run: Circumstances = { subject, now, source, waivable, ...(approvals && { approvals }), ...files(policyText) }
  const judged: JudgedModel[] = []
  for (const model of chosen?.models ?? policies.models) judged.push(await judgeModel(model, workspace, run))
  const said = several ? (await import('./models/judged.js')).notesOfAll(judged) : judged.flatMap((one) => one.notes)
  const models = judged.map(({ report }) => report)
  return reportOf(models, subject, source, [...notes, ...(chosen?.notes ?? []), ...said])
}

/** What all models of a run have in common. */
interface Circumstances {
  readonly subject: Subject
  readonly now: number
  readonly source: PolicySource
  readonly waivable: boolean
  readonly approvals?: Approvals
  readonly files?: BaseFiles
}

function files({ files }: PolicyOrigin): Pick<Circumstances, 'files'> {
  return files === undefined ? {} : { files }
}

interface JudgedModel {
  readonly name: string
  readonly report: ModelReport
  readonly notes: readonly Message[]
}

async function judgeModel(model: ModelPolicy, whole: Workspace, run: Circumstances): Promise<JudgedModel> {
  const { policy, name, folder } = model
  const folded = folder === undefined ? ok(whole) : whole.within(folder)
  if (policy === undefined || !folded.ok) {
    const { misdescribed } = await import('./models/judged.js')
    const problems = folded.ok ? model.problems : folded.problems
    return { name, report: misdescribed({ ...model, problems }), notes: model.notes }
  }
  const workspace = folded.value
  const { subject, now, source, approvals } = run
  const needed = new Set<EvidenceNeed>([
    ...policy.gates.flatMap(({ gate, options }) => [...gate.needs, ...(gate.alsoNeeds?.(options) ?? [])]),
    ...namedKinds(policy),
  ])
  const evidence = await loadEvidence(workspace, policy, needed, run.files)
  const frameworks = await frameworksOf(policy, source, now)
  const waivable = run.waivable && model.own !== true
  const report = judge(policy, evidence, runOf(policy, waivable, subject, now, approvals), frameworks)
  const unused = unusedKinds(policy, needed).map((kind) => message('app.unused-evidence', { kind }))
  const absent = Object.values(evidence)
    .filter(({ items }) => items.length > 0)
    .flatMap((kind) => kind.absent.map((it: Problem) => message('app.absent-beside', { why: it.message })))
  const notes = [...model.notes, ...unused, ...absent, ...notesOf(policy, evidence), ...(frameworks?.notes ?? [])]
  return { name, report: { ...report, name }, notes }
}

async function touched(models: readonly ModelPolicy[], source: PolicySource, changes: AskChanges | undefined) {
  const { touchedModels } = await import('./models/touched.js')
  const shared = [source, ...(source.layers ?? [])].map((one) => one.source)
  return touchedModels(models, (await changes?.()) ?? { kind: 'none' }, shared)
}

/** The policy in force. Comparing it with the base branch's is loaded by the runs that have one. */
async function governedBy(
  policy: PolicyOrigin,
  shortcuts: Options['evidence'],
  exists: (path: string) => boolean,
): Promise<Governed> {
  return policy.base === undefined
    ? ownPolicy(policy, shortcuts)
    : (await import('./base/govern.js')).govern(policy, policy.base, shortcuts, exists)
}

/** Kinds that the policy binds by name; they are read although no gate looks at them. */
function namedKinds({ bindings }: Policy): EvidenceKind[] {
  const named = bindings.facets.flatMap(({ selectors }) =>
    typeof selectors === 'string' ? [] : Object.keys(selectors),
  )
  return EVIDENCE_KINDS.filter((kind) => named.includes(kind) || (bindings.tracked !== undefined && kind === 'metrics'))
}

/** What the gates ask of GitHub together; undefined where none asks anything. */
function askedOf(models: readonly ModelPolicy[]): Asked | undefined {
  const gates = models.flatMap(({ policy }) => policy?.gates ?? [])
  const all = gates.flatMap(({ gate, options }) => gate.asks?.(options) ?? [])
  if (all.length === 0) return undefined
  return {
    reviews: all.some(({ reviews }) => reviews),
    actors: all.some(({ actors }) => actors),
    teams: [...new Set(all.flatMap(({ teams }) => teams))].sort(),
  }
}

/** Whoever had a hand in the change is as interested in a waiver as its author. */
function runOf({ gates }: Policy, waivable: boolean, subject: Subject, now: number, approvals?: Approvals): Run {
  const { author, actor, commit, merge_commit } = subject
  const involved = approvals && gates.flatMap(({ gate, options }) => gate.involved?.(options, approvals) ?? [])
  const interested = [author, actor, ...(involved ?? [])].filter((login) => login !== undefined)
  const commits = [commit, merge_commit].filter((known) => known !== undefined)
  return { now, waivable, interested, commits, ...(approvals && { approvals }) }
}

/** The report of a run that evaluated nothing because of mistakes in its inputs or its policy. */
export function refused(problems: readonly Problem[], subject: Subject, policy: PolicySource): Report {
  return { verdict: 'error', counts: countsOf([]), subject, policy, problems, models: [], notes: [] }
}

function reportOf(
  models: readonly ModelReport[],
  subject: Subject,
  policy: PolicySource,
  notes: readonly Message[],
): Report {
  const verdict = gravest(models.map((model) => model.verdict))
  return { verdict, counts: countsOf(models), subject, policy, problems: [], models, notes }
}
