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

/** Columns of a sample, since 0.2 and before it: of the first row, of the only one, or below the index of pandas. */
function recognises(root: Node): boolean {
  if (root.kind === 'list') return isSample(at(root, 0))
  if (root.kind !== 'map') return false
  const [first] = root.entries.values()
  return isSample(root) || isSample(first?.value)
}

function isSample(row: Node | undefined): boolean {
  return hasKeys(row, 'user_input', 'response') || hasKeys(row, 'question', 'answer', 'contexts')
}
