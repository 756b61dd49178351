import { countOf, parseDecimal, toDouble } from '../../shared/decimal.js'
import { entryOf, type Place } from '../place.js'

/** The names that files give to the numbers a metric rests on. */
const NAMES = {
  n: ['n', 'count', 'support', 'n_samples', 'num_samples', 'sample_size'],
  support: ['support'],
  positives: ['positives', 'n_positives', 'n_pos', 'num_positives'],
  negatives: ['negatives', 'n_negatives', 'n_neg', 'num_negatives'],
  tp: ['tp', 'TP', 'true_positives'],
  fp: ['fp', 'FP', 'false_positives'],
  tn: ['tn', 'TN', 'true_negatives'],
  fn: ['fn', 'FN', 'false_negatives'],
} as const

/** Names of the rows of the test, which metrics of another split do not rest on. */
const TEST = ['n_test', 'test_size'] as const
const OTHER_SPLITS = ['train', 'training', 'val', 'valid', 'validation', 'dev', 'cv']

type Count = keyof typeof NAMES

/** Finds what stands beside a value under one of these names. */
export type Beside = (names: readonly string[]) => Place | undefined

/**
 * What stands beside a metric: other keys of the same map or columns of the same record, as `n` in
 * `{"accuracy": 0.9, "n": 100}`.
 */
export function besideMetric({ within }: Place): Beside {
  return (names) => first(names, (name) => (within === undefined ? undefined : entryOf(within.parent, name)))
}

/**
 * What stands beside a group's value. `group` names the group where the value stands under that name:
 * `{"accuracy": {"F": 0.9}, "n": {"F": 100}}`; the `n` of a map of groups itself is everybody's.
 */
export function besideGroup(value: Place, group: string): Beside {
  const { within } = value
  if (within === undefined || within.segment !== group) return besideMetric(value)
  const above = within.parent.within?.parent
  return (names) => first(names, (name) => below(above, name, group))
}

function below(above: Place | undefined, name: string, group: string): Place | undefined {
  const named = above === undefined ? undefined : entryOf(above, name)
  return named === undefined ? undefined : entryOf(named, group)
}

function first(names: readonly string[], find: (name: string) => Place | undefined): Place | undefined {
  for (const name of names) {
    const found = find(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** The counts that stand beside a value; one that is no whole number, or negative, is none. */
export function countsBeside(beside: Beside, metric: string): Partial<Record<Count, number>> {
  const named = Object.entries(NAMES).map(([count, names]) => [
    count,
    agreed(beside, count === 'n' ? [`${metric}_n`, ...names, ...testNames(beside, metric)] : names),
  ])
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}

/** A `test_size` of 1 or less is the share that was held out, as scikit-learn takes it, and no number of rows. */
function testNames(beside: Beside, metric: string): readonly string[] {
  const words = metric.toLowerCase().split(/[^a-z0-9]+/)
  if (words.some((word) => OTHER_SPLITS.includes(word))) return []
  return TEST.filter((name) => name !== 'test_size' || isAboveOne(beside([name])))
}

function isAboveOne(place: Place | undefined): boolean {
  const node = place?.node
  return node?.kind === 'number' && (parseDecimal(node.text)?.gt('1') ?? false)
}

/** The standard error that a tool wrote beside a metric: `acc_stderr`, and `acc_stderr,none` beside `acc,none`. */
export function errorBeside(beside: Beside, metric: string): number | undefined {
  const comma = metric.indexOf(',')
  const name = comma < 0 ? `${metric}_stderr` : `${metric.slice(0, comma)}_stderr${metric.slice(comma)}`
  const node = beside([name])?.node
  const value = node?.kind === 'number' ? parseDecimal(node.text) : undefined
  return value?.gt('0') ? toDouble(value) : undefined
}

/** The count under any of the names; undefined where two of them say different things. */
function agreed(beside: Beside, names: readonly string[]): number | undefined {
  const found = names.flatMap((name) => beside([name]) ?? []).map(wholeNumber)
  const [first, ...others] = found
  return others.every((other) => other === first) ? first : undefined
}

function wholeNumber(place: Place | undefined): number | undefined {
  const node = place?.node
  const value = node?.kind === 'number' ? parseDecimal(node.text) : undefined
  return value && countOf(value)
}
