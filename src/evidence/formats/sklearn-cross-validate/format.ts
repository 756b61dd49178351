import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'sklearn-cross-validate',
  title: 'scikit-learn cross_validate',
  roles: ['metrics'],
  shape: '{"fit_time": […], "score_time": […], "test_<metric>": […]}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises,
  load: () => import('./read.js'),
}

function recognises(root: Node): boolean {
  return isKind('list', root, 'fit_time') && isKind('list', root, 'score_time')
}
