import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'deepeval',
  title: 'deepeval test run',
  roles: ['metrics'],
  shape: '{"testCases": […], "metricsScores": [{"metric", "scores", "passes", "fails"}]}, or this as "testRunData"',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => isRun(root) || isRun(at(root, 'testRunData')),
  load: () => import('./read.js'),
}

/** As deepeval writes it to a folder of results, and within `.deepeval/.latest_test_run.json`. */
function isRun(root: Node | undefined): boolean {
  return isKind('list', root, 'metricsScores') && hasKeys(root, 'testCases')
}
