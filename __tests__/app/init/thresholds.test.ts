import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { directionOf, gapFor, thresholdFor } from '../../../src/app/init/thresholds.js'
import { decimal } from '../../../src/shared/decimal.js'

const shown = (selector: string, value: string) => {
  const found = thresholdFor(selector, decimal(value))
  return found === undefined ? undefined : `${found.option} ${found.limit}`
}

describe('a first bound', () => {
  test.each([
    ['f1', '0.8612', 'min 0.84'],
    ['auc', '0.93', 'min 0.92'],
    ['macro avg/f1-score', '0.5', 'min 0.45'],
    ['eval_accuracy', '0.999', 'min 0.98'],
    ['rmse', '3.21', 'max 3.6'],
    ['mae', '0.00321', 'max 0.0036'],
    ['rmse', '1234', 'max 1400'],
    ['log_loss', '0.4213', 'max 0.47'],
    ['brier', '0.1385', 'max 0.16'],
  ])('%s at %s', (selector, value, expected) => {
    expect(shown(selector, value)).toBe(expected)
  })

  test.each([
    ['a metric whose direction nobody knows', 'loss', '0.3'],
    ['a size', 'n', '100'],
    ['a value of the training', 'train_accuracy', '0.99'],
    ['one below a part that is named so', 'train/accuracy', '0.99'],
    ['per cent', 'accuracy', '86'],
    ['a value below zero', 'mcc', '-0.2'],
    ['one of which nothing would remain', 'f1', '0.005'],
    ['a perfect error', 'rmse', '0'],
  ])('%s has none', (_name, selector, value) => {
    expect(shown(selector, value)).toBeUndefined()
  })

  test('is met by what was measured, with something to spare', () => {
    const value = fc.integer({ min: 1, max: 9_999 })
    fc.assert(
      fc.property(
        value,
        fc.constantFrom('f1', 'roc_auc', 'brier', 'rmse', 'mape', 'error_rate'),
        (digits, selector) => {
          const measured = decimal(String(digits)).times(decimal('0.0001'))
          const found = thresholdFor(selector, measured)
          if (found === undefined) return
          const limit = decimal(found.limit)
          expect(directionOf(selector)).toBe(found.option)
          expect(found.option === 'min' ? limit.lt(measured) : limit.gt(measured)).toBe(true)
        },
      ),
    )
  })
})

test('a first gap lies above the one that was measured', () => {
  expect(gapFor(['0.91', '0.88'].map(decimal))).toBe('0.05')
  expect(gapFor(['0.5'].map(decimal))).toBeUndefined()
  expect(gapFor(['0', '1'].map(decimal))).toBeUndefined()
})
