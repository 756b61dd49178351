import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'lm-eval',
  title: 'lm-evaluation-harness results',
  roles: ['metrics'],
  shape: '{"results": {"<task>": {"<metric>,<filter>": …}}, "versions": {…}}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** Versions 0.1 to 0.4 have results and versions by task; a fork of 0.2 has a table of prompts. */
function recognises(root: Node): boolean {
  if (isKind('map', root, 'results') && isKind('map', root, 'versions')) return tasksIn(at(root, 'results'))
  return isKind('map', root, 'table_results') && tasksIn(at(root, 'table_results'))
}

function tasksIn(results: Node | undefined): boolean {
  return results?.kind === 'map' && [...results.entries.values()].every(({ value }) => value.kind === 'map')
}
