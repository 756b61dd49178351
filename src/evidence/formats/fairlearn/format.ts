import type { Node } from '../../tree.js'
import type { Seen, TreeFormat } from '../contract.js'
import { hasKeys, isKind } from '../shape.js'
import { isOfTuples } from './tuples.js'

export const format: TreeFormat = {
  id: 'fairlearn',
  title: 'Fairlearn MetricFrame.by_group as pandas writes it',
  roles: ['groups'],
  shape:
    '{"columns", "index", "data"}, {"schema", "data"}, {"<metric>": {"(\'F\', \'18-29\')": …}}, or a dashboard dictionary',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises,
  load: () => import('./read.js'),
}

/**
 * Shapes that name neither groups nor metrics as plain maps do; those are read without a format. pandas writes whatever
 * it holds in its orients, so they count only in a file that is named for groups or metrics.
 */
function recognises(root: Node, { role }: Seen): boolean {
  const isSplit = isKind('list', root, 'index') && isKind('list', root, 'data')
  const isTable = isKind('list', root, 'schema', 'fields') && isKind('list', root, 'data')
  const isOrient = (isSplit || isTable) && (role === 'groups' || role === 'metrics')
  return isOrient || isOfTuples(root) || hasKeys(root, 'precomputedMetrics', 'precomputedFeatureBins')
}
