import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { selfTest } from '../../src/app/self-test/self-test.js'
import { english, parsed, policyFrom } from '../support/evidence.js'
import { checksOf, file, linesOf, said } from '../support/explained.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { repo } from '../support/repo.js'

describe('what tools write', () => {
  const OPTIONS = '{top: 1, forbid: [monthly_charge], proxies: {tenure: age}, max-share: 0.99, min-samples: 2}'

  test.each([
    ['numpy/named.npz', 'pass'],
    ['numpy/compressed.npz', 'pass'],
    ['feature-importance/map.json', 'insufficient'],
    ['feature-importance/records.json', 'insufficient'],
    ['feature-importance/columns.json', 'insufficient'],
    ['feature-importance/importance.csv', 'insufficient'],
    ['feature-importance/series.csv', 'insufficient'],
    ['interpretml/global.json', 'insufficient'],
    ['interpretml/terms.json', 'insufficient'],
    ['permutation-importance/columns.json', 'insufficient'],
    ['permutation-importance/importance.csv', 'insufficient'],
    ['clarify/analysis.json', 'insufficient'],
    ['lime/as_list.json', 'insufficient'],
    ['lime/explanation.json', 'insufficient'],
  ])('%s', async (path, samples) => {
    const lines = await linesOf(OPTIONS, path)
    expect(lines.map((line) => line.split(':')[0])).toEqual([
      'evidence pass',
      'forbid/monthly_charge fail',
      'max-share pass',
      `min-samples ${samples}`,
      'proxies/tenure pass',
    ])
  })

  test.each(['numpy/shap_values.npy', 'numpy/classes.npy', 'mlflow-explainer/model_explanations_shap'])(
    '%s has no names: rows are counted, and what is forbidden is undecided',
    async (path) => {
      const lines = await linesOf('{forbid: [monthly_charge], min-samples: 2}', path)
      expect(lines.map((line) => line.split(':')[0])).toEqual([
        'evidence pass',
        'forbid/monthly_charge insufficient',
        'min-samples pass',
      ])
    },
  )

  test('what holds no importances is refused with the columns that are read', async () => {
    const text = 'feature,importance_iv\nage,0.4\nsex,0.1\n'
    expect(await said('{required: true}', { 'x.csv': text })).toMatch(
      /^evidence error: .*column `feature` .*`importance`, `mean_abs_shap`.*`gain`/,
    )
  })

  test('of several classes the worst decides, and is named', async () => {
    const lines = await linesOf('{top: 1, max-share: 0.73}', 'clarify/two-labels.json')
    expect(lines[1]).toMatch(/^max-share fail: .*two-labels\.json \(label1\).*worst of 2 explanations/)
  })

  test('classes are compared each with its own', async () => {
    const text = readFileSync(repo('__tests__/fixtures/clarify/two-labels.json'), 'utf8')
    expect(await said('{top: 1, min-overlap: 1}', text, text)).toMatch(/^min-overlap pass: .*worst of 2/)
    expect(await said('{top: 1, min-overlap: 1}', text, file({ tenure: 1 }))).toMatch(/^min-overlap error: .*run/)
  })
})

describe('mistakes in a policy', () => {
  test.each([
    ['{}', /explainability/],
    ['{required: false}', /demands nothing/],
    ['{max-share: 50}', /per cent.*Write 0\.5/],
    ['{max-share: "50%"}', /50%/],
    ['{max-share: 1}', /could never fail/],
    ['{max-share: -0.1}', /between 0 and 1/],
    ['{min-overlap: 60}', /Write 0\.6/],
    ['{min-overlap: 0}', /could never fail/],
    ['{min-rank-correlation: -1}', /could never fail/],
    ['{min-rank-correlation: -2}', /between -1 and 1/],
    ['{top: 0}', /top/],
    ['{top: 2.5}', /whole number/],
    ['{min-samples: 10.5}', /whole number/],
    ['{forbid: gender}', /list/],
    ['{forbid: []}', /forbid/],
    ['{forbid: ["--"]}', /no letter or digit/],
    ['{forbid: [zip_code, ZipCode]}', /named twice under forbid/],
    ['{proxies: [zip_code]}', /proxies/],
    ['{correlation: kendall}', /min-rank-correlation/],
    ['{min-rank-correlation: 0.5, correlation: pearson}', /spearman, kendall/],
    ['{allow: [x]}', /excepts/],
    ['{forbidden: [x]}', /Did you mean forbid/],
  ])('%s', (options, expected) => {
    const policy = parsed(`explainability: ${options}`, 'p.yaml')
    const found = policy.ok ? [] : policy.problems.map(({ message }) => english(message))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })
})

test('whatever a file holds, the gate gives each check once and does not break', async () => {
  const options = '{forbid: [a], max-share: 0.5, min-samples: 2, min-fidelity: 0.5, min-overlap: 0.5}'
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), async (content, isBelow) => {
      const text = JSON.stringify(isBelow ? { feature_importance: content } : content)
      const checks = await checksOf(options, { now: text, before: text })
      expect(checks.map(({ id }) => id.replace('explainability/', ''))).toEqual([
        ...['evidence', 'forbid/a', 'max-share', 'min-fidelity', 'min-overlap', 'min-samples'],
      ])
    }),
    { numRuns: 500 },
  )
})

describe('self-test', () => {
  test('every demand blocks, by the smallest step', async () => {
    const policy = `explainability:
  top: 10
  forbid: [gender, sample]
  proxies: {zip_code: race}
  max-share: 0.5
  min-overlap: 0.6
  min-rank-correlation: 0.7
  min-samples: 200
  min-fidelity: 0.6
on-insufficient: fail`
    const { checks, notTested } = await selfTest(policyFrom(policy), NOW)
    expect(notTested).toEqual([])
    expect(checks.map(({ id, outcome, blocks }) => [id.replace('explainability/', ''), outcome, blocks])).toEqual([
      ['evidence', 'missing', true],
      ['forbid/gender', 'fail', true],
      ['forbid/sample', 'fail', true],
      ['max-share', 'fail', true],
      ['min-fidelity', 'fail', true],
      ['min-overlap', 'fail', true],
      ['min-rank-correlation', 'fail', true],
      ['min-samples', 'insufficient', true],
      ['proxies/zip_code', 'fail', true],
    ])
  })
})

test('a policy and files as they are used', async () => {
  const policy = `evidence: {explanations: out/shap.json, baseline-explanations: base/shap.json}
explainability: {top: 2, forbid: [gender], max-share: 0.5, min-overlap: 0.6}
`
  const report = await judgeFiles(policy, {
    'out/shap.json': '{"tenure": 0.41, "monthly_charge": 0.3, "gender": 0.1, "age": 0.2}',
    'base/shap.json': '[{"feature": "tenure", "importance": 0.5}, {"feature": "monthly_charge", "importance": 0.4}]',
  })
  expect(saidOf(report, 'explainability').map((line) => line.split(':')[0])).toEqual([
    'explainability/evidence pass',
    'explainability/forbid/gender pass',
    'explainability/max-share pass',
    'explainability/min-overlap pass',
  ])
  expect(report.verdict).toBe('pass')
})
