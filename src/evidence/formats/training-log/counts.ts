import type { Node } from '../../tree.js'
import { at, hasKeys } from '../shape.js'

/** What a row of a training log is counted by. */
const COUNTERS = ['step', 'epoch']

/** Whether rows are counted by epoch or step from the first to the last; a table of models or of groups has no such column. */
export function ascends(root: Node): boolean {
  return COUNTERS.some((counter) => {
    // Lightning leaves the epoch of some rows empty.
    const counts = countsOf(root, counter)?.filter((count) => count !== undefined)
    return counts?.every((count, index) => index === 0 || count >= (counts[index - 1] ?? 0)) ?? false
  })
}

/**
 * Where a log that another training was appended to starts over, as Keras' CSVLogger does it: its first column counts one
 * by one, and goes back to where it began. Other numbers that go up and down are no log's.
 */
export function restartOf(root: Node): { readonly counter: string; readonly row: Node } | undefined {
  if (root.kind !== 'list' || root.items[0]?.kind !== 'map') return undefined
  const [counter = ''] = root.items[0].entries.keys()
  const counts = COUNTERS.includes(counter) ? countsOf(root, counter) : undefined
  const [first, ...others] = counts ?? []
  if (counts === undefined || first === undefined || first > 1) return undefined
  const isOneByOne = others.every((count, index) => count === first || count === (counts[index] ?? Number.NaN) + 1)
  const row = root.items.find((_, index) => index > 0 && counts[index] === first)
  return isOneByOne && row !== undefined ? { counter, row } : undefined
}

/** A column's counts, undefined where a cell is empty; undefined where the column is not there or holds anything else. */
function countsOf(root: Node, counter: string): readonly (number | undefined)[] | undefined {
  if (root.kind !== 'list' || !root.items.every((row) => row.kind === 'map')) return undefined
  if (!hasKeys(root.items[0], counter)) return undefined
  const cells = root.items.map((row) => at(row, counter))
  if (!cells.every((cell) => cell?.kind === 'null' || isCount(cell))) return undefined
  return cells.map((cell) => (cell?.kind === 'number' ? Number.parseInt(cell.text, 10) : undefined))
}

function isCount(cell: Node | undefined): boolean {
  return cell?.kind === 'number' && /^\d{1,15}(?:\.0*)?$/.test(cell.text)
}
