import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/app/judge.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'

async function run(performance: string, metrics: string | undefined, baseline?: string) {
  const evidence = await evidenceFrom({
    ...(metrics !== undefined && { metrics: { 'metrics.json': metrics } }),
    ...(baseline !== undefined && { baseline: { 'baseline.json': baseline } }),
  })
  const model = judge(policyFrom(`performance: ${performance}`), evidence)
  const checks = model.gates.flatMap(({ checks }) => checks)
  return {
    verdict: model.verdict,
    checks,
    said: checks.map(({ id, outcome, message }) => `${id} ${outcome}: ${english(message)}`),
  }
}

describe('bounds', () => {
  test.each([
    // bound, metrics, outcome, what must be said
    ['{f1: {min: 0.85}}', '{"f1": 0.86}', 'pass', /0\.86/],
    ['{f1: {min: 0.85}}', '{"f1": 0.85}', 'pass', /0\.85/],
    ['{f1: {min: 0.85}}', '{"f1": 0.84}', 'fail', /0\.84; >= 0\.85 is required \(0\.01 away\)/],
    ['{f1: {above: 0.85}}', '{"f1": 0.85}', 'fail', /> 0\.85/],
    ['{rmse: {max: 3.2}}', '{"rmse": 3.2}', 'pass', /3\.2/],
    ['{rmse: {below: 3.2}}', '{"rmse": 3.2}', 'fail', /< 3\.2/],
    ['{f1: ">= 0.85"}', '{"f1": 0.86}', 'pass', /0\.86/],
    ['{f1: "≥0.85"}', '{"f1": 0.84}', 'fail', /0\.84/],
    ['{f1: {min: 0.8, max: 0.9}}', '{"f1": 0.95}', 'fail', /<= 0\.9 is required/],
    ['{f1: {min: 0.8, max: 0.9}}', '{"f1": 0.85}', 'pass', /0\.85/],
    ['{rmse: {min: 1}}', '{"rmse": 50}', 'pass', /50/],
    ['{f1: {min: 0.3}}', '{"f1": 0.30000000000000000000000001}', 'pass', /0\.3/],
    ['{f1: {min: 0.3}}', '{"f1": 0.29999999999999999999999999}', 'fail', /0\.2999/],
    ['{eval/f1: {min: 0.8}}', '{"eval": {"f1": 0.9}}', 'pass', /0\.9/],
    ['{accuracy: {min: 85, unit: percent}}', '{"accuracy": 91.2}', 'pass', /91\.2/],
    ['{auc: {above: 0.9}}', '{"auc": 0.9}', 'fail', /the bound itself is not enough/],
    ['{f1: {min: 0.85}}', '{"f1": 0}', 'fail', /f1 is 0;/],
    // never green, each with its own message
    ['{f1: {min: 0.85}}', '{"f1": 86}', 'error', /f1 is 86; it lies between 0 and 1/],
    ['{accuracy: {min: 0.85}}', '{"accuracy": 1.0001}', 'error', /lies between 0 and 1/],
    ['{f1: {max: 0.85}}', '{"f1": -0.1}', 'error', /lies between 0 and 1/],
    ['{f1: {min: 85, unit: percent}}', '{"f1": 860}', 'error', /lies between 0 and 100/],
    ['{f1: {min: 0.85}}', '{"f1_score": 0.9, "auc": 1}', 'missing', /Nearest names there: f1_score/],
    ['{f1: {min: 0.85}}', '{}', 'missing', /f1 is not in metrics\.json/],
    [
      '{1/f1: {min: 0.5}}',
      '[{"c": "1", "f1": 0.8},\n {"c": "0", "f1": 0.7}]',
      'error',
      /1\/f1 is found more than once: metrics\.json:1 \(0\.8\), metrics\.json:2 \(0\.7\)/,
    ],
    ['{f1: {min: 0.85}}', '{"f1": NaN}', 'error', /f1 is NaN/],
    ['{f1: {max: 0.85}}', '{"f1": -Infinity}', 'error', /f1 is -Infinity/],
    ['{f1: {min: 0.85}}', '{"f1": 1e999}', 'error', /1e999/],
    ['{f1: {min: 0.85}}', '{"f1": "0.9"}', 'error', /the text "0\.9"/],
    ['{f1: {min: 0.85}}', '{"f1": null}', 'error', /null: it was not measured/],
    ['{f1: {min: 0.85}}', '{"f1": true}', 'error', /true, not a number/],
    ['{f1: {min: 0.85}}', '{"f1": [0.9]}', 'error', /a list/],
    ['{f1: {min: 0.85}}', '{"f1": {"test": 0.9}}', 'error', /a group of values/],
    ['{f1: {min: 0.85}}', '', 'error', /empty/i],
    ['{f1: {min: 0.85}}', '{"f1": 0.9', 'error', /This is not JSON: .*end of the file/],
    ['{f1: {min: 0.85}}', '{"f1": 0.9, "f1": 0.1}', 'error', /f1/],
    ['{f1: {min: 0.85}}', undefined, 'missing', /No metrics file is named/],
  ] as const)('%s with %s: %s', async (policy, metrics, outcome, said) => {
    const { checks, said: words, verdict } = await run(policy, metrics)
    expect(checks.map((check) => check.outcome)).toEqual([outcome])
    expect(words[0]).toMatch(said)
    expect(verdict === 'pass').toBe(outcome === 'pass')
  })

  test('facts of a check: expected, actual, distance, both places', async () => {
    const { checks } = await run('\n  f1:\n    min: 0.85', '{\n  "f1": 0.81\n}')
    expect(checks[0]).toMatchObject({
      id: 'performance/f1',
      expected: '>= 0.85',
      actual: '0.81',
      distance: '0.04',
      policy: { path: 'policy.yaml', line: 3, column: 5 },
      evidence: { path: 'metrics.json', line: 2, pointer: '/f1' },
    })
  })
})

test('of two bounds the one that is broken decides, and says on which side', async () => {
  const { checks } = await run('{f1: {min: 0.8, max: 0.9}}', '{"f1": 0.95}')
  expect(checks[0]).toMatchObject({ expected: '>= 0.8, <= 0.9', distance: '0.05', side: 'above' })
})

test('a name that two demands share is an error', async () => {
  const { verdict, said } = await run(
    '{f1: {max-drop: 0.1}, f1/max-drop: {min: 0}}',
    '{"f1": 0.9, "f1/max-drop": 1}',
    '{"f1": 0.9}',
  )
  expect(verdict).toBe('error')
  expect(said[0]).toMatch(/same name, performance\/f1\/max-drop/)
})

describe('change against the baseline', () => {
  test('metrics that are their own baseline are an error', async () => {
    const files = { 'm.json': '{"f1": 0.9}' }
    const evidence = await evidenceFrom({ metrics: files, baseline: files })
    const model = judge(policyFrom('performance: {f1: {max-drop: 0.01}}'), evidence)
    expect(model.verdict).toBe('error')
    expect(english(model.gates[0]?.checks[0]?.message ?? { id: '', params: {} })).toMatch(/the same file \(m\.json\)/)
  })

  test('a share is shown as what it comes to', async () => {
    const { checks } = await run('{rmse: {max-rise: 5%}}', '{"rmse": 3.16}', '{"rmse": 3}')
    expect(checks[0]).toMatchObject({ actual: '0.16', expected: '<= 0.15 (5%)', distance: '0.01', side: 'above' })
  })

  test.each([
    ['{f1: {max-drop: 0.01}}', 0.89, 0.9, 'pass', /within the tolerated drop/],
    ['{f1: {max-drop: 0.01}}', 0.88, 0.9, 'fail', /fell by 0\.02, from 0\.9/],
    ['{f1: {max-drop: 0}}', 0.9, 0.9, 'pass', /0\.9/],
    ['{f1: {max-drop: 0.01}}', 0.95, 0.9, 'pass', /0\.95/],
    ['{rmse: {max-rise: 5%}}', 3.15, 3, 'pass', /within the tolerated rise/],
    ['{rmse: {max-rise: 5%}}', 3.16, 3, 'fail', /rose by 0\.16/],
    ['{rmse: {max-rise: 5%}}', 1, 0, 'error', /per cent of 0/],
    ['{rmse: {max-rise: 5%}}', 1, -2, 'error', /per cent of -2/],
    ['{rmse: {max-rise: 0.5}}', -1.8, -2, 'pass', /-1\.8/],
  ] as const)('%s: %d after %d is %s', async (policy, current, baseline, outcome, said) => {
    const metric = policy.includes('rmse') ? 'rmse' : 'f1'
    const { checks, said: words } = await run(
      policy,
      JSON.stringify({ [metric]: current }),
      JSON.stringify({ [metric]: baseline }),
    )
    expect(checks.map((check) => check.outcome)).toEqual([outcome])
    expect(words[0]).toMatch(said)
  })

  test('a baseline that is not there, lacks the metric or holds no number is never green', async () => {
    const policy = '{f1: {min: 0.8, max-drop: 0.01}}'
    expect((await run(policy, '{"f1": 0.9}')).said).toEqual([
      expect.stringMatching(/^performance\/f1 pass/),
      expect.stringMatching(/^performance\/f1\/max-drop missing: .*No baseline file is named/),
    ])
    expect((await run(policy, '{"f1": 0.9}', '{"auc": 1}')).said[1]).toMatch(/missing/)
    expect((await run(policy, '{"f1": 0.9}', '{"f1": NaN}')).said[1]).toMatch(/error/)
    expect((await run(policy, '{"f1": 0.9}', 'oops')).said[1]).toMatch(/error/)
  })
})

test.each([
  ['accuracy', '{"accuracy": 1, "n": 0}'],
  ['recall', '{"recall": 1, "precision": 1, "f1-score": 1, "support": 0}'],
  ['recall', '{"recall": 1, "tp": 0, "fn": 0, "fp": 3, "tn": 5}'],
  ['specificity', '{"specificity": 1, "positives": 8, "negatives": 0}'],
  ['precision', '{"precision": 1, "tp": 0, "fp": 0, "fn": 2, "tn": 5}'],
  ['f1', '{"f1": 1, "tp": 0, "fp": 0, "fn": 0, "tn": 5}'],
  ['auc', '{"auc": 1, "positives": 0, "negatives": 9}'],
])('%s of no row is no measured value: %s', async (metric, metrics) => {
  const { said } = await run(`{${metric}: {min: 0.5}}`, metrics)
  expect(said).toEqual([expect.stringMatching(/error: .*rests on 0 rows/)])
  const some = metrics.replaceAll(/: 0\b/g, ': 1')
  expect((await run(`{${metric}: {min: 0.5}}`, some)).verdict).toBe('pass')
})

describe('per cent that may be a fraction', () => {
  const limit = '{error_rate: {max: 5, unit: percent}}'
  test.each([
    [limit, '{"error_rate": 0.12}', 'insufficient', /0\.12 .*may be a fraction/],
    [limit, '{"error_rate": 1}', 'insufficient', /may be a fraction/],
    // What shows the unit: the value itself, or another fraction beside it.
    [limit, '{"error_rate": 1.2}', 'pass', /1\.2/],
    [limit, '{"error_rate": 0.12, "f1": 86.1}', 'pass', /0\.12/],
    [limit, '{"error_rate": 0.12, "f1": 0.861, "rmse": 12}', 'insufficient', /may be a fraction/],
    [limit, '{"error_rate": 0}', 'pass', /0/],
    // No model has an accuracy below one per cent; and what fails in either unit stays failed.
    ['{accuracy: {max: 95, unit: percent}}', '{"accuracy": 0.99}', 'error', /may be a fraction/],
    ['{accuracy: {min: 85, unit: percent}}', '{"accuracy": 0.86}', 'fail', /0\.86; >= 85 is required/],
  ] as const)('%s of %s: %s', async (bound, metrics, outcome, said) => {
    const { checks, said: words } = await run(bound, metrics)
    expect([checks[0]?.outcome, words[0]]).toEqual([outcome, expect.stringMatching(said)])
  })

  test.each([
    ['accuracy', '1', 0.8, 0.9, 'error'],
    ['error_rate', '1', 0.3, 0.32, 'insufficient'],
    ['error_rate', '1', 0.5, 12, 'insufficient'],
    ['error_rate', '5%', 0.32, 0.32, 'pass'],
    ['error_rate', '5%', 0.5, 12, 'insufficient'],
    ['error_rate', '1', 12, 12.5, 'pass'],
  ] as const)('a change of %s by up to %s from %d: %s', async (metric, most, now, before, outcome) => {
    const options = `{${metric}: {max-drop: ${most}, unit: percent}}`
    const file = (value: number) => JSON.stringify({ [metric]: value })
    const rising = await run(options.replace('drop', 'rise'), file(now), file(before))
    expect([metric, rising.checks[0]?.outcome]).toEqual([metric, outcome])
  })

  test('a change of 100 points can never fail', () => {
    const parse = () => policyFrom('performance: {accuracy: {max-drop: 100, unit: percent}}')
    expect(parse).toThrow(/could never fail/)
  })
})
