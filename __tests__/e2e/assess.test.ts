import { readFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { mlGate } from '../support/ml-gate.js'
import { repo } from '../support/repo.js'
import { pullRequest, push, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const POLICY = '.github/ml-gate.yaml'
const MIN_1 = 'maturity: {min: 1}\n'

/** A repository of scripts that track with MLflow: level 1. */
async function scripts(policy?: string) {
  const workspace = await makeWorkspace(policy === undefined ? {} : { [POLICY]: policy })
  await cp(repo('__tests__/fixtures/maturity/mlflow-scripts'), workspace.root, { recursive: true })
  return workspace
}

describe('ml-gate assess', () => {
  test('advises, and exits 0', async () => {
    await using workspace = await scripts()
    const { status, stdout, stderr } = mlGate(workspace.root, ['assess', '--models', '5', '--team-size', '7'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(/^MLOps maturity: level 1 \(ML pipeline automation\)\n/)
    expect(stdout).toContain('Recommended: level 2 (CI/CD integration).')
    expect(stdout).toContain('    src/train.py:17  mlflow.set_experiment("credit")\n')
  })

  test.each([
    [0, 0],
    [1, 0],
    [2, 1],
  ])('where the policy demands level %i it exits %i', async (min, status) => {
    await using workspace = await scripts(`maturity: {min: ${min}}\n`)
    const done = mlGate(workspace.root, ['assess'])
    expect(done.status).toBe(status)
    expect(done.stdout).toContain(`The policy demands level ${min}: ${status === 0 ? 'reached' : 'not reached'}.`)
  })

  test('prints JSON alone, which is the last assessment of the next', async () => {
    await using workspace = await scripts()
    const first = mlGate(workspace.root, ['assess', '--format', 'json'])
    expect(JSON.parse(first.stdout)).toMatchObject({
      schema: 'ml-gate-assessment/1',
      level: 1,
      caps: expect.any(Array),
    })
    await workspace.write('last.json', first.stdout)
    await workspace.write('src/train.py', 'import mlflow\n')
    const then = mlGate(workspace.root, ['assess', '--previous', 'last.json'])
    expect(then.stdout).toContain('Level 1, now 0.')
    expect(then.stdout).toContain('The training pipeline is defined in code: met, now not found.')
  })

  test('in Markdown and in Korean', async () => {
    await using workspace = await scripts()
    const { status, stdout } = mlGate('.', ['assess', workspace.root, '--format=markdown', '--language', 'ko'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^## MLOps 성숙도: 레벨 1 \(ML 파이프라인 자동화\)\n/)
    expect(stdout).toContain('| 1 | 학습 파이프라인의 코드화 | 충족, 코드에서 사용됨 |')
    expect(stdout).toContain('```yaml\nname: ML pipeline\n')
  })

  test.each([
    [['--models', 'five'], /^--models is five\. Give a whole number from 1 to 999999\. /],
    [['--team-size', '0', '--models=-1'], /^--team-size is 0\..*\n|--models is -1/],
    [['--previous', 'none.json'], /none\.json does not exist\.\n$/],
    [['--policy', 'none.yaml'], /There is no policy: none\.yaml does not exist\./],
    [['nowhere'], /^nowhere is not a folder\. /],
    [['--modles', '5'], /^There is no option --modles\. Did you mean `--models`\?/],
  ])('%j is told', async (args, told) => {
    await using workspace = await scripts()
    const { status, stdout, stderr } = mlGate(workspace.root, ['assess', ...args])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(told)
  })

  test('a mistake in the policy is told with its place, a gate of another matter is none', async () => {
    await using workspace = await scripts('maturity:\n  min: five\nperformance: {f1: {min: 0.8}}\n')
    const { status, stderr } = mlGate(workspace.root, ['assess'])
    expect(status).toBe(2)
    expect(stderr).toBe('.github/ml-gate.yaml:2: maturity/min is five. Allowed: 0, 1, 2, 3, 4.\n')
  })

  test('what a file says is escaped', async () => {
    await using workspace = await makeWorkspace({
      'train.py': 'import mlflow\nmlflow.start_run()  # ::error::x @kim <b> | `a`\n',
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          pytest\n          ::add-mask::x; docker push x\n',
    })
    const text = mlGate(workspace.root, ['assess'])
    expect(text.stdout).not.toMatch(/^\s*::/m)
    const { stdout } = mlGate(workspace.root, ['assess', '--format', 'markdown'])
    expect(stdout).not.toContain('@kim')
    expect(stdout).not.toContain('<b>')
  })
})

describe('check', () => {
  test('says that a demanded level is not its matter', async () => {
    await using workspace = await makeWorkspace({
      [POLICY]: 'evidence: {metrics: m.json}\nperformance: {f1: {min: 0.8}}\nmaturity: {min: 4}\n',
      'm.json': '{"f1": 0.9}',
    })
    const { status, stdout } = mlGate(workspace.root, ['check'])
    expect(status).toBe(0)
    expect(stdout).toContain('The policy demands maturity level 4. The command `assess` judges that, not this check.')
  })
})

describe('command: assess', () => {
  test('writes the summary, the files and the outputs', async () => {
    await using workspace = await scripts()
    const inputs = { command: 'assess', 'report-dir': 'out' }
    await using run = await runAction({ workspace: workspace.root, inputs, event: push({ sha: sha('head') }) })
    expect(run.exitCode).toBe(0)
    expect(run.summary).toMatch(/^## MLOps maturity: level 1/)
    expect(run.outputs).toMatchObject({ verdict: 'pass', level: '1', checks: '0', failed: '0' })
    expect(JSON.parse(readFileSync(workspace.path('out/assessment.json'), 'utf8'))).toMatchObject({ level: 1 })
    expect(readFileSync(workspace.path('out/assessment.md'), 'utf8')).toBe(run.summary)
  })

  test('fails below the level that the policy demands, and only warns where it is asked to', async () => {
    await using workspace = await scripts()
    const inputs = { command: 'assess', policy: 'maturity: {min: 2}' }
    await using run = await runAction({ workspace: workspace.root, inputs })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'fail', checks: '1', passed: '0', failed: '1' })
    expect(run.stdout).toContain('::error::The policy demands level 2: not reached.')
    await using never = await runAction({ workspace: workspace.root, inputs: { ...inputs, 'fail-on': 'never' } })
    expect(never.exitCode).toBe(0)
  })

  test('a mistake is an error, told once', async () => {
    await using workspace = await scripts('maturity: {min: 9}\n')
    await using run = await runAction({ workspace: workspace.root, inputs: { command: 'assess' } })
    expect(run.exitCode).toBe(2)
    expect(run.outputs).toMatchObject({ verdict: 'error', errors: '1', report: '' })
    expect(run.stdout.match(/maturity\/min is 9/g)).toHaveLength(1)
  })

  test.each([
    ['lowers', MIN_1],
    ['removes', undefined],
  ])("on a pull request that %s the demand, the base branch's holds", async (_, head) => {
    await using github = await startFakeGitHub({
      shas: [sha('base'), sha('head')],
      pulls: [{ number: 7, headSha: sha('head') }],
      files: { [sha('base')]: { [POLICY]: 'maturity: {min: 3}\n' } },
    })
    await using workspace = await scripts(head)
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'assess', token: TOKENS.full },
      apiUrl: github.url,
      event: pullRequest({ number: 7, headSha: sha('head'), baseSha: sha('base') }),
    })
    expect(run.exitCode).toBe(1)
    expect(run.stdout).toContain('The policy demands level 3: not reached.')
  })

  test("a base branch's policy that cannot be read is an error", async () => {
    await using workspace = await scripts(MIN_1)
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'assess' },
      event: pullRequest({ number: 7, headSha: sha('head'), baseSha: sha('base') }),
    })
    expect(run.exitCode).toBe(2)
  })
})
