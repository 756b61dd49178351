import type { TreeFormat } from '../contract.js'
import { hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'wandb-summary',
  title: 'Weights & Biases summary',
  roles: ['metrics'],
  shape: '{"_wandb": {…}, "_step", "_timestamp", …}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) =>
    hasKeys(root, '_wandb') || hasKeys(root, '_step', '_timestamp') || hasKeys(root, '_runtime', '_timestamp'),
  load: () => import('./read.js'),
}
