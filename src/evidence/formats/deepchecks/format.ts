import type { TreeFormat } from '../contract.js'
import { isKind, textAt } from '../shape.js'

export const format: TreeFormat = {
  id: 'deepchecks',
  title: 'deepchecks suite result',
  roles: ['drift', 'metrics'],
  shape: '{"type": "SuiteResult", "results": [{"type": "CheckResult", "check", "conditions_results"}]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => textAt(root, 'type') === 'SuiteResult' && isKind('list', root, 'results'),
  load: () => import('./read.js'),
}
