import type { TreeFormat } from '../contract.js'
import { ascends, restartOf } from './counts.js'

export const format: TreeFormat = {
  id: 'training-log',
  title: 'training log as CSV (Lightning, Ultralytics, Keras, DVCLive)',
  roles: ['metrics'],
  shape: 'a heading with `epoch` or `step`, and a row for each',
  from: 'tree',
  syntaxes: ['csv'],
  recognises: (root) => ascends(root) || restartOf(root) !== undefined,
  load: () => import('./read.js'),
}
