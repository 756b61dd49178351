import { entriesOf, entryOf, itemsOf, type Place } from '../../place.js'
import type { Node } from '../../tree.js'
import { at, isKind } from '../shape.js'
import { columnsOf, NAMES, VALUES } from './columns.js'

/** A row of a table: where it stands, what its index says, and its cells by column. */
export interface Row {
  readonly place: Place
  readonly label: Place | undefined
  readonly cells: ReadonlyMap<string, Place>
}

/** The labels of a list; a number is one, too. */
function textsOf(node: Node | undefined): string[] {
  return node?.kind === 'list' ? node.items.map((item) => ('text' in item ? item.text : '')) : []
}

/**
 * Whether it is pandas' `orient="split"` or `"table"` of importances: a column of features and one of importances, or
 * one of importances alone, beside the names in the index.
 */
export function isOrient(root: Node): boolean {
  const first = at(root, 'data', 0)
  if (isKind('list', root, 'index') && isKind('list', root, 'data')) {
    const isSeries = !isKind('list', root, 'columns') && first?.kind === 'number'
    return isOfImportances(isSeries ? [''] : textsOf(at(root, 'columns')), at(root, 'index', 0))
  }
  const key = at(root, 'schema', 'primaryKey', 0)
  if (first?.kind !== 'map' || key?.kind !== 'text' || !isKind('list', root, 'schema', 'fields')) return false
  const columns = [...first.entries.keys()].filter((name) => name !== key.text)
  return isOfImportances(columns, at(first, key.text))
}

function isOfImportances(columns: readonly string[], label: Node | undefined): boolean {
  const hasValues = columnsOf(columns, VALUES).length > 0
  if (columnsOf(columns, NAMES).length > 0) return hasValues
  return label?.kind === 'text' && (hasValues || columns.length === 1)
}

/** The rows of such a table; undefined where its lists differ in length. */
export function rowsOf(file: Place): Row[] | undefined {
  const data = itemsOf(entryOf(file, 'data'))
  const schema = entryOf(file, 'schema')
  if (schema !== undefined) {
    const key = at(schema.node, 'primaryKey', 0)
    const name = key?.kind === 'text' ? key.text : 'index'
    return data.map((record) =>
      rowOf(
        record,
        entryOf(record, name),
        entriesOf(record).filter(([key]) => key !== name),
      ),
    )
  }
  const labels = itemsOf(entryOf(file, 'index'))
  const columns = entryOf(file, 'columns')
  const names = columns === undefined ? [''] : textsOf(columns.node)
  const rows = data.map((row, index) => ({
    row,
    label: labels[index],
    cells: columns === undefined ? [row] : itemsOf(row),
  }))
  if (labels.length !== rows.length || rows.some(({ cells }) => cells.length !== names.length)) return undefined
  return rows.map(({ row, label, cells }) =>
    rowOf(
      row,
      label,
      cells.map((cell, index) => [names[index] ?? '', cell]),
    ),
  )
}

export function rowOf(place: Place, label: Place | undefined, cells: readonly (readonly [string, Place])[]): Row {
  return { place, label, cells: new Map(cells) }
}
