import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'model-card-toolkit',
  title: 'Model Card Toolkit card',
  roles: ['model-card', 'metrics', 'groups'],
  shape: '{"model_details": {…}, "considerations": {…}, "quantitative_analysis": {"performance_metrics": […]}}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises,
  load: () => import('./read.js'),
}

/** The JSON Schema of a card, which looks like one. */
export function isSchema(root: Node): boolean {
  return isKind('map', root, 'properties', 'model_details') || isKind('map', root, 'definitions', 'ModelCard')
}

/** Google's card, 0.0.1 and 0.0.2, VerifyML's that grew out of it, and the JSON Schemas that are taken for cards. */
function recognises(root: Node): boolean {
  if (isSchema(root)) return true
  const parts = ['considerations', 'quantitative_analysis', 'model_parameters', 'fairness_analysis', 'schema_version']
  const isAlone = root.kind === 'map' && root.entries.size === 1
  return isKind('map', root, 'model_details') && (isAlone || parts.some((part) => hasKeys(root, part)))
}
