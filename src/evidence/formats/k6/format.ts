import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'k6',
  title: 'k6 summary',
  roles: ['load-test'],
  shape: '{"metrics": {"http_req_duration": {…}, "iterations": {…}}, "root_group"}, or {"results": {"metrics": […]}}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** `handleSummary`, `--summary-export`, and the summary of k6 1.x. */
function recognises(root: Node): boolean {
  const isOld = isKind('map', root, 'root_group') && hasKeys(at(root, 'metrics'), 'iteration_duration')
  const isBare = hasKeys(at(root, 'metrics'), 'iterations', 'iteration_duration')
  return isOld || isBare || (hasKeys(at(root, 'metadata'), 'k6_version') && isKind('list', root, 'results', 'metrics'))
}
