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

  test("in a state's history, where the records of training have names without a split", async () => {
    const record = { loss: 0.0002, accuracy: 1, learning_rate: 6.7e-9, epoch: 12.2, step: 5000 }
    const evaluated = { eval_loss: 0.4679, eval_wer: 32.1, eval_runtime: 703.2, epoch: 12.2, step: 5000 }
    const summary = { train_loss: 0.0632, train_runtime: 16800.5, total_flos: 2.3e19, epoch: 12.2, step: 5000 }
    const state = (...records: object[]) => ({ log_history: records, global_step: 5000 })
    const whole = state(record, evaluated, summary)
    expect(await ask(whole, 'loss')).toBe('0.4679')
    expect(await ask(whole, 'train/loss')).toBe('0.0002')
    expect(await ask(whole, 'train_loss')).toBe('0.0632')
    expect(await ask(whole, 'epoch')).toBe('12.2')
    expect(await ask(whole, 'step')).toBe('5000')
    for (const name of ['accuracy', 'learning_rate', 'total_flos']) {
      expect(await ask(whole, name)).toBe('absent')
      expect(await ask(whole, `train/${name}`)).not.toBe('absent')
    }
    expect(await ask(state(record, summary), 'loss')).toBe('absent')
    expect(await ask(state(record, evaluated, { test_loss: 0.5, test_runtime: 1 }), 'loss')).toBe('absent')
    expect(await ask(state(record, { 'train/acc_0': 0.9, step: 1 }), 'train/acc_0')).toBe('0.9')
  })

  test('an evaluation under a prefix of its own keeps its names', async () => {
    const own = { val_loss: 0.5, val_runtime: 1, val_samples_per_second: 3, epoch: 1, step: 5 }
    expect(await ask({ log_history: [{ loss: 0.1, step: 5 }, own], global_step: 5 }, 'val_loss')).toBe('0.5')
    expect(await ask({ log_history: [{ val_loss: 0.1, step: 5 }], global_step: 5 }, 'val_loss')).toBe('absent')
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
