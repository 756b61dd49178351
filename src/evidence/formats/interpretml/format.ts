import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'interpretml',
  title: 'InterpretML explanation',
  roles: ['explanations'],
  shape:
    '{"names": […], "scores": […]} (of one row with "values" and "perf"), or an EBM with "term_names" and "term_importances"',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** `explain_global().data()`, alone or under `overall`, or `explain_local(…).data(0)`; names and scores side by side. */
function recognises(root: Node): boolean {
  const isData = (node: Node | undefined) => isKind('list', node, 'names') && isKind('list', node, 'scores')
  return isData(root) || isData(at(root, 'overall')) || hasKeys(root, 'term_names', 'term_importances')
}
