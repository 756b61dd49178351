import { type Decimal, decimal } from '../shared/decimal.js'
import { message } from '../shared/message.js'
import { decimalOf, mapOf, moved, refused } from './formats/build.js'
import { shownIn } from './formats/once.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from './place.js'
import type { Node } from './tree.js'

/**
 * What a log of records holds in the end. A value is that of the last record that fills it: Lightning writes training and
 * validation on records of their own. The records are under `rows`. Of a log of Ultralytics the record that `best.pt` is from
 * is under `best`: often it is not the last.
 */
export function lastFilled(root: Node, path: string): Node {
  const rows = itemsOf(rootOf({ path, content: root }))
  const last = new Map<string, Place>()
  for (const row of rows) {
    for (const [column, cell] of entriesOf(row)) if (cell.node.kind !== 'null') last.set(column, cell)
  }
  const values = [...last].map(([column, cell]) => [column, moved(cell)] as const)
  return mapOf(root.at, [
    ...values,
    ['best', agreed(bestRows(rows), path)],
    ['rows', { ...root, at: { ...root.at, pointer: '' } }],
  ])
}

/** What is found is boxes, masks or poses: the fitness of a segmentation is that of its boxes and its masks together. */
const FOUND = ['B', 'M', 'P']

/** Shares of mAP50 and mAP50-95 in the fitness (`ultralytics/utils/metrics.py`): 8.3.160 has the first, 8.3.200 the others. */
const WEIGHTS = [
  [decimal('0.1'), decimal('0.9')],
  [decimal('0'), decimal('1')],
] as const

/**
 * The rows that `best.pt` may be from, by their fitness as the log states it: all that are equally good, under all the weights that
 * the log's version may have had. One without `time` is older than the second weights.
 */
function bestRows(rows: readonly Place[]): Place[] {
  const [first] = rows
  if (first === undefined) return []
  const weights = entryOf(first, 'time') === undefined ? WEIGHTS.slice(0, 1) : WEIGHTS
  return [...new Set(weights.flatMap(([half, all]) => fittest(rows, (row) => fitnessOf(row, half, all))))]
}

function fittest(rows: readonly Place[], fitness: (row: Place) => Decimal | undefined): Place[] {
  let best: Decimal | undefined
  let found: Place[] = []
  for (const row of rows) {
    const value = fitness(row)
    if (value === undefined || (best !== undefined && value.lt(best))) continue
    if (best === undefined || value.gt(best)) found = []
    best = value
    found.push(row)
  }
  return found
}

/** Undefined where the row does not have all the figures that it is made of. */
function fitnessOf(row: Place, half: Decimal, all: Decimal): Decimal | undefined {
  const parts = FOUND.map((it) => [entryOf(row, `metrics/mAP50(${it})`), entryOf(row, `metrics/mAP50-95(${it})`)])
  const stated = parts.filter((pair) => pair.some((cell) => cell !== undefined))
  if (stated.length === 0) return undefined
  return stated.reduce<Decimal | undefined>((sum, [map50, map50to95]) => {
    const [a, b] = [decimalOf(map50), decimalOf(map50to95)]
    return sum && a && b && sum.plus(a.times(half)).plus(b.times(all))
  }, decimal('0'))
}

/** What all of these rows say; where they differ nobody knows which of them is meant. */
function agreed(rows: readonly Place[], path: string): Node | undefined {
  const [first, ...others] = rows
  if (first === undefined) return undefined
  if (others.length === 0) return moved(first)
  const places = rows.slice(0, 2).map(({ node }) => shownIn(path)(node))
  const cells = entriesOf(first).map(([column, cell]): [string, Node] => {
    const value = moved(cell)
    const isSame = others.every((row) => sameText(entryOf(row, column)?.node, value))
    return [column, isSame ? value : refused(value, message('evidence.value.best', { places }))]
  })
  return mapOf(moved(first).at, cells)
}

function sameText(a: Node | undefined, b: Node): boolean {
  return a?.kind === b.kind && 'text' in a && 'text' in b && a.text === b.text
}
