import { type Decimal, decimal } from '../shared/decimal.js'
import { decimalOf, mapOf, moved } from './formats/build.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from './place.js'
import type { Node } from './tree.js'

const MAP50 = 'metrics/mAP50(B)'
const MAP50_95 = 'metrics/mAP50-95(B)'

/**
 * What a log of records holds in the end. A value is that of the last record that fills it: Lightning writes training and
 * validation on records of their own. The records are under `rows`. Of a log of Ultralytics the record that `best.pt` is from
 * is under `best` (`ultralytics/utils/metrics.py`, `fitness`): often it is not the last.
 */
export function lastFilled(root: Node, path: string): Node {
  const rows = itemsOf(rootOf({ path, content: root }))
  const last = new Map<string, Place>()
  for (const row of rows) {
    for (const [column, cell] of entriesOf(row)) if (cell.node.kind !== 'null') last.set(column, cell)
  }
  const values = [...last].map(([column, cell]) => [column, moved(cell)] as const)
  const best = bestRow(rows)
  return mapOf(root.at, [
    ...values,
    ['best', best === undefined ? undefined : moved(best)],
    ['rows', { ...root, at: { ...root.at, pointer: '' } }],
  ])
}

/** The first row of the highest 0.1 · mAP50 + 0.9 · mAP50-95. */
function bestRow(rows: readonly Place[]): Place | undefined {
  let best: { readonly row: Place; readonly fitness: Decimal } | undefined
  for (const row of rows) {
    const [half, all] = [decimalOf(entryOf(row, MAP50)), decimalOf(entryOf(row, MAP50_95))]
    if (half === undefined || all === undefined) continue
    const fitness = half.times(decimal('0.1')).plus(all.times(decimal('0.9')))
    if (best === undefined || fitness.gt(best.fitness)) best = { row, fitness }
  }
  return best?.row
}
