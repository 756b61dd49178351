import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'sklearn-report',
  title: 'scikit-learn classification_report',
  roles: ['metrics', 'groups'],
  shape: '{"<class>": {"precision", "recall", "f1-score", "support"}, "macro avg": {…}, "weighted avg": {…}}',
  from: 'tree',
  syntaxes: ['json', 'yaml', 'csv'],
  recognises,
  load: () => import('./read.js'),
}

const COLUMNS = ['precision', 'recall', 'f1-score', 'support']

/** A report has both averages, whatever its classes are called; as a data frame they are rows or columns. */
function recognises(root: Node): boolean {
  const isAverage = (name: string) => hasKeys(at(root, name), ...COLUMNS)
  const isFrame = COLUMNS.every((name) => hasKeys(at(root, name), 'macro avg', 'weighted avg'))
  return (isAverage('macro avg') && isAverage('weighted avg')) || isFrame
}
