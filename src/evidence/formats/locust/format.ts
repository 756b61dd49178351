import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'locust',
  title: 'locust statistics',
  roles: ['load-test'],
  shape: 'Type,Name,Request Count,Failure Count,Median Response Time,… or [{"name", "num_requests", "response_times"}]',
  from: 'tree',
  syntaxes: ['csv', 'json'],
  recognises,
  load: () => import('./read.js'),
}

/** Headings of the files that `--csv` writes, and the records of `--json`. */
function recognises(root: Node): boolean {
  // A table of one row is that row.
  const row = root.kind === 'list' ? at(root, 0) : root
  const isStatistics =
    hasKeys(row, 'Type', 'Name', 'Request Count') ||
    hasKeys(row, 'Type', 'Name', '# requests') ||
    hasKeys(row, 'Method', 'Name', '# requests', '# failures')
  const isHistory = hasKeys(row, 'Timestamp', 'User Count')
  const isFailures =
    hasKeys(row, 'Method', 'Name', 'Error', 'Occurrences') || hasKeys(row, 'Count', 'Message', 'Traceback')
  return isStatistics || isHistory || isFailures || hasKeys(row, 'num_requests', 'num_failures', 'response_times')
}
