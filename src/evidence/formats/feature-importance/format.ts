import type { Node } from '../../tree.js'
import type { Seen, TreeFormat } from '../contract.js'
import { arePairs } from '../lime/pairs.js'
import { MEAN } from '../permutation-importance/shape.js'
import { at, hasKeys, isKind } from '../shape.js'
import { columnsOf, isAlone, isFlat, isIndexed, isRecord, isTable, keysOf, VALUES } from './columns.js'
import { isOrient } from './orients.js'

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
  // What scikit-learn calls `importances` are those of each repeat, beside their mean.
  if (hasKeys(root, MEAN) && isKind('list', root, 'importances', 0)) return false
  const says =
    isKind('map', root, 'feature_importance') || (root.kind === 'list' ? isRecord(at(root, 0)) : isTable(root))
  if (role !== 'explanations') return says && isAlone(root)
  return (
    says || isIndexed(root) || isOrient(root) || arePairs(root) || holdsOne(root) || (syntax === 'csv' && isFlat(root))
  )
}

/** Whether importances stand under one of their names: `{"importance": {"tenure": 0.41}, "created": "…"}`. */
function holdsOne(root: Node): boolean {
  return columnsOf(keysOf(root), VALUES).some((name) => {
    const inner = at(root, name)
    return inner !== undefined && (isFlat(inner) || isIndexed(inner) || isRecord(at(inner, 0)) || arePairs(inner))
  })
}
