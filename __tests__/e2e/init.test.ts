import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { parseModelConfig } from '../../src/model-config/parse.js'
import { mlGate } from '../support/ml-gate.js'
import { repo } from '../support/repo.js'
import { makeWorkspace } from '../support/workspace.js'

const ALL = ['.github/ml-gate.yaml', 'model_config.yaml', '.github/workflows/ml-gate.yaml', 'MODEL_CARD.md']
const METRICS = '{"f1": 0.8612, "rmse": 3.21, "loss": 0.31, "train_accuracy": 0.99, "acc uracy": {"accuracy": "0.9"}}'
const GROUPS = '[{"gender":"F","accuracy":0.91,"n":500},{"gender":"M","accuracy":0.88,"n":500}]'

interface CheckJson {
  readonly id: string
  readonly outcome: string
}

/** What `check` says of each check, by its own JSON. */
function checks(root: string): CheckJson[] {
  const { models } = JSON.parse(mlGate(root, ['check', '--format', 'json']).stdout)
  return models.flatMap(({ gates }: { gates: { checks: CheckJson[] }[] }) => gates.flatMap((gate) => gate.checks))
}

describe('init', () => {
  test('writes a policy that the repository passes, but for the card that is to be filled in', async () => {
    await using workspace = await makeWorkspace({ 'outputs/metrics.json': METRICS, 'outputs/by_group.json': GROUPS })
    const { status, stdout, stderr } = mlGate(workspace.root, ['init'])
    expect([status, stderr]).toEqual([0, ''])
    for (const path of ALL) expect(stdout).toContain(`wrote  ${path}`)
    const policy = parse(await workspace.read('.github/ml-gate.yaml'))
    expect(policy).toMatchObject({
      evidence: { metrics: 'outputs/metrics.json', groups: 'outputs/by_group.json', 'model-card': 'MODEL_CARD.md' },
      performance: { f1: { min: 0.84 }, rmse: { max: 3.6 } },
      fairness: [{ metric: 'accuracy', by: 'gender', gap: { max: 0.05 } }],
    })
    expect(Object.keys(policy.performance)).toEqual(['f1', 'rmse'])
    const open = checks(workspace.root).filter(({ outcome }) => outcome !== 'pass')
    expect(open.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
      'documentation/intended_use missing',
      'documentation/limitations missing',
      'documentation/training_data_description missing',
    ])
  })

  test('passes the example as it stands, whose card is written', async () => {
    await using workspace = await makeWorkspace({})
    await cp(repo('examples/churn'), join(workspace.root, 'churn'), { recursive: true })
    expect(mlGate(workspace.root, ['init', 'churn'])).toMatchObject({ status: 0, stderr: '' })
    const found = checks(join(workspace.root, 'churn'))
    expect(found.length).toBeGreaterThan(8)
    expect(found.filter(({ outcome }) => outcome !== 'pass')).toEqual([])
  })

  test('writes over nothing', async () => {
    const files = Object.fromEntries(ALL.map((path) => [path, 'mine']))
    await using workspace = await makeWorkspace(files)
    const { status, stdout } = mlGate(workspace.root, ['init'])
    expect([status, stdout.includes('wrote')]).toEqual([0, false])
    for (const path of ALL) expect(await workspace.read(path)).toBe('mine')
  })

  test('writes no second card and no second workflow', async () => {
    const there = {
      'docs/model-card.md': '# x\n',
      '.github/workflows/ci.yml': 'jobs: {a: {steps: [{uses: acme/ml-governance-gate@v1}]}}\n'
        .replace('[{', '\n  - ')
        .replace('}]}}', ''),
    }
    await using workspace = await makeWorkspace(there)
    const { stdout } = mlGate(workspace.root, ['init', '--format', 'json'])
    const { written, kept } = JSON.parse(stdout)
    expect(written).toEqual(['.github/ml-gate.yaml', 'model_config.yaml'])
    expect(kept.map(({ path }: { path: string }) => path)).toEqual(['.github/workflows/ci.yml', 'docs/model-card.md'])
    expect(await workspace.read('.github/ml-gate.yaml')).toContain('model-card: docs/model-card.md')
  })

  test('finds nothing in an empty folder and says so', async () => {
    await using workspace = await makeWorkspace({})
    const { status, stdout } = mlGate(workspace.root, ['init'])
    expect([status, stdout]).toEqual([0, expect.stringContaining('name the file that holds the metrics')])
    expect(checks(workspace.root).every(({ outcome }) => outcome === 'missing')).toBe(true)
  })

  test('takes no name out of a file for more than a name', async () => {
    const odd =
      '{"f1": 0.9, "a: {b}\\n# c": 1, "x\\nperformance": {"accuracy": 0.9}, "$\u007b{ github.token }}/f1": 0.8}'
    await using workspace = await makeWorkspace({ 'metrics.json': odd, 'out/*metrics.json': METRICS })
    expect(mlGate(workspace.root, ['init'])).toMatchObject({ status: 0, stderr: '' })
    const policy = parse(await workspace.read('.github/ml-gate.yaml'))
    expect(Object.keys(policy)).toEqual(['version', 'model', 'evidence', 'performance', 'documentation'])
    expect(policy.performance.f1).toEqual({ min: 0.89 })
    const failing = checks(workspace.root).filter(
      ({ outcome, id }) => outcome !== 'pass' && !id.startsWith('documentation'),
    )
    expect(failing).toEqual([])
  })

  test('writes through no link out of the folder', async () => {
    await using outside = await makeWorkspace({})
    await using workspace = await makeWorkspace({ '.github': { symlink: outside.root } })
    const { status, stderr } = mlGate(workspace.root, ['init'])
    expect([status, stderr]).toEqual([2, expect.stringContaining('outside')])
    expect(existsSync(join(outside.root, 'ml-gate.yaml'))).toBe(false)
  })

  test('writes a config and, in Korean, comments and a card that are read as such', async () => {
    await using workspace = await makeWorkspace({ 'outputs/metrics.json': METRICS, 'requirements.txt': 'torch==2.4\n' })
    const { status, stdout } = mlGate(workspace.root, ['init', '--language', 'ko'])
    expect([status, stdout]).toEqual([0, expect.stringMatching(/작성 {2}MODEL_CARD\.md/)])
    const text = await workspace.read('model_config.yaml')
    const config = parseModelConfig({ text, place: (position) => ({ path: 'model_config.yaml', ...position }) })
    expect(config).toMatchObject({ ok: true, value: { model: { framework: 'pytorch' } } })
    const cards = checks(workspace.root).filter(({ id }) => id.startsWith('documentation'))
    expect(cards.map(({ outcome }) => outcome)).toEqual(['pass', 'missing', 'missing', 'missing'])
  })

  test('a workflow that actionlint finds nothing in', async () => {
    await using workspace = await makeWorkspace({})
    mlGate(workspace.root, ['init'])
    const text = await readFile(join(workspace.root, '.github/workflows/ml-gate.yaml'), 'utf8')
    expect(parse(text)).toMatchObject({
      permissions: { contents: 'read' },
      jobs: { gate: { 'runs-on': 'ubuntu-latest' } },
    })
    const lint = spawnSync('actionlint', ['.github/workflows/ml-gate.yaml'], { cwd: workspace.root, encoding: 'utf8' })
    // Where it is installed; what it looks at stands in the lines above as well.
    if (lint.error === undefined) expect([lint.status, lint.stdout]).toEqual([0, ''])
  })

  test('mistakes of its use', async () => {
    await using workspace = await makeWorkspace({})
    await mkdir(join(workspace.root, 'a'))
    expect(mlGate(workspace.root, ['init', 'nowhere'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nowhere'),
    })
    expect(mlGate(workspace.root, ['init', 'a', 'b'])).toMatchObject({ status: 2 })
    expect(mlGate(workspace.root, ['init', '--policy', 'x'])).toMatchObject({ status: 2 })
  })
})
