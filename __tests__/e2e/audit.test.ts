import { describe, expect, test } from '@jest/globals'
import { walk } from '../../src/app/audit/trail.js'
import type { Link } from '../../src/audit/chain.js'
import { type FakeGitHub, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { pullRequest, runAction, sha } from '../support/runner.js'
import { makeWorkspace, type Workspace } from '../support/workspace.js'
import { seedWorkspace } from './seed.js'

const HEAD = sha('head')
const BASE = sha('base')
const FILE = '.github/ml-gate.yaml'
const EVENT = pullRequest({ number: 7, headSha: HEAD, baseSha: BASE })
const policyOf = (audit: string) =>
  `model: churn\nevidence: {metrics: outputs/metrics.json}\nperformance: {f1: {min: 0.85}}\n${audit}`
const AUDIT = 'audit: {branch: ml-governance, retention: eu-ai-act-provider-10y}\n'

function startGitHub(base = AUDIT): Promise<FakeGitHub> {
  return startFakeGitHub({
    shas: [HEAD, BASE],
    pulls: [{ number: 7, headSha: HEAD, baseSha: BASE }],
    files: { [BASE]: { [FILE]: policyOf(base) } },
  })
}

/** One run of the action on the pull request. */
async function judged(github: FakeGitHub, workspace: Workspace, more: Partial<Parameters<typeof runAction>[0]> = {}) {
  return runAction({ workspace: workspace.root, event: EVENT, apiUrl: github.url, token: TOKENS.full, ...more })
}

async function trailOf(github: FakeGitHub): Promise<Link[]> {
  await using checkout = await makeWorkspace()
  for (const [path, bytes] of github.branch('ml-governance')?.files ?? []) await checkout.write(path, bytes)
  const links: Link[] = []
  expect(walk(checkout.root, (link) => links.push(link))).toBeUndefined()
  return links
}

describe('the action', () => {
  test('records each decision of a pull request in a branch, with who and what', async () => {
    await using github = await startGitHub()
    await using workspace = await seedWorkspace()
    await workspace.write(FILE, policyOf(AUDIT))
    await using first = await judged(github, workspace)
    expect(first).toMatchObject({ exitCode: 0, stderr: '', injected: [] })
    expect(first.summary).toContain('entry 1 of the audit trail')
    await workspace.write('outputs/metrics.json', '{"f1": 0.5}')
    await using second = await judged(github, workspace, { runAttempt: 2 })
    expect(second.exitCode).toBe(1)
    const links = await trailOf(github)
    expect(links.map(({ entry }) => [entry.verdict, entry.subject.attempt])).toEqual([
      ['pass', 1],
      ['fail', 2],
    ])
    expect(links[0]?.entry).toMatchObject({
      subject: { repository: 'acme/churn', commit: HEAD, pull_request: 7, run: 4242 },
      policy: { from: 'base', state: 'base', commit: BASE },
      retention: { preset: 'eu-ai-act-provider-10y' },
    })
    // The check run was made after the record, and says where it is.
    expect(github.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success', 'failure'])
    expect(github.checkRuns[0]?.summary).toContain('entry 1 of the audit trail')
  })

  test('records although the pull request takes the demand away, and shows that it does', async () => {
    await using github = await startGitHub()
    await using workspace = await seedWorkspace()
    await workspace.write(FILE, policyOf(''))
    await using run = await judged(github, workspace)
    expect(run.exitCode).toBe(0)
    const [link] = await trailOf(github)
    expect(link?.entry.policy.changes).toContainEqual(expect.objectContaining({ what: 'audit', direction: 'weaker' }))
  })

  test('says so on every face where it may not write: exit 2, a failed check run, and what to grant', async () => {
    await using github = await startGitHub()
    await using workspace = await seedWorkspace()
    await workspace.write(FILE, policyOf(AUDIT))
    await using run = await judged(github, workspace, { token: TOKENS.checksOnly })
    expect(run.exitCode).toBe(2)
    expect(run.outputs).toMatchObject({ verdict: 'error', checks: '2', passed: '1', errors: '1' })
    expect(run.summary).toContain('contents: write')
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' })
    expect(github.checkRuns[0]?.summary).toContain('was not recorded')
    expect(github.branch('ml-governance')).toBeUndefined()
  })

  test('speaks to no branch where no audit is demanded', async () => {
    await using github = await startGitHub('')
    await using workspace = await seedWorkspace()
    await workspace.write(FILE, policyOf(''))
    await using run = await judged(github, workspace)
    expect(run.exitCode).toBe(0)
    expect(github.requests.filter(({ path }) => /\/git\/(?:ref|tree|blob)/.test(path))).toEqual([])
  })
})
