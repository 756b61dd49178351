import type { TreeFormat } from '../contract.js'
import { at, hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'autocannon',
  title: 'autocannon result',
  roles: ['load-test'],
  shape: '{"latency": {"average", "p50", "p97_5"}, "requests": {…}, "non2xx", "errors"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => hasKeys(root, 'non2xx', 'errors', 'requests') && hasKeys(at(root, 'latency'), 'p97_5'),
  load: () => import('./read.js'),
}
