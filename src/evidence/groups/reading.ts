import type { Location } from '../../shared/location.js'
import type { Place } from '../place.js'
import type { Node } from '../tree.js'

/** One group's value of the metric. */
export interface Group {
  readonly name: string
  /** What stands there; only a gate decides whether it is a number to compare. */
  readonly value: Node
  readonly at: Location
}

/** What a file may leave unsaid. */
export type Facet = 'metric' | 'by'

/** One way in which a file can be understood as the values of a metric by group. */
export interface GroupReading {
  /** The shape as a path with `*` in place of the group. */
  readonly shape: string
  readonly at: Location
  /** What the file does not name and the policy has to supply. */
  readonly unnamed: readonly Facet[]
  readonly groups: readonly Group[]
}

/** What is looked for. */
export interface Wanted {
  readonly metric: string
  readonly by: string
}

/** Names under which files say how many rows a group has; never a group, never a metric. */
export const SIZES: readonly string[] = ['n', 'count', 'support']

/** Names that tell a plain map of metrics, or of data splits, from one of groups. */
const METRICS: ReadonlySet<string> = new Set(
  `accuracy precision recall f1 f1_macro f1_micro f1_weighted f1_score f1-score roc_auc auc pr_auc log_loss loss brier
  ece mcc mae mse rmse r2 mape selection_rate true_positive_rate false_positive_rate false_negative_rate`.split(/\s+/),
)
const SPLITS: ReadonlySet<string> = new Set(['train', 'training', 'val', 'valid', 'validation', 'dev', 'eval', 'test'])

/** Whether names stand for something plainly other than the groups they would be taken for. */
export function areOther(names: readonly string[], unnamed: readonly Facet[]): boolean {
  const lower = names.map((name) => name.toLowerCase())
  if (unnamed.includes('metric') && lower.some((name) => METRICS.has(name))) return true
  return unnamed.includes('by') && lower.every((name) => SPLITS.has(name))
}

export function isScalar(node: Node): boolean {
  return node.kind !== 'map' && node.kind !== 'list'
}

export function groupOf(name: string, { node, at }: Place): Group {
  return { name, value: node, at }
}

/** Stands for a value that a group lacks: the group stays, so that nobody can hide one by leaving its value out. */
export function lacking(place: Place): Place {
  const { line = 1, column = 1 } = place.at
  return { node: { kind: 'null', at: { line, column }, text: '' }, at: place.at }
}
