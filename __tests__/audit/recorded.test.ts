import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { recordDecision } from '../../src/app/audit/record.js'
import { lastSequence, walk } from '../../src/app/audit/trail.js'
import { runCommand } from '../../src/app/command.js'
import type { Link } from '../../src/audit/chain.js'
import { fileOf } from '../../src/audit/place.js'
import type { Report } from '../../src/report/model.js'
import { message } from '../../src/shared/message.js'
import { english } from '../support/evidence.js'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { makeWorkspace, type Workspace } from '../support/workspace.js'

const POLICY = 'model: churn\nevidence: {metrics: m.json}\nperformance: {f1: {min: 0.85}}\n'

/** Judges a folder from outside of it, as a job does. */
async function check(workspace: Workspace, policy: string, ...options: readonly string[]) {
  await workspace.write('p.yaml', POLICY + policy)
  await workspace.write('m.json', '{"f1": 0.90}')
  let [out, err] = ['', '']
  const args = ['check', workspace.root, '--policy', workspace.path('p.yaml'), '--format', 'json', ...options]
  const code = await runCommand(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  const { verdict, notes, counts, models, problems } = out === '' ? ({} as Record<string, never>) : JSON.parse(out)
  return { code, verdict, notes: notes as string[], counts, models, problems, err }
}

function linksOf(root: string): Link[] {
  const links: Link[] = []
  expect(walk(root, (link) => links.push(link))).toBeUndefined()
  return links
}

describe('on the command line', () => {
  test('a decision goes into the folder that the policy names, with what was judged', async () => {
    await using workspace = await makeWorkspace()
    for (let number = 1; number <= 3; number++) {
      const { code, notes } = await check(workspace, 'audit: {folder: kept/audit, retention: kr-ai-basic-act-5y}\n')
      expect(code).toBe(0)
      expect(notes.join('\n')).toMatch(
        new RegExp(`entry ${number} of the audit trail in kept/audit .*\\n.*Keep this entry at least until \\d{4}`),
      )
    }
    const links = linksOf(workspace.path('kept/audit'))
    expect(links.map(({ entry }) => entry.models[0]?.metrics.get('f1'))).toEqual(['0.9', '0.9', '0.9'])
    expect(links[0]?.entry).toMatchObject({
      verdict: 'pass',
      retention: { preset: 'kr-ai-basic-act-5y' },
      tool: expect.any(String),
    })
    expect(new Set(links.map(({ entry }) => entry.id)).size).toBe(3)
  })

  test('--audit wins over the policy, and needs none', async () => {
    await using workspace = await makeWorkspace()
    await check(workspace, 'audit: {branch: ml-governance}\n', '--audit', workspace.path('mine'))
    await check(workspace, '', '--audit', workspace.path('mine'))
    await check(workspace, 'audit: {folder: theirs}\n', '--audit', workspace.path('mine'))
    expect(linksOf(workspace.path('mine'))).toHaveLength(3)
    expect(existsSync(workspace.path('theirs'))).toBe(false)
  })

  test('--audit records what a mistake in the policy came to', async () => {
    await using workspace = await makeWorkspace()
    const { code } = await check(workspace, 'performence: {}\n', '--audit', workspace.path('mine'))
    expect(code).toBe(2)
    expect(linksOf(workspace.path('mine'))[0]?.entry).toMatchObject({
      verdict: 'error',
      problems: [{ code: 'policy.unknown-key-near', line: 4 }],
    })
  })

  test('a branch is left to the action, and the verdict is the same', async () => {
    await using workspace = await makeWorkspace()
    const { code, verdict, notes } = await check(workspace, 'audit: {branch: ml-governance}\n')
    expect({ code, verdict }).toEqual({ code: 0, verdict: 'pass' })
    expect(notes.join()).toMatch(/branch ml-governance by the action alone; here nothing was recorded/)
  })

  test('the statement lies beside the report where decisions are recorded, and nowhere else', async () => {
    await using workspace = await makeWorkspace()
    await check(workspace, 'audit: {folder: audit}\n', '--report-dir', workspace.path('out'))
    const [statement, predicate] = ['decision.intoto.json', 'predicate.json'].map((name) =>
      JSON.parse(readFileSync(workspace.path('out', name), 'utf8')),
    )
    expect(statement.predicate).toEqual(predicate)
    expect(predicate).toMatchObject({ result: 'PASSED', passedTests: ['performance/f1'] })
    const [link] = linksOf(workspace.path('audit'))
    const entry = `${link?.sha256}  entries/000000/000000001.json`
    expect(readFileSync(workspace.path('out/subjects.sha256'), 'utf8')).toMatch(
      new RegExp(`^[0-9a-f]{64} {2}m\\.json\n${entry}\n$`),
    )
    expect(statement.subject.map(({ name }: { name: string }) => name)).toEqual([
      'm.json',
      'entries/000000/000000001.json',
    ])
    await check(workspace, '', '--report-dir', workspace.path('plain'))
    expect(existsSync(workspace.path('plain/report.json'))).toBe(true)
    expect(existsSync(workspace.path('plain/predicate.json'))).toBe(false)
  })
})

describe('a decision that cannot be recorded', () => {
  const spoil: Readonly<Record<string, (workspace: Workspace) => void>> = {
    'the folder is a file': ({ path }) => writeFileSync(path('audit'), ''),
    'the folder is a link': ({ root, path }) => symlinkSync(root, path('audit')),
    'its entries are a link': ({ root, path }) => {
      mkdirSync(path('audit'))
      symlinkSync(root, path('audit/entries'))
    },
    'a folder of entries is a link': ({ root, path }) => {
      mkdirSync(path('audit/entries'), { recursive: true })
      symlinkSync(root, path('audit/entries/000000'))
    },
    'its drafts are a link': ({ root, path }) => {
      mkdirSync(path('audit'))
      symlinkSync(root, path('audit/.writing'))
    },
    'the last entry is half': ({ path }) => {
      mkdirSync(path('audit/entries/000000'), { recursive: true })
      writeFileSync(path('audit', fileOf(1)), '{"a"')
    },
    'the last entry is a folder': ({ path }) => mkdirSync(path('audit', fileOf(1)), { recursive: true }),
  }
  test.each(Object.entries(spoil))('is an error of its own check: %s', async (_what, how) => {
    await using workspace = await makeWorkspace()
    how(workspace)
    const { code, verdict, counts, models } = await check(workspace, 'audit: {folder: audit}\n')
    expect({ code, verdict, counts }).toMatchObject({
      code: 2,
      verdict: 'error',
      counts: { checks: 2, passed: 1, errors: 1 },
    })
    const [model] = models
    expect(model).toMatchObject({ verdict: 'error' })
    expect(model.gates.at(-1) ?? {}).toBeDefined()
    const [own] = model.gates.filter(({ id }: { id: string }) => id === 'audit')
    expect(own.checks).toMatchObject([
      { id: 'audit/recorded', outcome: 'error', message: expect.stringMatching(/was not recorded, although/) },
    ])
    expect(existsSync(join(workspace.root, '000000001.json'))).toBe(false)
  })

  test('ends where the system makes no folder', async () => {
    await using workspace = await makeWorkspace()
    expect((await check(workspace, '', '--audit', '/proc/none/here')).code).toBe(2)
  })

  test('is a warning where the policy says so', async () => {
    await using workspace = await makeWorkspace({ audit: 'a file' })
    const { code, verdict, counts } = await check(workspace, 'audit: {folder: audit, unrecorded: warn}\n')
    expect({ code, verdict, counts }).toMatchObject({
      code: 0,
      verdict: 'warn',
      counts: { checks: 2, passed: 1, failed: 1, errors: 0 },
    })
  })

  test('is an error whatever the policy says, where --audit asks for it', async () => {
    await using workspace = await makeWorkspace({ mine: 'a file' })
    const asked = ['--audit', workspace.path('mine')]
    expect((await check(workspace, 'audit: {folder: audit, unrecorded: warn}\n', ...asked)).code).toBe(2)
    const broken = await check(workspace, 'performence: {}\n', ...asked)
    expect(broken.problems.map(({ code }: { code: string }) => code)).toEqual([
      'policy.unknown-key-near',
      'audit.unrecorded',
    ])
  })

  test('makes no verdict better', async () => {
    await using workspace = await makeWorkspace({ audit: 'a file' })
    await workspace.write('m.json', '{"f1": 0.1}')
    const audit = 'audit: {folder: audit, unrecorded: warn}\n'
    const { code } = await check(workspace, `${audit}fairness: {metric: accuracy, by: g, gap: {below: 0.1}}\n`)
    expect(code).toBe(1)
  })
})

describe('in a branch', () => {
  const report = (resolved: object, subject: Report['subject'] = { repository: 'acme/churn', run: 42 }): Report => ({
    verdict: 'pass',
    counts: { checks: 1, passed: 1, failed: 0, insufficient: 0, errors: 0, waived: 0, notApplicable: 0 },
    subject,
    policy: { source: 'p.yaml', from: 'base', sha256: 'a'.repeat(64), resolved },
    problems: [],
    models: [
      {
        name: 'churn',
        verdict: 'pass',
        gates: [
          {
            id: 'performance',
            enforcement: 'block',
            outcome: 'pass',
            checks: [
              {
                id: 'performance/f1',
                outcome: 'pass',
                title: message('app.no-token'),
                message: message('app.no-token'),
                policy: { path: 'p.yaml', line: 3 },
              },
            ],
          },
        ],
        evidence: [],
      },
    ],
    notes: [],
  })
  const AUDIT = { audit: { branch: 'ml-governance' } }
  const now = () => Date.UTC(2026, 10, 25)

  test('each decision is a commit behind the one before, and is proved by a checkout', async () => {
    await using github = await startFakeGitHub()
    await using workspace = await makeWorkspace()
    const api = { repository: 'acme/churn', token: TOKENS.full, apiUrl: github.url }
    for (let number = 1; number <= 3; number++) {
      const { report: kept } = await recordDecision(report(AUDIT), { api, now, serverUrl: 'https://github.com' })
      expect(kept.verdict).toBe('pass')
      expect(kept.notes.map(english).join()).toMatch(new RegExp(`entry ${number} of the audit trail in ml-governance`))
    }
    for (const [path, bytes] of github.branch('ml-governance')?.files ?? []) await workspace.write(path, bytes)
    expect(await workspace.read('.gitattributes')).toBe('* -text\n')
    expect(linksOf(workspace.root).map(({ entry }) => entry.time)).toEqual(Array(3).fill('2026-11-25T00:00:00.000Z'))
  })

  test.each<[string, { token?: string; repository?: string; apiUrl?: string }, RegExp]>([
    ['a token that only reads', { token: TOKENS.readOnly }, /`contents: write`.*A run for a fork/],
    ['no token', { token: '' }, /no token was given/],
    ['no repository', { repository: '' }, /knows no repository/],
    ['a repository with another name', { repository: '../x' }, /owner is not valid/],
    ['no server', { apiUrl: 'nonsense' }, /could not be spoken to|did not answer/],
  ])('is not recorded with %s', async (_what, wrong, said) => {
    await using github = await startFakeGitHub()
    const api = { repository: 'acme/churn', token: TOKENS.full, apiUrl: github.url, ...wrong }
    const { report: kept } = await recordDecision(report(AUDIT), { api, now })
    expect(kept).toMatchObject({ verdict: 'error', counts: { checks: 2, errors: 1 } })
    const own = kept.models[0]?.gates.at(-1)?.checks[0]
    expect(own).toMatchObject({ id: 'audit/recorded', outcome: 'error', policy: { path: 'p.yaml' } })
    expect(english(own?.message ?? message(''))).toMatch(said)
    expect(github.branch('ml-governance')).toBeUndefined()
  })

  test('is not continued behind an entry that is damaged', async () => {
    const commit = 'd'.repeat(40)
    const files = { [commit]: { [fileOf(1)]: '{"half":' } }
    await using github = await startFakeGitHub({ branches: { 'ml-governance': commit }, files })
    const api = { repository: 'acme/churn', token: TOKENS.full, apiUrl: github.url }
    const { report: kept } = await recordDecision(report(AUDIT), { api, now })
    expect(english(kept.models[0]?.gates.at(-1)?.checks[0]?.message ?? message(''))).toMatch(
      /000000001\.json, is damaged, and nothing is written behind it/,
    )
    expect(github.writes).toEqual([])
  })
})

test('the number of the last entry is found among names alone', async () => {
  await using workspace = await makeWorkspace({
    [fileOf(1_203)]: '',
    [fileOf(999)]: '',
    'entries/000001/x': '',
    'entries/000009/y': '',
    'entries/z': '',
  })
  expect(lastSequence(workspace.root)).toBe(1_203)
  expect(lastSequence(join(workspace.root, 'none'))).toBe(0)
})
