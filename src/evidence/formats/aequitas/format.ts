import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'aequitas',
  title: 'Aequitas crosstab',
  roles: ['groups'],
  shape: 'attribute_name,attribute_value,…,fpr,fnr,…',
  from: 'tree',
  syntaxes: ['csv', 'json'],
  recognises,
  load: () => import('./read.js'),
}

function recognises(root: Node): boolean {
  return root.kind === 'list' && hasKeys(at(root, 0), 'attribute_name', 'attribute_value', 'fpr', 'fnr')
}
