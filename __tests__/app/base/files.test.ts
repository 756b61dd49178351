import { describe, expect, test } from '@jest/globals'
import { repositoryPath } from '../../../src/app/base/files.js'
import { readContext } from '../../../src/app/environment.js'
import { loadEvidence } from '../../../src/app/evidence.js'
import { Workspace } from '../../../src/app/workspace.js'
import {
  mergeGroup,
  pullRequest,
  pullRequestTarget,
  push,
  sha,
  type WorkflowEvent,
  workflowDispatch,
  workflowRun,
} from '../../support/events.js'
import { english, policyFrom } from '../../support/evidence.js'
import { makeWorkspace } from '../../support/workspace.js'

describe('the commit that is compared with', () => {
  const [HEAD, BASE] = [sha('head'), sha('base')]
  const at = { headSha: HEAD, baseSha: BASE }
  const baseOf = ({ name, ref, payload }: WorkflowEvent, body: unknown = payload) =>
    readContext({ GITHUB_EVENT_NAME: name, GITHUB_REF: ref }, body, '/').base

  test.each([
    ['pull_request', pullRequest(at), { proposed: true, sha: BASE }],
    ['pull_request_target', pullRequestTarget(at), { proposed: true, sha: BASE }],
    ['merge_group', mergeGroup(at), { proposed: true, sha: BASE }],
    ['push', push({ sha: HEAD, before: BASE }), { proposed: false, sha: BASE }],
    ['the first push of a branch', push({ sha: HEAD }), { proposed: false }],
    ['workflow_dispatch', workflowDispatch({ sha: HEAD }), undefined],
    ['workflow_run', workflowRun({ headSha: HEAD }), undefined],
  ])('on %s', (_name, event, base) => {
    expect(baseOf(event)).toEqual(base)
  })

  test.each([
    ['no payload', null],
    ['a payload that says push', push({ sha: HEAD, before: BASE }).payload],
    ['a base that is no commit', { pull_request: { base: { sha: '../../x' } } }],
    ['a base that is a number', { pull_request: { base: { sha: 7 } } }],
  ])('a pull request stays one with %s', (_name, payload) => {
    expect(baseOf(pullRequest(at), payload)).toEqual({ proposed: true })
  })

  test('a step without an id has none', () => {
    const step = (action: string) => readContext({ GITHUB_ACTION: action }, {}, '/').step
    expect([step('gate'), step('__self'), step('__acme_ml-governance-gate_2')]).toEqual(['gate', undefined, undefined])
  })
})

test.each([
  ['', 'p.yaml', 'p.yaml'],
  ['.', './.github/p.yaml', '.github/p.yaml'],
  ['models/churn/', 'p.yaml', 'models/churn/p.yaml'],
  ['models/churn', '../p.yaml', 'models/p.yaml'],
  ['models', '../../p.yaml', undefined],
  ['.', '/etc/p.yaml', 'etc/p.yaml'],
  ['..', 'p.yaml', undefined],
])('the folder %j and the path %j are %j of the repository', (folder, path, found) => {
  expect(repositoryPath(folder, path)).toBe(found)
})

describe('a baseline from the base branch', () => {
  const policy = (path: string) =>
    policyFrom(`evidence:\n  baseline: {path: "${path}", from: base}\nperformance:\n  f1: {max-drop: 0.01}\n`)
  const baseline = async (path: string) => {
    await using workspace = await makeWorkspace({ [path]: '{"f1": 0.9}' })
    const opened = Workspace.open(workspace.root, '.')
    if (!opened.ok) throw new Error('no workspace')
    return (await loadEvidence(opened.value, policy(path), new Set(['baseline']))).baseline
  }

  test('is never taken from the workspace: without a base it is missing, and how to give one is said', async () => {
    const { items, absent, unreadable } = await baseline('m.json')
    expect([items, unreadable]).toEqual([[], []])
    expect(absent.map(({ message }) => english(message)).join()).toContain('`--baseline PATH`')
  })

  test('is one file', async () => {
    const { items, absent, unreadable } = await baseline('*.json')
    expect([items, absent]).toEqual([[], []])
    expect(unreadable.map(({ message }) => english(message)).join()).toContain('is a pattern')
  })
})
