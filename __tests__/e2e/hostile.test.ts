import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import { startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { pullRequest, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'
import { CARD, INPUTS, seedWorkspace } from './seed.js'

/** What GitHub takes: a check run's summary, in bytes of UTF-8; a job summary. */
const CHECK_RUN_BYTES = 65_535
const JOB_SUMMARY_BYTES = 1024 * 1024

const HEAD = sha('head')
/** A commit without a policy: the judged one is the first. */
const BASE = sha('base')
const EVENT = pullRequest({ number: 7, headSha: HEAD, baseSha: BASE })

/** Names that try to be Markdown, HTML, a mention, or a command to the runner. */
const NAMES = [
  '::error::owned',
  '##[error]owned',
  '\n::add-mask::success',
  '\r::stop-commands::x',
  '<img src=x onerror=alert(1)>',
  '**APPROVED** by @octocat',
  '[click](http://evil.example)',
  '| a | b |',
  '`code` ``more``',
  '</details></table>',
  '#1 GH-1 acme/churn#2',
  '\u202Eright to left',
]

test('names full of Markdown, HTML, mentions and commands inject nothing, wherever they are shown', async () => {
  await using github = await startFakeGitHub({ shas: [HEAD, BASE], pulls: [{ number: 7, headSha: HEAD }] })
  const metrics = Object.fromEntries(NAMES.map((name) => [name, 0.5]))
  const policy = [
    `model: ${JSON.stringify(NAMES[0])}`,
    'performance:',
    ...NAMES.map((name) => `  ${JSON.stringify(name)}: {min: 0.9}`),
    '  absent: {min: 0.9}',
    'fairness:',
    ...NAMES.slice(0, 3).map((name) => `  - {metric: ${JSON.stringify(name)}, by: g, gap: "< 0.1"}`),
  ].join('\n')
  await using workspace = await makeWorkspace({
    'p.yaml': policy,
    'm.json': JSON.stringify(metrics),
    'g.json': JSON.stringify({
      g: Object.fromEntries(
        NAMES.map((name, i) => [`group ${name}`, Object.fromEntries(NAMES.map((n) => [n, i / 10]))]),
      ),
    }),
  })
  const inputs = { 'policy-file': 'p.yaml', metrics: 'm.json', groups: 'g.json', comment: 'always' }
  for (const token of [TOKENS.full, TOKENS.readOnly]) {
    await using run = await runAction({
      workspace: workspace.root,
      inputs,
      event: EVENT,
      token,
      apiUrl: github.url,
      timeoutMs: 60_000,
    })
    expect(run).toMatchObject({ exitCode: 1, injected: [], runnerErrors: [] })
    for (const shown of [
      run.summary,
      ...github.checkRuns.map(({ summary }) => summary ?? ''),
      ...github.comments.map(({ body }) => body),
    ]) {
      expect(shown).not.toMatch(/<img|<\/table|(?<![\\\w`/])@octocat|\]\(http:\/\/evil/)
    }
  }
}, 120_000)

test('1,000 failing checks: annotations in batches, check run and summary within the limits, all posted once', async () => {
  await using github = await startFakeGitHub({ shas: [HEAD, BASE], pulls: [{ number: 7, headSha: HEAD }] })
  const names = Array.from({ length: 1000 }, (_, i) => `metric_${i}_지표`)
  await using workspace = await makeWorkspace({
    'p.yaml': `performance:\n${names.map((name) => `  ${name}: {min: 0.9}`).join('\n')}\n`,
    'm.json': JSON.stringify(Object.fromEntries(names.map((name) => [name, 0.5]))),
  })
  const inputs = { 'policy-file': 'p.yaml', metrics: 'm.json' }
  await using run = await runAction({
    workspace: workspace.root,
    inputs,
    event: EVENT,
    token: TOKENS.full,
    apiUrl: github.url,
    timeoutMs: 120_000,
  })
  expect(run).toMatchObject({ exitCode: 1, outputs: { checks: '1000', failed: '1000' }, runnerErrors: [] })
  expect(github.checkRuns).toHaveLength(1)
  const lines = github.checkRuns[0]?.annotations.map(({ start_line }) => start_line) ?? []
  expect(new Set(lines).size).toBe(lines.length)
  expect(lines).toHaveLength(1000)
  const posted = Buffer.byteLength(github.checkRuns[0]?.summary ?? '')
  expect(posted).toBeGreaterThan(10_000)
  expect(posted).toBeLessThanOrEqual(CHECK_RUN_BYTES)
  expect(Buffer.byteLength(run.summary)).toBeGreaterThan(posted)
  expect(Buffer.byteLength(run.summary)).toBeLessThanOrEqual(JOB_SUMMARY_BYTES)
}, 180_000)

describe('large evidence is read, and judged rightly', () => {
  test('a metrics file of 5 MB', async () => {
    await using workspace = await seedWorkspace()
    const filler = Array.from({ length: 180_000 }, (_, i) => `"m${i}": {"v": 0.${i}}`).join(',')
    await workspace.write('outputs/metrics.json', `{${filler}, "f1": 0.86, "auc": 0.91}`)
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  })

  test('a card of 300,000 lines', async () => {
    await using workspace = await seedWorkspace()
    const filler = Array.from({ length: 300_000 }, (_, i) =>
      i % 50 === 0 ? `### Part ${i}` : `Line ${i} of *many* words.`,
    )
    await workspace.write('MODEL_CARD.md', `${CARD}\n## Appendix\n${filler.join('\n')}\n`)
    await using run = await runAction({ workspace: workspace.root, inputs: INPUTS })
    expect(run).toMatchObject({ exitCode: 0, outputs: { verdict: 'pass' } })
  })
})

test('a pipe in place of a file is refused at once', async () => {
  await using workspace = await seedWorkspace()
  execFileSync('rm', [workspace.path('outputs/metrics.json')])
  execFileSync('mkfifo', [workspace.path('outputs/metrics.json')])
  await using run = await runAction({ workspace: workspace.root, inputs: INPUTS, timeoutMs: 10_000 })
  expect(run).toMatchObject({ exitCode: 2, timedOut: false })
  expect(run.stdout).toMatch(/not a regular file/)
})
