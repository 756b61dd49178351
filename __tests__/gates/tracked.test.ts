import { expect, test } from '@jest/globals'
import { comparePolicies } from '../../src/policy/compare/compare.js'
import { policyFrom } from '../support/evidence.js'
import { judgeFiles, saidOf } from '../support/judged.js'

const policy = (more = '') => `evidence: {metrics: m.json, tracked: true${more}}\nperformance: {f1: {min: 0.8}}`
const WANDB = '{"f1": 0.9, "_runtime": 12.5, "_timestamp": 1732000000.1, "_step": 4, "_wandb": {"runtime": 12}}'

test('metrics that a tracker wrote are of a tracked run', async () => {
  const report = await judgeFiles(policy(), { 'm.json': WANDB })
  expect(saidOf(report, 'evidence')).toEqual([
    'evidence/tracked pass: The metrics come from a tracked run: m.json (wandb-summary).',
  ])
  expect(report.verdict).toBe('pass')
})

test('metrics written by hand are not, and the verdict is a failure', async () => {
  const report = await judgeFiles(policy(), { 'm.json': '{"f1": 0.9}' })
  expect(saidOf(report, 'evidence')).toEqual([
    expect.stringMatching(/^evidence\/tracked missing: The metrics come from no tracked run \(json\)\. .*mlflow-store/),
  ])
  expect(report.verdict).toBe('fail')
})

test('without metrics it is missing, and unreadable ones are an error', async () => {
  const gate = 'documentation: {require: [limitations]}'
  const files = { 'c.md': '# Limitations\nEnglish only.' }
  const asked = (metrics: string) => `evidence: {model-card: c.md, ${metrics}tracked: true}\n${gate}`
  expect(saidOf(await judgeFiles(asked(''), files), 'evidence')[0]).toMatch(/^evidence\/tracked missing/)
  expect(saidOf(await judgeFiles(asked('metrics: m.json, '), files), 'evidence')[0]).toMatch(
    /^evidence\/tracked missing/,
  )
  const broken = { ...files, 'm.json': '{' }
  expect(saidOf(await judgeFiles(asked('metrics: m.json, '), broken), 'evidence')[0]).toMatch(
    /^evidence\/tracked error/,
  )
})

test('the policy cannot drop the demand unseen', () => {
  const rows = comparePolicies(policyFrom(policy()), policyFrom(policy().replace(', tracked: true', '')))
  expect(rows.map(({ direction }) => direction)).toEqual(['weaker'])
})
