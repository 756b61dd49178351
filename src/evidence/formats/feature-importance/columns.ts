import { folded } from '../../groups/vocabulary.js'
import type { Node } from '../../tree.js'
import { at } from '../shape.js'

/**
 * What people and tools call the column of the features, and the one of their importances, whatever the case:
 * `Feature`, `MeanAbsSHAP`. A name of the second list counts where none of the first is there.
 */
export const NAMES: Names = [
  ['feature', 'features', 'feature_name', 'feature_names'],
  ['column', 'variable', 'feature_id', 'col_name'],
]
export const VALUES: Names = [
  [
    ...['importance', 'importances', 'feature_importance', 'feature_importances', 'importance_mean'],
    ...['mean_abs_shap', 'mean_abs_shap_value', 'mean_absolute_shap', 'shap_importance', 'permutation_importance'],
  ],
  [
    ...['gain', 'total_gain', 'split', 'weight', 'importance_gain', 'importance_split', 'relative_importance'],
    ...['shap_value', 'feature_importance_vals'],
  ],
]
/** What else such a file holds: pandas' index, spread, and how the values were got. */
const BESIDE = ['', 'index', 'unnamed_0', 'rank', 'std', 'importance_std', 'feature_importance', 'method', 'samples']

/** Names of a column: the usual ones, and those that are believed where none of them is there. */
type Names = readonly [readonly string[], readonly string[]]

/** Most columns of a table; what has more keys is a map of something else. Every file is asked. */
const MAX_COLUMNS = 1000

/** The columns of these keys that go by one of the names. */
export function columnsOf(keys: Iterable<string>, lists: Names): string[] {
  const called: { readonly key: string; readonly name: string }[] = []
  for (const key of keys) {
    if (called.length === MAX_COLUMNS) return []
    called.push({ key, name: folded(key) })
  }
  const among = (names: readonly string[]) => called.flatMap(({ key, name }) => (names.includes(name) ? [key] : []))
  const usual = among(lists[0])
  return usual.length > 0 ? usual : among(lists[1])
}

/** The names of a map's entries; none of anything else. */
export function keysOf(node: Node | undefined): Iterable<string> {
  return node?.kind === 'map' ? node.entries.keys() : []
}

/** Whether a record names a feature and its importance. */
export function isRecord(node: Node | undefined): boolean {
  return columnsOf(keysOf(node), NAMES).length > 0 && columnsOf(keysOf(node), VALUES).length > 0
}

/** Whether a map is a record or holds columns: numbers by name are neither, whatever the features are called. */
export function isTable(root: Node): boolean {
  const [name = ''] = columnsOf(keysOf(root), NAMES)
  return isRecord(root) && (at(root, name)?.kind !== 'number' || isKnown(root, VALUES.flat()))
}

/** A name for each importance, or pandas' index in its place (`{"tenure": {"importance": 0.41}}`). */
export function isIndexed(root: Node): boolean {
  // A feature may be called `weight`: so the less usual names are believed beside a name only.
  const isOfOne = (value: Node) => columnsOf(keysOf(value), [VALUES[0], []]).length > 0 || isRecord(value)
  return root.kind === 'map' && everyValue(root, isOfOne)
}

/** Numbers by name, as a CSV file of two columns becomes. */
export function isFlat(root: Node): boolean {
  const kinds = ['number', 'nonfinite', 'null']
  return root.kind === 'map' && everyValue(root, ({ kind }) => kinds.includes(kind))
}

/** Whether a file holds nothing but importances under their usual names. */
export function isAlone(root: Node): boolean {
  return (root.kind === 'list' ? root.items : [root]).every((record) => isKnown(record, VALUES[0]))
}

function isKnown(record: Node, values: readonly string[]): boolean {
  const known = [...NAMES.flat(), ...values, ...BESIDE]
  return record.kind === 'map' && [...keysOf(record)].every((key) => known.includes(folded(key)))
}

function everyValue(root: Extract<Node, { kind: 'map' }>, is: (value: Node) => boolean): boolean {
  return root.entries.size > 0 && [...root.entries.values()].every(({ value }) => is(value))
}
