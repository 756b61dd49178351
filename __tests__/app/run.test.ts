import { describe, expect, test } from '@jest/globals'
import { readContext } from '../../src/app/environment.js'
import { check, type PolicyOrigin } from '../../src/app/run.js'
import { Workspace } from '../../src/app/workspace.js'
import type { Subject } from '../../src/report/model.js'
import { makeWorkspace } from '../support/workspace.js'

const NOW = Date.parse('2026-11-25T12:00:00Z')

/** The verdict of a policy on files, in a run. */
async function verdictOf(
  policy: string,
  files: Readonly<Record<string, string>>,
  subject: Subject,
  origin: Partial<PolicyOrigin> = {},
) {
  await using folder = await makeWorkspace(files)
  const workspace = Workspace.open(folder.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  const text: PolicyOrigin = {
    text: policy,
    source: 'p.yaml',
    from: 'head',
    place: (at) => ({ path: 'p.yaml', ...at }),
    ...origin,
  }
  const options = { policy: { kind: 'file', path: 'p.yaml', named: true }, evidence: {}, language: 'en' } as const
  return (await check(options, text, workspace.value, subject, NOW)).verdict
}

describe('waivers', () => {
  const policy = `evidence: {metrics: m.json}
performance: {auc: {min: 0.9}}
waivers: [{check: performance/auc, reason: r, owner: "@lee", approved-by: "@kim", expires: 2026-12-31}]`
  const files = { 'm.json': '{"auc": 0.8}' }

  test.each([
    ['on the command line', {}, {}, 'pass'],
    ['on a push', { actor: 'lee' }, {}, 'pass'],
    ['on a push by the approver', { actor: 'kim' }, {}, 'fail'],
    ["from a pull request's own checkout", { actor: 'lee', author: 'lee', pull_request: 7 }, {}, 'fail'],
    ['from the base branch', { actor: 'lee', author: 'lee', pull_request: 7 }, { waivable: true }, 'pass'],
    [
      "approved by the pull request's author",
      { actor: 'lee', author: 'Kim', pull_request: 7 },
      { waivable: true },
      'fail',
    ],
    ['of a policy that is not to be trusted', {}, { waivable: false }, 'fail'],
  ] as const)('%s: %j', async (_, subject, origin, verdict) => {
    expect(await verdictOf(policy, files, subject, origin)).toBe(verdict)
  })
})

test('the author of a pull request is read from the event', () => {
  const payload = { pull_request: { number: 7, head: { sha: 'a'.repeat(40) }, user: { login: 'lee' } } }
  const env = { GITHUB_ACTOR: 'kim', GITHUB_REF: 'refs/pull/7/merge' }
  expect(readContext(env, payload, '/').subject).toMatchObject({ actor: 'kim', author: 'lee', pull_request: 7 })
  expect(readContext(env, { pull_request: { user: { login: 7 } } }, '/').subject.author).toBeUndefined()
})
