import type { Node } from '../../tree.js'
import type { Seen, TreeFormat } from '../contract.js'
import { at, isKind } from '../shape.js'
import { has, isAlone, isFlat, isIndexed, NAMES, VALUES } from './columns.js'

export const format: TreeFormat = {
  id: 'feature-importance',
  title: 'feature importance',
  roles: ['explanations'],
  shape: '{"feature_importance": {…}}, [{"feature", "importance"}], feature,importance, or pandas\' ,importance',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises,
  load: () => import('./read.js'),
}

/**
 * Shapes that say what they are; a plain `{"tenure": 0.41}` needs no format. A file of metrics or groups may hold
 * importances beside them, and pandas' index says nothing: so what the file is named for decides.
 */
function recognises(root: Node, { role, syntax }: Seen): boolean {
  const record = root.kind === 'list' ? at(root, 0) : root
  const says = isKind('map', root, 'feature_importance') || (has(record, NAMES) && has(record, VALUES))
  if (role !== 'explanations') return says && isAlone(root)
  return says || isIndexed(root) || (syntax === 'csv' && isFlat(root))
}
