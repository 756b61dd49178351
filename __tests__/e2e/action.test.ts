import { readFile } from 'node:fs/promises'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { mergeGroup, pullRequest, push, runAction, sha, workflowDispatch } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'
import { INPUTS, POLICY, seedWorkspace, WORKFLOW, WORKFLOW_PATH } from './seed.js'

const HEAD = sha('head')
const EVENT = pullRequest({ number: 7, headSha: HEAD })
const REF = { GITHUB_WORKFLOW_REF: `acme/churn/${WORKFLOW_PATH}@refs/pull/7/merge` }

describe('the first example', () => {
  test('passes: exit 0, no annotation', async () => {
    await using workspace = await seedWorkspace()
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS, env: REF })
    expect(run).toMatchObject({ exitCode: 0, annotations: [], stderr: '', injected: [] })
    expect(run.outputs).toMatchObject({ verdict: 'pass', checks: '7', passed: '7', failed: '0', 'check-run-url': '' })
    expect(run.summary).toContain('✅')
  })

  test('fails with f1 0.84: exit 1, one annotation on the line of f1 in the workflow, naming both numbers', async () => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS, env: REF, event: EVENT })
    expect(run.exitCode).toBe(1)
    expect(run.outputs).toMatchObject({ verdict: 'fail', passed: '6', failed: '1' })
    expect(run.annotations).toHaveLength(1)
    const [annotation] = run.annotations
    expect(annotation).toMatchObject({ level: 'error', file: WORKFLOW_PATH, line: 11 })
    expect(annotation?.message).toMatch(/0\.84/)
    expect(annotation?.message).toMatch(/0\.85/)
    expect(annotation?.message).toMatch(/outputs\/metrics\.json:2/)
  })

  test('is found in its workflow also where the runner does not say which one ran', async () => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: INPUTS,
      env: { GITHUB_WORKFLOW_REF: undefined },
    })
    expect(run.annotations[0]).toMatchObject({ file: WORKFLOW_PATH, line: 11 })
  })

  test('shows no line at all rather than a wrong one', async () => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await workspace.write(WORKFLOW_PATH, WORKFLOW.replace('0.85', '0.80'))
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS, env: REF })
    expect(run.exitCode).toBe(1)
    expect(run.annotations.filter(({ file }) => file === WORKFLOW_PATH)).toEqual([])
    expect(run.summary).toContain('0.84')
  })

  test('writes its four report files', async () => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, 'report-dir': 'reports' } })
    const report = JSON.parse(await workspace.read('reports/report.json'))
    expect(run.outputs.report).toContain('report.json')
    expect(report).toMatchObject({
      schema: 'ml-gate-report/1',
      verdict: 'fail',
      counts: { checks: 7, passed: 6, failed: 1 },
    })
    expect(await workspace.read('reports/junit.xml')).toContain('<testsuite')
    expect(JSON.parse(await workspace.read('reports/report.sarif')).version).toBe('2.1.0')
    expect(await workspace.read('reports/report.md')).toContain('f1')
  })

  test('speaks Korean throughout', async () => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, language: 'ko' }, env: REF })
    expect(run.annotations[0]?.message).toMatch(/[가-힣]/)
    expect(run.summary).toMatch(/실패/)
  })
})

describe('never green', () => {
  const METRICS = 'outputs/metrics.json'
  test.each([
    ['a metric that is absent', { [METRICS]: '{"auc": 0.91}' }, 1, /f1 is not in/],
    ['NaN', { [METRICS]: '{"f1": NaN, "auc": 0.91}' }, 2, /f1 is NaN/],
    ['a string', { [METRICS]: '{"f1": "0.9", "auc": 0.91}' }, 2, /the text "0\.9"/],
    ['null', { [METRICS]: '{"f1": null, "auc": 0.91}' }, 2, /f1 is null/],
    ['an empty file', { [METRICS]: '' }, 2, /empty/],
    ['a file that is no JSON', { [METRICS]: 'f1 = 0.9' }, 2, /metrics\.json/],
    ['one group only', { 'outputs/groups.json': '{"F": 0.9}' }, 1, /at least two groups/],
    [
      'a placeholder card',
      { 'MODEL_CARD.md': '# Card\n\n## Limitations\n\n[More Information Needed]\n' },
      1,
      /More Information Needed/,
    ],
    ['an empty card', { 'MODEL_CARD.md': ' \n' }, 2, /empty/],
  ] as const)('%s', async (_name, files, exitCode, said) => {
    await using workspace = await seedWorkspace()
    for (const [path, text] of Object.entries(files)) await workspace.write(path, text)
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS, env: REF })
    expect(run.exitCode).toBe(exitCode)
    expect(run.outputs.verdict).toBe(exitCode === 1 ? 'fail' : 'error')
    expect(run.stdout).toMatch(said)
    expect(run.stderr).toBe('')
  })

  test.each([
    ['a gate with nothing to check', { policy: 'performance: {}\n' }, /demands nothing/],
    ['a policy without a gate', { policy: 'model: churn\n' }, /demands nothing/],
    ['no policy at all', {}, /ml-gate\.yaml does not exist/],
    ['both policies', { policy: POLICY, 'policy-file': 'p.yaml' }, /Keep one/],
    ['a misspelt input', { policy: POLICY, metrcs: 'x' }, /Did you mean `metrics`/],
    ['a wrong choice', { policy: POLICY, 'fail-on': 'sometimes' }, /fail, warn, never/],
    ['a working directory outside', { policy: POLICY, 'working-directory': '../..' }, /not a folder in the workspace/],
    ['a file outside the workspace', { policy: POLICY, metrics: '../../etc/passwd' }, /outside the workspace/],
    ['a command that there is not', { policy: POLICY, command: 'promote' }, /`command` is promote/],
  ])('%s', async (_name, inputs, said) => {
    await using workspace = await makeWorkspace({})
    await using run = await runAction({ workspace: workspace.root, inputs })
    expect(run.exitCode).toBe(2)
    expect(run.stdout).toMatch(said)
    expect(`${run.stdout}${run.stderr}`).not.toMatch(/\n\s+at /)
  })

  test.each([
    ['a link out of the workspace', { 'm.json': { symlink: '/etc/hostname' } }, /outside the workspace/],
    ['a folder', { 'm.json/x': '' }, /is a folder/],
  ])('%s', async (_name, files, said) => {
    await using workspace = await makeWorkspace(files)
    await using run = await runAction({ workspace: workspace.root, inputs: { policy: POLICY, metrics: 'm.json' } })
    expect(run.exitCode).toBe(2)
    expect(run.stdout).toMatch(said)
  })
})

describe('fail-on', () => {
  const policy = `${POLICY}enforcement: {performance: warn}\n`
  test.each([
    ['fail', policy, 0, 'warn'],
    ['warn', policy, 1, 'warn'],
    ['never', POLICY, 0, 'fail'],
    ['never', 'model: x\n', 2, 'error'],
  ])('%s', async (failOn, text, exitCode, verdict) => {
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { ...INPUTS, policy: text, 'fail-on': failOn },
    })
    expect(run).toMatchObject({ exitCode, outputs: { verdict } })
  })
})

describe('the check run', () => {
  test.each([
    ['pull_request', EVENT],
    ['push', push({ sha: HEAD })],
    ['merge_group', mergeGroup({ headSha: HEAD })],
    ['workflow_dispatch', workflowDispatch({ sha: HEAD })],
  ])('is posted on the head commit for %s', async (_name, event) => {
    await using github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
    await using workspace = await seedWorkspace({ f1: '0.84' })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: INPUTS,
      env: REF,
      event,
      token: TOKENS.full,
      apiUrl: github.url,
    })
    expect(run.exitCode).toBe(1)
    expect(github.checkRuns).toHaveLength(1)
    expect(github.checkRuns[0]).toMatchObject({
      headSha: HEAD,
      name: 'ML governance gate',
      status: 'completed',
      conclusion: 'failure',
    })
    expect(run.outputs['check-run-url']).toMatch(/^http/)
    // The check run carries the annotations; saying them twice would show them twice.
    expect(run.annotations).toEqual([])
  })

  test('with a read-only token everything else still comes, and a note says why', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
    await using workspace = await seedWorkspace({ f1: '0.84' })
    const event = pullRequest({ number: 7, headSha: HEAD, fork: true })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: INPUTS,
      env: REF,
      event,
      token: TOKENS.readOnly,
      apiUrl: github.url,
    })
    expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' } })
    expect(github.checkRuns).toEqual([])
    expect(run.annotations).toHaveLength(1)
    expect(run.summary).toContain('checks: write')
  })

  test('that must be posted and cannot be is an error of the step, not of the verdict', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD] })
    await using workspace = await seedWorkspace()
    const inputs = { ...INPUTS, 'check-run': 'true' }
    await using run = await runAction({
      workspace: workspace.root,
      inputs,
      event: EVENT,
      token: TOKENS.readOnly,
      apiUrl: github.url,
    })
    expect(run).toMatchObject({ exitCode: 2, outputs: { verdict: 'pass' } })
  })

  test('of a policy that is wrong is a failure that shows the mistakes', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD] })
    await using workspace = await makeWorkspace({ '.github/ml-gate.yaml': 'performance:\n  f1: 0.85\n' })
    await using run = await runAction({
      workspace: workspace.root,
      event: push({ sha: HEAD }),
      token: TOKENS.full,
      apiUrl: github.url,
    })
    expect(run.exitCode).toBe(2)
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' })
    expect(github.checkRuns[0]?.annotations).toEqual([
      expect.objectContaining({ path: '.github/ml-gate.yaml', start_line: 2 }),
    ])
  })

  test('a comment is kept, one per check name, and brought up to date when the gate passes', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
    const inputs = { ...INPUTS, comment: 'on-failure' }
    const runs = [
      ['0.86', 0],
      ['0.84', 1],
      ['0.83', 1],
      ['0.86', 1],
    ] as const
    for (const [f1, comments] of runs) {
      await using workspace = await seedWorkspace({ f1 })
      await using _ = await runAction({
        workspace: workspace.root,
        inputs,
        event: EVENT,
        token: TOKENS.full,
        apiUrl: github.url,
      })
      expect([f1, github.comments.length]).toEqual([f1, comments])
    }
    expect(github.comments[0]?.body).toContain('✅')
  }, 120_000)
})

describe('GitHub in trouble never changes the verdict or the exit code', () => {
  test.each([
    ['403', { status: 403, body: { message: 'Resource not accessible by integration' } }, Number.POSITIVE_INFINITY],
    ['404', { status: 404, body: { message: 'Not Found' } }, Number.POSITIVE_INFINITY],
    ['422', { status: 422, body: { message: 'Validation Failed' } }, Number.POSITIVE_INFINITY],
    ['429 with Retry-After', { status: 429, body: { message: 'slow down' }, headers: { 'retry-after': '1' } }, 1],
    ['500', { status: 500, body: {} }, 1],
    ['a connection dropped before', 'drop-before', 1],
    ['a connection dropped after', 'drop-after', 1],
    ['a slow answer', { delayMs: 3000 }, 1],
  ] as const)(
    '%s',
    async (_name, fault, times) => {
      await using github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
      github.fail('checks/create', fault, times)
      await using workspace = await seedWorkspace({ f1: '0.84' })
      await using run = await runAction({
        workspace: workspace.root,
        inputs: INPUTS,
        env: REF,
        event: EVENT,
        token: TOKENS.full,
        apiUrl: github.url,
        timeoutMs: 90_000,
      })
      expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail' }, injected: [] })
      expect(github.checkRuns.length).toBe(times === 1 ? 1 : 0)
      expect(run.outputs['check-run-url'] !== '').toBe(times === 1)
      expect(run.annotations.length).toBe(times === 1 ? 0 : 1)
      expect(`${run.stdout}${run.stderr}${run.summary}`).not.toContain(TOKENS.full)
    },
    120_000,
  )
})

test('the report names every file it rests on with its digest', async () => {
  await using workspace = await seedWorkspace()
  await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
  const report = JSON.parse(await readFile(run.outputs.report ?? '', 'utf8'))
  expect(report.models[0].evidence.map(({ kind, path }: { kind: string; path: string }) => [kind, path])).toEqual([
    ['groups', 'outputs/groups.json'],
    ['metrics', 'outputs/metrics.json'],
    ['model-card', 'MODEL_CARD.md'],
  ])
  for (const { sha256 } of report.models[0].evidence) expect(sha256).toMatch(/^[0-9a-f]{64}$/)
})

describe('notes', () => {
  const ONE = { policy: 'performance: {f1: {min: 0.85}}\n', metrics: 'outputs/metrics.json' }
  test.each([
    ['evidence that no gate asks for', { ...ONE, groups: 'outputs/groups.json' }, 'No gate asks for groups'],
    [
      'a file that is absent beside others',
      { ...ONE, metrics: 'outputs/metrics.json\noutputs/other.json' },
      'named beside other files: outputs/other.json does not exist.',
    ],
    [
      'a comment on a run without pull request',
      { ...ONE, 'check-run': 'false', comment: 'always' },
      'No comment was posted: this run belongs to no pull request.',
    ],
  ])('tell of %s', async (_name, inputs, said) => {
    await using github = await startFakeGitHub({ shas: [HEAD] })
    await using workspace = await seedWorkspace()
    const event = push({ sha: HEAD })
    const posting = { event, token: TOKENS.full, apiUrl: github.url }
    await using run = await runAction({ workspace: workspace.root, inputs, ...posting })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
    expect(run.stdout).toContain(said)
    expect(github.comments).toEqual([])
  })

  test('tell of an event that cannot be read, and nothing is posted to a commit that is only guessed', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
    await using workspace = await seedWorkspace()
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { ...INPUTS, comment: 'always' },
      event: EVENT,
      env: { GITHUB_EVENT_PATH: workspace.path('no-event.json') },
      token: TOKENS.full,
      apiUrl: github.url,
    })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', 'check-run-url': '' } })
    expect(run.stdout).toContain('The event of this run could not be read (Error); no check run or comment is posted.')
    expect([...github.checkRuns, ...github.comments]).toEqual([])
  })
})

test('a folder for the report that cannot be written to costs the files only', async () => {
  await using workspace = await seedWorkspace({ f1: '0.84' })
  const inputs = { ...INPUTS, 'report-dir': 'MODEL_CARD.md/reports' }
  await using run = await runAction({ workspace: workspace.root, inputs })
  expect(run).toMatchObject({ exitCode: 1, outputs: { verdict: 'fail', report: '' } })
  expect(run.stdout).toContain('The report files could not be written to MODEL_CARD.md/reports: ENOTDIR')
  expect(run.summary).toContain('0.84')
})

describe('an odd environment never changes the verdict', () => {
  test.each([
    ['an address that is none', { GITHUB_API_URL: 'not a url' }],
    ['an output file that cannot be written', { GITHUB_OUTPUT: '/nowhere/output' }],
    ['a summary that is a folder', { GITHUB_STEP_SUMMARY: '/' }],
  ])(
    '%s',
    async (_name, env) => {
      await using workspace = await seedWorkspace({ f1: '0.84' })
      await using run = await runAction({
        workspace: workspace.root,
        inputs: INPUTS,
        token: TOKENS.full,
        event: EVENT,
        env,
        timeoutMs: 90_000,
      })
      expect(run).toMatchObject({ exitCode: 1, injected: [] })
      expect(run.stdout).toMatch(/1 of 7 checks failed/)
      expect(`${run.stdout}${run.stderr}`).not.toMatch(/This is a bug/)
    },
    120_000,
  )

  test('a link or a pipe in the report folder is not written through', async () => {
    await using workspace = await seedWorkspace()
    await workspace.write('target.txt', 'untouched')
    await workspace.write('reports/report.md', { symlink: '../target.txt' })
    await using run = await runAction({ workspace: workspace.root, inputs: { ...INPUTS, 'report-dir': 'reports' } })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass', report: '' } })
    expect(run.stdout).toMatch(/could not be written to reports/)
    expect(await workspace.read('target.txt')).toBe('untouched')
  })

  test('a pull request whose payload names no head gets no check run on its merge commit', async () => {
    await using github = await startFakeGitHub({ shas: [HEAD] })
    await using workspace = await seedWorkspace()
    const event = { ...EVENT, payload: {} }
    await using run = await runAction({
      workspace: workspace.root,
      inputs: INPUTS,
      event,
      token: TOKENS.full,
      apiUrl: github.url,
    })
    expect(run.outputs.verdict).toBe('pass')
    expect(github.checkRuns).toEqual([])
  })
})
