import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'perf-analyzer',
  title: 'Triton perf_analyzer',
  roles: ['load-test'],
  shape: 'Concurrency,Inferences/Second,Client Send,…,p99 latency',
  from: 'tree',
  syntaxes: ['csv'],
  recognises,
  load: () => import('./read.js'),
}

function recognises(root: Node): boolean {
  const row = root.kind === 'list' ? at(root, 0) : root
  return hasKeys(row, 'Inferences/Second') && (hasKeys(row, 'Concurrency') || hasKeys(row, 'Request Rate'))
}
