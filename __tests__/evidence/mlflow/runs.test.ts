import { describe, expect, test } from '@jest/globals'
import { type Asked, ask, fileStore, type Spec, STORES } from './support.js'

/** Ids as MLflow makes them. */
const id = (digit: string) => digit.repeat(32)
const [A, B, C, D] = [id('a'), id('b'), id('c'), id('d')]
const run = (name: string, of: string, value: string, more: Partial<Spec> = {}): Spec => ({
  id: of,
  name,
  metrics: [['acc', value]],
  ...more,
})
const other = { id: '2', name: 'baseline' }

/** Name, runs, what is asked, selector, and what comes of it in every store. */
type Case = readonly [string, readonly Spec[], Asked, string, string | RegExp]

const DEFAULTS: readonly Case[] = [
  ['the newest by its end', [run('old', A, '0.1'), run('new', B, '0.2', { end: '3' })], {}, 'acc', '0.2'],
  ['of equal ends by its start', [run('old', A, '0.1'), run('new', B, '0.2', { start: '2' })], {}, 'acc', '0.2'],
  ['times are numbers', [run('old', A, '0.1', { end: '9' }), run('new', B, '0.2', { end: '10' })], {}, 'acc', '0.2'],
  [
    'by its start where no end was written',
    [run('x', A, '0.1'), run('y', B, '0.2', { start: '5', end: '' })],
    {},
    'acc',
    '0.2',
  ],
  [
    'two of which neither is newer',
    [run('x', A, '0.1'), run('y', B, '0.2')],
    {},
    'acc',
    new RegExp(`^error: Which finished run is the newest.*x \\(${A}, FINISHED\\), y \\(${B}, FINISHED\\)`),
  ],
  [
    'one whose times are none',
    [run('x', A, '0.1'), run('y', B, '0.2', { end: 'soon' })],
    {},
    'acc',
    /^error: Which .*y \(b/,
  ],
  [
    'a newer one that failed',
    [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', status: 'FAILED' })],
    {},
    'acc',
    '0.1',
  ],
  ['a deleted one', [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', stage: 'deleted' })], {}, 'acc', '0.1'],
  ['one in an unknown stage', [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', stage: 'gone' })], {}, 'acc', '0.1'],
  [
    'one of a deleted experiment',
    [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', experiment: { ...other, stage: 'deleted' } })],
    {},
    'acc',
    '0.1',
  ],
  [
    'nothing but a deleted one',
    [run('x', A, '0.1', { stage: 'deleted' })],
    {},
    'acc',
    /^error: The store holds no run/,
  ],
]

const UNFINISHED: readonly Case[] = ['RUNNING', 'SCHEDULED', 'FAILED', 'KILLED', ''].flatMap((status): Case[] => {
  const shown = status || 'UNKNOWN'
  const runs = [run('train', A, '0.9', { status })]
  const refused = new RegExp(`^error: The run train is ${shown}, and only a finished run`)
  return [
    [`${shown} by default`, runs, {}, 'acc', new RegExp(`^error: No run is finished: train \\(${A}, ${shown}\\)`)],
    [`${shown} by name`, runs, { run: 'train' }, 'acc', refused],
    [`${shown} by id`, runs, { run: A }, 'acc', refused],
  ]
})

const FOLDS = [run('model', A, '0.5'), run('fold', B, '0.7', { parent: A }), run('last', C, '0.8', { parent: A })]
const NESTED: readonly Case[] = [
  ['whose parent is there', FOLDS, {}, 'acc', '0.5'],
  ['is read below its parent by name', FOLDS, {}, 'children/fold/acc', '0.7'],
  ['and by id', FOLDS, {}, `children/${C}/acc`, '0.8'],
  [
    'whose parent is not there',
    [run('fold', B, '0.9', { parent: A })],
    {},
    'acc',
    /^error: Every finished run is nested.*fold \(b/,
  ],
  ['beside a whole one', [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', parent: C })], {}, 'acc', '0.1'],
  [
    'whose parent failed',
    [run('x', A, '0.1', { status: 'FAILED' }), run('y', B, '0.9', { parent: A })],
    {},
    'acc',
    /^error: Every finished/,
  ],
  ['that is its own parent', [run('x', A, '0.9', { parent: A })], {}, 'acc', /^error: Every finished/],
  ['is read where it is named', [run('fold', B, '0.9', { parent: A })], { run: 'fold' }, 'acc', '0.9'],
  [
    'that failed is refused below its parent',
    [run('x', A, '0.1'), run('fold', B, '0.9', { parent: A, status: 'FAILED' })],
    {},
    'children/fold/acc',
    /^refused: The run fold is FAILED/,
  ],
  [
    'that shares its name is refused by name',
    [...FOLDS, run('fold', D, '0.9', { parent: A, end: '3' })],
    {},
    'children/fold/acc',
    new RegExp(`^refused: Several runs are called fold: fold \\(${B}, FINISHED\\), fold \\(${D}, FINISHED\\)`),
  ],
  ['and read by id', [...FOLDS, run('fold', D, '0.9', { parent: A })], {}, `children/${D}/acc`, '0.9'],
  [
    'that is called like another is told by its id',
    [...FOLDS, run(B, D, '0.9', { parent: A })],
    {},
    `children/${B}/acc`,
    '0.7',
  ],
]

const NAMES: readonly Case[] = [
  [
    'a run of a shared name',
    [run('train', A, '0.1'), run('train', B, '0.9', { end: '3' })],
    { run: 'train' },
    'acc',
    new RegExp(`^error: Several runs are called train: train \\(${A}, FINISHED\\), train \\(${B}, FINISHED\\)`),
  ],
  ['a run by id', [run('train', A, '0.1'), run('train', B, '0.9')], { run: B }, 'acc', '0.9'],
  ['a run whose id is the name of another', [run('x', A, '0.1'), run(A, B, '0.9')], { run: A }, 'acc', '0.1'],
  [
    'a run that is not there',
    [run('x', A, '0.1')],
    { run: 'y' },
    'acc',
    new RegExp(`^error: There is no run y.*x \\(${A}`),
  ],
  [
    'a deleted run',
    [run('x', A, '0.1'), run('y', B, '0.9', { stage: 'deleted' })],
    { run: 'y' },
    'acc',
    /^error: There is no run y/,
  ],
  [
    'an experiment by name',
    [run('x', A, '0.1'), run('y', B, '0.2', { experiment: other })],
    { experiment: 'baseline' },
    'acc',
    '0.2',
  ],
  [
    'an experiment by id',
    [run('x', A, '0.1'), run('y', B, '0.2', { experiment: other })],
    { experiment: '1' },
    'acc',
    '0.1',
  ],
  [
    'experiments of a shared name',
    [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', experiment: { id: '2', name: 'churn' } })],
    { experiment: 'churn' },
    'acc',
    /^error: Several experiments are called churn; their ids: 1, 2\./,
  ],
  [
    'one of them by id',
    [run('x', A, '0.1'), run('y', B, '0.9', { experiment: { id: '2', name: 'churn' } })],
    { experiment: '2' },
    'acc',
    '0.9',
  ],
  [
    'an experiment whose id is the name of another',
    [run('x', A, '0.1'), run('y', B, '0.9', { end: '3', experiment: { id: '2', name: '1' } })],
    { experiment: '1' },
    'acc',
    '0.1',
  ],
]

const LOGGED = (...metrics: NonNullable<Spec['metrics']>): Spec[] => [{ id: A, metrics }]
const LATEST: readonly Case[] = [
  ['of the largest step', LOGGED(['acc', '0.9', 5, 1], ['acc', '0.1', 1, 2], ['acc', '0.8', 9, 0]), {}, 'acc', '0.1'],
  ['then of the largest time', LOGGED(['acc', '0.1', 5], ['acc', '0.9', 4]), {}, 'acc', '0.1'],
  ['then the largest', LOGGED(['acc', '0.9', 5], ['acc', '0.1', 5]), {}, 'acc', '0.9'],
  ['steps are numbers', LOGGED(['acc', '0.9', 1, 9], ['acc', '0.1', 1, 10]), {}, 'acc', '0.1'],
  ['steps below zero', LOGGED(['acc', '0.9', 1, -2], ['acc', '0.1', 1, -1]), {}, 'acc', '0.1'],
  ['NaN beside a number', LOGGED(['acc', 'nan', 5], ['acc', '0.9', 5]), {}, 'acc', /^nan$/i],
  ['a number beside NaN', LOGGED(['acc', '0.9', 5], ['acc', 'nan', 5]), {}, 'acc', /^nan$/i],
  ['NaN of an earlier step', LOGGED(['acc', 'nan', 5, 0], ['acc', '0.9', 5, 1]), {}, 'acc', '0.9'],
  ['infinity', LOGGED(['acc', 'inf', 5]), {}, 'acc', 'inf'],
  ['minus infinity', LOGGED(['acc', '-inf', 5]), {}, 'acc', '-inf'],
  ['names with slashes', LOGGED(['val/top 5:acc', '0.9', 5]), {}, 'val/top 5:acc', '0.9'],
  ['names that look encoded', LOGGED(['a%2Fb', '0.9', 5]), {}, 'a%2Fb', '0.9'],
  ['which are not decoded', LOGGED(['a%2Fb', '0.9', 5]), {}, 'a/b', 'absent'],
]

describe.each(STORES)('%s', (_, store) => {
  describe.each([
    ['the run by default', DEFAULTS],
    ['an unfinished run', UNFINISHED],
    ['a nested run', NESTED],
    ['by name', NAMES],
    ['the latest value', LATEST],
  ])('%s', (_title, cases) => {
    test.each(cases)('%s', async (_name, specs, asked, selector, expected) => {
      const found = await ask(store(specs), selector, asked)
      if (typeof expected === 'string') expect(found).toBe(expected)
      else expect(found).toMatch(expected)
    })
  })
})

describe('a run whose folder is named', () => {
  const at = (specs: readonly Spec[], of: string) => ask(fileStore(specs), 'acc', { path: `mlruns/1/${of}` })

  test('is that run, nested or not, if it is finished', async () => {
    expect(await at(FOLDS, A)).toBe('0.5')
    expect(await at(FOLDS, B)).toBe('0.7')
    expect(await at([run('x', A, '0.9', { status: 'FAILED' })], A)).toMatch(/^error: The run x is FAILED, and only/)
    expect(await at([run('x', A, '0.9', { stage: 'deleted' })], A)).toMatch(/^error: The store holds no run/)
  })
})
