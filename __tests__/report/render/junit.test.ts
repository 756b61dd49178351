import { describe, expect, test } from '@jest/globals'
import { renderJunit } from '../../../src/report/render/junit.js'
import type { Enforcement, Outcome, Verdict } from '../../../src/verdict/outcome.js'
import { worked } from '../../support/worked.js'
import {
  bigReport,
  gate,
  HOSTILE,
  hostileReport,
  metricCheck,
  passingReport,
  problemReport,
  reportOf,
  sampleReport,
  wordingIn,
} from '../sample.js'

const en = wordingIn('en')

/** Reads XML of elements, attributes and text; throws where it is not well-formed. Gives the names of the elements. */
function elementsOf(xml: string): string[] {
  const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  if (body === xml) throw new Error('no declaration')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML allows no others
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u.test(xml)) throw new Error('forbidden character')
  const token =
    /<(\/?)([a-z]+)((?: [a-z]+="(?:[^"<&]|&(?:amp|lt|gt|quot|apos|#\d+);)*")*)(\/?)>|(?:[^<&]|&(?:amp|lt|gt);)+/uy
  const open: string[] = []
  const names: string[] = []
  while (token.lastIndex < body.length) {
    const at = token.lastIndex
    const found = token.exec(body)
    if (found === null) throw new Error(`not well-formed: ${body.slice(at, at + 80)}`)
    const [, closing, name, , empty] = found
    if (name === undefined) continue
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`unexpected </${name}>`)
      continue
    }
    names.push(name)
    if (empty !== '/') open.push(name)
  }
  if (open.length > 0) throw new Error(`not closed: ${open.join()}`)
  return names
}

test('gives a suite for each gate and a case for each check', () => {
  expect(renderJunit(sampleReport(), en)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="ml-gate" tests="6" failures="2" errors="0" skipped="2">
  <testsuite name="documentation" tests="1" failures="0" errors="0" skipped="0">
    <testcase classname="documentation" name="documentation/limitations"/>
  </testsuite>
  <testsuite name="fairness" tests="2" failures="1" errors="0" skipped="1">
    <testcase classname="fairness" name="fairness/recall/age_band/gap">
      <skipped message="undecided: Group 70+ has too few positives"/>
    </testcase>
    <testcase classname="fairness" name="fairness/recall/gender/gap">
      <failure type="fail" message="failed: The lowest group is female">The lowest group is female
Evidence: outputs/groups.json:4
Policy: .github/ml-gate.yaml:10</failure>
    </testcase>
  </testsuite>
  <testsuite name="performance" tests="3" failures="1" errors="0" skipped="1">
    <testcase classname="performance" name="performance/auc"/>
    <testcase classname="performance" name="performance/brier">
      <skipped message="waived: brier is 0.12, required is &lt;= 0.1"/>
    </testcase>
    <testcase classname="performance" name="performance/f1">
      <failure type="fail" message="failed: f1 is 0.81, required is &gt;= 0.85">f1 is 0.81, required is &gt;= 0.85
Evidence: outputs/metrics.json:2
Policy: .github/ml-gate.yaml:6</failure>
    </testcase>
  </testsuite>
</testsuites>
`)
})

describe('is never greener than the verdict', () => {
  test.each<[Verdict, Outcome, Enforcement, string]>([
    ['fail', 'fail', 'block', 'failure'],
    ['fail', 'missing', 'block', 'failure'],
    ['fail', 'insufficient', 'block', 'failure'],
    ['warn', 'insufficient', 'block', 'skipped'],
    ['warn', 'fail', 'warn', 'skipped'],
    ['pass', 'fail', 'observe', 'skipped'],
    ['error', 'error', 'block', 'error'],
    ['error', 'error', 'observe', 'error'],
  ])('%s: %s under %s is %s', (verdict, outcome, enforcement, element) => {
    const report = reportOf(verdict, [['m', [gate('performance', [metricCheck('f1', outcome)], enforcement)]]])
    expect(elementsOf(renderJunit(report, en))).toEqual(['testsuites', 'testsuite', 'testcase', element])
  })

  test('nor where nothing was checked', () => {
    for (const report of [problemReport(), reportOf('error', [])]) {
      expect(elementsOf(renderJunit(report, en))).toEqual(['testsuites', 'testsuite', 'testcase', 'error'])
      expect(renderJunit(report, en)).toContain('errors="1"')
    }
  })
})

test('is well-formed whatever the names', () => {
  for (const text of [...HOSTILE, '\ufffe\uffff\u000b', '<'.repeat(1_000_000)]) {
    const names = elementsOf(renderJunit(hostileReport(text), en))
    expect(names.filter((name) => name === 'testcase')).toHaveLength(9)
  }
})

test('names the model where there are several', () => {
  const [model] = passingReport().models
  const models = ['a', 'b'].map((name) => ({
    ...model,
    name,
    verdict: 'pass' as const,
    gates: model?.gates ?? [],
    evidence: [],
  }))
  expect(renderJunit({ ...passingReport(), models }, en)).toMatch(
    /<testsuite name="a\/performance"[\s\S]*"b\/performance"/,
  )
})

test('writes thousands of checks quickly', () => {
  const start = worked()
  const names = elementsOf(renderJunit(bigReport(5_000), en))
  expect(names.filter((name) => name === 'testcase')).toHaveLength(5_000)
  expect(worked() - start).toBeLessThan(3_000)
})
