import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/app/environment.js'
import { selfTest } from '../../src/app/self-test/self-test.js'
import { wordingFor } from '../../src/app/wording.js'
import { renderJson } from '../../src/report/render/json.js'
import { renderMarkdown } from '../../src/report/render/markdown.js'
import { renderText } from '../../src/report/render/text.js'
import { type Approving, approving, HEAD, OLDER } from '../support/approving.js'
import {
  mergeGroup,
  pullRequest,
  pullRequestTarget,
  push,
  sha,
  type WorkflowEvent,
  workflowDispatch,
  workflowRun,
} from '../support/events.js'
import { english, policyFrom } from '../support/evidence.js'
import { TOKENS } from '../support/fake-github/index.js'
import { judgeFiles, saidOf } from '../support/judged.js'

const LEE = 'approval: {from: ["@lee"]}'
const MERGE = sha('merge')
const approved = { reviews: [{ by: 'lee', state: 'APPROVED' as const }] }

async function said(of: Approving): Promise<string[]> {
  const { report } = await approving(of)
  return saidOf(report, 'approval').map((line) =>
    line.replaceAll(HEAD.slice(0, 7), 'HEAD').replaceAll(MERGE.slice(0, 7), 'MERGE'),
  )
}

describe('the pull request that is meant', () => {
  const rows: readonly (readonly [string, WorkflowEvent, Approving['pull'], RegExp])[] = [
    ['pull_request_target', pullRequestTarget({ headSha: HEAD }), {}, /pass: @lee approved commit HEAD/],
    ['a merge queue names it in its branch', mergeGroup({ headSha: MERGE }), {}, /pass: @lee approved commit HEAD/],
    ['a merge queue with another', mergeGroup({ headSha: MERGE, number: 8 }), {}, /error: .*404/],
    ['a push that merged it', push({ sha: MERGE }), { merged: MERGE }, /pass: @lee approved commit HEAD/],
    ['a push to its branch', push({ sha: HEAD, branch: 'change' }), {}, /pass: @lee approved commit HEAD/],
    ['a push that no pull request brought', push({ sha: MERGE }), {}, /missing: No pull request brought commit MERGE/],
    ['a manual run', workflowDispatch({ sha: MERGE }), { merged: MERGE }, /pass: @lee approved commit HEAD/],
    ['a manual run on a commit before its head', workflowDispatch({ sha: OLDER }), { commits: [OLDER] }, /missing/],
    ['a manual run where it was closed', workflowDispatch({ sha: HEAD }), { state: 'closed' }, /missing/],
    ['a run after a workflow', workflowRun({ headSha: HEAD }), {}, /pass: @lee approved commit HEAD/],
    ['a run after a fork’s workflow', workflowRun({ headSha: HEAD }), { unlisted: true }, /pass: @lee approved/],
    ['a run after a workflow of a closed one', workflowRun({ headSha: HEAD }), { state: 'closed' }, /missing/],
  ]
  test.each(rows)('%s', async (_name, event, pull, expected) => {
    expect(await said({ policy: LEE, event, pull: { ...approved, ...pull }, shas: [MERGE] })).toEqual([
      expect.stringMatching(new RegExp(`^approval/count ${expected.source}`)),
    ])
  })

  test('what looks for it and fails is an error', async () => {
    const event = push({ sha: MERGE })
    const pull = { ...approved, merged: MERGE }
    for (const status of [403, 404, 500]) {
      const before: Approving['before'] = (github) =>
        github.fail('repos/list-pull-requests-associated-with-commit', { status }, 9)
      expect((await said({ policy: LEE, event, pull, before }))[0]).toMatch(/^approval\/count error/)
    }
  })

  test('that was found and has moved on since is an error', async () => {
    const user = { login: 'kim', id: 1, type: 'User' }
    const body = { head: { sha: OLDER }, commits: 1, user }
    const before: Approving['before'] = (github) => github.fail('pulls/get', { status: 200, body })
    const pull = { ...approved, history: [{ sha: OLDER }] }
    const [line] = await said({ policy: LEE, event: workflowRun({ headSha: HEAD }), pull, before })
    expect(line).toMatch(/^approval\/count error: .*has moved on/)
  })

  test('is the one that the runner names, whatever a step wrote into the event', async () => {
    const event = pullRequest({ headSha: HEAD, number: 8 })
    const forged = { ...pullRequest({ headSha: HEAD, number: 7 }), ref: event.ref }
    expect((await said({ policy: LEE, event: forged, pull: approved }))[0]).toMatch(/^approval\/count error: .*404/)
  })
})

describe('who may deploy', () => {
  const policy = 'approval: {deployers: ["@Kim", "@acme/platform", "@queue[bot]"]}'
  const teams = { 'acme/platform': ['Ann'] }
  const event = push({ sha: MERGE, actor: 'kim' })
  const known = { policy, teams, teamToken: TOKENS.members, event }
  const by = (actor: string) => ({ event: push({ sha: MERGE, actor }) })

  test.each([
    ['by name', {}, 'pass: @kim started the run and may deploy.'],
    ['by team', by('ann'), 'pass: @ann started the run and may deploy.'],
    ['an app by name', by('queue[bot]'), 'pass: @queue[bot] started the run and may deploy.'],
    ['an app that is not named', by('other[bot]'), /^fail: @other\[bot\] started the run/],
    [
      'nobody else',
      by('joe'),
      /^fail: @joe started the run, or ran it again, and is not among .*: @Kim, @acme\/platform/,
    ],
    ['nor who runs again what another may', { triggering: 'joe' }, /^fail: @joe started the run/],
    ['nor who may and runs again what another may not', { ...by('joe'), triggering: 'kim' }, /^fail: @joe/],
    ['run again by another who may', { triggering: 'Ann' }, 'pass: @kim, @Ann started the run and may deploy.'],
    ['a manual run', { event: workflowDispatch({ sha: MERGE, actor: 'joe' }) }, /^fail: @joe/],
    ['a run that nobody is named for', { event: push({ sha: MERGE, actor: '' }) }, /^error: .*does not say who/],
    ['a team that cannot be read', { teamToken: '' }, /^error: Who belongs to @acme\/platform could not be read/],
    [
      'a pull request',
      { event: pullRequest({ headSha: HEAD, actor: 'joe' }) },
      /^not-applicable: A pull request deploys/,
    ],
    ['a merge queue', { event: mergeGroup({ headSha: MERGE, actor: 'joe' }) }, /^not-applicable/],
    ['the second stage of a pull request', { event: workflowRun({ headSha: HEAD, actor: 'joe' }) }, /^not-applicable/],
  ] satisfies (readonly [string, Partial<Approving>, string | RegExp])[])('%s', async (_name, of, expected) => {
    const [line = ''] = await said({ ...known, ...of })
    expect(line).toMatch(/^approval\/deployers /)
    const rest = line.slice('approval/deployers '.length)
    expect(rest).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected))
  })

  test('alone they are no check of a pull request: nothing was checked', async () => {
    const { report, github } = await approving({ ...known, event: pullRequest({ headSha: HEAD }) })
    expect([report.verdict, github.requests.length]).toEqual(['error', 0])
  })
})

describe('the command line', () => {
  test('never passes what nobody was asked', async () => {
    const policy = 'approval: {from: ["@lee"], roles: {owner: ["@ann"]}, deployers: ["@lee"]}'
    const report = await judgeFiles(policy, {})
    expect(report.verdict).toBe('warn')
    expect(saidOf(report, 'approval').map((line) => line.replace(/: .*/, ''))).toEqual([
      'approval/count insufficient',
      'approval/deployers insufficient',
      'approval/role/owner insufficient',
    ])
    expect((await judgeFiles(`risk: high\n${policy}`, {})).verdict).toBe('fail')
  })
})

describe('a waiver', () => {
  const waived = (who: string) =>
    `${LEE}\nwaivers: [{check: approval/count, reason: "on leave", owner: "@joe", approved-by: "${who}", expires: 2026-12-31}]`
  const history = [
    {
      sha: HEAD,
      author: 'ann',
      committer: 'Bob',
      message: 'Tune\n\nCo-authored-by: C <1+cat@users.noreply.github.com>',
    },
  ]

  test.each(['@kim', '@Ann', '@bob', '@CAT'])('that %s approved, who made the change, excuses nothing', async (who) => {
    const { report } = await approving({
      policy: waived(who),
      pull: { author: 'kim', history },
      from: 'head',
      event: push({ sha: HEAD, branch: 'change' }),
    })
    expect(report.verdict).toBe('fail')
    expect(saidOf(report, 'waivers')[0]).toMatch(/^waivers\/approval\/count fail/)
  })

  test('that somebody else approved holds', async () => {
    const { report } = await approving({
      policy: waived('@zoe'),
      pull: { author: 'kim', history },
      event: push({ sha: HEAD, branch: 'change', actor: 'joe' }),
    })
    expect(report.verdict).toBe('pass')
    expect(saidOf(report, 'approval')[0]).toMatch(/^approval\/count waived/)
  })

  test('never covers what could not be read', async () => {
    const { report } = await approving({
      policy: waived('@zoe'),
      token: TOKENS.checksOnly,
      event: push({ sha: HEAD, branch: 'change' }),
    })
    expect(report.verdict).toBe('error')
  })
})

describe('the report', () => {
  const policy = 'approval: {roles: {owner: ["@lee"]}, from: ["@ann"]}'
  const both = { reviews: [...approved.reviews, { by: 'ann', state: 'APPROVED' as const }] }

  test('lists who approved what as what', async () => {
    const { report } = await approving({ policy, pull: both })
    expect(JSON.parse(renderJson(report, wordingFor('en'))).approvals).toEqual([
      { by: 'ann', at: '2026-11-20T09:01:00Z', commit: HEAD },
      { by: 'lee', role: 'owner', at: '2026-11-20T09:00:00Z', commit: HEAD },
    ])
    const markdown = renderMarkdown(report, wordingFor('en'), { maxBytes: 60_000 })
    expect(markdown.replaceAll('&#8203;', '')).toContain(
      `| lee | owner | 2026-11-20T09:00:00Z | \`${HEAD.slice(0, 7)}\` |`,
    )
    expect(renderText(report, wordingFor('en'))).toMatch(/\nApprovals\nann +2026-11-20T09:01:00Z +\w{7}\nlee +owner /)
  })

  test('says nothing of approvals where there are none', async () => {
    const { report } = await approving({ policy })
    expect(JSON.parse(renderJson(report, wordingFor('en')))).not.toHaveProperty('approvals')
    expect(renderMarkdown(report, wordingFor('en'), { maxBytes: 60_000 })).not.toContain('### Approvals')
  })
})

describe('the self-test', () => {
  test('tries each demand with approvals of the commit before, and deploying with a stranger', async () => {
    const policy = policyFrom(
      'risk: high\napproval: {count: 2, by-risk: {high: {count: 3}}, from: ["@a/t", "@lee"], roles: {owner: ["@ann"]}, deployers: ["@a/t"]}\nperformance: {f1: {min: 0.8}}',
    )
    const { checks, notTested } = await selfTest(policy, 0)
    expect(notTested).toEqual([])
    expect(checks.map(({ id, outcome, blocks, also }) => [id, outcome, blocks, also])).toEqual([
      ['approval/count', 'fail', true, []],
      ['approval/deployers', 'fail', true, []],
      ['approval/role/owner', 'fail', true, []],
      ['performance/f1', 'fail', true, []],
    ])
    expect(english(checks[2]?.change ?? { id: '', params: {} })).toBe('approvals of an older commit by @ann')
  })
})

test.each([
  ['refs/heads/gh-readonly-queue/main/pr-7-'.concat('a'.repeat(40)), 7],
  ['refs/heads/gh-readonly-queue/release/1.x/pr-12-'.concat('a'.repeat(40)), 12],
  ['refs/heads/gh-readonly-queue/main/pr-7', undefined],
  ['refs/heads/pr-7-'.concat('a'.repeat(40)), undefined],
])('the branch %s of a queue is of pull request %s', (ref, number) => {
  expect(readContext({ GITHUB_REF: ref, GITHUB_EVENT_NAME: 'merge_group' }, {}, '.').queued).toBe(number)
})
