import type { TreeFormat } from '../contract.js'
import { hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'promptfoo',
  title: 'promptfoo results',
  roles: ['metrics'],
  shape: '{"evalId", "results": {"stats": {"successes", "failures", "errors"}, "prompts": […]}}',
  from: 'tree',
  syntaxes: ['json', 'yaml'],
  recognises: (root) => hasKeys(root, 'results') && isKind('map', root, 'results', 'stats') && hasKeys(root, 'evalId'),
  load: () => import('./read.js'),
}
