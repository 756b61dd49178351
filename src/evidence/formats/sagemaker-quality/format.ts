import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { hasKeys } from '../shape.js'

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

/** What Model Monitor writes, and what pipelines write by hand in its shape. */
function recognises(root: Node): boolean {
  if (root.kind !== 'map') return false
  return [...root.entries].some(([name, { value }]) => {
    if (!/^[a-z_]{1,60}_metrics$/.test(name) || value.kind !== 'map') return false
    return [...value.entries.values()].some(({ value: metric }) => hasKeys(metric, 'value'))
  })
}
