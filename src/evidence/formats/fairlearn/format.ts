import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
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

/** Shapes that name neither groups nor metrics as plain maps do; those are read without a format. */
function recognises(root: Node): boolean {
  const isSplit = isKind('list', root, 'index') && isKind('list', root, 'data')
  const isTable = isKind('list', root, 'schema', 'fields') && isKind('list', root, 'data')
  return isSplit || isTable || isOfTuples(root) || hasKeys(root, 'precomputedMetrics', 'precomputedFeatureBins')
}
