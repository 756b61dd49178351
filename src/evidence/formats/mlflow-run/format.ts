import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'

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
function recognises(root: Node): boolean {
  const run = entry(root, 'run')
  const [first] = itemsIn(entry(root, 'runs'))
  const exported = entry(root, 'mlflow') ?? root
  return isRun(run) || isRun(first) || (isInfo(entry(exported, 'info')) && entry(exported, 'metrics')?.kind === 'map')
}

function isRun(node: Node | undefined): boolean {
  return isInfo(entry(node, 'info')) && entry(node, 'data')?.kind === 'map'
}

function isInfo(info: Node | undefined): boolean {
  return entry(info, 'run_id') !== undefined || entry(info, 'run_uuid') !== undefined
}

function entry(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined
}

function itemsIn(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : []
}
