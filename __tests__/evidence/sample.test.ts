import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/app/judge.js'
import { evidenceFrom, policyFrom } from '../support/evidence.js'

async function outcome(performance: string, metrics: unknown): Promise<string> {
  const evidence = await evidenceFrom({ metrics: { 'm.json': JSON.stringify(metrics) } })
  const [check] = judge(policyFrom(`performance: ${performance}`), evidence).gates.flatMap(({ checks }) => checks)
  return check?.outcome ?? ''
}

describe('what stands beside a value proves nothing of it where the two contradict each other', () => {
  test.each([
    // The counts give another value: those of one class beside a mean over classes, say.
    ['{f1: {min: 0.8, confidence: 0.95}}', { f1: 0.5, tp: 950, fp: 10, fn: 10, tn: 30 }],
    ['{f1: {max: 0.6, confidence: 0.95}}', { f1: 0.9, tp: 500, fp: 1000, fn: 1000 }],
    ['{precision: {min: 0.8, confidence: 0.95}}', { precision: 0.9, tp: 500, fp: 500 }],
    ['{recall: {min: 0.8, confidence: 0.95}}', { recall: 0.9, tp: 500, fn: 500 }],
    ['{accuracy: {min: 0.8, confidence: 0.95}}', { accuracy: 0.9, tp: 400, tn: 400, fp: 100, fn: 100 }],
    // The sizes cannot all be those of the same rows.
    ['{accuracy: {min: 0.8, confidence: 0.95}}', { accuracy: 0.9, n: 100_000, tp: 5, fp: 1, fn: 0, tn: 4 }],
    ['{auc: {min: 0.8, confidence: 0.95}}', { auc: 0.9, positives: 10_000, negatives: 10_000, n: 20 }],
    ['{accuracy: {min: 0.8, confidence: 0.95}}', { accuracy: 0.9, accuracy_n: 1_000_000, n: 20 }],
    ['{accuracy: {min: 0.8, confidence: 0.95}}', { accuracy: 0.9, n: 20, support: 10_000 }],
  ])('%s of %j', async (policy, metrics) => {
    expect(await outcome(policy, metrics)).toMatch(/^(?:insufficient|fail)$/)
  })

  test('and it does where they agree', async () => {
    expect(
      await outcome('{f1: {min: 0.8, confidence: 0.95}}', { f1: 0.99, tp: 950, fp: 10, fn: 10, tn: 30, n: 1000 }),
    ).toBe('pass')
  })
})

test.each(['eval_accuracy', 'test_f1', 'acc,none', 'accuracy_score', 'val/accuracy', 'error_rate', 'ｆ1', '정확도'])(
  '%s is a fraction by whatever name tools give it',
  async (name) => {
    expect(await outcome(`{"${name}": {min: 0.8}}`, { [name]: 86 })).toBe('error')
  },
)

describe('the rows of the test are what its metrics rest on', () => {
  const n = async (metrics: Record<string, unknown>, metric = 'accuracy') => {
    const evidence = await evidenceFrom({ metrics: { 'm.json': JSON.stringify(metrics) } })
    const checks = judge(policyFrom(`performance: {${metric}: {min: 0.5}}`), evidence).gates.flatMap((it) => it.checks)
    return checks.map(({ uncertainty }) => [uncertainty?.n, uncertainty?.interval?.method])[0]
  }

  test.each([
    [{ accuracy: 0.75, n_test: 1000 }, 1000, 'wilson'],
    [{ accuracy: 0.75, test_size: 1000 }, 1000, 'wilson'],
    [{ accuracy: 0.75, test_size: 1000, n_test: 1000, n: 1000 }, 1000, 'wilson'],
    // A share that was held out.
    [{ accuracy: 0.75, test_size: 0.2, n: 1000 }, 1000, 'wilson'],
    [{ accuracy: 0.75, test_size: 0.2 }, undefined, undefined],
    [{ accuracy: 0.75, test_size: 1 }, undefined, undefined],
    // Two sizes, and nobody says which is meant.
    [{ accuracy: 0.75, n_test: 1000, n: 5000 }, undefined, undefined],
    [{ accuracy: 0.75, test_size: 1000.5 }, undefined, undefined],
  ])('%j', async (metrics, rows, method) => {
    expect(await n(metrics)).toEqual([rows, method])
  })

  test.each(['train_accuracy', 'val_accuracy', 'validation-accuracy', 'cv_accuracy'])('%s does not', async (metric) => {
    expect(await n({ [metric]: 0.75, n_test: 1000 }, metric)).toEqual([undefined, undefined])
  })
})
