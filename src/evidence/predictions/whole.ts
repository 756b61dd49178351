import type { Node } from '../tree.js'
import { Collector, Enough, positionsOf } from './columns.js'
import type { Table } from './contract.js'
import { plainOf } from './values.js'

/** A cell of the table: a value, or none. */
type Cells = (row: number, column: number) => Node | undefined

/**
 * The table in a JSON value as pandas' `DataFrame.to_json` writes it: records, `split` (`{"columns", "index", "data"}`)
 * or columns (`{"y_true": {"0": 1}}`): https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html
 * Undefined where it is none of these.
 */
export function tableOf(root: Node, path: string): Table | undefined {
  const shape = records(root) ?? split(root) ?? columns(root)
  if (shape === undefined) return undefined
  const { header, rows, cell } = shape
  return {
    format: 'json',
    path,
    columns: header,
    scan: async (wanted, visit) => {
      const positions = positionsOf({ path, columns: header }, wanted)
      if (!positions.ok) return positions
      const collector = new Collector(path, wanted, visit)
      try {
        for (let row = 0; row < rows; row += 1) {
          for (const [index, column] of positions.value.entries()) {
            const node = cell(row, column)
            collector.value(index, plainOf(node), node?.at.line ?? row + 1)
          }
          collector.next()
        }
      } catch (error) {
        if (!(error instanceof Enough)) throw error
      }
      return collector.end()
    },
  }
}

interface Shape {
  readonly header: readonly string[]
  readonly rows: number
  readonly cell: Cells
}

function records(root: Node): Shape | undefined {
  if (root.kind !== 'list') return undefined
  const [first] = root.items
  if (first?.kind !== 'map' || root.items.some(({ kind }) => kind !== 'map')) return undefined
  const header = [...first.entries.keys()]
  return {
    header,
    rows: root.items.length,
    cell: (row, column) => entry(root.items[row], header[column]),
  }
}

function split(root: Node): Shape | undefined {
  const names = entry(root, 'columns')
  const data = entry(root, 'data')
  if (names?.kind !== 'list' || data?.kind !== 'list') return undefined
  const header = names.items.map((name) => ('text' in name ? name.text : ''))
  const isRow = (row: Node) => row.kind === 'list' && row.items.length === header.length
  if (!data.items.every(isRow)) return undefined
  const cell: Cells = (row, column) => {
    const cells = data.items[row]
    return cells?.kind === 'list' ? cells.items[column] : undefined
  }
  return { header, rows: data.items.length, cell }
}

function columns(root: Node): Shape | undefined {
  if (root.kind !== 'map' || root.entries.size === 0) return undefined
  const header = [...root.entries.keys()]
  const maps = header.map((name) => entry(root, name))
  const [first] = maps
  if (first?.kind !== 'map') return undefined
  const index = [...first.entries.keys()]
  const sameIndex = (map: Node | undefined) =>
    map?.kind === 'map' && map.entries.size === index.length && index.every((key) => map.entries.has(key))
  if (!maps.every(sameIndex)) return undefined
  return { header, rows: index.length, cell: (row, column) => entry(maps[column], index[row]) }
}

function entry(node: Node | undefined, key: string | undefined): Node | undefined {
  return node?.kind === 'map' && key !== undefined ? node.entries.get(key)?.value : undefined
}
