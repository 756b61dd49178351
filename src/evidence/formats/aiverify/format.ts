import type { TreeFormat } from '../contract.js'
import { isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'aiverify',
  title: 'AI Verify fairness result',
  roles: ['groups'],
  shape: '{"sensitive_feature": […], "output_classes": […], "results": [{"<metric>": [{"group", "metric"}]}]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => isKind('list', root, 'sensitive_feature') && isKind('list', root, 'results'),
  load: () => import('./read.js'),
}
