import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { type FakeGitHub, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { mlGate } from '../support/ml-gate.js'
import { pullRequest, push, type RunResult, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const [HEAD, BASE, TAG] = [sha('head'), sha('base'), sha('tag')]
const EVENT = pullRequest({ number: 7, headSha: HEAD, baseSha: BASE })
const FILE = '.github/ml-gate.yaml'
const NAME = 'acme/ml-policies/policy.yaml@v2'
const ORG = 'performance:\n  f1: {min: 0.85}\n'

type Files = Readonly<Record<string, string>>

interface Case {
  /** Files on the base branch; without them a push is judged. */
  readonly base?: Files
  readonly head: Files
  /** Files of the organisation's repository at the tag v2. */
  readonly org?: Files
  readonly hidden?: boolean
  readonly f1?: string
  readonly inputs?: Files
  readonly prepare?: (github: FakeGitHub) => void
}

interface Judged {
  readonly run: RunResult
  readonly github: FakeGitHub
  readonly report: ReportJson
}

interface ReportJson {
  readonly verdict: string
  readonly policy: { readonly state?: string; readonly layers?: readonly object[]; readonly changes: readonly object[] }
  readonly problems: readonly { code: string; message: string; path?: string; line?: number }[]
  readonly notes: readonly string[]
  readonly models: readonly { gates: readonly { checks: readonly { id: string; policy: object }[] }[] }[]
}

async function judged(of: Case): Promise<Judged> {
  const org = {
    owner: 'acme',
    repo: 'ml-policies',
    branches: { v2: TAG, 'release/new': TAG },
    files: { [TAG]: of.org ?? { 'policy.yaml': ORG } },
    hiddenFrom: of.hidden === true ? ['full'] : [],
  }
  await using github = await startFakeGitHub({
    shas: [HEAD, BASE],
    pulls: [{ number: 7, headSha: HEAD, baseSha: BASE }],
    files: { [BASE]: of.base ?? {} },
    others: [org],
  })
  of.prepare?.(github)
  await using workspace = await makeWorkspace({ 'm.json': `{"f1": ${of.f1 ?? '0.9'}}\n`, ...of.head })
  await using run = await runAction({
    workspace: workspace.root,
    inputs: { metrics: 'm.json', 'report-dir': 'report', ...of.inputs },
    event: of.base === undefined ? push({ sha: HEAD }) : EVENT,
    token: TOKENS.full,
    apiUrl: github.url,
    env: { GITHUB_ACTION_REPOSITORY: 'acme/ml-governance-gate' },
    timeoutMs: 60_000,
  })
  expect(run.injected).toEqual([])
  return { run, github, report: JSON.parse(await workspace.read('report/report.json')) }
}

const own = (extended: string, more = 'model: churn\n') => ({ [FILE]: `${more}extends: ${extended}\n` })

describe('a policy of another repository', () => {
  test('is in force at the ref that is named; the report has its digest and its lines', async () => {
    const { run, report, github } = await judged({ head: own(NAME), f1: '0.8' })
    expect([run.exitCode, report.verdict]).toEqual([1, 'fail'])
    expect(report.policy.layers).toEqual([
      { source: 'acme/ml-policies/policy.yaml', ref: 'v2', commit: TAG, sha256: digest(ORG) },
    ])
    expect(report.models[0]?.gates[0]?.checks[0]).toMatchObject({
      id: 'performance/f1',
      policy: { path: NAME, line: 2, commit: TAG, repository: 'acme/ml-policies' },
    })
    // What fails is said on the line that extends it, as the demand's own is of another repository.
    expect(github.checkRuns[0]?.annotations).toMatchObject([{ path: FILE, start_line: 2 }])
    expect(github.checkRuns[0]?.summary).toContain(`/acme/ml-policies/blob/${TAG}/policy.yaml#L2`)
  })

  test.each([TAG, 'release/new'])('may be named by a commit or a branch: %s', async (ref) => {
    const { report } = await judged({ head: own(`acme/ml-policies/policy.yaml@${ref}`) })
    expect(report.verdict).toBe('pass')
    expect(report.policy.layers).toMatchObject([{ ref, commit: TAG }])
  })

  test('may extend a file beside it, which is read from the same commit', async () => {
    const org = { 'policy.yaml': 'extends: shared/all.yaml\nrisk: high\n', 'shared/all.yaml': ORG }
    const { report } = await judged({ head: own(NAME), org })
    expect(report.policy.layers).toMatchObject([
      { source: 'acme/ml-policies/policy.yaml' },
      { source: 'acme/ml-policies/shared/all.yaml', ref: 'v2', commit: TAG },
    ])
  })

  test.each<[string, Partial<Case> & { at?: string }, RegExp]>([
    ['an unknown ref', { at: 'acme/ml-policies/policy.yaml@v9' }, /has no branch, tag or commit v9/],
    ['an absent file', { at: 'acme/ml-policies/gone.yaml@v2' }, /has no file gone\.yaml at v2/],
    ['an absent repository', { at: 'acme/nothing/policy.yaml@v2' }, /contents: read/],
    ['a repository that the token may not see', { hidden: true }, /GitHub App which is installed on acme\/ml-policies/],
    ['a folder', { at: 'acme/ml-policies/shared@v2', org: { 'shared/a.yaml': ORG } }, /is no file there but a folder/],
    ['no policy', { org: { 'policy.yaml': 'just text' } }, /is not a valid policy.*A policy is a mapping/],
    ['bytes', { org: { 'policy.yaml': '\ud800'.repeat(3) } }, /not a valid policy|UTF-8/],
    ['a circle', { org: { 'policy.yaml': `extends: ${NAME}\n${ORG}` } }, /in a circle: .* → acme/],
    [
      'GitHub away',
      { prepare: (github) => github.fail('repos/get-commit', { status: 500 }, Number.POSITIVE_INFINITY) },
      /did not answer/,
    ],
  ])(
    '%s: an error at the line of extends',
    async (_name, { at = NAME, ...more }, said) => {
      const { run, report } = await judged({ head: own(at), ...more })
      expect([run.exitCode, report.verdict, report.models]).toEqual([2, 'error', []])
      expect(report.problems).toMatchObject([{ path: FILE, line: 2, message: expect.stringMatching(said) }])
    },
    60_000,
  )

  test('of five others, and not of six', async () => {
    const chain = (length: number): Files =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          index === 0 ? 'policy.yaml' : `p${index}.yaml`,
          index === length - 1 ? ORG : `extends: p${index + 1}.yaml\n${ORG}`,
        ]),
      )
    expect((await judged({ head: own(NAME), org: chain(5) })).report.verdict).toBe('pass')
    const { report } = await judged({ head: own(NAME), org: chain(6) })
    expect(report.problems).toMatchObject([{ line: 2, message: expect.stringMatching(/more than 5 times/) }])
  })
})

describe('on a pull request', () => {
  const strict = own(NAME)

  test('leaving the organisation’s policy out is told, and changes nothing before the merge', async () => {
    const head = { [FILE]: 'model: churn\nperformance: {f1: {min: 0.5}}\n' }
    const { run, report } = await judged({ base: strict, head, f1: '0.8' })
    expect([run.exitCode, report.policy.state]).toEqual([1, 'base'])
    expect(report.policy.changes).toMatchObject([
      { what: 'f1', base: '>= 0.85', head: '>= 0.5', direction: 'weaker' },
      { what: 'extends', direction: 'changed' },
    ])
  })

  test('a file of the repository that is extended is the base branch’s', async () => {
    const policy = own('policies/base.yaml')
    const base = { ...policy, 'policies/base.yaml': ORG }
    const head = { ...policy, 'policies/base.yaml': ORG.replace('0.85', '0.5') }
    const { run, report } = await judged({ base, head, f1: '0.8' })
    expect([run.exitCode, report.policy.state]).toEqual([1, 'base'])
    expect(report.policy.layers).toEqual([{ source: 'policies/base.yaml', sha256: digest(ORG) }])
    expect(report.policy.changes).toMatchObject([
      {
        what: 'f1',
        base: '>= 0.85',
        head: '>= 0.5',
        direction: 'weaker',
        place: { path: 'policies/base.yaml', line: 2 },
      },
    ])
    expect(report.models[0]?.gates[0]?.checks[0]?.policy).toMatchObject({ path: 'policies/base.yaml', commit: BASE })
  })

  test('an unchanged policy whose organisation’s changed nothing tells no change', async () => {
    const { report } = await judged({ base: strict, head: strict })
    expect([report.verdict, report.policy.state, report.policy.changes]).toEqual(['pass', 'base', []])
  })

  test('a base whose organisation’s policy cannot be read is an error, never the pull request’s own', async () => {
    const head = { [FILE]: 'model: churn\nperformance: {f1: {min: 0.5}}\n' }
    const { run, report } = await judged({ base: strict, head, hidden: true })
    expect([run.exitCode, report.verdict, report.models]).toEqual([2, 'error', []])
    expect(report.problems[0]?.message).toMatch(/base branch’s policy .* could not be read/)
    const steps = 'jobs:\n  gate:\n    steps:\n      - uses: acme/ml-governance-gate@v1\n'
    const base = { ...strict, '.github/workflows/ml.yaml': steps }
    const workflow = { ...inline(head[FILE] ?? ''), base, hidden: true }
    expect((await judged(workflow)).report.verdict).toBe('error')
  })

  test('a base that names what is not there can be mended by a pull request', async () => {
    const { report } = await judged({ base: own('acme/ml-policies/gone.yaml@v2'), head: strict })
    expect([report.verdict, report.policy.state]).toEqual(['pass', 'base-invalid'])
  })
})

test('on a laptop a copy stands for the policy of another repository, and nothing is passed over', async () => {
  await using workspace = await makeWorkspace({ 'm.json': '{"f1": 0.9}', ...own(NAME), 'copy.yaml': ORG })
  const check = (...args: string[]) => mlGate(workspace.root, ['check', '--metrics', 'm.json', ...args])
  const without = check()
  expect(without).toMatchObject({ status: 2, stdout: expect.stringContaining('uses no network') })
  const copied = check('--extends', 'copy.yaml')
  expect(copied).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('the copy copy.yaml was read in its place'),
  })
  expect(check('--extends', 'none.yaml')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('none.yaml does not exist'),
  })
  const twice = check('--extends', 'copy.yaml', '--extends', 'copy.yaml')
  expect(twice).toMatchObject({ status: 2, stdout: expect.stringContaining('stands for no policy') })
  expect(mlGate(workspace.root, ['self-test', '--extends', 'copy.yaml'])).toMatchObject({ status: 0 })
  expect(mlGate(workspace.root, ['self-test'])).toMatchObject({ status: 2 })
})

test.each([
  ['an absent file', 'policies/none.yaml', /policies\/none\.yaml does not exist.*OWNER\/REPO\/path@ref/],
  ['a file outside', '../../etc/passwd', /outside the workspace/],
  ['itself', '.github/ml-gate.yaml', /in a circle: \.github\/ml-gate\.yaml → \.github\/ml-gate\.yaml/],
  ['a folder', '.github', /is a folder/],
])('%s is an error at the line of extends', async (_name, path, said) => {
  await using workspace = await makeWorkspace({ 'm.json': '{"f1": 0.9}', ...own(path) })
  const { status, stdout } = mlGate(workspace.root, ['check', '--metrics', 'm.json'])
  expect(status).toBe(2)
  expect(stdout).toMatch(said)
  expect(stdout).toContain(`${FILE}:2:1`)
})

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The same policy in the workflow itself. */
function inline(policy: string): Pick<Case, 'head' | 'inputs'> {
  return { head: {}, inputs: { policy } }
}
