import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

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
  return isSplit || isTable || hasTuples(root) || hasKeys(root, 'precomputedMetrics', 'precomputedFeatureBins')
}

/** Two sensitive features in one key, as Python writes a tuple: at the first level or the second. */
function hasTuples(root: Node): boolean {
  if (root.kind !== 'map') return false
  const [first] = root.entries.values()
  return [root, at(first?.value)].some((level) => {
    const [key = ''] = level?.kind === 'map' ? level.entries.keys() : []
    return /^\(.{1,200},.{1,200}\)$/s.test(key)
  })
}
