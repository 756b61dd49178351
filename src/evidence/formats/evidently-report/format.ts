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
  recognises: (root) => recognises(root) || isSaved(root),
  load: () => import('./read.js'),
}

/** What `save()` writes, a report's state and no result; it is told so that nobody wonders why it says nothing. */
export function isSaved(root: Node): boolean {
  const type = at(root, 'suite', 'metrics', 0, 'type')
  return type?.kind === 'text' && /^evidently[.:]/.test(type.text)
}

function recognises(root: Node): boolean {
  const metrics = at(root, 'metrics')
  return (
    metrics?.kind === 'list' && metrics.items.length > 0 && metrics.items.every((it) => hasKeys(it, 'metric', 'result'))
  )
}
