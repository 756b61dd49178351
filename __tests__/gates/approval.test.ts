import { describe, expect, test } from '@jest/globals'
import { type Approving, approving, HEAD, OLDER } from '../support/approving.js'
import { english } from '../support/evidence.js'
import { secondaryRateLimit, TOKENS } from '../support/fake-github/index.js'
import type { PullRequest, SeededReview } from '../support/fake-github/types.js'
import { saidOf } from '../support/judged.js'

const LEE = 'approval: {count: 1, from: ["@lee"]}'

const approve = (by: string | null, more: Partial<SeededReview> = {}): SeededReview => ({
  by,
  state: 'APPROVED',
  ...more,
})

/** The only line of the gate. */
async function said(of: Approving): Promise<string> {
  const { report } = await approving(of)
  return saidOf(report, 'approval').join('\n')
}

describe('whose approval counts', () => {
  const rows: readonly (readonly [string, Partial<PullRequest>, string])[] = [
    ['an approval of the head', { reviews: [approve('lee')] }, 'pass: @lee approved commit H.'],
    ['nobody', {}, 'fail: 1 more of @lee needed on commit H.'],
    [
      'a stale approval',
      { reviews: [approve('lee', { commit: OLDER })] },
      'fail: 1 more of @lee needed on commit H; @lee’s approval is on an older commit O.',
    ],
    [
      'an approval of a commit that is gone',
      { reviews: [approve('lee', { commit: null })] },
      'fail: 1 more of @lee needed on commit H; @lee’s approval is on a commit that is no longer there.',
    ],
    [
      'a stale approval that was given again',
      { reviews: [approve('lee', { commit: OLDER }), approve('lee')] },
      'pass: @lee approved commit H.',
    ],
    [
      'a dismissed approval',
      { reviews: [{ by: 'lee', state: 'DISMISSED' }] },
      'fail: 1 more of @lee needed on commit H; @lee’s last review was dismissed.',
    ],
    [
      'an approval, and a later one that was dismissed',
      { reviews: [approve('lee'), { by: 'lee', state: 'DISMISSED' }] },
      'fail: 1 more of @lee needed on commit H; @lee’s last review was dismissed.',
    ],
    [
      'changes requested after the approval',
      { reviews: [approve('lee'), { by: 'lee', state: 'CHANGES_REQUESTED' }] },
      'fail: 1 more of @lee needed on commit H; @lee requests changes.',
    ],
    [
      'changes requested, listed before an earlier approval',
      {
        reviews: [
          { by: 'lee', state: 'CHANGES_REQUESTED', at: '2026-11-21T00:00:00Z' },
          approve('lee', { at: '2026-11-20T00:00:00Z' }),
        ],
      },
      'fail: 1 more of @lee needed on commit H; @lee requests changes.',
    ],
    [
      'approved again after changes',
      { reviews: [{ by: 'lee', state: 'CHANGES_REQUESTED' }, approve('lee')] },
      'pass: @lee approved commit H.',
    ],
    [
      'a comment after the approval',
      { reviews: [approve('lee'), { by: 'lee', state: 'COMMENTED' }] },
      'pass: @lee approved commit H.',
    ],
    ['a comment alone', { reviews: [{ by: 'lee', state: 'COMMENTED' }] }, 'fail: 1 more of @lee needed on commit H.'],
    ['a pending review', { reviews: [{ by: 'lee', state: 'PENDING' }] }, 'fail: 1 more of @lee needed on commit H.'],
    ['a login in another case', { reviews: [approve('LEE')] }, 'pass: @LEE approved commit H.'],
    [
      'two reviews of one person under two cases',
      { reviews: [approve('Lee'), { by: 'lEE', state: 'CHANGES_REQUESTED' }] },
      'fail: 1 more of @lee needed on commit H; @lEE requests changes.',
    ],
    ['an account that is gone', { reviews: [approve(null)] }, 'fail: 1 more of @lee needed on commit H.'],
    [
      'somebody else',
      { reviews: [approve('joe')] },
      'fail: 1 more of @lee needed on commit H; @joe approved, but is not among them.',
    ],
    ['a bot', { reviews: [approve('lee[bot]')] }, 'fail: 1 more of @lee needed on commit H.'],
    [
      'the author',
      { author: 'lee', reviews: [approve('Lee')] },
      'fail: 1 more of @lee needed on commit H; @Lee opened the pull request.',
    ],
    [
      'a reviewer who pushed a commit',
      { history: [{ sha: OLDER, author: 'Lee' }, { sha: HEAD }], reviews: [approve('lee')] },
      'fail: 1 more of @lee needed on commit H; @lee wrote commit O.',
    ],
    [
      'a reviewer who committed for another',
      { history: [{ sha: OLDER, committer: 'lee' }, { sha: HEAD }], reviews: [approve('lee')] },
      'fail: 1 more of @lee needed on commit H; @lee committed O.',
    ],
    [
      'a co-author by the address that GitHub gives',
      {
        history: [{ sha: HEAD, message: 'Tune\n\nCo-authored-by: Lee <7+LEE@users.noreply.github.com>\n' }],
        reviews: [approve('lee')],
      },
      'fail: 1 more of @lee needed on commit H; @lee is a co-author of commit H.',
    ],
    [
      'a co-author by the address of another commit',
      {
        history: [
          { sha: HEAD, message: 'Tune\n\nco-authored-by: L <Lee@Example.com>' },
          { sha: OLDER, author: 'lee' },
        ],
        reviews: [approve('lee')],
      },
      'fail: 1 more of @lee needed on commit H; @lee is a co-author of commit H.',
    ],
    [
      'a co-author whom nobody knows',
      { history: [{ sha: HEAD, message: 'Tune\n\nCo-authored-by: L <l@home.example>' }], reviews: [approve('lee')] },
      'insufficient: @lee approved, but it cannot be told whether one of them is also among the authors: no account is known for L <l@home.example>.',
    ],
    [
      'an author whose address belongs to no account',
      { history: [{ sha: HEAD, author: null, email: 'l@home.example' }], reviews: [approve('lee')] },
      'insufficient: @lee approved, but it cannot be told whether one of them is also among the authors: no account is known for Somebody <l@home.example>.',
    ],
    [
      'an author under a private address that GitHub links to nobody',
      {
        history: [{ sha: HEAD, author: null, email: 'builder@users.noreply.github.com' }],
        reviews: [approve('lee')],
      },
      'insufficient: @lee approved, but it cannot be told whether one of them is also among the authors: no account is known for Somebody <builder@users.noreply.github.com>.',
    ],
    [
      'the second of two co-authors in one line',
      {
        history: [
          {
            sha: HEAD,
            message: 'Tune\n\nCo-authored-by: A <1+ann@users.noreply.github.com>, L <7+lee@users.noreply.github.com>',
          },
        ],
        reviews: [approve('lee')],
      },
      'fail: 1 more of @lee needed on commit H; @lee is a co-author of commit H.',
    ],
    [
      'an unknown co-author behind a known one',
      {
        history: [
          { sha: HEAD, message: 'Tune\n\nCo-authored-by: A <1+ann@users.noreply.github.com>; L <l@home.example>' },
        ],
        reviews: [approve('lee')],
      },
      'insufficient: @lee approved, but it cannot be told whether one of them is also among the authors: no account is known for L <l@home.example>.',
    ],
    [
      'an unknown co-author where nobody approved',
      { history: [{ sha: HEAD, message: 'Tune\n\nCo-authored-by: L <l@home.example>' }] },
      'fail: 1 more of @lee needed on commit H.',
    ],
  ]
  test.each(rows)('%s', async (_name, pull, expected) => {
    const line = await said({ policy: LEE, pull })
    const short = line.replaceAll(HEAD.slice(0, 7), 'H').replaceAll(OLDER.slice(0, 7), 'O')
    expect(short.slice(0, `approval/count ${expected}`.length)).toBe(`approval/count ${expected}`)
    if (!expected.startsWith('insufficient')) expect(short).toBe(`approval/count ${expected}`)
  })
})

describe('what cannot be read is an error, never a missing approval and never one that is given', () => {
  const APPROVED = { reviews: [approve('lee')] }
  const NOT_JSON = { status: 200, body: '[{', headers: { 'content-type': 'application/json' } }
  const page = { status: 200, body: '<html>', headers: { 'content-type': 'text/html' } }
  const rows: readonly (readonly [string, Partial<Approving>, RegExp])[] = [
    ...(['pulls/get', 'pulls/list-reviews', 'pulls/list-commits'] as const).flatMap(
      (call) =>
        [
          [`${call} 404`, { before: (g) => g.fail(call, { status: 404 }) }, /404.*pull-requests: read/] as const,
          [`${call} 403`, { before: (g) => g.fail(call, { status: 403 }) }, /403.*pull-requests: read/] as const,
          [`${call} 401`, { before: (g) => g.fail(call, { status: 401 }) }, /401/] as const,
          [`${call} 500`, { before: (g) => g.fail(call, { status: 500 }, 9) }, /HTTP 500/] as const,
          [`${call} dropped`, { before: (g) => g.fail(call, 'drop-before', 9) }, /ECONNRESET/] as const,
          [`${call} no JSON`, { before: (g) => g.fail(call, NOT_JSON, 9) }, /HTTP 200/] as const,
          [`${call} a page`, { before: (g) => g.fail(call, page) }, /not GitHub’s API/] as const,
          [`${call} an object`, { before: (g) => g.fail(call, { status: 200, body: {} }, 9) }, /HTTP 200/] as const,
          [
            `${call} late`,
            { before: (g) => g.fail(call, { delayMs: 3_000 }, 9), pace: { requestTimeoutMs: 100 } },
            /timeout/,
          ] as const,
        ] satisfies (readonly [string, Partial<Approving>, RegExp])[],
    ),
    ['a rate limit', { before: (g) => g.fail('pulls/list-reviews', secondaryRateLimit(600), 9) }, /rate limit/],
    [
      'a redirect',
      { before: (g) => g.fail('pulls/get', { status: 301, body: {}, headers: { location: 'https://x.example' } }) },
      /not GitHub’s API/,
    ],
    [
      'a login that is none',
      {
        before: (g) => {
          const user = { login: 'lee lee', id: 1, type: 'User' }
          const review = { state: 'APPROVED', user, commit_id: HEAD, submitted_at: '2026-11-20T09:00:00Z' }
          g.fail('pulls/list-reviews', { status: 200, body: [review] }, 9)
        },
      },
      /HTTP 200/,
    ],
    [
      'an approval without a time',
      {
        before: (g) =>
          g.fail('pulls/list-reviews', { status: 200, body: [{ state: 'APPROVED', user: null, commit_id: HEAD }] }, 9),
      },
      /HTTP 200/,
    ],
    ['no token', { token: '' }, /no usable token/],
    [
      'a token without the permission',
      { token: TOKENS.checksOnly },
      /Resource not accessible.*Grant `pull-requests: read`/,
    ],
    [
      'a review in a state that nobody knows',
      {
        before: (g) =>
          g.fail('pulls/list-reviews', { status: 200, body: [{ state: 'REVOKED', user: null, commit_id: HEAD }] }, 9),
      },
      /HTTP 200/,
    ],
    [
      'commits that were cut off',
      { pull: { ...APPROVED, history: [{ sha: OLDER }, { sha: HEAD }] }, before: cutCommits },
      /not whole/,
    ],
    [
      'more commits than GitHub lists',
      { pull: { ...APPROVED, history: Array.from({ length: 251 }, (_, i) => ({ sha: i === 250 ? HEAD : OLDER })) } },
      /251 commits/,
    ],
    ['a head that has moved on', { pull: { ...APPROVED, headSha: OLDER } }, /has moved on/],
  ]
  function cutCommits(github: Parameters<NonNullable<Approving['before']>>[0]) {
    const person = { login: 'kim', id: 1, type: 'User' }
    const commit = { author: { name: 'k', email: 'k@example.com' }, committer: {}, message: '' }
    github.fail('pulls/list-commits', { status: 200, body: [{ sha: HEAD, author: person, committer: person, commit }] })
  }

  test.each(rows)('%s', async (_name, of, expected) => {
    const { report, github } = await approving({ policy: LEE, pull: APPROVED, ...of })
    expect(report.verdict).toBe('error')
    expect(saidOf(report, 'approval')).toEqual([
      expect.stringMatching(/^approval\/count error: Who approved could not be read/),
    ])
    expect(saidOf(report, 'approval')[0]).toMatch(expected)
    expect(JSON.stringify(report)).not.toContain(TOKENS.full)
    if (of.before !== undefined && !/late/.test(_name)) expect(github.requests.some(({ fault }) => fault)).toBe(true)
  })
})

describe('pages', () => {
  const others = Array.from({ length: 130 }, (_, index) => approve(`somebody-${index}`))

  test('more than 100 reviews: the last of them decides', async () => {
    const { report, github } = await approving({
      policy: LEE,
      pull: { reviews: [approve('lee'), ...others, { by: 'lee', state: 'CHANGES_REQUESTED' }] },
    })
    expect(saidOf(report, 'approval')[0]).toMatch(/^approval\/count fail: .*@lee requests changes/)
    expect(github.requestsOf('pulls/list-reviews').map(({ query }) => query.page)).toEqual(['1', '2'])
    const approved = await approving({ policy: LEE, pull: { reviews: [...others, approve('lee')] } })
    expect(approved.report.verdict).toBe('pass')
  })

  test('a page that is not full is not the last one where GitHub announces another', async () => {
    const link = { link: '<https://api.github.com/x?page=2>; rel="next"' }
    const user = { login: 'lee', id: 1, type: 'User' }
    const review = { state: 'APPROVED', user, commit_id: HEAD, submitted_at: '2026-11-20T09:00:00Z' }
    const { report } = await approving({
      policy: LEE,
      before: (github) => {
        github.fail('pulls/list-reviews', { status: 200, body: [review], headers: link })
        github.fail('pulls/list-reviews', {
          status: 200,
          body: [{ ...review, state: 'CHANGES_REQUESTED', submitted_at: '2026-11-20T09:01:00Z' }],
        })
      },
    })
    expect(saidOf(report, 'approval')[0]).toMatch(/fail: .*@lee requests changes/)
  })

  test('the second page that fails takes the first with it', async () => {
    const { report } = await approving({
      policy: LEE,
      pull: { reviews: [approve('lee'), ...others] },
      before: (github) => github.fail(/reviews\?.*page=2$/, { status: 403 }),
    })
    expect(report.verdict).toBe('error')
  })
})

test('an app whose login looks like a person’s is no person', async () => {
  const user = { login: 'lee', id: 1, type: 'Bot' }
  const review = { state: 'APPROVED', user, commit_id: HEAD, submitted_at: '2026-11-20T09:00:00Z' }
  const before: Approving['before'] = (github) => github.fail('pulls/list-reviews', { status: 200, body: [review] })
  expect(await said({ policy: LEE, before })).toMatch(/fail: .*@lee is not a person/)
})

test('an account that was renamed is told by its number', async () => {
  const user = { login: 'lee', id: 4242, type: 'User' }
  const review = { state: 'APPROVED', user, commit_id: HEAD, submitted_at: '2026-11-20T09:00:00Z' }
  const before: Approving['before'] = (github) => github.fail('pulls/list-reviews', { status: 200, body: [review] })
  const message = 'Tune\n\nCo-authored-by: Lee <4242+former-name@users.noreply.github.com>'
  const pull = { history: [{ sha: HEAD, message }] }
  expect(await said({ policy: LEE, before, pull })).toMatch(/fail: .*@lee is a co-author/)
})

test('the report says who approved, when and what', async () => {
  const { report } = await approving({ policy: LEE, pull: { reviews: [approve('lee')] } })
  const [check] = report.models[0]?.gates[0]?.checks ?? []
  expect(check).toMatchObject({ expected: '>= 1', actual: '1', outcome: 'pass' })
  expect(check?.approvals).toEqual([{ by: 'lee', at: '2026-11-20T09:00:00Z', commit: HEAD }])
  expect(english(check?.title ?? { id: '', params: {} })).toBe('approvals of @lee')
})
