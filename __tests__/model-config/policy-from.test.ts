import { expect, test } from '@jest/globals'
import { parseModelConfig } from '../../src/model-config/parse.js'
import { policyFrom } from '../../src/model-config/policy-from.js'
import { CONFIG } from '../support/model-config.js'

function derived(text: string) {
  const parsed = parseModelConfig({ text, place: (position) => ({ path: 'm.yaml', ...position }) })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return policyFrom(parsed.value)
}

test('the seed demands its latency, a drift report and a tracked run', () => {
  const { policy, origins, notes } = derived(CONFIG)
  expect(policy).toEqual({
    model: 'churn_predictor',
    evidence: { tracked: true },
    serving: { latency_p95_ms: { max: 50 } },
    drift: { 'max-share': 1 },
  })
  expect(origins).toContainEqual({ policy: '/serving/latency_p95_ms', config: '/serving/sla_latency_ms' })
  expect(notes.map(({ id }) => id)).toEqual(['config.no-approver'])
})

test('percentile, error rate, risk and an owner on GitHub', () => {
  const { policy, notes } = derived(
    'model: {name: a, owner: "@acme/ml", risk: high}\nserving: {sla_latency_ms: 100, sla_percentile: 99, sla_error_rate: 0.01}\n',
  )
  expect(policy).toEqual({
    model: 'a',
    risk: 'high',
    serving: { latency_p99_ms: { max: 100 }, error_rate: { max: 0.01 } },
    approval: { count: 1, from: ['@acme/ml'] },
  })
  expect(notes).toEqual([])
})

test('what is false or absent demands nothing', () => {
  const { policy } = derived(
    'model: {name: a, owner: b}\ntraining: {experiment_tracking: false}\nmonitoring: {data_drift: false, performance_tracking: true}\nserving: {sla_percentile: 99, min_replicas: 2}\n',
  )
  expect(policy).toEqual({ model: 'a' })
})

test('every demand stands where its origin says', () => {
  const { policy, origins } = derived(CONFIG)
  for (const { policy: pointer } of origins) {
    const found = pointer
      .split('/')
      .slice(1)
      .reduce<unknown>((value, key) => Reflect.get(value as object, key), policy)
    expect({ pointer, found }).not.toEqual({ pointer, found: undefined })
  }
})
