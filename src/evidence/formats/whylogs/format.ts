import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'whylogs',
  title: 'whylogs constraints report',
  roles: ['drift', 'metrics'],
  shape: '[["<constraint>", <passed>, <failed>]]',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** `constraints.report()`: a name and two counts each, since 1.1.26 with a summary behind them. */
function recognises(root: Node): boolean {
  if (root.kind !== 'list' || root.items.length === 0) return false
  return root.items.every((row) => {
    const isShort = row.kind === 'list' && (row.items.length === 3 || row.items.length === 4)
    return isShort && isKind('text', row, 0) && [1, 2].every((index) => /^[01]$/.test(digits(at(row, index))))
  })
}

function digits(node: Node | undefined): string {
  return node?.kind === 'number' ? node.text : ''
}
