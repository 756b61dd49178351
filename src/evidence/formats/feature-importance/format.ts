import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'
import { NAMES, VALUES } from './columns.js'

export const format: TreeFormat = {
  id: 'feature-importance',
  title: 'feature importance',
  roles: ['explanations'],
  shape: '{"feature_importance": {…}}, [{"feature", "importance"}], or feature,importance',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises,
  load: () => import('./read.js'),
}

/** Shapes that say what they are; a plain `{"tenure": 0.41}` needs no format. */
function recognises(root: Node): boolean {
  if (isKind('map', root, 'feature_importance')) return true
  const record = root.kind === 'list' ? at(root, 0) : root
  return NAMES.some((name) => hasKeys(record, name)) && VALUES.some((name) => hasKeys(record, name))
}
