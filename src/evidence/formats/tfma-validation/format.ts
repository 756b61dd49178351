import type { TreeFormat } from '../contract.js'
import { hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'tfma-validation',
  title: 'TensorFlow Model Analysis validation result',
  roles: ['metrics'],
  shape: '{"validationOk", "metricValidationsPerSlice": […]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) =>
    ['validationOk', 'metricValidationsPerSlice', 'validationDetails', 'validation_ok'].some((key) =>
      hasKeys(root, key),
    ) && !hasKeys(root, 'results'),
  load: () => import('./read.js'),
}
