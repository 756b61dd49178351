import { clip } from '../../shared/clip.js'
import { message } from '../../shared/message.js'
import { jensenShannon, psi } from '../../stats/distance.js'
import { chiSquaredDrift } from '../../stats/goodness.js'
import { kolmogorovSmirnov, largestGap } from '../../stats/kolmogorov.js'
import { wasserstein } from '../../stats/wasserstein.js'
import { type Counts, countsOf } from './binning.js'
import type { Column } from './cells.js'
import type { Bins, Figure } from './contract.js'

/** Below this the reference's standard deviation is taken for it, as Evidently does. */
const LEAST_DEVIATION = 0.001

/** Two columns of the same name, each with at least one value. */
export interface Pair {
  readonly reference: Column
  readonly current: Column
  /** Their values are names, not numbers. */
  readonly asNames: boolean
}

/** The figures of two columns by these methods; what methods have in common is worked out once. */
export function figuresOf(pair: Pair, methods: readonly string[], bins: Bins): ReadonlyMap<string, Figure> {
  const { reference, current, asNames } = pair
  let known: Counts | undefined
  const counts = () => {
    known ??= countsOf(reference, current, bins, asNames)
    return known
  }
  return new Map(methods.map((method) => [method, figureOf(method, pair, counts)]))
}

function figureOf(method: string, pair: Pair, counts: () => Counts | undefined): Figure {
  switch (method) {
    case 'psi':
      return ofCounts(counts(), psi)
    case 'js':
      return ofCounts(counts(), jensenShannon)
    case 'chi2':
      return chiSquared(counts(), 'statistic')
    case 'chi2_p':
      return chiSquared(counts(), 'p')
    case 'missing_rise':
      return value(Math.max(0, missingShare(pair.current) - missingShare(pair.reference)))
    default:
      return ofNumbers(method, pair)
  }
}

function ofCounts(
  counts: Counts | undefined,
  distance: (r: readonly number[], c: readonly number[]) => number | undefined,
) {
  return value(counts && distance(counts.reference, counts.current), counts?.reference.length)
}

function chiSquared(counts: Counts | undefined, what: 'statistic' | 'p'): Figure {
  if (counts === undefined) return value(undefined)
  const { reference, current, names } = counts
  const test = chiSquaredDrift(reference, current)
  if (test === undefined)
    return { kind: 'undefined', outcome: 'insufficient', why: message('evidence.drift.one-value') }
  const figure = test[what]
  if (figure !== Number.POSITIVE_INFINITY) return value(figure, reference.length)
  const index = reference.findIndex((count, at) => count === 0 && (current[at] ?? 0) > 0)
  return { kind: 'infinite', category: clip(names[index] ?? '', 60) }
}

function ofNumbers(method: string, { reference, current, asNames }: Pair): Figure {
  if (asNames) {
    const [example = ''] = [...reference.names.keys(), ...current.names.keys()]
    return {
      kind: 'undefined',
      outcome: 'error',
      why: message('evidence.drift.names', { method, example: clip(example, 60) }),
    }
  }
  const [r, c] = [reference.numbers, current.numbers]
  if (method === 'ks') return value(largestGap(r, c))
  if (method === 'ks_p') return value(kolmogorovSmirnov(r, c)?.p)
  const distance = wasserstein({ values: r }, { values: c })
  const unit = Math.max(deviation(r), LEAST_DEVIATION)
  // Squares of huge values have no sum; divided by that, each distance would be 0.
  return value(distance === undefined || !Number.isFinite(unit) ? undefined : distance / unit)
}

function value(figure: number | undefined, bins?: number): Figure {
  if (figure === undefined || !Number.isFinite(figure)) {
    return { kind: 'undefined', outcome: 'error', why: message('evidence.drift.no-figure') }
  }
  return { kind: 'value', value: figure, ...(bins !== undefined && { bins }) }
}

function missingShare({ numbers, names, missing }: Column): number {
  const values = numbers.length + [...names.values()].reduce((sum, count) => sum + count, 0)
  return values + missing === 0 ? Number.NaN : missing / (values + missing)
}

/** The standard deviation of all values, not of a sample: divided by n. */
function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, it) => sum + it, 0) / values.length
  return Math.sqrt(values.reduce((sum, it) => sum + (it - mean) ** 2, 0) / values.length)
}
