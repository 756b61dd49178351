import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/ask.js'

describe('what was measured on the training data has its whole name only', () => {
  const trained = { train_f1: 0.99, train_loss: 0.1, train_runtime: 9.2, train_samples_per_second: 3 }

  test("in the Trainer's results", async () => {
    expect(await ask(trained, 'f1')).toBe('absent')
    expect(await ask(trained, 'train_f1')).toBe('0.99')
    expect(await ask({ ...trained, eval_f1: 0.7 }, 'f1')).toBe('0.7')
    expect(await ask({ ...trained, eval_f1: 0.7, test_f1: 0.6 }, 'f1')).toBe('absent')
    const state = { log_history: [{ train_f1: 0.99, step: 1 }], global_step: 1 }
    expect(await ask(state, 'f1')).toBe('absent')
    expect(await ask(state, 'train_f1')).toBe('0.99')
  })

  const result = (split: string | undefined, value: number) => ({
    task: { type: 't' },
    dataset: { type: 'd', name: 'd', ...(split !== undefined && { split }) },
    metrics: [{ type: 'f1', value }],
  })
  const card = (...results: object[]) => ({ 'model-index': [{ name: 'a', results }] })

  test.each(['train', 'train[:80%]', 'Training', 'validation+train', 'my_train'])(
    'in a model index: %s',
    async (split) => {
      const file = card(result(split, 0.99))
      expect(await ask(file, 'f1')).toBe('absent')
      expect(await ask(file, 'd/f1')).toBe('absent')
      const both = card(result(split, 0.99), result('test', 0.7))
      expect(await ask(both, 'f1')).toBe('0.7')
      expect(await ask(both, 'd/f1')).toBe('0.7')
    },
  )

  test('there under the name of its split', async () => {
    expect(await ask(card(result('train', 0.99)), 'd/train/f1')).toBe('0.99')
    expect(await ask(card(result('test', 0.7)), 'f1')).toBe('0.7')
    expect(await ask(card(result(undefined, 0.7)), 'f1')).toBe('0.7')
  })
})
