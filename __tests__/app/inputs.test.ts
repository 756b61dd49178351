import { describe, expect, test } from '@jest/globals'
import { readArguments } from '../../src/app/arguments.js'
import { readInputs } from '../../src/app/inputs.js'
import { exitCode } from '../../src/app/options.js'
import type { Problem, Result } from '../../src/shared/problem.js'
import { english } from '../support/evidence.js'

const said = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ message }: Problem) => english(message))

describe("the action's inputs", () => {
  test('have the defaults of action.yml', () => {
    const inputs = readInputs({})
    expect(inputs.ok && inputs.value).toEqual({
      policy: { kind: 'file', path: '.github/ml-gate.yaml', named: false },
      evidence: { metrics: [], baseline: [], groups: [], 'model-card': [] },
      token: '',
      checkRun: 'auto',
      checkName: 'ML governance gate',
      comment: 'never',
      failOn: 'fail',
      language: 'en',
      workingDirectory: '.',
    })
  })

  test('name one file a line; blank lines and spaces around are nothing', () => {
    const inputs = readInputs({ INPUT_METRICS: ' a.json \n\n   \r\n b/*.json\n', 'INPUT_MODEL-CARD': 'card.md' })
    expect(inputs.ok && inputs.value.evidence).toEqual({
      metrics: ['a.json', 'b/*.json'],
      baseline: [],
      groups: [],
      'model-card': ['card.md'],
    })
  })

  test('are all checked at once', () => {
    const mistakes = {
      'INPUT_FAIL-ON': 'maybe',
      'INPUT_CHECK-RUN': 'yes',
      INPUT_COMMENT: 'sometimes',
      INPUT_LANGUAGE: 'fr',
      INPUT_COMMAND: 'chek',
      INPUT_POLICY: 'x: 1',
      'INPUT_POLICY-FILE': 'p.yaml',
      INPUT_METRCS: 'm.json',
      INPUT_DATA_DIR: 'a variable of the job, and no input of ours',
    }
    expect(said(readInputs(mistakes))).toHaveLength(7)
  })

  test('a boolean of YAML is taken in any of its spellings', () => {
    const inputs = readInputs({ 'INPUT_CHECK-RUN': 'True' })
    expect(inputs.ok && inputs.value.checkRun).toBe('true')
  })
})

describe('the command line', () => {
  test.each([
    [['chekc'], /no command chekc\. Did you mean `check`/],
    [['deploy'], /no command deploy\. Commands: check, schema/],
    [['check', '--polcy', 'x'], /no option --polcy\. Did you mean `--policy`/],
    [['check', '--policy'], /--policy needs a value/],
    [['check', '--policy='], /--policy needs a value/],
    [['check', '--help=yes'], /--help takes no value/],
    [['check', '--policy', 'a', '--policy', 'b'], /--policy is given twice/],
    [['check', 'a', 'b'], /Only one PATH.*a, b/],
    [['check', '--format', 'xml'], /--format is xml\. Allowed: text, json, markdown/],
    [['check', '--language', 'de'], /Allowed: en, ko/],
  ])('%j has a message of its own', (args, message) => {
    const found = said(readArguments(args))
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(message)
  })

  test('options may be given several times where they name evidence', () => {
    const request = readArguments([
      'check',
      'dir',
      '--metrics',
      'a',
      '--metrics=b',
      '--language',
      'ko',
      '--format',
      'json',
    ])
    expect(request.ok && request.value).toMatchObject({
      command: 'check',
      path: 'dir',
      format: 'json',
      options: { language: 'ko', evidence: { metrics: ['a', 'b'] } },
    })
  })

  test.each([
    [[], { command: 'help' }],
    [['--help'], { command: 'help' }],
    [['check', '-h'], { command: 'help', of: 'check' }],
    [['--version'], { command: 'version' }],
    [['schema'], { command: 'schema' }],
  ])('%j', (args, expected) => {
    const request = readArguments(args)
    expect(request.ok && request.value).toEqual(expected)
  })
})

test.each([
  ['pass', 'fail', 0],
  ['warn', 'fail', 0],
  ['fail', 'fail', 1],
  ['error', 'fail', 2],
  ['warn', 'warn', 1],
  ['fail', 'warn', 1],
  ['fail', 'never', 0],
  ['error', 'never', 2],
] as const)('%s under fail-on %s exits %d', (verdict, failOn, code) => {
  expect(exitCode(verdict, failOn)).toBe(code)
})
