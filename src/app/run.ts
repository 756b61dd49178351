import type { EvidenceKind } from '../evidence/kinds.js'
import type { PolicyText } from '../policy/document.js'
import type { Counts, ModelReport, PolicySource, Report, Subject } from '../report/model.js'
import { type Message, message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import { gravest } from '../verdict/verdict.js'
import type { Base, BaseFiles } from './base/base.js'
import { type Governed, ownPolicy } from './base/own.js'
import { loadEvidence, unusedKinds } from './evidence.js'
import { judge } from './judge.js'
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

/** The whole story up to the report: policy, evidence, gates, verdict. Reads files; speaks to nobody. */
export async function check(
  options: Options,
  policyText: PolicyOrigin,
  workspace: Workspace,
  subject: Subject,
): Promise<Report> {
  const governed = await governedBy(policyText, options.evidence)
  if (!governed.ok) return refused(governed.problems, subject, governed.source)
  const { policy } = governed
  const needed = new Set<EvidenceKind>(policy.gates.flatMap(({ gate }) => gate.needs))
  const evidence = await loadEvidence(workspace, policy, needed, policyText.files)
  const model = judge(policy, evidence)
  const unused = unusedKinds(policy, needed).map((kind) => message('app.unused-evidence', { kind }))
  const absent = Object.values(evidence)
    .filter(({ items }) => items.length > 0)
    .flatMap((kind) => kind.absent.map((it: Problem) => message('app.absent-beside', { why: it.message })))
  return reportOf([model], subject, governed.source, [...governed.notes, ...unused, ...absent])
}

/** The policy in force. Comparing it with the base branch's is loaded by the runs that have one. */
async function governedBy(policy: PolicyOrigin, shortcuts: Options['evidence']): Promise<Governed> {
  return policy.base === undefined
    ? ownPolicy(policy, shortcuts)
    : (await import('./base/govern.js')).govern(policy, policy.base, shortcuts)
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

function countsOf(models: readonly ModelReport[]): Counts {
  const outcomes = models.flatMap(({ gates }) => gates.flatMap(({ checks }) => checks.map(({ outcome }) => outcome)))
  const count = (...wanted: readonly string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length
  return {
    checks: outcomes.length,
    passed: count('pass'),
    failed: count('fail', 'missing'),
    insufficient: count('insufficient'),
    errors: count('error'),
    waived: count('waived'),
    notApplicable: count('not-applicable'),
  }
}
