import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { sha } from '../support/events.js'
import {
  badGateway,
  type FakeGitHub,
  type Fault,
  type Matcher,
  secondaryRateLimit,
  startFakeGitHub,
} from '../support/fake-github/index.js'
import { type Reply, send } from './request.js'

const HEAD = sha('head')
const run = { name: 'gate', head_sha: HEAD, conclusion: 'success', output: { title: 'passed', summary: 'all' } }

let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ shas: [HEAD], issues: [3] })
})
afterEach(() => github.close())

const create = (): Promise<Reply> => send(github, 'checks/create', 'POST check-runs', run)

test.each<[Fault & string, number]>([
  ['drop-before', 0],
  ['drop-after', 1],
])('%s breaks the connection and leaves %d runs', async (fault, runs) => {
  github.fail('checks/create', fault)
  await expect(create()).rejects.toThrow()
  expect(github.checkRuns).toHaveLength(runs)
  expect(github.requests).toMatchObject([{ operation: 'checks/create', fault, status: undefined, token: 'full' }])
  expect((await create()).status).toBe(201)
  expect(github.checkRuns).toHaveLength(runs + 1)
})

test('an injected status leaves the state alone, as often as it was asked for', async () => {
  github.fail('checks/create', secondaryRateLimit(7), 2)
  const replies = [await create(), await create(), await create()]
  expect(replies.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual([
    [403, '7'],
    [403, '7'],
    [201, null],
  ])
  expect([github.checkRuns.length, github.faultsLeft]).toEqual([1, 0])
})

test('a slow answer has changed the state already', async () => {
  github.fail('*', { delayMs: 150 })
  const started = performance.now()
  const pending = create()
  while (github.checkRuns.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(github.requests[0]?.status).toBeUndefined()
  expect((await pending).status).toBe(201)
  expect(performance.now() - started).toBeGreaterThanOrEqual(145)
})

test('closing does not wait for a slow answer', async () => {
  github.fail('*', { delayMs: 60_000 })
  const pending = create()
  pending.catch(() => undefined)
  while (github.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await github.close()
  await expect(pending).rejects.toThrow()
})

test.each<[string, Matcher, number[]]>([
  ['an operation', 'checks/list-for-ref', [201, 500]],
  ['everything', '*', [500, 200]],
  ['a pattern', /^GET .*\?check_name=gate$/g, [201, 500]],
  ['a predicate', (request) => request.method === 'POST', [500, 200]],
])('a fault is aimed at %s', async (_, matcher, statuses) => {
  github.fail(matcher, { status: 500 })
  const posted = await create()
  const listed = await send(github, undefined, `GET commits/${HEAD}/check-runs?check_name=gate`)
  expect([posted.status, listed.status]).toEqual(statuses)
})

test('a gateway in front answers with a page', async () => {
  github.fail('*', badGateway(503))
  const response = await fetch(`${github.url}/repos/acme/churn/check-runs/1`)
  expect([response.status, response.headers.get('content-type')]).toEqual([503, 'text/html'])
})

test('records every request with its parsed body', async () => {
  await create()
  await send(github, undefined, 'GET nowhere?a=1')
  expect(github.requests).toMatchObject([
    { method: 'POST', path: '/repos/acme/churn/check-runs', body: run, status: 201 },
    { method: 'GET', query: { a: '1' }, operation: undefined, status: 404, body: undefined },
  ])
  expect(github.requests[0]?.headers.authorization).toBe('[redacted]')
  expect(github.writes).toHaveLength(1)
})
