import type { Measured } from './contract.js'
import type { ClassTotals, Margins } from './counts.js'
import { measured, none, quotient, type Support } from './result.js'

/** Metrics over all classes, as scikit-learn defines them. Classes are those of labels and predictions together. */
export function measureClasses(name: string, counts: ClassTotals, support: Support): Measured {
  const margins = counts.margins()
  switch (name) {
    case 'accuracy':
    case 'precision_micro':
    case 'recall_micro':
    case 'f1_micro': {
      // With one label a row, every miss is a false positive of one class and a false negative of another.
      const [over, under] = [sumOf(margins.hits), margins.n]
      return quotient(over, under, support, () => ({ kind: 'proportion', successes: over, trials: under }))
    }
    case 'balanced_accuracy':
      return uncertain(name, counts, margins, balancedAccuracy, support)
    case 'mcc':
      return Number.isNaN(correlation(margins)) ? none('mcc') : uncertain(name, counts, margins, correlation, support)
    default: {
      const average = averageOf(name)
      return average === undefined ? { kind: 'unknown' } : uncertain(name, counts, margins, average, support)
    }
  }
}

type Statistic = (margins: Margins) => number

function uncertain(name: string, counts: ClassTotals, margins: Margins, of: Statistic, support: Support): Measured {
  return measured(of(margins), support, () => counts.basis(name, of))
}

/** The mean of the recall of each class that occurs as a label. */
export function balancedAccuracy({ hits, labels }: Margins): number {
  let classes = 0
  let sum = 0
  for (const [id, rows] of labels.entries()) {
    if (rows === 0) continue
    classes += 1
    sum += (hits[id] ?? 0) / rows
  }
  return sum / classes
}

/** Matthews' correlation coefficient for any number of classes (Gorodkin 2004); NaN where one side is constant. */
export function correlation({ n, hits, labels, predictions }: Margins): number {
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, id) => sum + value * (b[id] ?? 0), 0)
  const both = sumOf(hits) * n - product(labels, predictions)
  const ofLabels = n * n - product(labels, labels)
  const ofPredictions = n * n - product(predictions, predictions)
  return ofLabels > 0 && ofPredictions > 0 ? both / Math.sqrt(ofLabels * ofPredictions) : Number.NaN
}

/** Of one class: hits, rows that have it, rows that get it. */
type Rate = (hits: number, labels: number, predictions: number) => number

/** A class that is never predicted has precision 0 in an average, and one that no label has recall 0, as in scikit-learn. */
const RATES: Readonly<Record<string, Rate>> = {
  precision: (hits, _, predictions) => (predictions > 0 ? hits / predictions : 0),
  recall: (hits, labels) => (labels > 0 ? hits / labels : 0),
  f1: (hits, labels, predictions) => (2 * hits) / (labels + predictions),
}

/** An average of a rate over classes, by a metric's name such as `f1_macro`. */
export function averageOf(name: string): Statistic | undefined {
  const [of = '', average] = name.split('_')
  const rate = RATES[of]
  if (rate === undefined) return undefined
  return ({ hits, labels, predictions }) => {
    let sum = 0
    let weights = 0
    for (const [id, rows] of labels.entries()) {
      const given = predictions[id] ?? 0
      if (rows + given === 0) continue
      const weight = average === 'weighted' ? rows : 1
      sum += weight * rate(hits[id] ?? 0, rows, given)
      weights += weight
    }
    return sum / weights
  }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
