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

test('a folder with metrics.json is a run of DVCLive only where DVCLive wrote its tables too', async () => {
  const asked = 'evidence: {metrics: out, tracked: true}\nperformance: {f1: {min: 0.8}}'
  const said = async (files: Readonly<Record<string, string>>) => {
    const report = await judgeFiles(asked, { 'out/metrics.json': '{"f1": 0.9}', ...files })
    return [...saidOf(report, 'evidence'), ...saidOf(report, 'performance')]
  }
  const byHand = [
    { 'out/loss.csv': 'step,loss\n0,1\n', 'out/dvc.yaml': 'metrics:\n- metrics.json\n' },
    { 'out/plots/roc.png': '…', 'out/plots/images/roc.png': '…', 'out/params.yaml': 'depth: 3\n' },
    { 'out/plots/metrics/f1.png': '…' },
  ]
  for (const files of byHand) {
    const [tracked, f1] = await said(files)
    expect(tracked).toMatch(/^evidence\/tracked missing: The metrics come from no tracked run \(json\)\./)
    expect(f1).toMatch(/^performance\/f1 pass/)
  }
  const ofDvclive = [
    { 'out/plots/metrics/f1.tsv': 'step\tf1\n0\t0.9\n' },
    { 'out/plots/metrics/val/fold/f1.tsv': 'step\tf1\n0\t0.9\n' },
    { 'out/plots/sklearn/roc.json': '{"roc": []}' },
    { 'out/plots/sklearn/test/confusion_matrix.json': '[]' },
  ]
  for (const files of ofDvclive) {
    expect((await said(files))[0]).toBe('evidence/tracked pass: The metrics come from a tracked run: out (dvclive).')
  }
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
