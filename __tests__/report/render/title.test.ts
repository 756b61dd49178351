import { expect, test } from '@jest/globals'
import { renderTitle } from '../../../src/report/render/title.js'
import type { Outcome, Verdict } from '../../../src/verdict/outcome.js'
import {
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
const ko = wordingIn('ko')

function report(verdict: Verdict, ...outcomes: Outcome[]) {
  const checks = outcomes.map((outcome, index) => metricCheck(`m${index}`, outcome))
  return reportOf(verdict, [['m', [gate('performance', checks)]]])
}

test.each([
  [sampleReport(), 'churn_predictor: 2 of 6 checks failed, 1 undecided, 1 waived'],
  [passingReport(), 'churn_predictor: 1 check passed'],
  [report('pass', 'pass', 'pass'), 'm: all 2 checks passed'],
  [report('pass', 'pass', 'not-applicable'), 'm: passed (1 of 2 checks passed)'],
  [report('pass', 'pass', 'waived'), 'm: passed (1 of 2 checks passed, 1 waived)'],
  [report('warn', 'pass', 'fail'), 'm: warning (1 of 2 checks failed)'],
  [report('fail', 'pass', 'insufficient'), 'm: failed (1 of 2 checks passed, 1 undecided)'],
  [report('error', 'error', 'missing'), 'm: error (1 of 2 checks failed, 1 in error)'],
  [problemReport(), '1 problem in the policy or the inputs, nothing was evaluated'],
  [
    { ...problemReport(), problems: [...problemReport().problems, ...problemReport().problems] },
    '2 problems in the policy or the inputs, nothing was evaluated',
  ],
  [reportOf('error', [['m', []]]), 'm: nothing was checked'],
  [reportOf('error', []), 'nothing was checked'],
])('%#: the verdict and its count', (subject, title) => {
  expect(renderTitle(subject, en)).toBe(title)
})

test('never lets a red verdict sound green', () => {
  for (const outcome of ['pass', 'waived', 'not-applicable', 'insufficient', 'error'] as const) {
    expect(renderTitle(report('fail', outcome), en)).toContain('failed')
    expect(renderTitle(report('error', outcome), en)).toContain('error')
  }
})

test('speaks Korean', () => {
  expect(renderTitle(sampleReport(), ko)).toBe('churn_predictor: 검사 6건 중 2건 실패, 판정 보류 1건, 예외 승인 1건')
  expect(renderTitle(problemReport(), ko)).toBe('정책 또는 입력에 문제 1건, 평가하지 않음')
})

test.each([...HOSTILE, 'x'.repeat(1_000_000)].map((text) => [text.slice(0, 40), text]))(
  '%j is plain text',
  (_n, text) => {
    const title = renderTitle({ ...hostileReport(text), problems: [] }, en)
    expect(title.length).toBeLessThanOrEqual(255)
    expect(title).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]|@(?!\u200b)/u)
    expect(title).toContain('error (')
  },
)
