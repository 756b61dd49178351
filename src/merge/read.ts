import { parseJson } from '../evidence/readers/json/parse.js'
import type { GateReport, ModelReport, PolicySource, Subject } from '../report/model.js'
import type { EvidenceFile } from '../shared/evidence-file.js'
import type { Message } from '../shared/message.js'
import { failed, ok, problem, type Result } from '../shared/problem.js'
import {
  type Approval,
  type Check,
  ENFORCEMENTS,
  type GroupRow,
  ON_INSUFFICIENT,
  type OnInsufficient,
  OUTCOMES,
  type Uncertainty,
  VERDICTS,
  type Verdict,
} from '../verdict/outcome.js'
import { packOf } from './compliance.js'
import { defined, Field, Malformed } from './fields.js'
import { locationOf, policyOf, said } from './policy.js'

/** A `report.json` that was read. Its sentences are kept as they were worded. */
export interface ReadReport {
  readonly path: string
  readonly verdict: Verdict
  readonly subject: Subject
  readonly policy: PolicySource
  /** How the policy counts undecided checks; by default as a warning. */
  readonly onInsufficient: OnInsufficient
  /** The same by model, where the policy has several. */
  readonly ofModel: ReadonlyMap<string, OnInsufficient>
  /** Sentences about mistakes in the inputs or the policy: where there are any, nothing was judged. */
  readonly problems: readonly string[]
  readonly models: readonly ModelReport[]
  readonly notes: readonly Message[]
}

const SCHEMA = 'ml-gate-report/1'

/** The text of a `report.json` → its parts, or what is wrong with it and where. */
export function readReport(text: string, path: string): Result<ReadReport> {
  const tree = parseJson(text, path)
  if (!tree.ok) return tree
  try {
    const root = new Field(path, tree.value)
    const schema = root.at('schema').maybe((it) => it.text()) ?? ''
    if (schema !== SCHEMA) return failed(problem('merge.no-report', { schema, expected: SCHEMA }, { path, line: 1 }))
    return ok(reportOf(root, path))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    const { at, expected } = error
    return failed(problem('merge.malformed', { pointer: at.pointer ?? '', expected }, at))
  }
}

function reportOf(root: Field, path: string): ReadReport {
  const policy = root.at('policy')
  const resolved = policy.at('resolved')
  const several = resolved.at('models').maybe((it) => it.items()) ?? []
  return {
    path,
    verdict: root.at('verdict').oneOf(VERDICTS),
    subject: subjectOf(root.at('subject')),
    policy: policyOf(policy),
    onInsufficient: undecidedIn(resolved) ?? 'warn',
    ofModel: new Map(several.map((it) => [it.at('model').text(), undecidedIn(it) ?? 'warn'])),
    problems: root.at('problems').maybe((it) => it.items().map((one) => one.at('message').text())) ?? [],
    models: approvedBy(
      root.at('models').items().map(modelOf),
      root.at('approvals').maybe((it) => it.items().map(approvalOf)) ?? [],
    ),
    notes: root.at('notes').maybe((it) => it.items().map(said)) ?? [],
  }
}

function undecidedIn(resolved: Field): OnInsufficient | undefined {
  return resolved.at('on-insufficient').maybe((it) => it.oneOf(ON_INSUFFICIENT))
}

function subjectOf(field: Field): Subject {
  const text = (key: string) => field.at(key).maybe((it) => it.text())
  const whole = (key: string) => field.at(key).maybe((it) => it.whole())
  return defined<Subject>({
    repository: text('repository'),
    commit: text('commit'),
    merge_commit: text('merge_commit'),
    pull_request: whole('pull_request'),
    workflow: text('workflow'),
    run: whole('run'),
    attempt: whole('attempt'),
    actor: text('actor'),
    author: text('author'),
  })
}

function modelOf(field: Field): ModelReport {
  return defined<ModelReport>({
    name: field.at('name').text(),
    verdict: field.at('verdict').oneOf(VERDICTS),
    gates: field.at('gates').items().map(gateOf),
    evidence: field.at('evidence').items().map(fileOf),
    compliance: field.at('compliance').maybe((it) => it.items().map(packOf)),
  })
}

/** Approvals stand beside the models; each belongs to the check that asked for it, and the first of them shows all. */
function approvedBy(models: readonly ModelReport[], approvals: readonly Approval[]): ModelReport[] {
  let left = approvals
  return models.map((model) => ({
    ...model,
    gates: model.gates.map((gate) => ({
      ...gate,
      checks: gate.checks.map((check) => {
        if (gate.id !== 'approval' || left.length === 0) return check
        const shown = { ...check, approvals: left }
        left = []
        return shown
      }),
    })),
  }))
}

function approvalOf(field: Field): Approval {
  return defined<Approval>({
    by: field.at('by').text(),
    role: field.at('role').maybe((it) => it.text()),
    at: field.at('at').text(),
    commit: field.at('commit').text(),
  })
}

function fileOf(field: Field): EvidenceFile {
  const text = (key: string) => field.at(key).text()
  return {
    kind: text('kind'),
    path: text('path'),
    format: text('format'),
    bytes: field.at('bytes').whole(),
    sha256: text('sha256'),
  }
}

function gateOf(field: Field): GateReport {
  return {
    id: field.at('id').text(),
    enforcement: field.at('enforcement').oneOf(ENFORCEMENTS),
    outcome: field.at('outcome').oneOf(OUTCOMES),
    checks: field.at('checks').items().map(checkOf),
  }
}

function checkOf(field: Field): Check {
  return defined<Check>({
    id: field.at('id').text(),
    title: said(field.at('title')),
    outcome: field.at('outcome').oneOf(OUTCOMES),
    expected: field.at('expected').maybe((it) => it.text()),
    actual: field.at('actual').maybe((it) => it.decimal()),
    written: field.at('written').maybe((it) => it.text()),
    distance: field.at('distance').maybe((it) => it.decimal()),
    uncertainty: field.at('uncertainty').maybe(uncertaintyOf),
    groups: field.at('groups').maybe((it) => it.items().map(groupOf)),
    message: said(field.at('message')),
    policy: locationOf(field.at('policy')),
    evidence: field.at('evidence').maybe(locationOf),
  })
}

function uncertaintyOf(field: Field): Uncertainty {
  const whole = (key: string) => field.at(key).maybe((it) => it.whole())
  return defined<Uncertainty>({
    n: whole('n'),
    positives: whole('positives'),
    negatives: whole('negatives'),
    interval: field.at('interval').maybe(intervalOf),
    detectable: field.at('detectable').maybe((it) => it.decimal()),
  })
}

function intervalOf(field: Field): NonNullable<Uncertainty['interval']> {
  return defined<NonNullable<Uncertainty['interval']>>({
    low: field.at('low').decimal(),
    high: field.at('high').decimal(),
    level: field.at('level').decimal(),
    confidence: field.at('confidence').maybe((it) => it.decimal()),
    method: field.at('method').text(),
  })
}

function groupOf(field: Field): GroupRow {
  const whole = (key: string) => field.at(key).maybe((it) => it.whole())
  return defined<GroupRow>({
    metric: field.at('metric').text(),
    name: field.at('name').text(),
    value: field.at('value').decimal(),
    n: whole('n'),
    positives: whole('positives'),
    negatives: whole('negatives'),
    interval: field.at('interval').maybe(intervalOf),
    small: field.at('small').maybe((it) => it.boolean()),
    new: field.at('new').maybe((it) => it.boolean()),
    at: locationOf(field.at('evidence')),
  })
}
