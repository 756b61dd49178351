import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'
import { isByFeature, MEAN } from './shape.js'

export const format: TreeFormat = {
  id: 'permutation-importance',
  title: 'scikit-learn permutation_importance',
  roles: ['explanations'],
  shape: '{"importances_mean": […], "importances_std": […]}',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises: (root) => [root, at(root, 0)].some((it) => hasKeys(it, MEAN)) || isByFeature(root),
  load: () => import('./read.js'),
}
