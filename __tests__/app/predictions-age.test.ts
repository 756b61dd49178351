import { expect, test } from '@jest/globals'
import { judgeFiles } from '../support/judged.js'

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
