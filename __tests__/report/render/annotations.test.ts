import { describe, expect, test } from '@jest/globals'
import { bytes } from '../../../src/report/budget.js'
import { annotationsOf } from '../../../src/report/render/annotations.js'
import { message } from '../../../src/shared/message.js'
import type { Check, Enforcement, Outcome } from '../../../src/verdict/outcome.js'
import {
  gate,
  HOSTILE,
  hostileReport,
  metricCheck,
  problemReport,
  reportOf,
  sampleReport,
  wordingIn,
} from '../sample.js'

const en = wordingIn('en')

function level(outcome: Outcome, enforcement: Enforcement) {
  const report = reportOf('fail', [['m', [gate('performance', [metricCheck('f1', outcome)], enforcement)]]])
  return annotationsOf(report, en).map((annotation) => annotation.level)
}

test('names the value, the bound and where both stand, on the line of the policy', () => {
  expect(annotationsOf(sampleReport(), en)[1]).toEqual({
    level: 'failure',
    at: { path: '.github/ml-gate.yaml', line: 6, column: 3 },
    title: 'f1: failed',
    message: `f1 is 0.81, required is >= 0.85
Measured: 0.81. Required: >= 0.85 (0.04 short).
Evidence: outputs/metrics.json:2
Policy: .github/ml-gate.yaml:6
Check: performance/f1`,
  })
})

test.each([
  [
    'at a bound that does not count',
    { expected: '> 0.81', distance: '0' },
    'exactly at the bound, which does not count',
  ],
  ['without a bound', { expected: undefined }, 'Measured: 0.81.\\nEvidence'],
])('tells a value %s', (_name, { expected, ...facts }, said) => {
  const { expected: _, ...bare } = metricCheck('f1', 'fail', facts)
  const check = { ...bare, ...(expected && { expected }) }
  const [annotation] = annotationsOf(reportOf('fail', [['m', [gate('performance', [check])]]]), en)
  expect(annotation?.message).toMatch(new RegExp(said))
})

test('announces only what is open, failures first', () => {
  const titles = annotationsOf(sampleReport(), en).map(({ level, title }) => `${level} ${title}`)
  expect(titles).toEqual([
    'failure recall gap by gender: failed',
    'failure f1: failed',
    'warning recall gap by age_band: undecided',
  ])
})

test.each<[Outcome, Enforcement, string[]]>([
  ['fail', 'block', ['failure']],
  ['missing', 'block', ['failure']],
  ['fail', 'warn', ['warning']],
  ['missing', 'observe', ['notice']],
  ['insufficient', 'block', ['warning']],
  ['insufficient', 'observe', ['notice']],
  ['error', 'block', ['failure']],
  ['error', 'observe', ['failure']],
  ['pass', 'block', []],
  ['waived', 'block', []],
  ['not-applicable', 'block', []],
])('%s under %s gives %j', (outcome, enforcement, levels) => {
  expect(level(outcome, enforcement)).toEqual(levels)
})

describe('place', () => {
  const card = { path: 'MODEL_CARD.md', line: 20 }
  const policy = { path: 'p.yaml', line: 3 }
  const placeIn = (mend: Check['mend'], evidence: { path: string; line?: number } | undefined, at = policy) => {
    const { evidence: _none, ...bare } = metricCheck('x', 'fail')
    const check = { ...bare, policy: at, ...(mend && { mend }), ...(evidence && { evidence }) }
    return annotationsOf(reportOf('fail', [['m', [gate('x', [check])]]]), en).map((annotation) => annotation.at)
  }

  test('is the evidence’s line where that has to be mended and has one', () => {
    expect(placeIn('evidence', card)).toEqual([card])
    expect(placeIn('evidence', { path: 'MODEL_CARD.md' })).toEqual([policy])
    expect(placeIn('evidence', undefined)).toEqual([policy])
    expect(placeIn('policy', card)).toEqual([policy])
    expect(placeIn(undefined, card)).toEqual([policy])
  })

  test.each(['/etc/passwd', '../x.yaml', './x.yaml', 'a/../../b', '', 'a\0b'])('is never %j', (path) => {
    expect(placeIn('policy', undefined, { path, line: 1 })).toEqual([])
  })

  test.each([0, -1, 1.5, Number.NaN])('is never line %d', (line) => {
    expect(placeIn('policy', undefined, { path: 'p.yaml', line })).toEqual([])
  })
})

test('binds a problem to its own line and leaves out one without', () => {
  const [first, ...others] = annotationsOf(problemReport(), en)
  expect(first).toEqual({
    level: 'failure',
    at: { path: '.github/ml-gate.yaml', line: 3, column: 5 },
    title: 'Problem in the policy or the inputs',
    message: 'unknown key preformance, meant: performance, fairness',
  })
  expect(others).toEqual([])
  const homeless = { ...problemReport(), problems: [{ message: message('sample.unused', { path: 'x' }) }] }
  expect(annotationsOf(homeless, en)).toEqual([])
})

test.each([...HOSTILE, '가'.repeat(1_000_000)].map((text) => [text.slice(0, 40), text]))('%j fits', (_n, text) => {
  for (const { title, message: said } of annotationsOf(hostileReport(text), en)) {
    expect(title.length).toBeLessThanOrEqual(255)
    expect(bytes(said)).toBeLessThanOrEqual(60_000)
    expect(`${title}${said.replaceAll('\n', '')}`).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]|@(?!\u200b)/u)
  }
})
