import type { Node } from '../../tree.js'
import { hasKeys } from '../shape.js'

/** The array that makes a file one of permutation importance. */
export const MEAN = 'importances_mean'

/** Whether each entry is a feature's: a data frame by its index. */
export function isByFeature(root: Node): boolean {
  if (root.kind !== 'map' || root.entries.size === 0) return false
  return [...root.entries.values()].every(({ value }) => hasKeys(value, MEAN))
}
