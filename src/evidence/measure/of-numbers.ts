import type { Cell } from './cell.js'
import type { Measured } from './contract.js'
import { type Squares, squaresOf } from './numbers.js'
import { measured, none, resamples, standardError } from './result.js'
import type { Loss } from './sums.js'

/** Metrics of regression, as scikit-learn defines them; where a denominator is zero, none. */
export function measureNumbers(name: string, { numbers, rows }: Cell): Measured {
  if (numbers === undefined) return { kind: 'unknown' }
  const mean = (loss: Loss) => measured(loss.mean, { n: rows }, () => standardError(loss.error, rows))
  switch (name) {
    case 'mae':
      return mean(numbers.absolute)
    case 'mse':
      return mean(numbers.squared)
    case 'pinball':
      return mean(numbers.pinball)
    case 'mape':
      return numbers.zeros > 0 ? none('zero-labels', { rows: numbers.zeros }) : mean(numbers.relative)
    case 'rmse': {
      const { mean: squared, error } = numbers.squared
      const root = Math.sqrt(squared)
      // By the delta method: the root's slope at its value.
      return measured(root, { n: rows }, () =>
        standardError(error === undefined ? undefined : error / (2 * root), rows),
      )
    }
    case 'r2': {
      const value = determination(numbers.squares())
      if (value === undefined) return none('constant-labels')
      return measured(value, { n: rows }, () =>
        resamples(name, numbers.blocks(), (sums) => determination(squaresOf(sums))),
      )
    }
    default:
      return { kind: 'unknown' }
  }
}

/** The coefficient of determination; undefined where all labels are one number. */
export function determination({ residual, total }: Squares): number | undefined {
  return total > 0 ? 1 - residual / total : undefined
}
