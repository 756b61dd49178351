import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'evidently-report',
  title: 'Evidently report (0.6 and older)',
  roles: ['drift', 'metrics'],
  shape: '{"metrics": [{"metric": "DatasetDriftMetric", "result": {…}}]}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises,
  load: () => import('./read.js'),
}

function recognises(root: Node): boolean {
  const metrics = at(root, 'metrics')
  return (
    metrics?.kind === 'list' && metrics.items.length > 0 && metrics.items.every((it) => hasKeys(it, 'metric', 'result'))
  )
}
