import { expect, test } from '@jest/globals'
import { runAction } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

test.each([
  ['0.5', 'true'],
  ['0.1', 'false'],
  ['null', ''],
])('a share of %s gives the output retrain=%s', async (share, expected) => {
  await using workspace = await makeWorkspace({ 'd.json': `{"share": ${share}}` })
  const policy = 'evidence: {drift: d.json}\ndrift: {max-share: 0.3}\n'
  const inputs = { policy, 'report-dir': 'out', 'check-run': 'false' }
  await using run = await runAction({ workspace: workspace.root, inputs })
  expect(run.outputs.retrain).toBe(expected)
  const report = JSON.parse(await workspace.read('out/report.json'))
  expect(report.retrain).toBe(expected === '' ? undefined : expected === 'true')
})
