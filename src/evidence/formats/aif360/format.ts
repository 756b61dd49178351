import type { TreeFormat } from '../contract.js'
import { textAt } from '../shape.js'

export const format: TreeFormat = {
  id: 'aif360',
  title: 'AIF360 metric as JSON',
  roles: ['metrics'],
  shape: '{"metric", "message", "description", "ideal"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => ['metric', 'message', 'ideal'].every((key) => textAt(root, key) !== undefined),
  load: () => import('./read.js'),
}
