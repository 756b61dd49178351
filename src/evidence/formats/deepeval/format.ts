import type { TreeFormat } from '../contract.js'
import { hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'deepeval',
  title: 'deepeval test run',
  roles: ['metrics'],
  shape: '{"testCases": […], "metricsScores": [{"metric", "scores", "passes", "fails"}]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => isKind('list', root, 'metricsScores') && hasKeys(root, 'testCases'),
  load: () => import('./read.js'),
}
