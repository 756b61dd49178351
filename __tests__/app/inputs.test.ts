import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readArguments } from '../../src/app/arguments.js'
import { readInputs } from '../../src/app/inputs.js'
import { exitCode } from '../../src/app/options.js'
import type { Problem, Result } from '../../src/shared/problem.js'
import { english } from '../support/evidence.js'
import { repo } from '../support/repo.js'

const said = (result: Result<unknown>) =>
  result.ok ? [] : result.problems.map(({ message }: Problem) => english(message))

describe("the action's inputs", () => {
  const declared: Record<string, { default: string }> = parse(readFileSync(repo('action.yml'), 'utf8')).inputs
  const variable = (name: string) => `INPUT_${name.toUpperCase()}`

  test('without any, what action.yml gives as defaults is in force', () => {
    const { token: _, ...defaults } = declared
    const given = Object.entries(defaults).map(([name, input]) => [variable(name), input.default])
    expect(readInputs(Object.fromEntries(given))).toEqual(readInputs({}))
    const inputs = readInputs({})
    expect(inputs.ok && inputs.value).toEqual({
      policy: { kind: 'file', path: '.github/ml-gate.yaml', named: false },
      evidence: { metrics: [], baseline: [], groups: [], 'model-card': [] },
      command: 'check',
      reports: [],
      expected: [],
      models: 'all',
      policyFrom: 'auto',
      token: '',
      teamToken: '',
      checkRun: 'auto',
      checkName: 'ML governance gate',
      comment: 'never',
      failOn: 'fail',
      language: 'en',
      workingDirectory: '.',
      auditDir: '',
      staleAfterDays: 90,
    })
  })

  test('are those that action.yml declares, no more and no fewer', () => {
    const source = readFileSync(repo('src/app/inputs.ts'), 'utf8')
    const known = /const NAMES = \[([\s\S]*?)\n\] as const/.exec(source)?.[1]?.match(/'[a-z-]+'/g) ?? []
    expect(known.map((name) => name.slice(1, -1)).sort()).toEqual(Object.keys(declared).sort())
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
      'INPUT_STALE-AFTER': 'a while',
      INPUT_DATA_DIR: 'a variable of the job, and no input of ours',
    }
    expect(said(readInputs(mistakes))).toHaveLength(8)
  })

  test('a boolean of YAML is taken in any of its spellings', () => {
    const inputs = readInputs({ 'INPUT_CHECK-RUN': 'True' })
    expect(inputs.ok && inputs.value.checkRun).toBe('true')
  })
})

describe('the command line', () => {
  test.each([
    [['chekc'], /no command chekc\. Did you mean `check`/],
    [['deploy'], /no command deploy\. Commands: check, init, inspect, merge, schema/],
    [['check', '--polcy', 'x'], /no option --polcy\. Did you mean `--policy`/],
    [['check', '--zebra'], /no option --zebra\. Options: --policy, --metrics, /],
    [['check', '--policy'], /--policy needs a value/],
    [['catalog', '--stale-after', '3m'], /--stale-after is 3m\. Write a number of days or weeks/],
    [['catalog', '--format', 'text'], /--format is text\. Allowed: markdown, json, csv/],
    [['catalog', '--policy', 'p'], /no option --policy\./],
    [['catalog', '--write-backstage', '--format', 'csv'], /--write-backstage and --format exclude each other/],
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
    [
      ['catalog'],
      { command: 'catalog', path: '.', format: 'markdown', language: 'en', staleAfterDays: 90, writeBackstage: false },
    ],
    [
      ['catalog', 'x', '--audit', 'a', '--stale-after=12w', '--format', 'csv', '--language', 'ko'],
      {
        ...{ command: 'catalog', path: 'x', audit: 'a', staleAfterDays: 84, writeBackstage: false },
        ...{ format: 'csv', language: 'ko' },
      },
    ],
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
