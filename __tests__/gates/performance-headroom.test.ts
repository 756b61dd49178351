import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { wordingFor } from '../../src/app/wording.js'
import { headroomNotes } from '../../src/gates/performance/headroom.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'
import { judgeFiles } from '../support/judged.js'

async function notes(performance: string, metrics: string, baseline?: string) {
  const [demanded] = policyFrom(`performance: ${performance}`).gates
  if (demanded === undefined) throw new Error('no gate')
  const evidence = await evidenceFrom({
    metrics: { 'm.json': metrics },
    ...(baseline !== undefined && { baseline: { 'b.json': baseline } }),
  })
  return headroomNotes(demanded, evidence).map(({ params }) => `${params.reached} -> ${params.suggested}`)
}

test.each([
  // a quarter of the way from the bound to 1 is 0.8875
  ['{f1: {min: 0.85}}', '{"f1": 0.8875}', undefined, []],
  ['{f1: {min: 0.85}}', '{"f1": 0.8876}', undefined, ['0.8876 -> min: 0.87']],
  ['{f1: {above: 0.5}}', '{"f1": 0.95}', undefined, ['0.95 -> above: 0.94']],
  ['{f1: ">= 0.5"}', '{"f1": 1}', undefined, ['1 -> >= 0.99']],
  ['{accuracy: {min: 50, unit: percent}}', '{"accuracy": 91.2}', undefined, ['91.2 -> min: 90']],
  // an error rate by each of its names
  ['{fpr: {max: 0.25}}', '{"fpr": 0.1}', undefined, ['0.1 -> max: 0.11']],
  ['{eval_error_rate: {max: 0.25}}', '{"eval_error_rate": 0.1}', undefined, ['0.1 -> max: 0.11']],
  ['{fnr: {min: 0.1}}', '{"fnr": 0.9}', undefined, []],
  ['{eval_error_rate: {min: 0.1}}', '{"eval_error_rate": 0.9}', undefined, []],
  // near the perfect value at least 0.02
  ['{auc: {min: 0.97}}', '{"auc": 0.985}', undefined, []],
  ['{auc: {min: 0.97}}', '{"auc": 0.991}', undefined, ['0.991 -> min: 0.98']],
  ['{rmse: {max: 4}}', '{"rmse": 3}', undefined, []],
  ['{rmse: {max: 4}}', '{"rmse": 2.95}', undefined, ['2.95 -> max: 3.3']],
  ['{mae: {below: 400}}', '{"mae": 123}', undefined, ['123 -> below: 140']],
  ['{brier: {max: 0.25}}', '{"brier": 0.1}', undefined, ['0.1 -> max: 0.11']],
  ['{brier: {max: 0.03}}', '{"brier": 0.015}', undefined, []],
  // the champion's value counts, and the suggestion holds for the judged model too
  ['{f1: {min: 0.8}}', '{"f1": 0.82}', '{"f1": 0.95}', []],
  ['{f1: {min: 0.8}}', '{"f1": 0.9}', '{"f1": 0.95}', ['0.95 -> min: 0.89']],
  ['{f1: {min: 0.8}}', '{"f1": 0.95}', '{"f1": 0.81}', []],
  // nothing to say
  ['{f1: {min: 0.95}}', '{"f1": 0.9}', undefined, []],
  ['{f1: {min: 0.5, confidence: 0.95}}', '{"f1": 0.9}', undefined, []],
  ['{r: {min: 1}}', '{"r": 100}', undefined, []],
  ['{n: {max: 100}}', '{"n": 1}', undefined, []],
  ['{accuracy: {max: 0.99}}', '{"accuracy": 0.5}', undefined, []],
  ['{selection_rate: {min: 0.1, max: 0.9}}', '{"selection_rate": 0.5}', undefined, []],
  ['{brier: {min: 0}}', '{"brier": 0.5}', undefined, []],
  ['{f1: {min: 0.5}}', '{"f1": NaN}', undefined, []],
  ['{f1: {max-drop: 0.1}}', '{"f1": 0.9}', '{"f1": 0.9}', []],
  ['{rmse: {max: 4}}', '{"rmse": 0}', undefined, []],
])('%s with %s and baseline %s', async (policy, metrics, baseline, expected) => {
  expect(await notes(policy, metrics, baseline)).toEqual(expected)
})

test('a suggested bound is stricter than the one that is there, and both values pass it', async () => {
  const thousandth = fc.integer({ min: 0, max: 1000 }).map((value) => (value / 1000).toFixed(3))
  await fc.assert(
    fc.asyncProperty(thousandth, thousandth, thousandth, async (bound, metrics, baseline) => {
      for (const [metric, option] of [
        ['f1', 'min'],
        ['brier', 'max'],
        ['rmse', 'max'],
      ] as const) {
        const [said] = await notes(
          `{${metric}: {${option}: ${bound}}}`,
          `{"${metric}": ${metrics}}`,
          `{"${metric}": ${baseline}}`,
        )
        if (said === undefined) continue
        const suggested = Number(said.split(': ')[1])
        const values = [Number(metrics), Number(baseline)]
        const [near, far] = option === 'min' ? [Math.min(...values), suggested] : [-Math.max(...values), -suggested]
        expect(near).toBeGreaterThan(far)
        expect(far).toBeGreaterThan(option === 'min' ? Number(bound) : -Number(bound))
      }
    }),
    { numRuns: 200 },
  )
})

test('is a note of the report, never a check, at most five, with the line to change', async () => {
  const names = ['accuracy', 'precision', 'recall', 'f1', 'auc', 'specificity']
  const policy = `evidence: {metrics: m.json}\nperformance:\n${names.map((name) => `  ${name}: {min: 0.5}\n`).join('')}`
  const metrics = JSON.stringify(Object.fromEntries(names.map((name) => [name, 0.9])))
  const report = await judgeFiles(policy, { 'm.json': metrics })
  expect(report.verdict).toBe('pass')
  expect(report.counts.checks).toBe(6)
  expect(report.notes).toHaveLength(5)
  const [first] = report.notes
  if (first === undefined) throw new Error('no note')
  expect(english(first)).toBe(
    'The bound >= 0.5 on accuracy is far from what is reached, 0.9 (m.json:1): a model could get much worse unnoticed. Consider `min: 0.89` in p.yaml:3.',
  )
  expect(wordingFor('ko').say(first)).toContain('`min: 0.89`')
})
