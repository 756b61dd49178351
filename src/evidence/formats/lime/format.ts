import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'lime',
  title: 'LIME explanation',
  roles: ['explanations'],
  shape: '[["<condition>", <weight>], …]',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => isPairs(root) || ['as_list', 'explanation', 'lime'].some((key) => isPairs(at(root, key))),
  load: () => import('./read.js'),
}

/** Every item is a text and a number. */
function isPairs(node: Node | undefined): boolean {
  if (node?.kind !== 'list' || node.items.length === 0) return false
  return node.items.every(
    (item) => item.kind === 'list' && item.items.length === 2 && isKind('text', item, 0) && isKind('number', item, 1),
  )
}
