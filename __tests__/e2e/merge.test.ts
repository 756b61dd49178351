import { cp, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { mlGate } from '../support/ml-gate.js'
import { pullRequest, push, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const POLICY = (name: string) => `model: ${name}\nevidence: {metrics: m.json}\nperformance: {f1: {min: 0.85}}\n`

/** A workspace in which the jobs of a matrix left their reports: `reports/<model>/report.json`. */
async function matrix(models: Readonly<Record<string, string>>, event = push({ sha: sha('head') })) {
  const workspace = await makeWorkspace({ 'README.md': '' })
  for (const [name, f1] of Object.entries(models)) {
    await workspace.write('m.json', `{"f1": ${f1}}`)
    const inputs = { policy: POLICY(name), 'fail-on': 'never', 'check-run': 'false', 'report-dir': `reports/${name}` }
    await using run = await runAction({ workspace: workspace.root, inputs, event })
    expect(run.exitCode).toBe(0)
  }
  return workspace
}

describe('one check of a matrix of jobs', () => {
  test('fails where one model fails, and posts one check run', async () => {
    const event = pullRequest({ number: 7, headSha: sha('head') })
    await using github = await startFakeGitHub({ shas: [sha('head')], pulls: [{ number: 7, headSha: sha('head') }] })
    await using workspace = await matrix({ churn: '0.90', fraud: '0.80' }, event)
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'merge', reports: 'reports', expect: 'churn\nfraud', token: TOKENS.full },
      apiUrl: github.url,
      event,
    })
    expect(run.exitCode).toBe(1)
    expect(github.checkRuns).toHaveLength(1)
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure', headSha: sha('head') })
  })

  test('a report of another commit is an error', async () => {
    await using workspace = await matrix({ churn: '0.90' }, push({ sha: sha('old') }))
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'merge', reports: 'reports', expect: 'churn' },
      event: push({ sha: sha('new') }),
    })
    expect(run.exitCode).toBe(2)
    expect(run.summary).toContain('is about the commit')
  })

  test('of the same commit: one verdict, the failure first, outputs of all', async () => {
    await using workspace = await matrix({ churn: '0.90', fraud: '0.80' })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'merge', reports: 'reports', expect: 'churn\nfraud' },
      event: push({ sha: sha('head') }),
    })
    expect(run).toMatchObject({ exitCode: 1, stderr: '', injected: [] })
    expect(run.outputs).toMatchObject({ verdict: 'fail', checks: '2', passed: '1', failed: '1' })
    expect(run.summary.indexOf('fraud')).toBeLessThan(run.summary.indexOf('churn'))
  })

  test('a job that never reported is missing', async () => {
    await using workspace = await matrix({ churn: '0.90' })
    await using run = await runAction({
      workspace: workspace.root,
      inputs: { command: 'merge', reports: 'reports', expect: 'churn\nfraud' },
      event: push({ sha: sha('head') }),
    })
    expect(run.exitCode).toBe(1)
    expect(run.summary).toContain('No report is about fraud')
  })

  test('without a report nothing is green', async () => {
    await using workspace = await makeWorkspace({ 'reports/report.txt': '' })
    await using run = await runAction({ workspace: workspace.root, inputs: { command: 'merge', reports: 'reports' } })
    expect(run).toMatchObject({ exitCode: 2, outputs: { verdict: 'error' } })
  })
})

test('two hundred reports give the same bytes whatever folders they lie in', async () => {
  await using workspace = await matrix({ churn: '0.90' })
  const text = await readFile(join(workspace.root, 'reports/churn/report.json'), 'utf8')
  for (let index = 0; index < 200; index += 1) {
    const report = text.replaceAll('"churn"', `"model-${index}"`)
    await workspace.write(`one/${index}/report.json`, report)
    await workspace.write(`two/${(index * 77) % 200}/deep/report.json`, report)
  }
  const merged = (folder: string) => mlGate(workspace.root, ['merge', folder, '--format', 'json'])
  const [one, two] = [merged('one'), merged('two')]
  expect(one.status).toBe(0)
  expect(JSON.parse(one.stdout).counts.checks).toBe(200)
  expect(two.stdout).toBe(one.stdout)
}, 60_000)

test('mistakes of its use each have a message', async () => {
  await using workspace = await matrix({ churn: '0.90' })
  await mkdir(join(workspace.root, 'broken'))
  await cp(join(workspace.root, 'reports'), join(workspace.root, 'broken/reports'), { recursive: true })
  await workspace.write('broken/x/report.json', '{"schema": "coverage/3"}')
  const run = (...args: string[]) => mlGate(workspace.root, ['merge', ...args])
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('folders that hold the reports') })
  expect(run('nowhere')).toMatchObject({ status: 2, stdout: expect.stringContaining('nowhere') })
  expect(run('broken')).toMatchObject({ status: 2, stdout: expect.stringContaining('its schema is “coverage/3”') })
  expect(run('reports', '--language', 'ko').stdout).toContain('churn')
})
