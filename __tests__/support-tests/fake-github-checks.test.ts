import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sha } from '../support/events.js'
import { type FakeGitHub, type JsonObject, OTHER_APP, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { at, type Reply, send } from './request.js'

const HEAD = sha('head')
const output = { title: 'one of two failed', summary: 'what failed' }
const annotation = { path: 'metrics.json', start_line: 2, end_line: 2, annotation_level: 'failure', message: 'too low' }
const completed = { name: 'gate', head_sha: HEAD, status: 'completed', conclusion: 'failure', output }

let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({ shas: [HEAD] })
})
afterEach(() => github.close())

const create = (body: JsonObject, token?: string): Promise<Reply> =>
  send(github, 'checks/create', 'POST check-runs', body, token)
const update = (id: number, body: JsonObject, token?: string): Promise<Reply> =>
  send(github, 'checks/update', `PATCH check-runs/${id}`, body, token)
const withAnnotations = (...annotations: JsonObject[]): JsonObject => ({
  ...completed,
  output: { ...output, annotations },
})

describe('a check run', () => {
  test('is created, found, updated and read back', async () => {
    const made = await create({ ...completed, details_url: 'https://example.com/elsewhere' })
    expect(made.status).toBe(201)
    const id = Number(at(made.body, 'id'))
    // A workflow's token has no say in the address.
    expect(at(made.body, 'details_url')).toMatch(/^https:\/\/github\.com\/acme\/churn\/runs\//)
    const listed = await send(github, 'checks/list-for-ref', `GET commits/${HEAD}/check-runs?check_name=gate`)
    expect(at(listed.body, 'check_runs', 0, 'id')).toBe(id)
    const changed = await update(id, { conclusion: 'success', output: { ...output, title: 'all passed' } })
    expect([changed.status, at(changed.body, 'conclusion')]).toEqual([200, 'success'])
    const read = await send(github, 'checks/get', `GET check-runs/${id}`)
    expect(at(read.body, 'output', 'title')).toBe('all passed')
    expect(github.checkRuns).toHaveLength(1)
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'success', updates: 1, headSha: HEAD })
  })

  test('takes 50 annotations a request, and an update appends', async () => {
    const fifty = Array.from({ length: 50 }, () => annotation)
    const id = Number(at((await create(withAnnotations(...fifty))).body, 'id'))
    expect((await update(id, { output: { ...output, annotations: fifty } })).status).toBe(200)
    expect(github.checkRuns[0]?.annotations).toHaveLength(100)
    const refused = await update(id, { output: { ...output, annotations: [...fifty, annotation] } })
    expect(at(refused.body, 'message')).toMatch(/No more than 50 items are allowed; 51 were supplied/)
    expect(github.checkRuns[0]?.annotations).toHaveLength(100)
    const page = await send(github, 'checks/list-annotations', `GET check-runs/${id}/annotations?per_page=60&page=2`)
    expect(page.body).toHaveLength(40)
    expect(page.headers.get('link')).toContain('rel="prev"')
    expect(page.headers.get('link')).not.toContain('rel="next"')
  })

  test.each([
    ['summary', 'a'.repeat(65_535), 201],
    ['summary', 'a'.repeat(65_536), 422],
    ['summary', '가'.repeat(21_845), 201],
    ['summary', '가'.repeat(21_846), 422],
    ['text', '가'.repeat(21_846), 422],
  ])('counts the %s in bytes', async (field, text, status) => {
    const reply = await create({ ...completed, output: { ...output, [field]: text } })
    expect(reply.status).toBe(status)
    if (status === 422) {
      expect(at(reply.body, 'errors', 0, 'message')).toBe(`${field} exceeds a maximum bytesize of 65535`)
      expect(github.checkRuns).toHaveLength(0)
    }
  })

  test.each<[string, JsonObject]>([
    ['line 0', { start_line: 0, end_line: 0 }],
    ['lines that run backwards', { start_line: 3, end_line: 2 }],
    ['an empty path', { path: '' }],
    ['an absolute path', { path: '/metrics.json' }],
    ['a path with ./', { path: './metrics.json' }],
    ['a path that leads out', { path: 'a/../../b' }],
    ['columns over several lines', { end_line: 3, start_column: 1, end_column: 2 }],
    ['one column alone', { start_column: 1 }],
    ['a long title', { title: 'x'.repeat(256) }],
    ['a long message', { message: '가'.repeat(22_000) }],
    ['a blank message', { message: ' ' }],
    ['an unknown level', { annotation_level: 'error' }],
    ['a line that is text', { start_line: '2' }],
  ])('refuses the whole request for an annotation with %s', async (_, wrong) => {
    const reply = await create(withAnnotations(annotation, { ...annotation, ...wrong }))
    expect(reply.status).toBe(422)
    expect(github.checkRuns).toHaveLength(0)
    expect((await create(withAnnotations(annotation))).status).toBe(201)
  })

  test.each<[string, JsonObject]>([
    ['no conclusion', { name: 'gate', head_sha: HEAD, status: 'completed', output }],
    ['no title', { ...completed, output: { summary: 'x' } }],
    ['no summary', { ...completed, output: { title: 'x' } }],
    ['no name', { head_sha: HEAD }],
    ['an unknown conclusion', { ...completed, conclusion: 'warning' }],
    ["a conclusion that is GitHub's own", { ...completed, conclusion: 'stale' }],
    ['a date that is none', { ...completed, completed_at: 'yesterday' }],
    ['a key that is misspelt', { ...completed, externalId: '1' }],
    ['four buttons', { ...completed, actions: Array(4).fill({ label: 'a', description: 'b', identifier: 'c' }) }],
  ])('refuses %s', async (_, body) => {
    expect((await create(body)).status).toBe(422)
    expect(github.checkRuns).toHaveLength(0)
  })

  test('is not found where the commit, the run or the repository does not exist', async () => {
    expect((await create({ ...completed, head_sha: sha('other') })).status).toBe(404)
    expect((await send(github, undefined, `GET commits/${sha('other')}/check-runs`)).status).toBe(404)
    expect((await update(999_999, { output })).status).toBe(404)
    expect((await send(github, undefined, 'GET ../elsewhere/check-runs/1')).status).toBe(404)
  })
})

describe('runs of one name', () => {
  test('in two suites do not replace each other', async () => {
    for (let i = 0; i < 3; i++) await create(completed)
    const latest = await send(github, 'checks/list-for-ref', `GET commits/${HEAD}/check-runs`)
    expect(at(latest.body, 'total_count')).toBe(2)
    const all = await send(github, 'checks/list-for-ref', `GET commits/${HEAD}/check-runs?filter=all&per_page=2`)
    expect([at(all.body, 'total_count'), at(all.body, 'check_runs', 'length')]).toEqual([3, 2])
    expect(all.headers.get('link')).toContain('page=2')
  })

  test("of another App are told apart and cannot be changed, nor can a job's own", async () => {
    const foreign = github.seedCheckRun({ name: 'gate', headSha: HEAD, app: OTHER_APP })
    const job = github.seedCheckRun({ name: 'gate', headSha: HEAD, ofJob: true })
    const refused = await update(foreign.id, { conclusion: 'success' })
    expect([refused.status, at(refused.body, 'message')]).toEqual([403, expect.stringContaining('Invalid app_id')])
    expect((await update(job.id, { conclusion: 'success' })).status).toBe(403)
    const ours = await send(github, 'checks/list-for-ref', `GET commits/${HEAD}/check-runs?app_id=15368`)
    expect(at(ours.body, 'check_runs', 0, 'id')).toBe(job.id)
    expect((await update(foreign.id, { conclusion: 'neutral' }, TOKENS.otherApp)).status).toBe(200)
  })
})

test.each([
  ['none', '', 401],
  ['an unknown one', 'guess', 401],
  ['one that only reads', TOKENS.readOnly, 403],
  ["a person's", TOKENS.personal, 403],
  ['one for checks', TOKENS.checksOnly, 201],
])('a check run with a token: %s', async (_, token, status) => {
  expect((await create(completed, token)).status).toBe(status)
  expect(github.checkRuns).toHaveLength(status === 201 ? 1 : 0)
  // No record holds the token itself.
  expect(JSON.stringify(github.requests)).not.toContain(token === '' ? 'authorization' : token)
})
