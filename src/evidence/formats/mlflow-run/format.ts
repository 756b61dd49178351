import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'mlflow-run',
  title: 'MLflow run as JSON',
  roles: ['metrics'],
  shape: '{"run": {"info", "data": {"metrics"}}}, {"runs": […]}, or {"info", "metrics", "params"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** The REST API's answers, and the files of mlflow-export-import, wrapped or not. */
function recognises(whole: Node): boolean {
  // A recorded answer keeps its request beside it.
  const root = at(whole, 'response') ?? whole
  const exported = at(root, 'mlflow') ?? root
  const isExport = isInfo(at(exported, 'info')) && isKind('map', exported, 'metrics')
  return isRun(at(root, 'run')) || isRun(at(root, 'runs', 0)) || isExport
}

function isRun(node: Node | undefined): boolean {
  return isInfo(at(node, 'info')) && isKind('map', node, 'data')
}

function isInfo(info: Node | undefined): boolean {
  return hasKeys(info, 'run_id') || hasKeys(info, 'run_uuid')
}
