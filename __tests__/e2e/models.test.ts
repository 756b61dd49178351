import { describe, expect, test } from '@jest/globals'
import { type FakeGitHub, startFakeGitHub, TOKENS } from '../support/fake-github/index.js'
import { mlGate } from '../support/ml-gate.js'
import { pullRequest, push, type RunResult, runAction, sha } from '../support/runner.js'
import { makeWorkspace } from '../support/workspace.js'

const [HEAD, BASE] = [sha('head'), sha('base')]
const EVENT = pullRequest({ number: 7, headSha: HEAD, baseSha: BASE })
const FILE = '.github/ml-gate.yaml'

type Files = Readonly<Record<string, string>>

const POLICY = `models: "models/*/model_config.yaml"
evidence: {metrics: outputs/metrics.json, load-test: outputs/k6.json}
performance: {f1: {min: 0.85}}
`

const config = (name: string, latency = 50) =>
  `model: {name: ${name}, owner: ds@acme.example}\nserving:\n  sla_latency_ms: ${latency}\nmonitoring: {data_drift: false}\n`

/** A model's folder as the repository has it. */
const model = (name: string, latency = 50): Files => ({ [`models/${name}/model_config.yaml`]: config(name, latency) })

/** What a job left in the folders of some models. */
const outputs = (values: Readonly<Record<string, number>>, latency = 10): Files =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, f1]) => [
      [`models/${name}/outputs/metrics.json`, JSON.stringify({ f1 })],
      [`models/${name}/outputs/k6.json`, JSON.stringify({ latency_p95_ms: latency })],
    ]),
  )

interface ReportJson {
  readonly verdict: string
  readonly counts: { readonly checks: number }
  readonly policy: { readonly state?: string; readonly changes: readonly { what: string; direction: string }[] }
  readonly problems: readonly { message: string; path?: string; line?: number }[]
  readonly notes: readonly string[]
  readonly models: readonly { name: string; verdict: string; gates: readonly { checks: readonly object[] }[] }[]
}

interface Case {
  readonly base?: Files
  readonly head: Files
  readonly changed?: readonly string[]
  readonly inputs?: Files
  readonly token?: string
  readonly prepare?: (github: FakeGitHub) => void
}

async function judged(of: Case): Promise<{ run: RunResult; github: FakeGitHub; report: ReportJson }> {
  await using github = await startFakeGitHub({
    shas: [HEAD, BASE],
    pulls: [{ number: 7, headSha: HEAD, baseSha: BASE, ...(of.changed && { changedFiles: of.changed }) }],
    files: { [BASE]: of.base ?? {} },
  })
  of.prepare?.(github)
  await using workspace = await makeWorkspace(of.head)
  await using run = await runAction({
    workspace: workspace.root,
    inputs: { 'report-dir': 'report', ...of.inputs },
    event: of.base === undefined ? push({ sha: HEAD }) : EVENT,
    token: of.token ?? TOKENS.full,
    apiUrl: github.url,
    timeoutMs: 60_000,
  })
  expect(run.injected).toEqual([])
  return { run, github, report: JSON.parse(await workspace.read('report/report.json')) }
}

const verdicts = ({ models }: ReportJson) => models.map(({ name, verdict }) => `${name} ${verdict}`)
const rows = ({ policy }: ReportJson) => policy.changes.map(({ direction, what }) => `${direction} ${what}`)

const TWO = { ...model('churn'), ...model('fraud') }
const GOOD = outputs({ churn: 0.9, fraud: 0.9 })

describe('a glob of model_config.yaml files', () => {
  test('judges each by what stands outside and what its own file says, with its evidence beside it', async () => {
    const head = { [FILE]: POLICY, ...model('churn', 5), ...model('fraud'), ...outputs({ churn: 0.9, fraud: 0.8 }) }
    const { run, report, github } = await judged({ head })
    expect([run.exitCode, report.verdict]).toEqual([1, 'fail'])
    expect(verdicts(report)).toEqual(['churn fail', 'fraud fail'])
    const checks = report.models.flatMap(({ gates }) => gates.flatMap((gate) => gate.checks))
    expect(checks).toMatchObject([
      { id: 'performance/f1', outcome: 'pass', evidence: { path: 'models/churn/outputs/metrics.json' } },
      { id: 'serving/latency_p95_ms', outcome: 'fail', policy: { path: 'models/churn/model_config.yaml', line: 3 } },
      { id: 'performance/f1', outcome: 'fail', policy: { path: FILE, line: 3 } },
      { id: 'serving/latency_p95_ms', outcome: 'pass' },
    ])
    expect(github.checkRuns[0]).toMatchObject({ conclusion: 'failure' })
  })

  test('a mistake in one file is an error of that model, and the others are judged', async () => {
    const broken = { 'models/fraud/model_config.yaml': 'model: {nam: fraud, owner: x}\n' }
    const { run, report } = await judged({ head: { [FILE]: POLICY, ...model('churn'), ...broken, ...GOOD } })
    expect([run.exitCode, report.verdict]).toEqual([2, 'error'])
    expect(verdicts(report)).toEqual(['churn pass', 'models/fraud/model_config.yaml error'])
  })

  test.each<[string, Files, RegExp]>([
    ['no file matches', {}, /^No file matches models\/\*\/model_config\.yaml/],
    ['the pattern is none', { [FILE]: POLICY.replace('models/*/', '../*/') }, /is not such a pattern/],
    ['what stands outside has a mistake', { [FILE]: POLICY.replace('min', 'mim'), ...TWO }, /has no key mim/],
    ['models is a number', { [FILE]: POLICY.replace(/"models.*"/, '3'), ...TWO }, /`models` is a list of entries/],
    ['it is empty', { [FILE]: POLICY.replace(/"models.*"/, '[]'), ...TWO }, /`models` is a list of entries/],
  ])('%s: an error at its line, told once', async (_name, head, said) => {
    const { run, report } = await judged({ head: { [FILE]: POLICY, ...head } })
    expect([run.exitCode, report.models]).toEqual([2, []])
    expect(report.problems).toMatchObject([{ path: FILE, message: expect.stringMatching(said) }])
  })

  test('two files of one name are both errors, each under its path', async () => {
    const head = { [FILE]: POLICY, ...TWO, 'models/fraud/model_config.yaml': config('churn'), ...GOOD }
    const { report } = await judged({ head })
    expect(verdicts(report)).toEqual(['models/churn/model_config.yaml error', 'models/fraud/model_config.yaml error'])
  })

  test('a file with the keys of a policy describes a model, too', async () => {
    const policy =
      'models: "models/*/gate.yaml"\nevidence: {metrics: outputs/metrics.json}\nperformance: {f1: {min: 0.85}}\n'
    const own = { 'models/churn/gate.yaml': 'model: churn\nperformance: {f1: {min: 0.95}}\n' }
    const odd = { 'models/fraud/gate.yaml': 'performance: {f1: {min: 0.5}}\nextends: x.yaml\n' }
    const { report } = await judged({ head: { [FILE]: policy, ...own, ...odd, ...GOOD } })
    expect(verdicts(report)).toEqual(['churn fail', 'models/fraud/gate.yaml error'])
  })

  test('an organisation’s policy holds for each of them', async () => {
    const org = { 'policies/base.yaml': 'performance: {f1: {min: 0.85}}\nserving: {latency_p95_ms: {max: 20}}\n' }
    const policy = { [FILE]: `extends: policies/base.yaml\n${POLICY}` }
    const { report } = await judged({
      head: { ...policy, ...org, ...model('churn', 10), ...model('fraud', 50), ...GOOD },
    })
    expect(verdicts(report)).toEqual(['churn pass', 'fraud error'])
    expect(report.models[1]?.gates[0]?.checks[0]).toMatchObject({
      outcome: 'error',
      policy: { path: 'models/fraud/model_config.yaml', line: 3 },
      message: expect.stringContaining('<= 50 here and <= 20 in policies/base.yaml'),
    })
  })
})

describe('a list of entries', () => {
  const LIST = `performance: {f1: {min: 0.85}}
models:
  - model: churn
    evidence: {metrics: models/churn/outputs/metrics.json}
  - model: fraud
    evidence: {metrics: models/fraud/outputs/metrics.json}
    performance: {f1: {min: 0.95}}
`
  test('judges each, and a check names the line of its own entry', async () => {
    const { report } = await judged({ head: { [FILE]: LIST, ...GOOD } })
    expect(verdicts(report)).toEqual(['churn pass', 'fraud fail'])
    expect(report.models[1]?.gates[0]?.checks[0]).toMatchObject({ expected: '>= 0.95', policy: { line: 7 } })
  })

  test.each([
    ['no name', '  - evidence: {metrics: m.json}', /^8 This model has no name/],
    ['a name twice', '  - model: churn', /^8 The model churn stands here twice/],
    ['a key of the whole', '  - {model: x, extends: y.yaml}', /^8 extends is a key of the whole policy/],
    ['no mapping', '  - churn2', /^8 `models` is a list of entries/],
    ['a mistake', '  - {model: x, performanse: {f1: {min: 1}}}', /^8 .*has no key performanse/],
  ])('%s is a mistake in the policy', async (_name, line, said) => {
    const { run, report } = await judged({ head: { [FILE]: `${LIST}${line}\n`, ...GOOD } })
    expect([run.exitCode, report.models]).toEqual([2, []])
    expect(report.problems.map((it) => `${it.line} ${it.message}`)).toEqual([expect.stringMatching(said)])
  })
})

describe('on a pull request the base branch’s policy of each model is in force', () => {
  const base = { [FILE]: POLICY, ...TWO }

  test('a description that a pull request loosens counts after the merge', async () => {
    const head = { ...base, ...model('churn', 500), ...outputs({ churn: 0.9, fraud: 0.9 }, 80), ...model('fraud', 100) }
    const { run, report, github } = await judged({ base, head })
    expect([run.exitCode, report.policy.state]).toEqual([1, 'base'])
    expect(verdicts(report)).toEqual(['churn fail', 'fraud fail'])
    expect(rows(report)).toEqual(['weaker churn: latency_p95_ms', 'weaker fraud: latency_p95_ms'])
    // One list of all files, and only the two that differ are read.
    expect(github.requestsOf('git/get-tree')).toHaveLength(1)
    expect(github.requestsOf('repos/get-content').filter(({ path }) => path.includes('model_config'))).toHaveLength(2)
  })

  test('what is unchanged is not read again', async () => {
    const { report, github } = await judged({ base, head: { ...base, ...GOOD } })
    expect([report.verdict, report.policy.changes]).toEqual(['pass', []])
    expect(github.requestsOf('repos/get-content').filter(({ path }) => path.includes('model_config'))).toEqual([])
  })

  test('a change outside is told once', async () => {
    const head = { ...base, [FILE]: POLICY.replace('0.85', '0.5'), ...outputs({ churn: 0.8, fraud: 0.9 }) }
    const { report } = await judged({ base, head })
    expect(rows(report)).toEqual(['weaker f1'])
    expect(verdicts(report)).toEqual(['churn fail', 'fraud pass'])
  })

  test('a model that is dropped is told of', async () => {
    const { report } = await judged({ base, head: { [FILE]: POLICY, ...model('churn'), ...GOOD } })
    expect(verdicts(report)).toEqual(['churn pass'])
    expect(rows(report)).toEqual(['weaker model fraud'])
    expect(report.notes.join('\n')).toMatch(/has the model fraud .* removes the file/)
  })

  test('dropping `models` leaves no model out whose file is there', async () => {
    const head = { ...base, [FILE]: 'model: other\nevidence: {metrics: x.json}\nperformance: {f1: {min: 0.1}}\n' }
    const { report } = await judged({
      base,
      head: { ...head, 'x.json': '{"f1": 0.9}', ...outputs({ churn: 0.8, fraud: 0.9 }) },
    })
    expect(verdicts(report)).toContain('churn fail')
    expect(rows(report)).toEqual(
      expect.arrayContaining(['weaker model churn', 'weaker model fraud', 'stricter model other']),
    )
  })

  test('a new model is judged by what the base demands of all', async () => {
    const head = { ...base, [FILE]: POLICY.replace('0.85', '0.5'), ...model('new'), ...GOOD, ...outputs({ new: 0.8 }) }
    const { report } = await judged({ base, head })
    expect(verdicts(report)).toEqual(['churn pass', 'fraud pass', 'new fail'])
    expect(rows(report)).toEqual(['weaker f1', 'stricter model new'])
  })

  test('a mistake in a changed description is an error, whatever the base has', async () => {
    const head = { ...base, 'models/fraud/model_config.yaml': 'model: 3\n', ...GOOD }
    const { report } = await judged({ base, head })
    expect([report.verdict, report.policy.state]).toEqual(['error', 'base'])
    expect(verdicts(report)[0]).toBe('churn pass')
  })

  test('where the base’s files cannot be listed nothing is judged', async () => {
    const prepare = (github: FakeGitHub) => github.fail('git/get-tree', { status: 403 }, Number.POSITIVE_INFINITY)
    const { run, report } = await judged({ base, head: { ...base, ...GOOD }, prepare })
    expect([run.exitCode, report.models]).toEqual([2, []])
    expect(report.problems[0]?.message).toMatch(/base branch’s policy .* could not be read.*could not be listed/)
  })
})

test('an entry that a pull request takes out of a list is judged by the base’s all the same', async () => {
  const entry = (name: string) => `  - {model: ${name}, evidence: {metrics: models/${name}/outputs/metrics.json}}\n`
  const list = (...names: string[]) => ({
    [FILE]: `performance: {f1: {min: 0.85}}\nmodels:\n${names.map(entry).join('')}`,
  })
  const outside = outputs({ churn: 0.9, fraud: 0.8, new: 0.9 })
  const { report } = await judged({ base: list('churn', 'fraud'), head: { ...list('churn', 'new'), ...outside } })
  expect(verdicts(report)).toEqual(['churn pass', 'fraud fail', 'new pass'])
  expect(rows(report)).toEqual(['weaker model fraud', 'stricter model new'])
})

describe('models: changed', () => {
  const base = { [FILE]: POLICY, ...TWO }
  const head = { ...base, ...GOOD }
  const inputs = { models: 'changed' }

  test('judges the models that a pull request touches', async () => {
    const { report } = await judged({ base, head, inputs, changed: ['models/churn/train.py'] })
    expect(verdicts(report)).toEqual(['churn pass'])
    expect(report.notes).toContain('Not judged, as the pull request touches only other models: 1.')
  })

  test.each<[string, Partial<Case>, RegExp]>([
    ['a file outside', { changed: ['models/churn/train.py', 'lib/x.py'] }, /changes lib\/x\.py, which belongs to none/],
    ['the policy', { changed: [FILE] }, /changes \.github\/ml-gate\.yaml/],
    [
      'more files than GitHub lists',
      { changed: Array.from({ length: 3_001 }, (_, n) => `models/churn/${n}`) },
      /could not be listed/,
    ],
    [
      'no answer',
      {
        changed: ['models/churn/x'],
        prepare: (it) => it.fail('pulls/list-files', { status: 403 }, Number.POSITIVE_INFINITY),
      },
      /could not be listed/,
    ],
  ])(
    'judges all with %s',
    async (_name, more, said) => {
      const { report } = await judged({ base, head, inputs, ...more })
      expect(verdicts(report)).toEqual(['churn pass', 'fraud pass'])
      expect(report.notes.join('\n')).toMatch(said)
    },
    60_000,
  )

  test('reads the list of changed files to its end', async () => {
    const changed = [...Array.from({ length: 250 }, (_, n) => `models/churn/${n}`), 'models/fraud/x']
    const { report, github } = await judged({ base, head, inputs, changed })
    expect(verdicts(report)).toEqual(['churn pass', 'fraud pass'])
    expect(github.requestsOf('pulls/list-files')).toHaveLength(3)
    expect((await judged({ head, inputs })).report.notes.join('\n')).toMatch(/belongs to no pull request/)
  })
})

test('a thousand models in seconds', async () => {
  await using workspace = await makeWorkspace({ [FILE]: POLICY })
  for (let index = 0; index < 1_000; index += 1) {
    const name = `m${index}`
    const files = { ...model(name), ...outputs({ [name]: 0.9 }) }
    for (const [path, text] of Object.entries(files)) await workspace.write(path, text)
  }
  const start = performance.now()
  const { status } = mlGate(workspace.root, ['check', '--report-dir', 'report', '--format', 'markdown'])
  expect(performance.now() - start).toBeLessThan(25_000)
  const report = JSON.parse(await workspace.read('report/report.json'))
  expect([status, report.verdict, report.models.length, report.counts.checks]).toEqual([0, 'pass', 1_000, 2_000])
}, 120_000)

test('mistakes of its use on the command line', async () => {
  await using workspace = await makeWorkspace({ [FILE]: POLICY, ...TWO, ...GOOD })
  const { status, stderr } = mlGate(workspace.root, ['self-test'])
  expect([status, stderr]).toEqual([2, expect.stringContaining('about a policy of one model')])
  expect(mlGate(workspace.root, ['check', '--language', 'ko'])).toMatchObject({ status: 0, stderr: '' })
})
