import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'evidently-snapshot',
  title: 'Evidently report (0.7 and newer)',
  roles: ['drift', 'metrics'],
  shape: '{"metrics": [{"metric_name": "ValueDrift(column=…)", "value": …}], "tests": […]}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises,
  load: () => import('./read.js'),
}

/** `metric_name` was `metric_id` before 0.7.15. */
function recognises(root: Node): boolean {
  const metrics = at(root, 'metrics')
  if (metrics?.kind !== 'list' || metrics.items.length === 0) return false
  return metrics.items.every((it) => hasKeys(it, 'value') && (hasKeys(it, 'metric_name') || hasKeys(it, 'metric_id')))
}
