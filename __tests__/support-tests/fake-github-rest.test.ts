import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { sha } from '../support/events.js'
import { type FakeGitHub, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { at, send } from './request.js'

const HEAD = sha('head')
const BASE = sha('base')
const policy = 'performance:\n  f1: {min: 0.85} # 기준\n'

let github: FakeGitHub
beforeEach(async () => {
  github = await startFakeGitHub({
    pulls: [
      { number: 7, headSha: HEAD, baseSha: BASE, headRepo: 'someone/churn' },
      { number: 8, headSha: sha('later'), commits: [HEAD] },
    ],
    issues: [3],
    branches: { main: BASE, 'feature/x': HEAD },
    files: {
      main: { '.github/ml-gate.yaml': policy, 'big.bin': new Uint8Array(1024 * 1024 + 1), link: { symlink: '/etc' } },
    },
  })
})
afterEach(() => github.close())

describe('comments', () => {
  test('are written, found and changed in place', async () => {
    github.seedComment({ issue: 7, body: 'looks good' })
    const made = await send(github, 'issues/create-comment', 'POST issues/7/comments', { body: 'first' })
    const id = Number(at(made.body, 'id'))
    await send(github, 'issues/update-comment', `PATCH issues/comments/${id}`, { body: 'second' })
    const listed = await send(github, 'issues/list-comments', 'GET issues/7/comments')
    expect([at(listed.body, 0, 'user', 'login'), at(listed.body, 1, 'user', 'type')]).toEqual(['lee', 'Bot'])
    expect(github.comments.map(({ body, edits }) => [body, edits])).toEqual([
      ['looks good', 0],
      ['second', 1],
    ])
  })

  test.each([
    [65_536, 201],
    [65_537, 422],
  ])('of %d bytes', async (length, status) => {
    const reply = await send(github, undefined, 'POST issues/7/comments', { body: 'a'.repeat(length) })
    expect(reply.status).toBe(status)
  })

  test.each([
    ['blank', 'POST issues/7/comments', { body: ' ' }, TOKENS.full, 422],
    ['without a body', 'POST issues/7/comments', {}, TOKENS.full, 422],
    ['on nothing', 'POST issues/99/comments', { body: 'x' }, TOKENS.full, 404],
    ['with a token that only reads', 'POST issues/7/comments', { body: 'x' }, TOKENS.readOnly, 403],
    ['with a token for checks', 'POST issues/7/comments', { body: 'x' }, TOKENS.checksOnly, 403],
  ])('%s are refused', async (_, call, body, token, status) => {
    expect((await send(github, undefined, call, body, token)).status).toBe(status)
    expect(github.comments).toHaveLength(0)
  })
})

test('a commit names every pull request it belongs to, the fork of its head among them', async () => {
  const reply = await send(github, undefined, `GET commits/${HEAD}/pulls`)
  expect([at(reply.body, 0, 'number'), at(reply.body, 1, 'number')]).toEqual([7, 8])
  expect([at(reply.body, 0, 'head', 'repo', 'full_name'), at(reply.body, 1, 'head', 'sha')]).toEqual([
    'someone/churn',
    sha('later'),
  ])
})

describe('contents', () => {
  test.each([BASE, 'main', 'refs/heads/main'])('at %s are the base64 of the file', async (ref) => {
    const call = `GET contents/.github/ml-gate.yaml?ref=${encodeURIComponent(ref)}`
    const reply = await send(github, 'repos/get-content', call)
    expect(Buffer.from(String(at(reply.body, 'content')), 'base64').toString()).toBe(policy)
  })

  test('are a list for a folder, and without text for a large file or a link', async () => {
    const folder = await send(github, undefined, 'GET contents/.github')
    expect(at(folder.body, 0, 'path')).toBe('.github/ml-gate.yaml')
    const large = await send(github, 'repos/get-content', 'GET contents/big.bin')
    expect([at(large.body, 'encoding'), at(large.body, 'content')]).toEqual(['none', ''])
    expect(at((await send(github, undefined, 'GET contents/link')).body, 'type')).toBe('symlink')
  })

  test('tell a missing file from a missing commit', async () => {
    const file = await send(github, undefined, 'GET contents/none.yaml')
    const commit = await send(github, undefined, `GET contents/none.yaml?ref=${sha('other')}`)
    expect([file.status, at(file.body, 'message')]).toEqual([404, 'Not Found'])
    expect([commit.status, at(commit.body, 'message')]).toEqual([404, expect.stringContaining('No commit found')])
  })
})

test("GitHub's own client works with it, pages and escaped refs included", async () => {
  const { rest, paginate } = getOctokit(TOKENS.full, { baseUrl: github.url })
  const here = { owner: 'acme', repo: 'churn' }
  for (let i = 0; i < 101; i++) github.seedComment({ issue: 7, body: `${i}` })
  const comments = await paginate(rest.issues.listComments, { ...here, issue_number: 7, per_page: 100 })
  expect(comments.map(({ body }) => body)).toEqual(github.comments.map(({ body }) => body))
  const output = { title: 'passed', summary: 'all' }
  await rest.checks.create({ ...here, name: 'gate', head_sha: HEAD, conclusion: 'success', output })
  const { data } = await rest.checks.listForRef({ ...here, ref: 'heads/feature/x', check_name: 'gate' })
  expect(data.check_runs.map(({ name, app }) => [name, app?.slug])).toEqual([['gate', 'github-actions']])
  const raw = await rest.repos.getContent({ ...here, path: '.github/ml-gate.yaml', mediaType: { format: 'raw' } })
  expect(String(raw.data)).toBe(policy)
  const refused = rest.checks.create({ ...here, name: 'gate', head_sha: sha('other') })
  await expect(refused).rejects.toMatchObject({ status: 404 })
})

test('an Enterprise Server answers below its prefix only', async () => {
  await using server = await startFakeGitHub({ shas: [HEAD], basePath: '/api/v3' })
  expect((await send(server, 'checks/list-for-ref', `GET commits/${HEAD}/check-runs`)).status).toBe(200)
  const outside = await fetch(server.url.replace('/api/v3', '/repos/acme/churn/check-runs/1'))
  expect([outside.status, server.requests.at(-1)?.operation]).toEqual([401, undefined])
})

describe('git objects', () => {
  test('are the commit by its full name, and the content behind a digest', async () => {
    const commit = await send(github, 'git/get-commit', `GET git/commits/${BASE}`)
    expect([commit.status, at(commit.body, 'sha')]).toEqual([200, BASE])
    const file = await send(github, 'repos/get-content', 'GET contents/big.bin')
    const blob = await send(github, 'git/get-blob', `GET git/blobs/${String(at(file.body, 'sha'))}`)
    expect(Buffer.from(String(at(blob.body, 'content')), 'base64').length).toBe(at(file.body, 'size'))
  })

  test.each([
    ['git/commits/main', TOKENS.full],
    [`git/commits/${sha('other')}`, TOKENS.full],
    [`git/blobs/${sha('other')}`, TOKENS.full],
    [`git/commits/${BASE}`, TOKENS.noContents],
    ['contents/.github/ml-gate.yaml', TOKENS.noContents],
  ])('%s is not found', async (path, token) => {
    expect((await send(github, undefined, `GET ${path}`, undefined, token)).status).toBe(404)
  })
})

describe('who approved', () => {
  test('reviews, commits and teams are as GitHub describes them', async () => {
    await using other = await startFakeGitHub({
      pulls: [
        {
          number: 7,
          headSha: HEAD,
          reviews: [
            { by: 'lee', state: 'APPROVED' },
            { by: null, state: 'PENDING' },
          ],
          history: [{ sha: HEAD, author: null, message: 'Co-authored-by: L <l@example.com>' }],
        },
      ],
      teams: { 'acme/model-risk': ['lee'] },
      log: [{ sha: HEAD, author: 'lee' }],
    })
    const reviews = await send(other, 'pulls/list-reviews', 'GET pulls/7/reviews')
    expect([at(reviews.body, 0, 'user', 'login'), at(reviews.body, 0, 'commit_id')]).toEqual(['lee', HEAD])
    const commits = await send(other, 'pulls/list-commits', 'GET pulls/7/commits')
    expect([at(commits.body, 0, 'author'), at(commits.body, 0, 'committer', 'login')]).toEqual([null, 'web-flow'])
    const log = await send(other, 'repos/list-commits', 'GET commits?author=lee%40example.com')
    expect(at(log.body, 0, 'author', 'login')).toBe('lee')
    expect((await send(other, 'repos/list-commits', 'GET commits?author=x%40example.com')).body).toEqual([])
    const team = (slug: string, token: string) =>
      send(other, 'teams/list-members-in-org', `GET ../../../orgs/acme/teams/${slug}/members`, undefined, token)
    const members = await team('model-risk', TOKENS.members)
    expect([members.status, at(members.body, 0, 'login')]).toEqual([200, 'lee'])
    expect((await team('model-risk', TOKENS.full)).status).toBe(403)
    expect((await team('other', TOKENS.members)).status).toBe(404)
  })
})
