import { describe, expect, test } from '@jest/globals'
import { ACTIONS_APP, type Fault, OTHER_APP, TOKENS } from '../support/fake-github/index.js'
import { IMPATIENT, LATE, MARKER, withGitHub } from './setting.js'

const CREATE = 'issues/create-comment'
const UPDATE = 'issues/update-comment'
const LIST = 'issues/list-comments'

const BODY = `${MARKER}\n2 of 14 checks failed`
const OURS = { issue: 7, body: `${MARKER}\nold`, login: 'github-actions[bot]', app: ACTIONS_APP }
const THEIRS = { issue: 7, body: `${MARKER}\nold`, login: 'acme-ml-bot[bot]', app: OTHER_APP }
const IMITATION = { issue: 7, body: `${MARKER}\nall passed`, login: 'mallory' }

describe('a comment', () => {
  test('is created where there is none', () =>
    withGitHub(async ({ github, comment }) => {
      github.seedComment({ issue: 7, body: `quoting ${MARKER}`, login: 'github-actions[bot]', app: ACTIONS_APP })
      const result = await comment()
      const created = github.comments[1]
      expect(created?.body).toBe(BODY)
      const url = `https://github.com/acme/churn/pull/7#issuecomment-${created?.id}`
      expect(result).toEqual({ ok: true, url, notes: [] })
    }))

  test('is brought up to date where there is one, also behind a hundred others', () =>
    withGitHub(async ({ github, comment }) => {
      for (let index = 0; index < 130; index++) github.seedComment({ issue: 7, body: `talk ${index}` })
      const ours = github.seedComment(OURS)
      expect(await comment({ createIfAbsent: false })).toMatchObject({ ok: true })
      expect(await comment({ body: `${MARKER}\nsecond` })).toMatchObject({ ok: true })
      expect(ours).toMatchObject({ body: `${MARKER}\nsecond`, edits: 2 })
      expect(github.comments).toHaveLength(131)
    }))

  test('is not created where only an existing one is to be updated', () =>
    withGitHub(async ({ github, comment }) => {
      expect(await comment({ createIfAbsent: false })).toEqual({ ok: true, url: '', notes: [] })
      expect(github.writes).toHaveLength(0)
    }))

  test('starts with its marker and keeps to the limit', () =>
    withGitHub(async ({ github, comment }) => {
      await comment({ body: '가'.repeat(40_000) })
      const body = github.comments[0]?.body ?? ''
      expect(body.startsWith(MARKER)).toBe(true)
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(60_000)
    }))
})

describe('whose comment it is', () => {
  test('an imitation by a person is left alone', () =>
    withGitHub(async ({ github, comment }) => {
      const imitation = github.seedComment(IMITATION)
      expect(await comment()).toMatchObject({ ok: true })
      expect(imitation.edits).toBe(0)
      expect(github.comments[1]).toMatchObject({ body: BODY, login: 'github-actions[bot]' })
    }))

  test('an app’s comment is preferred to a person’s, wherever that stands', () =>
    withGitHub(async ({ github, comment }) => {
      github.seedComment(IMITATION)
      const ours = github.seedComment(OURS)
      github.seedComment(IMITATION)
      await comment()
      expect(github.comments.map(({ edits }) => edits)).toEqual([0, 1, 0])
      expect(ours.body).toBe(BODY)
    }))

  test('of two by apps the newer one is brought up to date', () =>
    withGitHub(async ({ github, comment }) => {
      github.seedComment(OURS)
      github.seedComment(OURS)
      await comment()
      expect(github.comments.map(({ edits }) => edits)).toEqual([0, 1])
    }))

  test('a person’s token finds that person’s comment', () =>
    withGitHub(
      async ({ github, comment }) => {
        github.seedComment(IMITATION)
        const own = github.seedComment({ ...IMITATION, login: 'kim' })
        github.fail(/^GET \/user/, { status: 200, body: { login: 'kim' } })
        expect(await comment()).toMatchObject({ ok: true })
        expect(own.body).toBe(BODY)
        expect(github.comments).toHaveLength(2)
      },
      { token: TOKENS.personal },
    ))

  const refusals: [string, Fault][] = [
    ['may not be changed', { status: 403, body: { message: 'Unauthorized' } }],
    ['is gone', { status: 404, body: { message: 'Not Found' } }],
  ]
  test.each(refusals)('one that %s is replaced by a new one', (_name, fault) =>
    withGitHub(async ({ github, comment }) => {
      const theirs = github.seedComment(THEIRS)
      github.fail(UPDATE, fault)
      expect(await comment()).toMatchObject({ ok: true })
      expect(theirs.edits).toBe(0)
      expect(github.comments[1]?.body).toBe(BODY)
    }),
  )

  test('one that may not be changed does not hide our own', () =>
    withGitHub(async ({ github, comment }) => {
      const ours = github.seedComment(OURS)
      const theirs = github.seedComment(THEIRS)
      github.fail((request) => request.path.endsWith(`/${theirs.id}`), { status: 403 })
      expect(await comment()).toMatchObject({ ok: true })
      expect(ours.body).toBe(BODY)
      expect(github.comments).toHaveLength(2)
    }))

  test('one that is gone is not replaced where none is to be created', () =>
    withGitHub(async ({ github, comment }) => {
      github.seedComment(OURS)
      github.fail(UPDATE, { status: 404 })
      expect(await comment({ createIfAbsent: false })).toEqual({ ok: true, url: '', notes: [] })
      expect(github.requestsOf(CREATE)).toHaveLength(0)
    }))
})

describe('trouble with a comment', () => {
  const once: [string, Fault][] = [
    ['the connection is dropped before it is created', 'drop-before'],
    ['the connection is dropped after it was created', 'drop-after'],
    ['the answer comes too late', LATE],
    ['the server answers 502', { status: 502 }],
  ]
  test.each(once)('it is posted once when %s', (_name, fault) =>
    withGitHub(
      async ({ github, comment }) => {
        github.seedComment(IMITATION)
        github.fail(CREATE, fault)
        expect(await comment()).toMatchObject({ ok: true, url: expect.stringContaining('#issuecomment-') })
        expect(github.comments.filter(({ body }) => body === BODY)).toHaveLength(1)
      },
      fault === LATE ? IMPATIENT : {},
    ),
  )

  test('one that may not be changed is not taken for the one just created', () =>
    withGitHub(async ({ github, comment }) => {
      const theirs = github.seedComment(THEIRS)
      github.fail((request) => request.path.endsWith(`/${theirs.id}`), { status: 403 })
      github.fail(CREATE, 'drop-before')
      expect(await comment()).toMatchObject({ ok: true })
      expect(github.comments[1]?.body).toBe(BODY)
      expect(github.requestsOf(CREATE)).toHaveLength(2)
    }))

  test('an update is repeated', () =>
    withGitHub(async ({ github, comment }) => {
      const ours = github.seedComment(OURS)
      github.fail(UPDATE, 'drop-before')
      github.fail(UPDATE, 'drop-after')
      expect(await comment()).toMatchObject({ ok: true })
      expect(ours).toMatchObject({ body: BODY, edits: 2 })
    }))

  test('where the comments cannot be listed none is posted', () =>
    withGitHub(async ({ github, comment }) => {
      github.fail(LIST, { status: 500 }, Number.POSITIVE_INFINITY)
      expect(await comment()).toMatchObject({ ok: false, why: { id: 'github.unanswered' } })
      expect(github.requestsOf(LIST)).toHaveLength(3)
      expect(github.writes).toHaveLength(0)
    }))

  test.each([
    ['reads', TOKENS.readOnly],
    ['check runs', TOKENS.checksOnly],
  ])('a token for %s alone gets the permission named', (_name, token) =>
    withGitHub(
      async ({ comment }) => {
        const why = { id: 'github.forbidden', params: { permission: 'pull-requests: write' } }
        expect(await comment()).toMatchObject({ ok: false, why })
      },
      { token },
    ),
  )

  test('a pull request that cannot be one is not asked for', () =>
    withGitHub(async ({ github, comment }) => {
      const why = { id: 'github.bad-target', params: { part: 'pullRequest' } }
      expect(await comment({ pullRequest: 0 })).toEqual({ ok: false, why })
      expect(github.requests).toHaveLength(0)
    }))
})
