import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { repo } from '../support/repo.js'
import { pullRequest, runAction, sha } from '../support/runner.js'
import { makeWorkspace, type Workspace } from '../support/workspace.js'

/** Each policy of examples/governance, judged as its README says: on a laptop, and where a policy needs it in a workflow. */

/** A repository that has the example's files at its root, as the workflow of the example expects. */
async function checkout(folder = '.'): Promise<Workspace> {
  const workspace = await makeWorkspace({})
  // Somebody who tried the commands here has decisions of their own.
  const filter = (path: string) => path !== repo('examples/governance/audit')
  cpSync(repo('examples/governance'), workspace.path(folder), { recursive: true, filter })
  return workspace
}

function mlGate(cwd: string, ...args: string[]) {
  const { status, stdout } = spawnSync(process.env.ML_GATE_NODE ?? process.execPath, [repo('dist/cli.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '' },
    timeout: 30_000,
  })
  return { status, stdout }
}

interface Gate {
  readonly id: string
  readonly checks: readonly { readonly id: string; readonly outcome: string }[]
}

/** What `check` says of the model in a folder by one of the policies. */
function judged(root: string, model: string, policy: string) {
  const { status, stdout } = mlGate(root, 'check', model, '--policy', `policies/${policy}.yaml`, '--format', 'json')
  const { verdict, models, problems } = JSON.parse(stdout)
  const gates: readonly Gate[] = models?.[0]?.gates ?? []
  const others = gates.flatMap(({ checks }) => checks).filter(({ outcome }) => outcome !== 'pass')
  return {
    status,
    verdict,
    problems: problems ?? [],
    gates: gates.map(({ id }) => id).sort(),
    others: others.map(({ id, outcome }) => `${outcome} ${id}`).sort(),
  }
}

/** The commands of the README that run the gate, and how each ends: as its comment says, else well. */
const COMMANDS = [
  ...readFileSync(repo('examples/governance/README.md'), 'utf8').matchAll(/^node dist\/cli\.js (.+)$/gm),
]
  .map(([, line = '']) => line.split('#').map((part) => part.trim()))
  .map(([command = '', comment = '']): [string, number] => [command, comment === 'fails' ? 1 : 0])

test('the commands of the README end as it says, one after the other', async () => {
  await using workspace = await checkout('examples/governance')
  const ended = COMMANDS.map(([command]) => [command, mlGate(workspace.root, ...command.split(/\s+/)).status])
  expect(ended).toEqual(COMMANDS)
  expect(COMMANDS.filter(([, status]) => status === 1)).toHaveLength(2)
  expect(COMMANDS.length).toBeGreaterThan(10)
})

describe('on a laptop', () => {
  const ALL = ['documentation', 'drift', 'explainability', 'fairness', 'performance', 'serving']

  test.each([
    ['1-catalog', ['documentation']],
    ['3-audit', ['performance']],
    ['4-fairness', ['fairness']],
    ['5-explainability', ['documentation', 'explainability']],
    ['6-compliance', ALL],
  ])('the model passes %s', async (policy, gates) => {
    await using workspace = await checkout()
    expect(judged(workspace.root, '.', policy)).toEqual({ status: 0, verdict: 'pass', problems: [], gates, others: [] })
  })

  test('who approved cannot be asked, so 2-access stays undecided', async () => {
    await using workspace = await checkout()
    expect(judged(workspace.root, '.', '2-access')).toMatchObject({
      verdict: 'warn',
      gates: ['approval'],
      others: ['insufficient approval/count'],
    })
  })

  test('the candidate has gender among its features, and 5-explainability stops it', async () => {
    await using workspace = await checkout()
    expect(judged(workspace.root, 'candidate', '5-explainability')).toMatchObject({
      status: 1,
      verdict: 'fail',
      others: ['fail explainability/forbid/gender'],
    })
  })

  test('6-compliance names both laws, and neither is called complied with', async () => {
    await using workspace = await checkout()
    const { stdout } = mlGate(workspace.root, 'check', '--policy', 'policies/6-compliance.yaml')
    expect(stdout).toMatch(/^EU Artificial Intelligence Act: \d+ evidenced, [1-9]\d* partially evidenced/m)
    expect(stdout).toMatch(/^Korea AI Basic Act: \d+ evidenced, [1-9]\d* partially evidenced/m)
    expect(stdout).not.toMatch(/\bcompliant\b/i)
  })

  test.each([
    ['a feature drifted too many', 'outputs/evidently.json', /"share": 0\.1666\d*/, '"share": 0.5', 'drift/max-share'],
    ['a slow answer', 'outputs/k6.json', /"p\(95\)": [\d.]+/g, '"p(95)": 50.5', 'serving/latency_p95_ms'],
    [
      'one reason alone',
      'outputs/shap.json',
      /"monthly_charge": [\d.]+/,
      '"monthly_charge": 9',
      'explainability/max-share',
    ],
  ])('6-compliance is not passed with %s', async (_name, path, what, instead, id) => {
    await using workspace = await checkout()
    await workspace.write(path, (await workspace.read(path)).replace(what, instead))
    const { verdict, others } = judged(workspace.root, '.', '6-compliance')
    expect(verdict).not.toBe('pass')
    expect(others).toEqual([expect.stringMatching(new RegExp(`^(?:fail|error) ${id}$`))])
  })

  test('catalog lists the model, and knows of no decision without a trail', async () => {
    await using workspace = await checkout()
    const { status, stdout } = mlGate(workspace.root, 'catalog', '.')
    expect(status).toBe(0)
    expect(stdout).toMatch(/churn_predictor.*acme\/churn.*\| limited \| 1\.0\.0 \|/)
  })
})

const HEAD = sha('head')

/** The step that asks who may deploy, on a pull request of `kim` with these reviews. */
async function access(...reviews: readonly { readonly by: string; readonly state: 'APPROVED' }[]) {
  const pull = { number: 7, headSha: HEAD, author: 'kim', reviews }
  const options = { pulls: [pull], shas: [HEAD], teams: { 'acme/model-risk': ['lee', 'kim'] } }
  await using github = await startFakeGitHub(options)
  await using workspace = await checkout()
  const inputs = { 'policy-file': 'policies/2-access.yaml', 'policy-from': 'head', 'check-run': 'false' }
  await using run = await runAction({
    workspace: workspace.root,
    inputs: { ...inputs, 'team-token': 'test-token-members' },
    token: TOKENS.full,
    apiUrl: github.url,
    event: pullRequest({ number: 7, headSha: HEAD, author: 'kim' }),
  })
  return { exitCode: run.exitCode, verdict: run.outputs.verdict }
}

describe('who may deploy', () => {
  test.each([
    ['someone of the team', 'lee', { exitCode: 0, verdict: 'pass' }],
    ['who wrote it, of the team as well', 'kim', { exitCode: 1, verdict: 'fail' }],
    ['someone else', 'choi', { exitCode: 1, verdict: 'fail' }],
  ])('approved by %s', async (_name, by, expected) => {
    expect(await access({ by, state: 'APPROVED' })).toEqual(expected)
  })

  test('approved by nobody', async () => {
    expect(await access()).toEqual({ exitCode: 1, verdict: 'fail' })
  })
})

describe('who changed what, and when', () => {
  const decide = async (workspace: Workspace, policy: string) => {
    const inputs = { 'policy-file': `policies/${policy}.yaml`, 'check-run': 'false' }
    await using run = await runAction({ workspace: workspace.root, inputs })
    return run.outputs.verdict
  }
  const entry = (sequence: number) => `audit/entries/000000/00000000${sequence}.json`

  test('each decision is recorded, linked to the one before, and found by the catalog', async () => {
    await using workspace = await checkout()
    expect(await decide(workspace, '1-catalog')).toBe('pass')
    await workspace.write('outputs/metrics.json', '{"f1": 0.84, "auc": 0.95}')
    expect(await decide(workspace, '3-audit')).toBe('fail')
    const [first, second] = await Promise.all([1, 2].map(async (n) => JSON.parse(await workspace.read(entry(n)))))
    expect([first.verdict, first.previous, second.verdict]).toEqual(['pass', null, 'fail'])
    expect(second.previous).toMatch(/^[0-9a-f]{64}$/)
    expect(mlGate(workspace.root, 'audit', 'verify', 'audit').status).toBe(0)
    expect(mlGate(workspace.root, 'catalog', '.', '--audit', 'audit').stdout).toMatch(/churn_predictor.*fail/)
  })

  test('a record that was changed afterwards is named', async () => {
    await using workspace = await checkout()
    await workspace.write('outputs/metrics.json', '{"f1": 0.84, "auc": 0.95}')
    await decide(workspace, '3-audit')
    await decide(workspace, '3-audit')
    await workspace.write(entry(1), (await workspace.read(entry(1))).replaceAll('"fail"', '"pass"'))
    const { status, stdout } = mlGate(workspace.root, 'audit', 'verify', 'audit')
    expect(status).toBe(1)
    expect(stdout).toContain('000000001.json')
  })
})
