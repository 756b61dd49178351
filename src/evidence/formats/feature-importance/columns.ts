import type { Node } from '../../tree.js'

/** What people call the column of the features, and the one of their importances. */
export const NAMES = ['feature', 'feature_name', 'column']
export const VALUES = [
  'importance',
  'importances',
  'mean_abs_shap',
  'mean_abs_shap_value',
  'shap_importance',
  'importance_mean',
]
/** What else such a file holds: pandas' index, spread, and how the values were got. */
const BESIDE = ['', 'index', 'Unnamed: 0', 'rank', 'std', 'importance_std', 'feature_importance', 'method', 'samples']

/** A name for each importance, or pandas' index in its place (`{"tenure": {"importance": 0.41}}`). */
export function isIndexed(root: Node): boolean {
  return root.kind === 'map' && everyValue(root, (value) => has(value, VALUES))
}

/** Numbers by name, as a CSV file of two columns becomes. */
export function isFlat(root: Node): boolean {
  const kinds = ['number', 'nonfinite', 'null']
  return root.kind === 'map' && everyValue(root, ({ kind }) => kinds.includes(kind))
}

export function has(node: Node | undefined, names: readonly string[]): boolean {
  return node?.kind === 'map' && names.some((name) => node.entries.has(name))
}

/** Whether a file holds nothing but importances. */
export function isAlone(root: Node): boolean {
  const records = root.kind === 'list' ? root.items : [root]
  const known = [...NAMES, ...VALUES, ...BESIDE]
  return records.every(
    (record) => record.kind === 'map' && [...record.entries.keys()].every((it) => known.includes(it)),
  )
}

function everyValue(root: Extract<Node, { kind: 'map' }>, is: (value: Node) => boolean): boolean {
  return root.entries.size > 0 && [...root.entries.values()].every(({ value }) => is(value))
}
