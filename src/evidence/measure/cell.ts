import { canonicalMetric } from '../metrics.js'
import { type Budget, ClassCounts } from './counts.js'
import { familyOf } from './names.js'
import { NumberSums } from './numbers.js'
import { ProbabilitySums } from './probabilities.js'
import { Scores } from './scores.js'

/** What has to be collected of each row for the metrics that are asked for. */
export interface Plan {
  readonly classes: boolean
  readonly ranking: boolean
  readonly probability: boolean
  readonly numbers: boolean
  /** Metrics that are asked for, by their one name. */
  readonly metrics: ReadonlySet<string>
}

/** Metrics of classes whose certainty is found by resampling; that of the others follows from their counts. */
const RESAMPLED = [
  'balanced_accuracy',
  'mcc',
  ...['precision', 'recall', 'f1'].flatMap((of) => [`${of}_macro`, `${of}_weighted`]),
]

/** The plan for metrics, as far as the columns can give them. */
export function planFor(
  names: readonly string[],
  has: { prediction: boolean; score: boolean; numbers: boolean },
): Plan {
  const metrics = new Set(names.map(canonicalMetric).filter((name) => familyOf(name) !== undefined))
  const families = new Set([...metrics].map(familyOf))
  const ranking = has.score && families.has('ranking')
  const probability = has.score && families.has('probability')
  const predicted = has.prediction && (families.has('classes') || families.has('binary'))
  return {
    classes: predicted || ranking || probability,
    ranking,
    probability,
    numbers: has.numbers && families.has('numbers'),
    metrics,
  }
}

/** What is collected of the rows of one group, or of all rows. */
export class Cell {
  rows = 0
  readonly counts?: ClassCounts
  readonly scores?: Scores
  readonly probabilities?: ProbabilitySums
  readonly numbers?: NumberSums

  constructor(
    { classes, ranking, probability, numbers, metrics }: Plan,
    quantile: number | undefined,
    budget: Budget,
    /** The values of its attributes; none for all rows. */
    readonly values: readonly string[] = [],
  ) {
    if (classes)
      this.counts = new ClassCounts(
        RESAMPLED.some((name) => metrics.has(name)),
        budget,
      )
    if (ranking) this.scores = new Scores()
    if (probability) this.probabilities = new ProbabilitySums(metrics.has('ece'), budget)
    if (numbers) this.numbers = new NumberSums(quantile ?? Number.NaN, metrics.has('r2'), budget)
  }
}
