import { describe, expect, test } from '@jest/globals'
import { type FakeGitHub, type PullRequest, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { pullRequest, push, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const HEAD = sha('head')
const BASE = sha('base')
const FILE = '.github/ml-gate.yaml'
const policyOf = (from: string) => `model: churn\napproval:\n  from: [${from}]\n`

interface Case {
  readonly from?: string
  readonly headFrom?: string
  readonly pull?: Partial<PullRequest>
  readonly event?: Parameters<typeof runAction>[0]['event']
  readonly token?: string
  readonly prepare?: (github: FakeGitHub) => void
}

interface ReportJson {
  readonly verdict: string
  readonly approvals?: readonly object[]
  readonly policy: { readonly from: string; readonly changes: readonly object[] }
  readonly models: readonly { gates: readonly { checks: readonly { message: string }[] }[] }[]
}

/** Runs the built action with a policy on the base branch and one in the workspace. */
async function judged(of: Case) {
  const { from = '"@acme/model-risk"', headFrom = from } = of
  await using github = await startFakeGitHub({
    shas: [HEAD, BASE],
    pulls: [{ number: 7, headSha: HEAD, baseSha: BASE, author: 'kim', ...of.pull }],
    files: { [BASE]: { [FILE]: policyOf(from) } },
    teams: { 'acme/model-risk': ['lee'] },
  })
  of.prepare?.(github)
  await using workspace = await makeWorkspace({ [FILE]: policyOf(headFrom) })
  await using run = await runAction({
    workspace: workspace.root,
    inputs: { 'report-dir': 'report', 'team-token': TOKENS.members },
    event: of.event ?? pullRequest({ number: 7, headSha: HEAD, baseSha: BASE }),
    token: of.token ?? TOKENS.full,
    apiUrl: github.url,
    timeoutMs: 90_000,
  })
  const report = (await workspace.read('report/report.json')) as string
  for (const secret of [TOKENS.members, of.token ?? TOKENS.full])
    expect(`${run.stdout}${run.stderr}${run.summary}${report}`).not.toContain(secret)
  return { exitCode: run.exitCode, summary: run.summary, github, report: JSON.parse(report) as ReportJson }
}

const approvedBy = (...logins: readonly string[]) => ({
  reviews: logins.map((by) => ({ by, state: 'APPROVED' as const })),
})

const said = ({ models }: ReportJson) => models[0]?.gates[0]?.checks[0]?.message ?? ''

describe('the action', () => {
  test('fails without the approval, and passes with it', async () => {
    const before = await judged({})
    expect([before.exitCode, said(before.report)]).toEqual([
      1,
      `1 more of @acme/model-risk needed on commit ${HEAD.slice(0, 7)}.`,
    ])
    const after = await judged({ pull: approvedBy('lee') })
    expect([after.exitCode, after.report.verdict]).toEqual([0, 'pass'])
    expect(after.report.approvals).toEqual([{ by: 'lee', at: '2026-11-20T09:00:00Z', commit: HEAD }])
    expect(after.summary).toContain('### Approvals')
  })

  test('a pull request that names an approver of its own is judged by the base branch', async () => {
    const { exitCode, report } = await judged({ headFrom: '"@acme/model-risk", "@joe"', pull: approvedBy('joe') })
    expect([exitCode, report.policy.from]).toEqual([1, 'base'])
    expect(report.policy.changes).toMatchObject([{ what: 'gate approval: from', direction: 'weaker' }])
    expect(said(report)).toMatch(/@joe approved, but is not among them/)
  })

  test('a token that may not read reviews is an error', async () => {
    const { exitCode, report } = await judged({ token: TOKENS.checksOnly, pull: approvedBy('lee') })
    expect([exitCode, report.verdict]).toEqual([2, 'error'])
    expect(said(report)).toMatch(/pull-requests: read/)
  })

  test('a server that breaks down is an error, after asking again', async () => {
    const prepare = (github: FakeGitHub) => github.fail('pulls/list-reviews', { status: 502 }, 9)
    const { exitCode, report, github } = await judged({ prepare, pull: approvedBy('lee') })
    expect([exitCode, report.verdict]).toEqual([2, 'error'])
    expect(github.requestsOf('pulls/list-reviews')).toHaveLength(3)
  })

  test('a push that nobody reviewed fails', async () => {
    const { exitCode, report } = await judged({ event: push({ sha: BASE }) })
    expect([exitCode, said(report)]).toEqual([
      1,
      `No pull request brought commit ${BASE.slice(0, 7)}, so nobody approved it. Bring the change by a pull request.`,
    ])
  })
})
