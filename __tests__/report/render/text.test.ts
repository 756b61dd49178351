import { expect, test } from '@jest/globals'
import { renderText } from '../../../src/report/render/text.js'
import { worked } from '../../support/worked.js'
import { bigReport, HOSTILE, hostileReport, problemReport, SHA256, sampleReport, wordingIn } from '../sample.js'

const en = wordingIn('en')

test('aligns its columns, what failed first', () => {
  expect(renderText(sampleReport(), en)).toBe(`\
churn_predictor: 2 of 6 checks failed, 1 undecided, 1 waived

failed     fairness/recall/gender/gap    0.09   < 0.05   0.04 over
           The lowest group is female
           evidence outputs/groups.json:4, policy .github/ml-gate.yaml:10
failed     performance/f1                0.81   >= 0.85  0.04 short
           f1 is 0.81, required is >= 0.85
           evidence outputs/metrics.json:2, policy .github/ml-gate.yaml:6
undecided  fairness/recall/age_band/gap  0.03   < 0.05   0.02 away
           Group 70+ has too few positives
           evidence outputs/groups.json:4, policy .github/ml-gate.yaml:10
waived     performance/brier             0.12   <= 0.1
           brier is 0.12, required is <= 0.1
           evidence outputs/metrics.json:2, policy .github/ml-gate.yaml:6
passed     documentation/limitations     -      -
passed     performance/auc               0.930  >= 0.90

No gate asks for outputs/old.json

groups   outputs/groups.json   json  48  ${SHA256}
metrics  outputs/metrics.json  json  48  ${SHA256}

Policy: .github/ml-gate.yaml (from the checkout), SHA-256 ${SHA256}
`)
})

test.each([
  ['../policy.yaml', 'not from the checkout'],
  ['/etc/ml-gate/policy.yaml', 'not from the checkout'],
  ['C:\\policy.yaml', 'not from the checkout'],
  ['.github/ml-gate.yaml', 'from the checkout'],
  ['..policy.yaml', 'from the checkout'],
])('says where the policy %s is from', (source, from) => {
  const report = sampleReport()
  const text = renderText({ ...report, policy: { ...report.policy, source } }, en)
  expect(text).toContain(`Policy: ${source} (${from}), SHA-256`)
})

test('aligns wide letters', () => {
  const lines = renderText(sampleReport(), wordingIn('ko')).split('\n')
  expect(lines.filter((line) => /^(실패|판정 보류|통과) /.test(line))).toEqual([
    '실패       fairness/recall/gender/gap    0.09   < 0.05   0.04 초과',
    '실패       performance/f1                0.81   >= 0.85  0.04 부족',
    '판정 보류  fairness/recall/age_band/gap  0.03   < 0.05   0.02 차이',
    '통과       documentation/limitations     -      -',
    '통과       performance/auc               0.930  >= 0.90',
  ])
})

test('puts problems first', () => {
  expect(renderText(problemReport(), en).split('\n').slice(0, 3)).toEqual([
    '1 problem in the policy or the inputs, nothing was evaluated',
    '',
    '.github/ml-gate.yaml:3:5: unknown key preformance, meant: performance, fairness',
  ])
})

test.each([...HOSTILE, '\u001b[2J'.repeat(250_000)].map((text) => [text.slice(0, 40), text]))(
  '%j is printed safely',
  (_n, text) => {
    for (const line of renderText(hostileReport(text), en).split('\n')) {
      expect(line.trim()).not.toMatch(/^::/)
      expect(line).not.toContain('##[')
      expect(line).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
      expect(line.length).toBeLessThan(2_000)
    }
  },
)

test('writes thousands of checks quickly', () => {
  const start = worked()
  expect(
    renderText(bigReport(5_000), en)
      .split('\n')
      .filter((line) => line.startsWith('passed')),
  ).toHaveLength(4_950)
  expect(worked() - start).toBeLessThan(3_000)
})
