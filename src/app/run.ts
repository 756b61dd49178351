import { createHash } from 'node:crypto'
import type { EvidenceNeed } from '../evidence/kinds.js'
import type { PolicyText } from '../policy/document.js'
import { parsePolicy } from '../policy/parse.js'
import type { Counts, ModelReport, PolicySource, Report, Subject } from '../report/model.js'
import { type Message, message } from '../shared/message.js'
import type { Problem } from '../shared/problem.js'
import { gravest } from '../verdict/verdict.js'
import { loadEvidence, unusedKinds } from './evidence.js'
import { judge } from './judge.js'
import type { Options } from './options.js'
import type { Workspace } from './workspace.js'

/** A policy's text and where it came from. */
export interface PolicyOrigin extends PolicyText {
  readonly source: string
  readonly from: PolicySource['from']
}

/** The whole story up to the report: policy, evidence, gates, verdict. Reads files; speaks to nobody. */
export async function check(
  options: Options,
  policyText: PolicyOrigin,
  workspace: Workspace,
  subject: Subject,
): Promise<Report> {
  const source = { source: policyText.source, from: policyText.from, sha256: sha256(policyText.text) }
  const parsed = parsePolicy(policyText, options.evidence)
  if (!parsed.ok) return refused(parsed.problems, subject, { ...source, resolved: null })
  const policy = parsed.value
  const needed = new Set<EvidenceNeed>(policy.gates.flatMap(({ gate }) => gate.needs))
  const evidence = await loadEvidence(workspace, policy, needed)
  const model = judge(policy, evidence)
  const unused = unusedKinds(policy, needed).map((kind) => message('app.unused-evidence', { kind }))
  const absent = Object.values(evidence)
    .filter(({ items }) => items.length > 0)
    .flatMap((kind) => kind.absent.map((it: Problem) => message('app.absent-beside', { why: it.message })))
  return reportOf([model], subject, { ...source, resolved: policy.resolved }, [...unused, ...absent])
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

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
