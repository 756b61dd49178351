import { describe, expect, test } from '@jest/globals'
import { type Added, type Addition, appendToBranch, type LastFile, type Layout } from '../../src/github/append.js'
import { english } from '../support/evidence.js'
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { PACE } from './setting.js'

const BRANCH = 'ml-governance'
const LAYOUT: Layout = { folder: 'entries', sub: /^\d$/, file: /^\d\.txt$/, beside: /^README\.md$/ }

/** The next number with what the last file says, so that a lost predecessor shows. */
function counting(last: LastFile | undefined): Addition {
  const number = last === undefined ? 1 : Number(/(\d)\.txt$/.exec(last.path)?.[1]) + 1
  const content = `${number} behind ${last === undefined ? 'nothing' : Buffer.from(last.bytes).toString().split(' ')[0]}`
  return { path: `entries/${Math.floor(number / 4)}/${number}.txt`, content, message: `number ${number}` }
}

interface Case {
  readonly options?: FakeGitHubOptions
  readonly token?: string
  readonly branch?: string
  readonly before?: (github: FakeGitHub) => void
  /** Called before each answer of the caller to what comes next. */
  readonly meanwhile?: (github: FakeGitHub, tried: number) => Promise<void> | void
}

function append(
  github: FakeGitHub,
  of: Pick<Case, 'token' | 'branch'> & { next?: typeof counting } = {},
): Promise<Added> {
  const { token = TOKENS.full, branch = BRANCH, next = counting } = of
  return appendToBranch({ owner: 'acme', repo: 'churn', branch }, LAYOUT, next, {
    token,
    apiUrl: github.url,
    pace: PACE,
    deadlineMs: 20_000,
    random: () => 0,
  })
}

const files = (github: FakeGitHub) =>
  [...(github.branch(BRANCH)?.files ?? [])].map(([path, bytes]) => `${path}: ${bytes}`)
const why = (added: Added) => (added.ok ? 'added' : english(added.why))

test('the branch is made on first use, without a parent, and grows by a commit each time', async () => {
  await using github = await startFakeGitHub({ branches: { main: 'a'.repeat(40) } })
  for (let number = 1; number <= 5; number++) expect(why(await append(github))).toBe('added')
  expect(files(github)).toEqual([
    'entries/0/1.txt: 1 behind nothing',
    'entries/0/2.txt: 2 behind 1',
    'entries/0/3.txt: 3 behind 2',
    'entries/1/4.txt: 4 behind 3',
    'entries/1/5.txt: 5 behind 4',
  ])
  expect(github.branch(BRANCH)?.commits).toHaveLength(5)
  expect(github.requestsOf('git/update-ref').map(({ body }) => body)).toEqual(
    github
      .branch(BRANCH)
      ?.commits.slice(0, 4)
      .reverse()
      .map((sha) => ({ sha, force: false })),
  )
})

test('what else lies on the branch stays, and is no file to follow', async () => {
  const commit = 'b'.repeat(40)
  const there = {
    'README.md': 'read me',
    'entries/notes/9.txt': 'x',
    'entries/0/3.txt.orig': 'x',
    'entries/0/2.txt': '2 behind 1',
  }
  await using github = await startFakeGitHub({ branches: { [BRANCH]: commit }, files: { [commit]: there } })
  expect(why(await append(github))).toBe('added')
  expect(files(github)).toContain('entries/0/3.txt: 3 behind 2')
  expect(files(github)).toContain('README.md: read me')
  expect(files(github)).toHaveLength(5)
})

test.each([
  [{ 'README.md': 'x', 'src/a.ts': 'x' }, /branch ml-governance is there already and holds something else \(src\)/],
  [{ 'a.ts': 'x' }, /\(a\.ts\)/],
  [{ entries: 'a file' }, /\(entries\)/],
  [{ 'README.md': 'x' }, /^added$/],
] as const)('a branch with %j and no files of ours', async (there, said) => {
  const commit = 'b'.repeat(40)
  await using github = await startFakeGitHub({ branches: { [BRANCH]: commit }, files: { [commit]: there } })
  expect(why(await append(github))).toMatch(said)
  expect(github.writes.length > 0).toBe(said.test('added'))
})

describe('somebody who was faster', () => {
  test.each([
    ['makes the branch', 0],
    ['moves the branch', 1],
  ])('%s: the file is built anew behind theirs', async (_what, before) => {
    await using github = await startFakeGitHub()
    for (let number = 0; number < before; number++) await append(github)
    let tried = 0
    const next = (last: LastFile | undefined) => {
      tried += 1
      const addition = counting(last)
      return { ...addition, content: `${addition.content}, later` }
    }
    // The other one's whole append happens between this one's look and its move.
    const other = new Promise<Added>((resolve) => {
      github.fail(
        (request) => {
          const isMove = request.operation === 'git/create-commit' && tried === 1
          if (isMove) tried += 0.5
          return isMove
        },
        { delayMs: 400 },
      )
      setTimeout(() => resolve(append(github)), 100)
    })
    expect(why(await append(github, { next }))).toBe('added')
    expect(why(await other)).toBe('added')
    expect(files(github)).toHaveLength(before + 2)
    expect(files(github).at(-1)).toBe(`entries/0/${before + 2}.txt: ${before + 2} behind ${before + 1}, later`)
    expect(github.requests.filter(({ status }) => status === 422)).toHaveLength(1)
    expect(github.faultsLeft).toBe(0)
  })

  test('again and again is waited out', async () => {
    await using github = await startFakeGitHub()
    await append(github)
    github.fail('git/update-ref', { status: 422, body: { message: 'Update is not a fast forward' } }, 4)
    expect(why(await append(github))).toBe('added')
    expect(files(github)).toHaveLength(2)
  })

  test('for ever is told', async () => {
    await using github = await startFakeGitHub()
    await append(github)
    github.fail(
      'git/update-ref',
      { status: 422, body: { message: 'Update is not a fast forward' } },
      Number.POSITIVE_INFINITY,
    )
    const late = { token: TOKENS.full, apiUrl: github.url, pace: PACE, deadlineMs: 1_500 }
    const added = await appendToBranch({ owner: 'acme', repo: 'churn', branch: BRANCH }, LAYOUT, counting, late)
    expect(why(added)).toMatch(/Others kept writing to the branch ml-governance/)
  })
})

describe('an answer that is lost', () => {
  test.each([
    ['the branch was made', 0, 'git/create-ref', 'drop-after'],
    ['the branch was moved', 1, 'git/update-ref', 'drop-after'],
    ['the branch was not made', 0, 'git/create-ref', 'drop-before'],
    ['the branch was not moved', 1, 'git/update-ref', 'drop-before'],
    ['the branch was moved (502)', 1, 'git/update-ref', { status: 502 }],
    ['the branch was not moved (409)', 1, 'git/update-ref', { status: 409, body: { message: 'Conflict' } }],
  ] as const)('although %s: one file, once', async (_what, before, operation, fault) => {
    await using github = await startFakeGitHub()
    for (let number = 0; number < before; number++) await append(github)
    github.fail(operation, fault)
    expect(why(await append(github))).toBe('added')
    expect(files(github)).toHaveLength(before + 1)
    expect(github.branch(BRANCH)?.commits).toHaveLength(before + 1)
    expect(github.faultsLeft).toBe(0)
  })

  test('is found although others came behind, in another folder', async () => {
    await using github = await startFakeGitHub()
    for (let number = 0; number < 2; number++) await append(github)
    github.fail('git/update-ref', 'drop-after')
    // Its own number is 3, in the folder 0; while it waits others write 4 and 5 in the folder 1.
    let asked = 0
    const next = (last: LastFile | undefined) => {
      asked += 1
      return counting(last)
    }
    const wide = { token: TOKENS.full, apiUrl: github.url, pace: { ...PACE, lookUpDelayMs: 600 }, deadlineMs: 20_000 }
    const own = appendToBranch({ owner: 'acme', repo: 'churn', branch: BRANCH }, LAYOUT, next, wide)
    while (github.faultsLeft > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    for (let number = 0; number < 2; number++) await append(github)
    expect(await own).toMatchObject({ ok: true, addition: { path: 'entries/0/3.txt' } })
    expect(asked).toBe(1)
    expect(files(github)).toHaveLength(5)
  })

  test('of a look or of an object is asked for again', async () => {
    await using github = await startFakeGitHub()
    await append(github)
    for (const operation of [
      'git/get-ref',
      'git/get-commit',
      'git/get-tree',
      'git/get-blob',
      'git/create-tree',
      'git/create-commit',
    ] as const)
      github.fail(operation, 'drop-after')
    expect(why(await append(github))).toBe('added')
    expect(files(github)).toHaveLength(2)
  })

  test('and never comes is said to be unknown', async () => {
    await using github = await startFakeGitHub()
    await append(github)
    github.fail('git/update-ref', 'drop-after')
    github.fail('git/get-ref', { status: 503 }, 0)
    const added = append(github)
    while (github.faultsLeft > 0) await new Promise((resolve) => setTimeout(resolve, 1))
    github.fail('git/get-ref', { status: 503 }, Number.POSITIVE_INFINITY)
    expect(why(await added)).toMatch(/could not be established whether/)
  })
})

describe('a refusal ends it, with what to do', () => {
  test.each<[string, Case, RegExp]>([
    ['a token that only reads', { token: TOKENS.readOnly }, /403.*`contents: write`/],
    ['a token that sees no contents', { token: TOKENS.noContents }, /404.*`contents: write`/],
    ['an unknown token', { token: 'wrong' }, /401/],
    ['no token', { token: '' }, /no usable token/],
    [
      'a rule of the repository',
      {
        before: (github) =>
          github.fail('git/update-ref', { status: 422, body: { message: 'Repository rule violations found' } }),
      },
      /422: Repository rule violations found/,
    ],
    [
      'a limit that lasts',
      {
        before: (github) =>
          github.fail('git/update-ref', {
            status: 403,
            headers: { 'retry-after': '3600' },
            body: { message: 'secondary rate limit' },
          }),
      },
      /rate limit/,
    ],
    [
      'a page instead of the API',
      {
        before: (github) => github.fail('git/get-ref', { status: 302, headers: { location: 'https://login.example' } }),
      },
      /not GitHub’s API/,
    ],
  ])('%s', async (_what, { token, before }, said) => {
    await using github = await startFakeGitHub()
    await append(github)
    before?.(github)
    const added = await append(github, { ...(token !== undefined && { token }) })
    expect(why(added)).toMatch(said)
    expect(files(github)).toHaveLength(1)
  })

  test('the caller’s own', async () => {
    await using github = await startFakeGitHub()
    const added = await appendToBranch(
      { owner: 'acme', repo: 'churn', branch: BRANCH },
      LAYOUT,
      () => ({ why: { id: 'audit.full', params: {} } }),
      { token: TOKENS.full, apiUrl: github.url, pace: PACE },
    )
    expect(why(added)).toMatch(/as many entries/)
    expect(github.writes).toEqual([])
  })
})
