import { describe, expect, test } from '@jest/globals'
import { findStep, type RunningStep } from '../../../src/app/base/step.js'

const ACTION = 'acme/ml-governance-gate'
const RUNNING: RunningStep = { job: 'gate', checkName: 'ML governance gate', action: ACTION }

/** A workflow of jobs, each a list of steps in flow style. */
function workflow(jobs: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(jobs).flatMap(([job, steps]) => [
    `  ${job}:`,
    '    steps:',
    ...steps.map((step) => `      - ${step}`),
  ])
  return ['on: pull_request', 'jobs:', ...lines, ''].join('\n')
}

/** The `policy-file` of the step that is found, which names it here. */
function found(jobs: Parameters<typeof workflow>[0] | string, running: Partial<RunningStep> = {}): string {
  const step = findStep(typeof jobs === 'string' ? jobs : workflow(jobs), { ...RUNNING, ...running })
  return step.kind === 'found' ? (step.inputs['policy-file'] ?? '(default)') : step.kind
}

const use = (file: string, more = '', uses = `${ACTION}@v1`) => `{uses: ${uses}, with: {policy-file: ${file}}${more}}`

describe('the step is found', () => {
  test.each([
    ['as the only one', { gate: [use('a')] }, {}, 'a'],
    ['beside other actions', { gate: ['{uses: actions/checkout@v5}', use('a'), '{run: make}'] }, {}, 'a'],
    ['in its own job', { other: [use('a')], gate: [use('b')] }, {}, 'b'],
    ['in another job, where its own is new', { renamed: [use('a')] }, {}, 'a'],
    ['by its id', { gate: [use('a', ', id: one'), use('b', ', id: two')] }, { step: 'two' }, 'b'],
    [
      'by its check name',
      { gate: [use('a'), `{uses: ${ACTION}@v1, with: {policy-file: b, check-name: B}}`] },
      { checkName: 'B' },
      'b',
    ],
    [
      'by the name it has by default',
      { gate: [use('a'), `{uses: ${ACTION}@v1, with: {policy-file: b, check-name: B}}`] },
      {},
      'a',
    ],
    [
      'as the only one, whatever the pull request calls it',
      { gate: [use('a', ', id: one')] },
      { step: 'x', checkName: 'Y' },
      'a',
    ],
    ['whatever version it has', { gate: [use('a', '', `${ACTION.toUpperCase()}@main`)] }, {}, 'a'],
    ['in its local form', { gate: [use('a', '', './gate')] }, {}, 'a'],
    ['at the root of its own repository', { gate: ['{uses: ./}'] }, {}, '(default)'],
    ['without the runner naming the action', { gate: [use('a')] }, { action: undefined }, 'a'],
    ['with its inputs in any case', { gate: [`{uses: ${ACTION}@v1, with: {Policy-File: a}}`] }, {}, 'a'],
  ] as const)('%s', (_name, jobs, running, file) => {
    expect(found(jobs, running as Partial<RunningStep>)).toBe(file)
  })
})

describe('no step is taken for it', () => {
  test.each([
    ['of another action', { gate: ['{uses: actions/checkout@v5}', '{uses: other/gate@v1}'] }, 'none'],
    [
      'of a local action with other inputs',
      { gate: ['{uses: ./setup, with: {python: "3.12"}}', '{uses: ./other}'] },
      'none',
    ],
    ['of two alike', { gate: [use('a'), use('b')] }, 'unknown'],
    ['in a file that is no YAML', 'jobs: [', 'unreadable'],
    ['in a file that is no workflow', '- a\n- b\n', 'none'],
    ['in an empty file', '', 'none'],
  ] as const)('%s', (_name, jobs, kind) => {
    expect(found(jobs)).toBe(kind)
  })
})

test('texts stay as they are written', () => {
  const text = workflow({ gate: [`{uses: ${ACTION}@v1, with: {fail-on: never, metrics: 010, policy: ">= 0.85"}}`] })
  const step = findStep(text, RUNNING)
  expect(step.kind === 'found' && step.inputs).toEqual({ 'fail-on': 'never', metrics: '010', policy: '>= 0.85' })
})

test('anchors are followed', () => {
  const text = `jobs:\n  gate:\n    steps:\n      - uses: ${ACTION}@v1\n        with: &with {policy-file: a}\n  two:\n    steps:\n      - uses: ${ACTION}@v1\n        with: *with\n`
  expect(found(text, { job: 'two' })).toBe('a')
})
