import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'ragas',
  title: 'ragas results as CSV',
  roles: ['metrics'],
  shape: 'user_input,retrieved_contexts,response,reference,faithfulness,…',
  from: 'tree',
  syntaxes: ['csv', 'json'],
  recognises,
  load: () => import('./read.js'),
}

/** Columns of a sample, since 0.2 and before it. */
function recognises(root: Node): boolean {
  const row = root.kind === 'list' ? at(root, 0) : root
  return hasKeys(row, 'user_input', 'response') || hasKeys(row, 'question', 'answer', 'contexts')
}
