import { describe, expect, test } from '@jest/globals'
import { locateInline } from '../../src/app/inline-policy.js'
import { worked } from '../support/worked.js'

const PATH = '.github/workflows/w.yaml'

function workflow(...lines: readonly string[]): { path: string; text: string }[] {
  return [{ path: PATH, text: ['jobs:', '  gate:', '    steps:', ...lines].join('\n') }]
}

const STEP = ['      - uses: x', '        with:']

test('a block keeps its lines, whatever its indentation', () => {
  const files = workflow(...STEP, '          policy: |', '            performance:', '              f1: {min: 0.85}')
  const origin = locateInline('performance:\n  f1: {min: 0.85}', files, 'gate')
  expect(origin?.place({ line: 2, column: 3 })).toEqual({ path: PATH, line: 8, column: 15 })
})

test('empty lines before the text and comments behind the bar are counted', () => {
  const files = workflow(...STEP, '          policy: |2- # ours', '', '', '            a: 1', '', '            b: 2')
  const origin = locateInline('a: 1\n\nb: 2', files, 'gate')
  expect(origin?.place({ line: 3, column: 1 })).toMatchObject({ line: 11 })
})

test('a text on one line or folded stands where it begins', () => {
  const files = workflow(...STEP, "          policy: '{performance: {f1: {min: 0.8}}}'")
  expect(locateInline('{performance: {f1: {min: 0.8}}}', files, 'gate')?.place({ line: 1, column: 5 })).toMatchObject({
    line: 6,
  })
})

test('expressions match whatever they were replaced with', () => {
  const files = workflow(
    ...STEP,
    '          policy: |',
    '            performance:',
    `              f1: {min: ${'$'}{{ vars.F1 }}}`,
  )
  expect(locateInline('performance:\n  f1: {min: 0.9}', files, 'gate')?.place({ line: 2, column: 1 })).toMatchObject({
    line: 8,
  })
  expect(locateInline('performance:\n  auc: {min: 0.9}', files, 'gate')).toBeUndefined()
})

test('many expressions are matched in no time', () => {
  const written = `${Array.from({ length: 40 }, () => `${'$'}{{ x }}`).join('a')}b`
  const files = workflow(...STEP, '          policy: |', `            ${written}`)
  const started = worked()
  expect(locateInline('a'.repeat(2000), files, 'gate')).toBeUndefined()
  expect(locateInline(`${'a'.repeat(2000)}b`, files, 'gate')).toBeDefined()
  expect(worked() - started).toBeLessThan(1000)
})

describe('where the text alone does not tell', () => {
  const twice = [
    {
      path: PATH,
      text: [
        'jobs:',
        ...['a', 'b'].flatMap((job) => [`  ${job}:`, '    steps:', ...STEP, "          policy: 'x: 1'"]),
      ].join('\n'),
    },
  ]

  test('the job does', () => {
    expect(locateInline('x: 1', twice, 'a')?.place({ line: 1, column: 1 })).toMatchObject({ line: 6 })
    expect(locateInline('x: 1', twice, 'b')?.place({ line: 1, column: 1 })).toMatchObject({ line: 11 })
  })

  test('else no line is named rather than a wrong one', () => {
    expect(locateInline('x: 1', twice, undefined)).toBeUndefined()
    expect(locateInline('x: 1', [], 'a')).toBeUndefined()
  })
})

test.each(['', 'jobs: 1', 'jobs:\n  a: [', '- x', '{{'])('a workflow such as %j is passed over', (text) => {
  expect(locateInline('x: 1', [{ path: PATH, text }], 'a')).toBeUndefined()
})
