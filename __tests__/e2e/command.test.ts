import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { mlGate } from '../support/ml-gate.js'
import { repo } from '../support/repo.js'
import { type FileContent, makeWorkspace } from '../support/workspace.js'

const POLICY = 'model: churn\nperformance: {f1: {min: 0.85}}\n'

/** A model that passes, `here`; one that fails, `there`. Neither policy names its evidence. */
const FOLDERS: Readonly<Record<string, FileContent>> = {
  'here/.github/ml-gate.yaml': POLICY,
  'here/m.json': '{"f1": 0.86}',
  'here/out/a.json': '{"f1": 0.87}',
  'there/.github/ml-gate.yaml': POLICY,
  'there/m.json': '{"f1": 0.84}',
  'broken/.github/ml-gate.yaml': 'performance: {f1: 0.85}\n',
  'card.yaml': 'documentation: {require: [limitations]}\n',
  'cards/one.md': '# Limitations\nEnglish only.\n',
  file: '',
  'many.json': JSON.stringify(Object.fromEntries(Array.from({ length: 2_001 }, (_, index) => [`m${index}`, index]))),
}

/** Name, folder it is run in, arguments, exit code, what standard output and standard error must hold. */
type Row = readonly [string, string, readonly string[], number, RegExp, RegExp?]

const NOTHING = /^$/

const CHECKS: readonly Row[] = [
  ['a model that passes', 'here', ['check', '--metrics', 'm.json'], 0, /^churn: 1 check passed\n/],
  ['a model that fails', 'there', ['check', '--metrics', 'm.json'], 1, /^churn: 1 of 1 checks failed\n/],
  ['a policy that is wrong', 'broken', ['check'], 2, /ml-gate\.yaml:1:\d+: performance\/f1 is the bare number 0\.85/],
  ['evidence that is absent', 'here', ['check', '--metrics', 'no.json'], 1, /no\.json does not exist/],
  ['evidence that is not named', 'here', ['check'], 1, /No metrics file is named/],
  ['a folder without a policy', 'cards', ['check'], 2, /There is no policy: \.github\/ml-gate\.yaml does not exist/],
  ['a policy that is a folder', 'here', ['check', '--policy', '.github'], 2, /The policy could not be read\. .*folder/],
  ['PATH', '.', ['check', 'here', '--metrics', 'm.json'], 0, /0\.86/],
  ['PATH absent', '.', ['check', 'nowhere'], 2, /nowhere is not a folder\./],
  ['PATH that is a file', '.', ['check', 'file'], 2, /file is not a folder\./],
  ['PATH beside the current folder', 'cards', ['check', '../there', '--metrics', 'm.json'], 1, /0\.84/],
  ['evidence outside PATH', 'here', ['check', '../there', '--metrics', 'm.json'], 2, /here\/m\.json lies outside/],
  ['evidence relative to the current folder', '.', ['check', 'there', '--metrics', 'there/m.json'], 1, /0\.84/],
  ['the current folder before PATH', '.', ['check', 'there', '--metrics', 'here/m.json'], 0, /0\.86/],
  ['a policy and a card of the current folder', '.', ['check', 'here', '--policy', 'card.yaml'], 1, /limitations/],
  [
    'a glob of the current folder',
    '.',
    ['check', 'here', '--policy=card.yaml', '--model-card', 'cards/*.md'],
    0,
    /1 check passed/,
  ],
  ['a glob of PATH', '.', ['check', 'here', '--metrics', 'out/*.json'], 0, /0\.87/],
  ['a glob that matches nothing', 'here', ['check', '--metrics', '*.csv'], 1, /No file matches \*\.csv/],
  ['Korean', 'there', ['check', '--metrics', 'm.json', '--language', 'ko'], 1, /검사 1건 중 1건 실패/],
  ['Markdown', 'here', ['check', '--metrics', 'm.json', '--format', 'markdown'], 0, /^## ✅ churn: 1 check passed\n/],
  ['text', 'here', ['check', '--metrics', 'm.json', '--format=text'], 0, /^churn: 1 check passed\n/],
]

const USAGE: readonly Row[] = [
  ['no arguments', '.', [], 2, /ml-gate check \[PATH\]/],
  ['--help', '.', ['--help'], 0, /ml-gate check \[PATH\]/],
  ['check --help', '.', ['check', '--help'], 0, /--report-dir DIR/],
  ['--version', '.', ['--version'], 0, /^\d+\.\d+\.\d+\n$/],
  ['an unknown command', '.', ['chekc'], 2, NOTHING, /^There is no command chekc\. Did you mean `check`\?/],
  ['an unknown option', '.', ['check', '--zebra'], 2, NOTHING, /^There is no option --zebra\. Options: --policy, /],
  ['an option without value', '.', ['check', '--metrics'], 2, NOTHING, /^The option --metrics needs a value\./],
  [
    'a mistake in a command',
    '.',
    ['merge', '--expct', 'a'],
    2,
    NOTHING,
    /`--expect`\? Run `ml-gate merge --help`\.\n$/,
  ],
  ['a mistake in none', '.', ['chekc'], 2, NOTHING, /Run `ml-gate --help`\.\n$/],
  ['a misspelt option of all', '.', ['--verson'], 2, NOTHING, /Did you mean `--version`\?/],
  ['inspect', 'here', ['inspect', 'm.json'], 0, /^m\.json: json, metrics\n {2}f1 {2}0\.86 {2}m\.json:1\n$/],
  ['a file of many values', '.', ['inspect', 'many.json'], 0, /m1999 .*\nOnly the first 2000 values are listed\.\n$/],
  ['a mistake, in Korean', '.', ['check', '--zebra', '--language=ko'], 2, NOTHING, /^--zebra 옵션은 없습니다\./],
]

describe.each([
  ['check', CHECKS],
  ['usage', USAGE],
] as const)('%s', (_name, rows) => {
  test.each(rows)('%s', async (_row, folder, args, status, stdout, stderr = NOTHING) => {
    await using workspace = await makeWorkspace(FOLDERS)
    const done = mlGate(workspace.path(folder), args)
    expect(done).toEqual({
      status,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
    })
  })
})

test('--format json prints report.json and nothing else', async () => {
  await using workspace = await makeWorkspace(FOLDERS)
  const { status, stdout } = mlGate(workspace.path('there'), ['check', '--metrics', 'm.json', '--format', 'json'])
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'ml-gate-report/1',
    verdict: 'fail',
    models: [{ name: 'churn', gates: [{ checks: [{ id: 'performance/f1', outcome: 'fail', actual: 0.84 }] }] }],
  })
})

describe('--report-dir', () => {
  const run = (root: string, folder: string) => {
    return mlGate(`${root}/here`, ['check', '--metrics', 'm.json', '--report-dir', folder])
  }

  test('is made and holds the four files', async () => {
    await using workspace = await makeWorkspace(FOLDERS)
    expect(run(workspace.root, 'new/reports')).toMatchObject({ status: 0, stderr: '' })
    expect(JSON.parse(await workspace.read('here/new/reports/report.json')).verdict).toBe('pass')
    expect(JSON.parse(await workspace.read('here/new/reports/report.sarif')).version).toBe('2.1.0')
    expect(await workspace.read('here/new/reports/report.md')).toContain('churn')
    expect(await workspace.read('here/new/reports/junit.xml')).toContain('<testsuite')
  })

  test('that cannot be written is an error, whatever the verdict', async () => {
    await using workspace = await makeWorkspace(FOLDERS)
    expect(run(workspace.root, 'm.json/reports')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^The report files could not be written to m\.json\/reports: ENOTDIR/),
    })
  })
})

test('schema prints the published schema', () => {
  const { status, stdout } = mlGate(repo(), ['schema'])
  expect(status).toBe(0)
  expect(stdout).toBe(readFileSync(repo('schema/policy.schema.json'), 'utf8'))
})

test.each(['README.md', 'README.ko.md'])('the first command of %s passes as it is written', (readme) => {
  const [, command = ''] = /```sh\n(.+)\n```/.exec(readFileSync(repo(readme), 'utf8')) ?? []
  const [node, script, ...args] = command.split(' ')
  expect([node, script]).toEqual(['node', 'dist/cli.js'])
  const { status, stdout, stderr } = mlGate(repo(), args)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  // Both say how many checks there are.
  expect(stdout.split('\n')[0]).toMatch(/all 8 checks passed|검사 8건/)
})

// Node's own way to make a folder with its parents never ends there.
if (process.platform === 'linux')
  test('a report folder that cannot be made ends in a message', async () => {
    await using workspace = await makeWorkspace(FOLDERS)
    const done = mlGate(workspace.root, ['check', 'here', '--metrics', 'here/m.json', '--report-dir', '/proc/x'])
    expect(done).toMatchObject({ status: 2, stderr: expect.stringContaining('/proc/x') })
  })
