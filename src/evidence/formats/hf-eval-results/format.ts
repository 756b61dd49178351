import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'hf-eval-results',
  title: 'Hugging Face .eval_results',
  roles: ['metrics'],
  shape: '[{dataset: {id, task_id}, value}]',
  from: 'tree',
  syntaxes: ['yaml', 'json'],
  recognises,
  load: () => import('./read.js'),
}

/** A list of results; the Hub's API wraps each in `data`. */
function recognises(root: Node): boolean {
  const first = at(root, 0, 'data') ?? at(root, 0)
  return hasKeys(at(first, 'dataset'), 'id', 'task_id') && hasKeys(first, 'value')
}
