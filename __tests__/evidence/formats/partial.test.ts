import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/ask.js'

describe('lm-evaluation-harness: a part of the data says nothing of the whole', () => {
  const value = { 'acc,none': 0.9 }
  const harness = (more: object) => ({ results: { t: value }, versions: { t: 1 }, config: { limit: null }, ...more })
  const samples = (original: unknown, effective: unknown) => harness({ 'n-samples': { t: { original, effective } } })

  test.each<[string, object, string]>([
    ['fewer samples', samples(1000, 10), '10 / 1000'],
    ['as texts', samples('1000', '10'), '10 / 1000'],
    ['of an unknown number', samples('?', 10), '10 / ?'],
    ['whose number is not there', samples(undefined, 10), '10 / ?'],
    ['a limit', harness({ config: { limit: 10 } }), 'limit=10'],
    ['a limit as a text', harness({ config: { limit: '10' }, 'n-samples': {} }), 'limit=10'],
  ])('%s', async (_, file, detail) => {
    expect(await ask(file, 't/acc')).toMatch(/^refused: it was measured on a part of the data only/)
    expect(await ask(file, 't/acc')).toContain(`(${detail})`)
    expect(await ask(file, 'results/t/acc,none')).toContain(`(${detail})`)
  })

  test.each<[string, object]>([
    ['all samples', samples(1000, 1000)],
    ['all of them, as texts', samples('1000', '1000')],
    ['all of them under a larger limit', { ...samples(10, 10), config: { limit: 50 } }],
    ['no limit', harness({})],
    ['none, as a text', harness({ config: { limit: 'None' } })],
  ])('%s are the whole', async (_, file) => {
    expect(await ask(file, 't/acc')).toBe('0.9')
  })

  const grouped = (effective: number, more: object = {}) => ({
    results: { all: value, mmlu: value, mmlu_a: value, mmlu_b: value, other: value },
    groups: { mmlu: value, all: value },
    versions: {},
    config: { limit: null },
    'n-samples': { mmlu_a: { original: 1000, effective }, mmlu_b: { original: 5, effective: 5 } },
    group_subtasks: { all: ['mmlu', 'other'], mmlu: ['mmlu_a', 'mmlu_b'], other: [] },
    ...more,
  })

  test('a group is as partial as its subtasks, however deep', async () => {
    const file = grouped(10)
    expect(await ask(file, 'mmlu/acc')).toContain('(mmlu_a: 10 / 1000)')
    expect(await ask(file, 'all/acc')).toMatch(/^refused: it was measured on a part.*\(mmlu\)/)
    expect(await ask(file, 'mmlu_b/acc')).toBe('0.9')
    expect(await ask(file, 'other/acc')).toBe('0.9')
    for (const name of ['all', 'mmlu', 'mmlu_a']) expect(await ask(grouped(1000), `${name}/acc`)).toBe('0.9')
  })

  test('groups that hold each other end', async () => {
    const loop = { group_subtasks: { all: ['mmlu'], mmlu: ['all', 'mmlu_a'] } }
    expect(await ask(grouped(10, loop), 'all/acc')).toMatch(/^refused: it was measured on a part/)
    expect(await ask(grouped(1000, loop), 'all/acc')).toBe('0.9')
  })
})
