import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'

export const format: TreeFormat = {
  id: 'sklearn-report',
  title: 'scikit-learn classification_report',
  roles: ['metrics', 'groups'],
  shape: '{"macro avg": {"precision", "recall", "f1-score", "support"}, "weighted avg": {…}}',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises,
  load: () => import('./read.js'),
}

/** A report has both averages, whatever its classes are called. */
function recognises(root: Node): boolean {
  return (
    root.kind === 'map' && isRow(root.entries.get('macro avg')?.value) && isRow(root.entries.get('weighted avg')?.value)
  )
}

function isRow(node: Node | undefined): boolean {
  return node?.kind === 'map' && ['precision', 'recall', 'f1-score', 'support'].every((name) => node.entries.has(name))
}
