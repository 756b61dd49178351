import { describe, expect, test } from '@jest/globals'
import { type FakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { annotations, HEAD, PACE, withGitHub } from './setting.js'

const CREATE = 'checks/create'
const UPDATE = 'checks/update'

/** The lines annotated on the only check run there is, in order. */
function lines(github: FakeGitHub): unknown[] {
  expect(github.checkRuns).toHaveLength(1)
  return (github.checkRuns[0]?.annotations ?? []).map((annotation) => annotation.start_line)
}

function oneTo(count: number): number[] {
  return [...Array(count).keys()].map((index) => index + 1)
}

describe('a check run', () => {
  test('is created with one request, completed', () =>
    withGitHub(async ({ github, checkRun }) => {
      const result = await checkRun({ annotations: annotations(2) })
      const [run] = github.checkRuns
      expect(result).toEqual({ ok: true, url: `https://github.com/acme/churn/runs/${run?.id}`, notes: [] })
      expect(run).toMatchObject({
        headSha: HEAD,
        name: 'ML governance gate',
        externalId: 'run-1/attempt-1',
        status: 'completed',
        conclusion: 'failure',
        title: '2 of 14 checks failed',
        summary: 'A table.',
      })
      expect(run?.annotations[0]).toEqual({
        path: 'outputs/metrics.json',
        start_line: 1,
        end_line: 1,
        annotation_level: 'failure',
        title: 'f1',
        message: 'number 1',
      })
      expect(github.requests).toHaveLength(1)
    }))

  test('takes 130 annotations in three requests, each once and in order', () =>
    withGitHub(async ({ github, checkRun }) => {
      expect(await checkRun({ annotations: annotations(130) })).toMatchObject({ ok: true, notes: [] })
      expect(lines(github)).toEqual(oneTo(130))
      expect(github.requests.map(({ operation }) => operation)).toEqual([CREATE, UPDATE, UPDATE])
      expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure', summary: 'A table.' })
    }))

  test('takes no more than 1,000, and says what was left out', () =>
    withGitHub(async ({ github, checkRun }) => {
      const result = await checkRun({ annotations: annotations(1_003) })
      expect(lines(github)).toEqual(oneTo(1_000))
      expect(github.requests).toHaveLength(20)
      expect(result).toMatchObject({
        ok: true,
        notes: [{ id: 'github.annotations-surplus', params: { count: 3, limit: 1_000 } }],
      })
    }))

  test('leaves out annotations that GitHub would refuse, and says how many', () =>
    withGitHub(async ({ github, checkRun }) => {
      const wrong = { level: 'notice', at: { path: '../secret' }, title: 't', message: 'm' } as const
      const result = await checkRun({ annotations: [wrong, ...annotations(1)] })
      expect(lines(github)).toEqual([1])
      expect(result).toMatchObject({
        ok: true,
        notes: [{ id: 'github.annotations-without-place', params: { count: 1 } }],
      })
    }))

  test('is cut to the limits', () =>
    withGitHub(async ({ github, checkRun }) => {
      const long = '한'.repeat(40_000)
      expect(await checkRun({ title: long, summary: long })).toMatchObject({ ok: true })
      const run = github.checkRuns[0]
      expect(run?.title).toHaveLength(255)
      expect(Buffer.byteLength(run?.summary ?? '')).toBeGreaterThan(65_000)
      expect(run?.summary?.endsWith('…')).toBe(true)
    }))

  test('keeps writes apart', () =>
    withGitHub(
      async ({ github, checkRun, comment }) => {
        const start = performance.now()
        await Promise.all([checkRun({ annotations: annotations(60) }), comment()])
        expect(github.writes).toHaveLength(3)
        expect(performance.now() - start).toBeGreaterThanOrEqual(395)
      },
      { pace: { ...PACE, writeSpacingMs: 200 } },
    ))
})

describe('without permission', () => {
  test.each([
    ['a token that can only read', TOKENS.readOnly, 'github.forbidden'],
    ['a person’s token', TOKENS.personal, 'github.forbidden'],
    ['an unknown token', 'never-heard-of-it', 'github.unauthorized'],
  ])('%s is refused at once', (_name, token, id) =>
    withGitHub(
      async ({ github, checkRun }) => {
        expect(await checkRun()).toMatchObject({ ok: false, why: { id } })
        expect(github.requests).toHaveLength(1)
      },
      { token },
    ),
  )

  test('the reason names the permission to grant', () =>
    withGitHub(
      async ({ checkRun }) => {
        const params = { permission: 'checks: write', said: 'Resource not accessible by integration' }
        expect(await checkRun()).toEqual({ ok: false, why: { id: 'github.forbidden', params } })
      },
      { token: TOKENS.readOnly },
    ))

  test('a repository that cannot be seen is not asked for again', () =>
    withGitHub(async ({ github, checkRun }) => {
      const why = { id: 'github.not-found', params: { permission: 'checks: write' } }
      expect(await checkRun({ repo: 'other' })).toMatchObject({ ok: false, why })
      expect(github.requests).toHaveLength(1)
    }))

  test.each(['', '  ', 'to ken', 'a\nb'])('the token %j is not sent', (token) =>
    withGitHub(
      async ({ github, checkRun }) => {
        expect(await checkRun()).toEqual({ ok: false, why: { id: 'github.no-token', params: {} } })
        expect(github.requests).toHaveLength(0)
      },
      { token },
    ),
  )

  test.each([
    ['owner', { owner: '..' }],
    ['repo', { repo: '..' }],
    ['headSha', { headSha: '../../user' }],
  ])('a path that leads elsewhere is not sent: %s', (part, draft) =>
    withGitHub(async ({ github, checkRun }) => {
      expect(await checkRun(draft)).toEqual({ ok: false, why: { id: 'github.bad-target', params: { part } } })
      expect(github.requests).toHaveLength(0)
    }),
  )
})

describe('annotations that GitHub refuses', () => {
  const refusal = {
    status: 422,
    body: { message: 'Validation Failed', errors: [{ resource: 'CheckRun', code: 'invalid', field: 'annotations' }] },
  }

  test('do not keep the check run from being posted', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, refusal)
      const result = await checkRun({ annotations: annotations(60) })
      expect(lines(github)).toEqual([])
      expect(github.requests).toHaveLength(2)
      expect(result).toMatchObject({
        ok: true,
        notes: [{ id: 'github.annotations-unposted', params: { count: 60, reason: { id: 'github.refused' } } }],
      })
    }))

  test('in a later request do not keep the others from being posted', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(UPDATE, refusal)
      const result = await checkRun({ annotations: annotations(130) })
      expect(lines(github)).toEqual([...oneTo(50), ...oneTo(130).slice(100)])
      expect(result).toMatchObject({ ok: true, notes: [{ params: { count: 50 } }] })
    }))

  test('another 422 is a reason, not a second try', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, { status: 422, body: { message: `No commit found for SHA: ${HEAD}` } })
      const why = { id: 'github.refused', params: { status: 422, said: `No commit found for SHA: ${HEAD}` } }
      expect(await checkRun({ annotations: annotations(1) })).toEqual({ ok: false, why })
      expect(github.requests).toHaveLength(1)
    }))

  test('a later request that is forbidden takes nothing back', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(UPDATE, { status: 403, body: { message: 'Check runs cannot be modified.' } })
      const result = await checkRun({ annotations: annotations(130) })
      expect(lines(github)).toEqual(oneTo(50))
      expect(github.requests).toHaveLength(2)
      const note = { params: { count: 80, reason: { id: 'github.forbidden' } } }
      expect(result).toMatchObject({ ok: true, url: expect.stringContaining('/runs/'), notes: [note] })
    }))
})
