import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'evidently-tests',
  title: 'Evidently test suite (0.6 and older)',
  roles: ['drift', 'metrics'],
  shape: '{"tests": [{"name", "status"}], "summary": {"all_passed", "by_status"}}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises: (root) => isKind('list', root, 'tests') && hasKeys(at(root, 'summary'), 'all_passed', 'by_status'),
  load: () => import('./read.js'),
}
