import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'great-expectations',
  title: 'Great Expectations validation result',
  roles: ['metrics', 'drift'],
  shape: '{"success", "statistics": {"evaluated_expectations", …}, "results": […]}, or a checkpoint of these',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** A validation, or a checkpoint of several. */
function recognises(root: Node): boolean {
  const isOne = hasKeys(at(root, 'statistics'), 'evaluated_expectations') && hasKeys(root, 'success')
  return (
    isOne || ((isKind('map', root, 'run_results') || hasKeys(root, 'validation_results')) && hasKeys(root, 'success'))
  )
}
