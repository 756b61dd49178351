import { compareText } from '../../shared/location.js'
import { changesOf, changeText } from '../changes.js'
import { visible, xmlAttribute, xmlText } from '../escape.js'
import type { GateReport, ModelReport, Report } from '../model.js'
import { outcomeMessage, place, placeLines, sentence, short } from '../phrases.js'
import { isOpen, levelOf, type Row, rowsOf } from '../rows.js'
import type { Wording } from '../wording.js'
import { titleText } from './title.js'

type CaseResult = 'passed' | 'failure' | 'error' | 'skipped'

interface Case {
  readonly name: string
  readonly result: CaseResult
  readonly type: string
  readonly message: string
  readonly detail: string
}

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
}

/** The report as JUnit XML: a suite for each gate, a case for each check, and one for the policy's changes. Never greener than the verdict. */
export function renderJunit(report: Report, wording: Wording): string {
  const suites = [...inputSuite(report, wording), ...gateSuites(report, wording), ...changeSuite(report, wording)]
  const all = suites.flatMap((suite) => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="ml-gate" ${totals(all)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n')
}

/** Problems, and a report that checked nothing, as errors of a suite of their own. */
function inputSuite(report: Report, wording: Wording): Suite[] {
  const cases = report.problems.map(({ message: said, at }): Case => {
    const text = sentence(wording, said)
    const name = at === undefined ? said.id : `${said.id} ${place(at, true)}`
    return { name, result: 'error', type: said.id, message: text, detail: text }
  })
  if (cases.length === 0 && report.counts.checks === 0) {
    const text = titleText(report, wording)
    cases.push({ name: 'checks', result: 'error', type: 'nothing-checked', message: text, detail: text })
  }
  return cases.length === 0 ? [] : [{ name: 'inputs', cases }]
}

/** Changes of the policy are neither red nor green: skipped, each with what it does. */
function changeSuite({ policy }: Report, wording: Wording): Suite[] {
  const cases = changesOf(policy).map((change): Case => {
    const text = changeText(change, wording)
    return {
      name: sentence(wording, change.what),
      result: 'skipped',
      type: change.direction,
      message: text,
      detail: text,
    }
  })
  return cases.length === 0 ? [] : [{ name: 'policy', cases }]
}

function gateSuites(report: Report, wording: Wording): Suite[] {
  const suites = new Map<string, Case[]>()
  const undecidedFail = new Set(report.models.filter(failsByTheUndecided).map((model) => model.name))
  const rows = rowsOf(report).sort(order)
  for (const row of rows) {
    const name = report.models.length > 1 ? `${short(row.model)}/${row.gate}` : row.gate
    const cases = suites.get(name) ?? []
    cases.push(checkCase(row, wording, undecidedFail.has(row.model)))
    suites.set(name, cases)
  }
  return [...suites].map(([name, cases]) => ({ name, cases }))
}

/** Suites and cases keep their order from run to run, whatever the outcomes. */
function order(a: Row, b: Row): number {
  return compareText(a.model, b.model) || compareText(a.gate, b.gate) || compareText(a.check.id, b.check.id)
}

/** Whether a model failed though no check of a blocking gate did: then the undecided ones count as failed. */
function failsByTheUndecided(model: ModelReport): boolean {
  const fails = (gate: GateReport) =>
    gate.enforcement === 'block' && gate.checks.some(({ outcome }) => outcome === 'fail' || outcome === 'missing')
  return model.verdict === 'fail' && !model.gates.some(fails)
}

function checkCase(row: Row, wording: Wording, undecidedFails: boolean): Case {
  const { check } = row
  const detail = [sentence(wording, check.message), ...placeLines(check, wording)]
  return {
    name: short(check.id),
    result: resultOf(row, undecidedFails),
    type: check.outcome,
    message: `${sentence(wording, outcomeMessage(row))}: ${sentence(wording, check.message)}`,
    detail: detail.map(visible).join('\n'),
  }
}

/** JUnit knows no warnings: what does not block is skipped with its reason, so that it is neither red nor green. */
function resultOf(row: Row, undecidedFails: boolean): CaseResult {
  const { outcome } = row.check
  if (outcome === 'pass') return 'passed'
  if (outcome === 'error') return 'error'
  if (!isOpen(outcome)) return 'skipped'
  if (outcome === 'insufficient') return undecidedFails && row.enforcement === 'block' ? 'failure' : 'skipped'
  return levelOf(row) === 'failure' ? 'failure' : 'skipped'
}

function totals(cases: readonly Case[]): string {
  const count = (result: CaseResult) => cases.filter((one) => one.result === result).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

function suiteLines({ name, cases }: Suite): string[] {
  return [
    `  <testsuite name="${attribute(name)}" ${totals(cases)}>`,
    ...cases.flatMap((one) => caseLines(one, name)),
    '  </testsuite>',
  ]
}

function caseLines(one: Case, suite: string): string[] {
  const start = `    <testcase classname="${attribute(suite)}" name="${attribute(one.name)}"`
  if (one.result === 'passed') return [`${start}/>`]
  const inner =
    one.result === 'skipped'
      ? `      <skipped message="${attribute(one.message)}"/>`
      : `      <${one.result} type="${attribute(one.type)}" message="${attribute(one.message)}">${xmlText(one.detail)}</${one.result}>`
  return [`${start}>`, inner, '    </testcase>']
}

function attribute(text: string): string {
  return xmlAttribute(visible(text))
}
