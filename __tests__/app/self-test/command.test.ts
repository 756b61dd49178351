import { expect, test } from '@jest/globals'
import { runCommand } from '../../../src/app/command.js'
import { repo } from '../../support/repo.js'
import { makeWorkspace } from '../../support/workspace.js'

async function run(...args: readonly string[]) {
  let [stdout, stderr] = ['', '']
  const status = await runCommand(args, {
    out: (text) => {
      stdout += text
    },
    err: (text) => {
      stderr += text
    },
  })
  return { status, stdout, stderr }
}

const CHURN = [repo('examples/churn'), '--policy', repo('examples/churn/policy.yaml')]

test('every check that the example is judged by is tried, and blocks', async () => {
  const { models } = JSON.parse((await run('check', ...CHURN, '--format', 'json')).stdout)
  const checked = models[0].gates.flatMap(({ checks }: { checks: { id: string }[] }) => checks.map(({ id }) => id))
  const { status, stdout } = await run('self-test', ...CHURN, '--format', 'json', '--strict')
  const { checks, ...rest } = JSON.parse(stdout)
  expect(checks.map(({ id }: { id: string }) => id)).toEqual(checked.sort())
  expect(checks.every(({ blocks }: { blocks: boolean }) => blocks)).toBe(true)
  expect(rest).toMatchObject({
    schema: 'ml-gate-self-test/1',
    blocking: checked.length,
    not_blocking: [],
    not_tested: [],
  })
  expect(status).toBe(0)
})

test('a line a check in either language, from the policy of the folder', async () => {
  await using workspace = await makeWorkspace({
    '.github/ml-gate.yaml': 'performance: {f1: {min: 0.85}, recall: {min: 0}}\n',
  })
  expect(await run('self-test', workspace.root)).toEqual({
    status: 0,
    stdout: `blocks  performance/f1: 0.8499 for >= 0.85 gives fail, verdict fail
not tested  performance/recall: no possible value of recall violates >= 0: this check can never fail
Checks that block: 1. Should block and do not: 0. Only warn: 0. Only observed: 0. Waived: 0. Not tested: 1.
`,
    stderr: '',
  })
  const korean = await run('self-test', workspace.root, '--language', 'ko', '--strict')
  expect(korean.status).toBe(1)
  expect(korean.stdout).toContain('차단함  performance/f1: 0.8499 (기준 >= 0.85), 결과 fail, 판정 fail')
})

test('an observed gate is said to be only observed', async () => {
  await using workspace = await makeWorkspace({
    'p.yaml': 'performance: {f1: {min: 0.85}}\nenforcement: {performance: observe}\n',
  })
  const { status, stdout } = await run('self-test', '--policy', workspace.path('p.yaml'))
  expect(stdout).toContain('only observed  performance/f1: 0.8499 for >= 0.85 gives fail, verdict pass')
  expect(status).toBe(0)
})

test.each([
  ['a policy that is none', ['self-test', '--policy', 'p.yaml'], /p\.yaml:1: .*bare number 0\.85/],
  ['no policy', ['self-test', '.'], /\.github\/ml-gate\.yaml does not exist/],
  ['no folder', ['self-test', 'nowhere'], /nowhere is not a folder/],
  ['two folders', ['self-test', 'a', 'b'], /Only one PATH/],
  ['an option of check', ['self-test', '--metrics', 'm.json'], /no option --metrics/],
])('%s is refused with 2', async (_, args, said) => {
  await using workspace = await makeWorkspace({ 'p.yaml': 'performance: {f1: 0.85}\n' })
  const here = args.map((arg) => (['p.yaml', '.', 'nowhere'].includes(arg) ? workspace.path(arg) : arg))
  const { status, stdout, stderr } = await run(...here)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toMatch(said)
})
