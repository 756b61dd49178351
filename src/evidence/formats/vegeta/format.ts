import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'vegeta',
  title: 'vegeta report',
  roles: ['load-test'],
  shape: '{"latencies": {"mean", "50th", "99th"}, "requests", "success", "status_codes"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => hasKeys(root, 'latencies', 'success', 'status_codes') && hasKeys(at(root, 'latencies'), '99th'),
  load: () => import('./read.js'),
}
