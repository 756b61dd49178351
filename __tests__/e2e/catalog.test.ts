import { describe, expect, test } from '@jest/globals'
import { CONFIG } from '../support/model-config.js'
import { runAction } from '../support/runner.js'
import { chained, decided } from '../support/trail.js'
import { makeWorkspace } from '../support/workspace.js'

const TIME = new Date(Date.now() - 86_400_000).toISOString()

/** A repository with one model and its trail. */
function files(verdict: 'pass' | 'fail' = 'pass'): Record<string, string> {
  const entries = chained([decided([{ name: 'churn_predictor', verdict, version: '1.4.0' }], { time: TIME })])
  return {
    'models/churn/model_config.yaml': CONFIG,
    ...Object.fromEntries([...entries].map(([path, text]) => [`trail/${path}`, text])),
  }
}

const INPUTS = { command: 'catalog', 'audit-dir': 'trail' }

describe('command: catalog', () => {
  test('writes the summary and three files, and passes', async () => {
    await using workspace = await makeWorkspace(files())
    await using run = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, 'report-dir': 'out' } })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], stderr: '', injected: [], runnerErrors: [] })
    expect(run.outputs).toMatchObject({ verdict: 'pass', report: 'out/catalog.json' })
    expect(run.summary).toMatch(/^## Model catalog: 1 model\n[\s\S]*\| churn_predictor<br>.*\| ✅ passed /)
    const catalog = JSON.parse(await workspace.read('out/catalog.json'))
    expect(catalog).toMatchObject({ schema: 'ml-gate-catalog/1', models: [{ name: 'churn_predictor', flags: [] }] })
    expect(await workspace.read('out/catalog.csv')).toMatch(/"churn_predictor","acme\/churn"/)
    expect(await workspace.read('out/catalog.md')).toBe(run.summary)
  })

  test('a model that failed is listed, and the step is not about it', async () => {
    await using workspace = await makeWorkspace(files('fail'))
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(run.summary).toMatch(/\*\*churn_predictor\*\*: last decision: failed/)
  })

  test('a broken config fails the step, with an annotation on its line', async () => {
    await using workspace = await makeWorkspace({
      ...files(),
      'models/x/model_config.yaml': 'model: {name: x, owner: "@kim"}\nmonitoring:\n  data_drfit: true\n',
    })
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
    expect(run.annotations).toMatchObject([{ level: 'error', file: 'models/x/model_config.yaml', line: 3 }])
    await using never = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, 'fail-on': 'never' } })
    expect(never).toMatchObject({ exitCode: 0, outputs: { verdict: 'fail' } })
  })

  test('a trail that is not there is an error', async () => {
    await using workspace = await makeWorkspace({ 'model_config.yaml': CONFIG })
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
    expect(run).toMatchObject({ exitCode: 2, outputs: { verdict: 'error', report: '' } })
    expect(run.annotations.map(({ message }) => message)).toEqual([expect.stringContaining('trail holds no trail')])
  })

  test('names that are made for the runner do nothing', async () => {
    const name = '::add-mask::x ##[add-mask]y\n::set-env name=A::b'
    await using workspace = await makeWorkspace({
      'model_config.yaml': `model: {name: ${JSON.stringify(name)}, owner: "::error::z"}\n`,
      'b/model_config.yaml': `model: {name: b, owner: c, ${JSON.stringify(name)}: 1}\n`,
    })
    await using run = await runAction({ workspace: workspace.root, inputs: { command: 'catalog' } })
    expect(run).toMatchObject({ exitCode: 1, injected: [], runnerErrors: [], exported: {} })
  })

  test('Korean', async () => {
    await using workspace = await makeWorkspace(files())
    await using run = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, language: 'ko' } })
    expect(run.summary).toMatch(/^## 모델 카탈로그: 모델 1개/)
  })
})
