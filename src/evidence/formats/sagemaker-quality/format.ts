import type { MapNode, Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'sagemaker-quality',
  title: 'SageMaker model quality',
  roles: ['metrics'],
  shape: '{"binary_classification_metrics": {"accuracy": {"value", "standard_deviation"}}}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** What Model Monitor writes, its constraints and violations too, and what pipelines write by hand in its shape. */
function recognises(root: Node): boolean {
  if (root.kind !== 'map') return false
  return isQuality(root) || isViolations(root) || isConstraints(root)
}

/** `constraint_violations.json`, where nothing was violated an empty list. */
export function isViolations(root: MapNode): boolean {
  const listed = at(root, 'violations')
  if (root.entries.size !== 1 || listed?.kind !== 'list') return false
  return listed.items.every((it) => hasKeys(it, 'feature_name', 'constraint_check_type'))
}

/** `constraints.json`: limits of a model's metrics, or of the data. */
export function isConstraints(root: MapNode): boolean {
  if (hasKeys(root, 'features', 'monitoring_config')) return true
  return [...root.entries].some(([name, { value }]) => {
    if (!/^[a-z_]{1,60}_constraints$/.test(name) || value.kind !== 'map') return false
    return [...value.entries.values()].some(({ value: it }) => hasKeys(it, 'threshold', 'comparison_operator'))
  })
}

function isQuality(root: MapNode): boolean {
  return [...root.entries].some(([name, { value }]) => {
    if (!/^[a-z_]{1,60}_metrics$/.test(name) || value.kind !== 'map') return false
    return [...value.entries.values()].some(({ value: metric }) => hasKeys(metric, 'value'))
  })
}
