import { describe, expect, test } from '@jest/globals'
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import {
  mergeGroup,
  pullRequest,
  pullRequestTarget,
  push,
  type RunResult,
  runAction,
  sha,
  workflowDispatch,
} from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const HEAD = sha('head')
const BASE = sha('base')
const EVENT = pullRequest({ number: 7, headSha: HEAD, baseSha: BASE })
const FILE = '.github/ml-gate.yaml'
const WORKFLOW = '.github/workflows/ml.yaml'
const ACTION = 'acme/ml-governance-gate'

type Files = Readonly<Record<string, string>>

/** A policy with f1 on line 3. */
const policyOf = (f1: string) => `model: churn\nperformance:\n  f1: {min: ${f1}}\n`

/** A workflow with one step of the gate; the policy's f1 stands on line 10 where it is inline. */
function workflowOf(inputs: string, id = ''): string {
  return `on: pull_request\njobs:\n  gate:\n    steps:\n      - uses: ${ACTION}@v1\n${id}        with:\n${inputs}`
}

const inlineInputs = (f1: string) =>
  `          policy: |\n${policyOf(f1).trimEnd().replace(/^/gm, '            ')}\n          metrics: outputs/metrics.json\n`
const INLINE = (f1: string) => workflowOf(inlineInputs(f1))
const BY_FILE = workflowOf('          metrics: outputs/metrics.json\n')

interface Case {
  /** Files on the base branch. */
  readonly base?: Files
  /** Files of the pull request beside its metrics. */
  readonly head: Files
  readonly inputs?: Files
  readonly f1?: string
  readonly event?: Parameters<typeof runAction>[0]['event']
  readonly token?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly prepare?: (github: FakeGitHub) => void
}

interface Judged {
  readonly run: RunResult
  readonly github: FakeGitHub
  readonly report: ReportJson
}

interface ReportJson {
  readonly verdict: string
  readonly policy: {
    readonly source: string
    readonly from: string
    readonly state?: string
    readonly commit?: string
    readonly changes: readonly { what: string; base?: string; head?: string; direction: string; place?: object }[]
  }
  readonly notes: readonly string[]
  readonly problems: readonly { message: string }[]
  readonly models: readonly {
    gates: readonly { checks: readonly { policy: object; expected?: string; message: string }[] }[]
  }[]
}

/** Runs the action on a pull request against a base branch. */
async function judged(of: Case, use: (judged: Judged) => Promise<void> | void): Promise<void> {
  const options: FakeGitHubOptions = {
    shas: [HEAD, BASE],
    pulls: [{ number: 7, headSha: HEAD, baseSha: BASE }],
    files: { [BASE]: of.base ?? {} },
  }
  await using github = await startFakeGitHub(options)
  of.prepare?.(github)
  await using workspace = await makeWorkspace({ 'outputs/metrics.json': `{"f1": ${of.f1 ?? '0.82'}}\n`, ...of.head })
  await using run = await runAction({
    workspace: workspace.root,
    inputs: { metrics: 'outputs/metrics.json', 'report-dir': 'report', ...of.inputs },
    event: of.event ?? EVENT,
    token: of.token ?? TOKENS.full,
    apiUrl: github.url,
    env: { GITHUB_ACTION_REPOSITORY: ACTION, ...of.env },
    timeoutMs: 90_000,
  })
  expect(run.injected).toEqual([])
  const token = of.token ?? TOKENS.full
  if (token !== '') expect(`${run.stdout}${run.stderr}${run.summary}`).not.toContain(token)
  await use({ run, github, report: JSON.parse(await workspace.read('report/report.json')) })
}

/** The inputs of a step that has its policy in the workflow, as the runner passes them. */
const inline = (f1: string) => ({ policy: policyOf(f1) })

const LOWERED = [{ what: 'f1', base: '>= 0.85', head: '>= 0.8', direction: 'weaker' }]

describe('a pull request that lowers 0.85 to 0.80 and ships 0.82 is blocked', () => {
  test.each([
    ['in a policy file', { [FILE]: policyOf('0.85') }, { [FILE]: policyOf('0.80') }, {}, FILE, 3],
    ['in the workflow', { [WORKFLOW]: INLINE('0.85') }, { [WORKFLOW]: INLINE('0.80') }, inline('0.80'), WORKFLOW, 10],
  ] as const)('%s, and the reviewer sees both numbers and the line', async (_name, base, head, inputs, path, line) => {
    await judged({ base, head, inputs }, ({ run, github, report }) => {
      expect(run.exitCode).toBe(1)
      expect(report).toMatchObject({
        verdict: 'fail',
        policy: { source: path, from: 'base', state: 'base', commit: BASE },
      })
      expect(report.policy.changes).toMatchObject(LOWERED)
      expect(report.policy.changes[0]?.place).toMatchObject({ path, line })
      // The check's own place is the base's line, in the base's commit.
      expect(report.models[0]?.gates[0]?.checks[0]).toMatchObject({
        expected: '>= 0.85',
        policy: { path, line, commit: BASE },
      })
      const [checkRun] = github.checkRuns
      expect(checkRun?.conclusion).toBe('failure')
      expect(checkRun?.summary).toMatch(/weaker \| f1 \| ≥ 0\.85 \| ≥ 0\.8 \|/)
      expect(checkRun?.summary).toContain(`${path}#L${line}`)
      expect(checkRun?.annotations).toEqual([
        expect.objectContaining({
          path,
          start_line: line,
          annotation_level: 'failure',
          message: expect.stringMatching(/0\.82[\s\S]*0\.85/),
        }),
        expect.objectContaining({
          path,
          start_line: line,
          annotation_level: 'notice',
          message: expect.stringMatching(/>= 0\.85[\s\S]*>= 0\.8\b/),
        }),
      ])
      expect(run.stdout).toMatch(/weaker +f1 +>= 0\.85 → >= 0\.8 +\S+:\d+/)
    })
  })

  test('and in Korean', async () => {
    const head = { [FILE]: policyOf('0.80') }
    await judged({ base: { [FILE]: policyOf('0.85') }, head, inputs: { language: 'ko' } }, ({ run, report }) => {
      expect(report.verdict).toBe('fail')
      expect(run.stdout).toMatch(/완화 +f1 +>= 0\.85 → >= 0\.8/)
    })
  })

  test.each([
    ['pull_request_target', pullRequestTarget({ headSha: HEAD, baseSha: BASE })],
    ['merge_group', mergeGroup({ headSha: HEAD, baseSha: BASE })],
    ['a fork', pullRequest({ headSha: HEAD, baseSha: BASE, fork: true })],
  ])('on %s too', async (_name, event) => {
    const files = { base: { [FILE]: policyOf('0.85') }, head: { [FILE]: policyOf('0.80') } }
    await judged({ ...files, event, token: TOKENS.readOnly }, ({ run, report }) => {
      expect([run.exitCode, report.policy.from]).toEqual([1, 'base'])
    })
  })

  test.each([
    ['by leaving the metric out', 'performance: {auc: {min: 0.5}}\n', ['stricter auc', 'weaker f1']],
    ['by another unit', 'performance: {f1: {min: 80, unit: percent}}\n', ['changed f1', 'changed f1: unit']],
    [
      'by softening the gate',
      `${policyOf('0.85')}enforcement: {performance: observe}\n`,
      ['weaker enforcement: performance'],
    ],
  ])('%s', async (_name, head, said) => {
    await judged({ base: { [FILE]: policyOf('0.85') }, head: { [FILE]: head } }, ({ run, report }) => {
      expect(run.exitCode).toBe(1)
      const rows = report.policy.changes.filter(({ what }) => what !== 'model')
      expect(rows.map(({ direction, what }) => `${direction} ${what}`).sort()).toEqual(said)
    })
  })
})

describe('moving the policy is no way out', () => {
  const strict = { [FILE]: policyOf('0.85') }
  const named = workflowOf('          policy-file: policies/churn.yaml\n          metrics: outputs/metrics.json\n')
  test.each([
    [
      'from the default file into the workflow',
      { ...strict, [WORKFLOW]: BY_FILE },
      { [WORKFLOW]: INLINE('0.80') },
      inline('0.80'),
      FILE,
    ],
    [
      'from a named file into the workflow',
      { 'policies/churn.yaml': policyOf('0.85'), [WORKFLOW]: named },
      { [WORKFLOW]: INLINE('0.80') },
      inline('0.80'),
      'policies/churn.yaml',
    ],
    [
      'from the workflow into a file',
      { [WORKFLOW]: INLINE('0.85') },
      { [FILE]: policyOf('0.80'), [WORKFLOW]: BY_FILE },
      {},
      WORKFLOW,
    ],
    [
      'to a file of another name',
      { ...strict, [WORKFLOW]: BY_FILE },
      { 'weak.yaml': policyOf('0.80') },
      { 'policy-file': 'weak.yaml' },
      FILE,
    ],
    [
      'to another check name',
      { ...strict, [WORKFLOW]: BY_FILE },
      { [WORKFLOW]: INLINE('0.80') },
      { ...inline('0.80'), 'check-name': 'Other' },
      FILE,
    ],
    [
      'to a job of another name',
      { [WORKFLOW]: INLINE('0.85').replace('  gate:', '  old:') },
      { [WORKFLOW]: INLINE('0.80') },
      inline('0.80'),
      WORKFLOW,
    ],
  ] as const)('%s', async (_name, base, head, inputs, source) => {
    await judged({ base, head, inputs }, ({ run, report }) => {
      expect([run.exitCode, report.verdict]).toEqual([1, 'fail'])
      expect(report.policy).toMatchObject({ from: 'base', source })
      expect(report.policy.changes).toEqual(
        expect.arrayContaining([expect.objectContaining({ what: 'f1', direction: 'weaker' })]),
      )
    })
  })

  test('evidence that the workflow names elsewhere is told of, and so is a step that no longer fails', async () => {
    const base = { ...strict, [WORKFLOW]: workflowOf('          metrics: outputs/real.json\n') }
    await judged({ base, head: strict, inputs: { 'fail-on': 'never' }, f1: '0.9' }, ({ run, report }) => {
      expect(run.exitCode).toBe(0)
      expect(report.policy.changes).toMatchObject([
        { what: 'input fail-on', base: 'fail', head: 'never', direction: 'weaker' },
        { what: 'evidence: metrics', base: 'outputs/real.json', head: 'outputs/metrics.json', direction: 'changed' },
      ])
    })
  })
})

describe('the base branch’s policy file cannot be read', () => {
  const files = { base: { [FILE]: policyOf('0.85') }, head: { [FILE]: policyOf('0.80') } }
  test.each([
    ['without the permission', { token: TOKENS.noContents }, /contents: read/],
    ['without a token', { token: '' }, /no token was given/],
    [
      'when GitHub refuses',
      { prepare: (github: FakeGitHub) => github.fail('repos/get-content', { status: 403 }, 99) },
      /403/,
    ],
    [
      'when GitHub is away',
      { prepare: (github: FakeGitHub) => github.fail('repos/get-content', { status: 500 }, 99) },
      /did not answer/,
    ],
    ['when the event is gone', { env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } }, /does not name the base/],
  ] as const)('%s: an error, never the pull request’s own', async (_name, more, said) => {
    await judged({ ...files, f1: '0.99', ...more }, ({ run, report }) => {
      expect([run.exitCode, report.verdict, report.models]).toEqual([2, 'error', []])
      expect(report.problems[0]?.message).toMatch(said)
      expect(report.problems[0]?.message).toContain('permissions: contents: read')
    })
  })

  test('is another thing than that it is not there: the first policy is named so', async () => {
    await judged({ head: files.head }, ({ run, report }) => {
      expect([run.exitCode, report.policy.state, report.policy.from]).toEqual([0, 'bootstrap', 'head'])
      expect(report.notes).toContainEqual(expect.stringMatching(/first policy.*nobody has reviewed it yet/))
    })
  })

  test('is an error for a policy that has been moved into the workflow, too', async () => {
    const base = { ...files.base, [WORKFLOW]: BY_FILE }
    const prepare = (github: FakeGitHub) =>
      github.fail(({ path }) => path.includes('ml-gate.yaml'), { status: 403 }, Number.POSITIVE_INFINITY)
    await judged({ base, head: { [WORKFLOW]: INLINE('0.80') }, inputs: inline('0.80'), prepare }, ({ report }) => {
      expect(report.verdict).toBe('error')
    })
  })
})

describe('an inline policy whose base cannot be read is judged as it stands, with a note', () => {
  const files = { base: { [WORKFLOW]: INLINE('0.85') }, head: { [WORKFLOW]: INLINE('0.80') }, inputs: inline('0.80') }
  const twice = `${INLINE('0.85')}      - uses: ${ACTION}@v1\n        with:\n${inlineInputs('0.9')}`
  test.each([
    ['without the permission', { token: TOKENS.noContents }, /contents: read/],
    ['without a token', { token: '' }, /no token/],
    ['with an expression', { base: { [WORKFLOW]: INLINE(`\${{ vars.F1 }}`) } }, /written with an expression/],
    ['of several steps', { base: { [WORKFLOW]: twice } }, /several steps/],
    [
      'of another repository',
      { env: { GITHUB_WORKFLOW_REF: 'acme/shared/.github/workflows/ml.yaml@v1' } },
      /not one of this repository/,
    ],
  ])('%s', async (_name, more, said) => {
    await judged({ ...files, ...more }, ({ run, report }) => {
      expect([run.exitCode, report.policy.state, report.policy.from]).toEqual([0, 'unread', 'inline'])
      expect(report.notes.join('\n')).toMatch(said)
      expect(report.notes.join('\n')).toMatch(/judged as it stands/)
    })
  })

  test('one that is new is the first', async () => {
    await judged({ ...files, base: {} }, ({ report }) => {
      expect(report.policy).toMatchObject({ state: 'bootstrap', from: 'inline' })
    })
  })
})

test('an unchanged policy is the base’s, with no change told, and no place but its own', async () => {
  const files = { [FILE]: policyOf('0.85') }
  await judged({ base: files, head: files }, ({ run, github, report }) => {
    expect([run.exitCode, report.policy.from, report.policy.changes]).toEqual([1, 'base', []])
    expect(report.models[0]?.gates[0]?.checks[0]?.policy).toEqual({ path: FILE, line: 3, column: 3 })
    expect(github.checkRuns[0]?.annotations).toHaveLength(1)
    expect(github.checkRuns[0]?.summary).not.toContain('Policy changes')
  })
})

test('a pull request whose own policy is broken is an error: it would be in force after the merge', async () => {
  const head = { [FILE]: 'performance: {f1: 0.8}\n' }
  await judged({ base: { [FILE]: policyOf('0.85') }, head, f1: '0.99' }, ({ run, report }) => {
    expect([run.exitCode, report.verdict]).toEqual([2, 'error'])
    expect(report.problems[0]?.message).toMatch(/bare number/)
  })
})

test('a base that is no valid policy can be mended', async () => {
  const files = { base: { [FILE]: 'performance: {f1: 0.85}\n' }, head: { [FILE]: policyOf('0.80') } }
  await judged(files, ({ run, report }) => {
    expect([run.exitCode, report.policy.state]).toEqual([0, 'base-invalid'])
    expect(report.notes.join('\n')).toMatch(/is not valid/)
  })
})

describe('policy-from: head', () => {
  const inputs = { 'policy-from': 'head' }
  test('takes the pull request’s own, compares it all the same, and is told as a weakening', async () => {
    const base = { [FILE]: policyOf('0.85'), [WORKFLOW]: BY_FILE }
    await judged({ base, head: { [FILE]: policyOf('0.80') }, inputs }, ({ run, report }) => {
      expect([run.exitCode, report.policy.state, report.policy.from]).toEqual([0, 'head', 'head'])
      expect(report.policy.changes).toMatchObject([
        { what: 'input policy-from', base: 'auto', head: 'head', direction: 'weaker' },
        ...LOWERED,
      ])
      expect(report.notes.join('\n')).toMatch(/own policy is in force/)
    })
  })

  test('where the base cannot be read it says so', async () => {
    await judged({ head: { [FILE]: policyOf('0.80') }, inputs, token: TOKENS.noContents }, ({ run, report }) => {
      expect([run.exitCode, report.policy.state]).toEqual([0, 'head'])
      expect(report.notes.join('\n')).toMatch(/could not be compared/)
    })
  })
})

test.each([
  ['push', push({ sha: HEAD, before: BASE })],
  ['workflow_dispatch', workflowDispatch({ sha: HEAD })],
])('on %s the checkout’s own policy is in force and GitHub is not asked', async (_name, event) => {
  const files = { base: { [FILE]: policyOf('0.85') }, head: { [FILE]: policyOf('0.80') } }
  await judged({ ...files, event }, ({ run, github, report }) => {
    expect([run.exitCode, report.policy.from, report.policy.state]).toEqual([0, 'head', undefined])
    expect(github.requestsOf('repos/get-content')).toEqual([])
  })
})

test('a clone in the workspace is not believed: only the API is asked', async () => {
  const head = { [FILE]: policyOf('0.80'), '.git/HEAD': BASE, '.github/.git/HEAD': BASE }
  await judged({ base: { [FILE]: policyOf('0.85') }, head }, ({ run }) => expect(run.exitCode).toBe(1))
})

test('a repository that was checked out into a folder is found', async () => {
  const head = {
    [`repo/${FILE}`]: policyOf('0.80'),
    'repo/.git/HEAD': 'x',
    'repo/outputs/metrics.json': '{"f1": 0.82}',
  }
  const inputs = { 'working-directory': 'repo' }
  await judged({ base: { [FILE]: policyOf('0.85') }, head, inputs }, ({ run, report }) => {
    expect([run.exitCode, report.policy.from]).toEqual([1, 'base'])
  })
})

describe('a baseline of the base branch', () => {
  const policy =
    'evidence:\n  baseline: {path: outputs/metrics.json, from: base}\nperformance:\n  f1: {max-drop: 0.01}\n'
  const of = (base: Files, more: Partial<Case> = {}): Case => ({
    base: { [FILE]: policy, ...base },
    head: { [FILE]: policy },
    ...more,
  })
  const message = (report: ReportJson) => report.models[0]?.gates[0]?.checks[0]?.message ?? ''
  test.each([
    ['0.825', 0],
    ['0.85', 1],
  ])('of %s', async (f1, exitCode) => {
    await judged(of({ 'outputs/metrics.json': `{"f1": ${f1}}` }), ({ run, report }) => {
      expect(run.exitCode).toBe(exitCode)
      expect(message(report)).toContain(`outputs/metrics.json@${BASE.slice(0, 7)}`)
    })
  })

  test('is the commit before on a push', async () => {
    const event = push({ sha: HEAD, before: BASE })
    await judged(of({ 'outputs/metrics.json': '{"f1": 0.9}' }, { event }), ({ run }) => expect(run.exitCode).toBe(1))
  })

  test.each([
    ['on the first run', of({}), 'fail', /not on the base branch.*first run/],
    ['on a run without a base', of({}, { event: workflowDispatch({ sha: HEAD }) }), 'fail', /`--baseline PATH`/],
    [
      'that is broken',
      of({ 'outputs/metrics.json': '{"f1": ' }),
      'error',
      /There is nothing to compare with.*not JSON/,
    ],
    ['that is a folder', of({ 'outputs/metrics.json/x': '1' }), 'error', /no file there but a folder/],
    [
      'that is too large',
      of({ 'outputs/metrics.json': `{"f1": 0.8, "x": "${'x'.repeat(10 * 1024 * 1024)}"}` }),
      'error',
      /at most 10485760/,
    ],
  ] as const)('%s is told as what it is', async (_name, asked, verdict, said) => {
    await judged(asked, ({ report }) => {
      expect(report.verdict).toBe(verdict)
      expect(message(report)).toMatch(said)
    })
  })
})
