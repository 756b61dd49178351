import { expect, test } from '@jest/globals'
import { judgeFiles, saidOf } from '../support/judged.js'

const POLICY = `evidence: {predictions: {path: p.csv, label: y, prediction: p, positive: 1}, max-age: 1h}
performance: {accuracy: {min: 0.5}}`
const FILES = { 'p.csv': 'y,p\n1,1\n1,1\n1,0\n' }

test('a value that no decimal is equal to is measured, shown and compared', async () => {
  const report = await judgeFiles(POLICY.replace(', max-age: 1h', ''), FILES)
  expect([report.verdict, report.models[0]?.gates[0]?.checks[0]?.actual]).toEqual(['pass', '0.6667'])
})

test('predictions may be too old, as any other evidence', async () => {
  const now = Date.now()
  expect((await judgeFiles(POLICY, FILES, { now })).verdict).toBe('pass')
  const late = await judgeFiles(POLICY, FILES, { now: now + 2 * 60 * 60 * 1000 })
  expect(late.verdict).toBe('error')
  expect(late.models[0]?.gates.flatMap(({ checks }) => checks.map(({ id }) => id))).toContain(
    'evidence/age/predictions',
  )
})

test('a stale baseline is named so: its file by what it states, its predictions by their time', async () => {
  const hour = 60 * 60 * 1000
  const now = Date.now()
  const policy = (baseline: string) => `evidence:
  ${baseline}
  predictions: {path: p.csv, label: y, prediction: p, positive: 1, baseline: b.csv}
  bind: {created: {baseline: made}}
  max-age: 1h
performance: {accuracy: {min: 0.5, max-drop: 0.5}}`
  const files = { ...FILES, 'b.csv': FILES['p.csv'], 'b.json': `{"made": "${new Date(now - 3 * hour).toISOString()}"}` }
  const said = async (baseline: string, at: number) => {
    const report = await judgeFiles(policy(baseline), files, { now: at })
    return saidOf(report, 'evidence').map((line) => line.replace(/\(.*\)/, '()'))
  }
  expect(await said('baseline: b.json', now)).toEqual([
    'evidence/age/baseline error: The baseline is stale: 3h old, at most 1h (). Compare with what is in use now, measured again.',
    expect.stringMatching(/^evidence\/age\/baseline-predictions pass: /),
    expect.stringMatching(/^evidence\/age\/predictions pass: /),
  ])
  // Without a file the predictions stand for the baseline.
  expect(await said('model-card: c.md', now + 2 * hour)).toEqual([
    expect.stringMatching(/^evidence\/age\/baseline-predictions error: The baseline is stale: /),
    expect.stringMatching(/^evidence\/age\/predictions error: Too old: /),
  ])
})
