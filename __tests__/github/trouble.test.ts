import { describe, expect, jest, test } from '@jest/globals'
import { type FakeGitHub, type Fault, secondaryRateLimit, TOKENS } from '../support/fake-github/index.js'
import { annotations, HEAD, IMPATIENT, LATE, withGitHub } from './setting.js'

const CREATE = 'checks/create'
const UPDATE = 'checks/update'
const LIST = 'checks/list-for-ref'
const COUNT = 'checks/get'

const cutOff = { status: 201, body: '{"id": 10', headers: {} }

/** Every annotation that was to be posted is there, once and in order. */
function expectEachOnce(github: FakeGitHub, count: number): void {
  expect(github.checkRuns).toHaveLength(1)
  const messages = github.checkRuns[0]?.annotations.map(({ message }) => message)
  expect(messages).toEqual([...Array(count).keys()].map((index) => `number ${index + 1}`))
}

describe('a check run is posted once', () => {
  const once: [string, Fault][] = [
    ['the connection is dropped before it is created', 'drop-before'],
    ['the connection is dropped after it was created', 'drop-after'],
    ['the answer comes too late', LATE],
    ['the server answers 500', { status: 500 }],
    ['the server answers 502', { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } }],
    ['the answer is cut off', cutOff],
  ]
  test.each(once)('when %s', (_name, fault) =>
    withGitHub(
      async ({ github, checkRun }) => {
        github.fail(CREATE, fault)
        expect(await checkRun({ annotations: annotations(60) })).toMatchObject({ ok: true, notes: [] })
        expectEachOnce(github, 60)
        expect(github.faultsLeft).toBe(0)
        expect(github.requestsOf(LIST).length).toBeGreaterThan(0)
      },
      fault === LATE ? IMPATIENT : {},
    ),
  )

  test('when it takes three tries', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, 'drop-before', 2)
      expect(await checkRun()).toMatchObject({ ok: true })
      expect(github.checkRuns).toHaveLength(1)
      expect(github.requestsOf(CREATE)).toHaveLength(3)
    }))

  test('when the last of three tries is the one whose answer is lost', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, 'drop-before', 2)
      github.fail(CREATE, 'drop-after')
      expect(await checkRun()).toMatchObject({ ok: true })
      expect(github.checkRuns).toHaveLength(1)
    }))

  test('when looking for it takes several tries as well', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, 'drop-after')
      github.fail(LIST, 'drop-before')
      github.fail(LIST, { status: 503 })
      expect(await checkRun()).toMatchObject({ ok: true })
      expect(github.checkRuns).toHaveLength(1)
    }))

  test('when it cannot be looked for', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, 'drop-after')
      github.fail(LIST, { status: 500 }, Number.POSITIVE_INFINITY)
      expect(await checkRun()).toMatchObject({ ok: false, why: { id: 'github.unconfirmed' } })
      expect(github.checkRuns).toHaveLength(1)
      expect(github.requestsOf(CREATE)).toHaveLength(1)
    }))

  test('when a hundred newer ones stand before it in the listing', () => {
    let crowd = () => {}
    const sleep = async () => crowd()
    return withGitHub(
      async ({ github, checkRun }) => {
        const other = { name: 'ML governance gate', headSha: HEAD }
        crowd = () => {
          for (let id = 0; id < 120; id++) github.seedCheckRun({ ...other, externalId: `other-${id}` })
        }
        github.fail(CREATE, 'drop-after')
        expect(await checkRun()).toMatchObject({ ok: true })
        expect(github.requestsOf(CREATE)).toHaveLength(1)
        expect(github.requestsOf(LIST)).toHaveLength(2)
      },
      { sleep },
    )
  })

  test('whatever is there from another run of the job', () =>
    withGitHub(async ({ github, checkRun }) => {
      const earlier = { name: 'ML governance gate', headSha: HEAD, externalId: 'run-1/attempt-0' }
      github.seedCheckRun(earlier)
      github.seedCheckRun({ ...earlier, name: 'another', externalId: 'run-1/attempt-1' })
      github.fail(CREATE, 'drop-before')
      expect(await checkRun()).toMatchObject({ ok: true })
      expect(github.checkRuns).toHaveLength(3)
    }))
})

describe('annotations are appended once', () => {
  const once: [string, Fault][] = [
    ['the connection is dropped before', 'drop-before'],
    ['the connection is dropped after', 'drop-after'],
    ['the answer comes too late', LATE],
    ['the server answers 500', { status: 500 }],
  ]
  test.each(once)('when %s', (_name, fault) =>
    withGitHub(
      async ({ github, checkRun }) => {
        github.fail(UPDATE, fault)
        expect(await checkRun({ annotations: annotations(130) })).toMatchObject({ ok: true, notes: [] })
        expectEachOnce(github, 130)
        expect(github.requestsOf(COUNT)).toHaveLength(1)
      },
      fault === LATE ? IMPATIENT : {},
    ),
  )

  test('when it cannot be found out whether they were', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(UPDATE, 'drop-after')
      github.fail(COUNT, { status: 500 }, Number.POSITIVE_INFINITY)
      const result = await checkRun({ annotations: annotations(130) })
      expectEachOnce(github, 100)
      const note = { params: { count: 80, reason: { id: 'github.unconfirmed' } } }
      expect(result).toMatchObject({ ok: true, notes: [note] })
    }))
})

describe('a server that stays in trouble', () => {
  test('that answers 500 is asked three times', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, { status: 500 }, Number.POSITIVE_INFINITY)
      const why = { id: 'github.unanswered', params: { detail: 'HTTP 500' } }
      expect(await checkRun()).toEqual({ ok: false, why })
      expect(github.requestsOf(CREATE)).toHaveLength(3)
      expect(github.checkRuns).toHaveLength(0)
    }))

  test('that is not there is a reason', () =>
    withGitHub(async ({ github, checkRun }) => {
      await github.close()
      const why = { id: 'github.unconfirmed', params: { detail: 'ECONNREFUSED' } }
      expect(await checkRun()).toEqual({ ok: false, why })
    }))

  test('that is slow is left at the deadline', () =>
    withGitHub(
      async ({ github, checkRun, comment }) => {
        github.fail('*', LATE, Number.POSITIVE_INFINITY)
        const start = performance.now()
        expect(await checkRun()).toMatchObject({ ok: false, why: { id: 'github.unconfirmed' } })
        expect(await comment()).toEqual({ ok: false, why: { id: 'github.out-of-time', params: {} } })
        expect(performance.now() - start).toBeLessThan(5_000)
      },
      { deadlineMs: 600 },
    ))

  const aliens: [string, Fault, string][] = [
    ['a redirect', { status: 302, headers: { location: 'https://sso.example/' } }, 'HTTP 302 https://sso.example/'],
    ['a page', { status: 200, body: '<p>', headers: { 'content-type': 'text/html' } }, 'HTTP 200 text/html'],
  ]
  test.each(aliens)('that answers with %s is not taken for GitHub', (_name, fault, detail) =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail('*', fault)
      expect(await checkRun()).toEqual({ ok: false, why: { id: 'github.not-the-api', params: { detail } } })
      expect(github.requests).toHaveLength(1)
    }),
  )

  test('that refuses without a word is quoted as such', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, { status: 422, body: {} })
      const said = { id: 'github.said-nothing', params: {} }
      expect(await checkRun()).toEqual({ ok: false, why: { id: 'github.refused', params: { status: 422, said } } })
    }))

  test('that repeats the token is not quoted with it', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail('*', { status: 422, body: { message: `token ${TOKENS.full}\n::error::x${'y'.repeat(300)}` } })
      const result = await checkRun()
      const said = result.ok || typeof result.why.params.said !== 'string' ? '' : result.why.params.said
      expect(said).toMatch(/^token \*\*\* ::error::xy+…$/)
      expect(said).toHaveLength(200)
    }))

  test('that warns of a deprecation leaves the log alone', () =>
    withGitHub(async ({ github, checkRun }) => {
      const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
      const spies = methods.map((method) => jest.spyOn(console, method).mockImplementation(() => {}))
      github.fail('*', { status: 500, headers: { deprecation: 'true', sunset: 'soon' } })
      await checkRun()
      const calls = spies.flatMap((spy) => spy.mock.calls)
      for (const spy of spies) spy.mockRestore()
      expect(github.faultsLeft).toBe(0)
      expect(calls).toEqual([])
    }))
})

describe('rate limits', () => {
  const limits: [string, Fault][] = [
    ['429', { status: 429, headers: { 'retry-after': '1' } }],
    ['secondary', secondaryRateLimit(1)],
  ]
  test.each(limits)('a short %s one is waited for', (_name, fault) =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, fault)
      const start = performance.now()
      expect(await checkRun()).toMatchObject({ ok: true })
      expect(performance.now() - start).toBeGreaterThanOrEqual(990)
      expect(github.requests).toHaveLength(2)
    }),
  )

  test('one that outlasts the deadline is a reason at once', () =>
    withGitHub(async ({ github, checkRun }) => {
      github.fail(CREATE, secondaryRateLimit(90))
      const why = { id: 'github.rate-limited', params: { seconds: 90 } }
      expect(await checkRun()).toEqual({ ok: false, why })
      expect(github.requests).toHaveLength(1)
    }))

  test('one that comes again is not waited for again', () => {
    const waits: number[] = []
    const sleep = async (ms: number) => void waits.push(ms)
    return withGitHub(
      async ({ github, checkRun }) => {
        github.fail(CREATE, { status: 429, headers: { 'retry-after': '20' } }, Number.POSITIVE_INFINITY)
        expect(await checkRun()).toMatchObject({ ok: false, why: { id: 'github.rate-limited' } })
        expect(github.requests).toHaveLength(2)
        expect(waits).toEqual([20_000])
      },
      { sleep },
    )
  })
})
