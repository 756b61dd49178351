import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'permutation-importance',
  title: 'scikit-learn permutation_importance',
  roles: ['explanations'],
  shape: '{"importances_mean": […], "importances_std": […]}',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises: (root) => hasKeys(root, 'importances_mean') || hasKeys(at(root, 0), 'importances_mean'),
  load: () => import('./read.js'),
}
