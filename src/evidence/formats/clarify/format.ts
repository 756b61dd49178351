import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'clarify',
  title: 'SageMaker Clarify analysis',
  roles: ['metrics', 'explanations'],
  shape: '{"post_training_bias_metrics": {"facets": {…}}} or {"explanations": {"kernel_shap": {…}}}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** `analysis.json`; the configuration that goes by the same name has `methods` instead. */
function recognises(root: Node): boolean {
  const bias = ['pre_training_bias_metrics', 'post_training_bias_metrics'].some((it) =>
    isKind('map', root, it, 'facets'),
  )
  return bias || isKind('map', root, 'explanations', 'kernel_shap')
}
