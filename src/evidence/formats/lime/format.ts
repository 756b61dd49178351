import type { TreeFormat } from '../contract.js'
import { at } from '../shape.js'
import { isPairs, KEYS } from './pairs.js'

export const format: TreeFormat = {
  id: 'lime',
  title: 'LIME explanation',
  roles: ['explanations'],
  shape: '[["<condition>", <weight>], …]',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => isPairs(root) || KEYS.some((key) => isPairs(at(root, key))),
  load: () => import('./read.js'),
}
