import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { at, hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'training-log',
  title: 'training log as CSV (Lightning, Ultralytics, Keras, DVCLive)',
  roles: ['metrics'],
  shape: 'a heading with `epoch` or `step`, and a row for each',
  from: 'tree',
  syntaxes: ['csv'],
  recognises,
  load: () => import('./read.js'),
}

/** Rows that are counted by epoch or step from the first to the last; a table of models or of groups has no such column. */
function recognises(root: Node): boolean {
  if (root.kind !== 'list' || !root.items.every((row) => row.kind === 'map')) return false
  return ['step', 'epoch'].some((counter) => {
    if (!hasKeys(root.items[0], counter)) return false
    let last = Number.NEGATIVE_INFINITY
    return root.items.every((row) => {
      const cell = at(row, counter)
      // Lightning leaves the epoch of some rows empty.
      if (cell?.kind === 'null') return true
      if (!isKind('number', cell) || cell?.kind !== 'number' || !/^\d{1,15}(?:\.0*)?$/.test(cell.text)) return false
      const count = Number.parseInt(cell.text, 10)
      const ascends = count >= last
      last = count
      return ascends
    })
  })
}
