import type { TreeFormat } from '../contract.js'
import { at } from '../shape.js'
import { areConditions, isPairs, KEYS } from './pairs.js'

export const format: TreeFormat = {
  id: 'lime',
  title: 'LIME explanation',
  roles: ['explanations'],
  shape: '[["<condition>", <weight>], …], or {"as_list": [["<condition or feature>", <weight>], …]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => areConditions(root) || KEYS.some((key) => isPairs(at(root, key))),
  load: () => import('./read.js'),
}
