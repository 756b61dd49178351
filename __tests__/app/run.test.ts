import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/app/environment.js'
import { judgeFiles } from '../support/judged.js'

const BOOTSTRAP = { reading: { state: 'bootstrap', where: '.github/ml-gate.yaml' }, asked: 'auto' } as const

describe('waivers', () => {
  const policy = `evidence: {metrics: m.json}
performance: {auc: {min: 0.9}}
waivers: [{check: performance/auc, reason: r, owner: "@lee", approved-by: "@kim", expires: 2026-12-31}]`

  test.each([
    ['on the command line', {}, {}, 'pass'],
    ['on a push', { actor: 'lee' }, {}, 'pass'],
    ['on a push by the approver', { actor: 'kim' }, {}, 'fail'],
    ["from a pull request's own checkout", { actor: 'lee', author: 'lee', pull_request: 7 }, {}, 'fail'],
    ['from the base branch', { actor: 'lee', author: 'lee', pull_request: 7 }, { from: 'base' }, 'pass'],
    [
      "approved by the pull request's author",
      { actor: 'lee', author: 'Kim', pull_request: 7 },
      { from: 'base' },
      'fail',
    ],
    ['of a policy that the base branch does not have yet', { actor: 'lee' }, { base: BOOTSTRAP }, 'fail'],
  ] as const)('%s: %j', async (_, subject, origin, verdict) => {
    const report = await judgeFiles(policy, { 'm.json': '{"auc": 0.8}' }, { subject, origin })
    expect(report.verdict).toBe(verdict)
  })
})

test('who opened a pull request and which commit is checked out are read from the event', () => {
  const [head, merge] = ['a'.repeat(40), 'b'.repeat(40)]
  const payload = { pull_request: { number: 7, head: { sha: head }, user: { login: 'lee' } } }
  const env = { GITHUB_ACTOR: 'kim', GITHUB_REF: 'refs/pull/7/merge', GITHUB_SHA: merge }
  const known = { actor: 'kim', author: 'lee', pull_request: 7, commit: head, merge_commit: merge }
  expect(readContext(env, payload, '/').subject).toMatchObject(known)
  expect(readContext(env, { pull_request: { user: { login: 7 } } }, '/').subject.author).toBeUndefined()
  // Elsewhere GITHUB_SHA is the commit itself, or that of another story.
  for (const ref of ['refs/heads/main', 'refs/heads/refs/pull/7/merge']) {
    expect(readContext({ ...env, GITHUB_REF: ref }, payload, '/').subject.merge_commit).toBeUndefined()
  }
})
