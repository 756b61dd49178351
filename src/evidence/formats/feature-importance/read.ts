import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, placeBelow, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, type Stated, statedBy } from '../importance.js'
import { arePairs } from '../lime/pairs.js'
import { columnsOf, isIndexed, isTable, keysOf, NAMES, VALUES } from './columns.js'
import { isOrient, type Row, rowOf, rowsOf } from './orients.js'

const TITLE = 'feature importance'

/**
 * Importances as people save them: a map under `feature_importance` or another of their names, records, columns
 * (`{"feature": {"0": …}, "importance": {"0": …}}`, or lists), pairs, what pandas' index names (`,importance`,
 * `,feature,importance`), and its orients `split` and `table`. Which of two columns is meant cannot be known.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const direct = entryOf(file, 'feature_importance')
  const isDirect = direct?.node.kind === 'map' && !isTable(root)
  const inner = isDirect ? ok(direct) : innerOf(file)
  if (!inner.ok) return inner
  const stated = inner.value === undefined ? statedIn(file) : statedIn(inner.value)
  if (!stated.ok) return stated
  const read = importances(stated.value, { title: TITLE, key: 'importance', path, at: root.at })
  if (!read.ok) return read
  // Beside a map of its own a file may say on how many rows it rests, and of which model it is.
  const rest = inner.value === undefined ? [] : entriesOf(file)
  return ok(mapOf(root.at, [['feature_importance', read.value], ...rest.map(([key, it]) => [key, moved(it)] as const)]))
}

/** What stands under a name of importances, where that is no column beside one of features. */
function innerOf(file: Place): Result<Place | undefined> {
  if (file.node.kind !== 'map' || isIndexed(file.node) || isOrient(file.node)) return ok(undefined)
  const held = theOne(keysOf(file.node), VALUES, file)
  if (!held.ok || held.value === undefined) return held.ok ? ok(undefined) : held
  const [name] = columnsOf(keysOf(file.node), NAMES)
  const names = name === undefined ? undefined : entryOf(file, name)
  const inner = entryOf(file, held.value)
  const isInner = inner?.node.kind === 'map' || inner?.node.kind === 'list'
  return ok(isInner && inner.node.kind !== names?.node.kind ? inner : undefined)
}

/** The one column that goes by a name, if any does. */
function theOne(keys: Iterable<string>, names: typeof NAMES, { at }: Place): Result<string | undefined> {
  const columns = columnsOf(keys, names)
  return columns.length > 1
    ? failed(problem('evidence.importance.columns', { title: TITLE, columns }, at))
    : ok(columns[0])
}

function statedIn(place: Place): Result<Stated[]> {
  const { node } = place
  if (isOrient(node)) return tabled(rowsOf(place), place)
  if (arePairs(node)) return ok(itemsOf(place).map((pair) => statedBy(pair, ...(itemsOf(pair) as [Place, Place]))))
  if (node.kind === 'list')
    return tabled(
      itemsOf(place).map((record) => rowOf(record, undefined, entriesOf(record))),
      place,
    )
  if (isIndexed(node))
    return tabled(
      entriesOf(place).map(([label, record]) => rowOf(record, labelOf(record, label), entriesOf(record))),
      place,
    )
  return isTable(node) ? columnar(place) : ok(entriesOf(place).map(([name, value]) => ({ name, value: moved(value) })))
}

/** A key as a value that names what it holds. */
function labelOf(record: Place, label: string): Place {
  return placeBelow(record, label, { kind: 'text', at: record.node.at, text: label })
}

/** Rows by their columns: one names the feature, or else the index does; one has its importance, or the only one does. */
function tabled(rows: readonly Row[] | undefined, place: Place): Result<Stated[]> {
  if (rows === undefined) {
    const params = {
      title: TITLE,
      at: 'index',
      expected: 'a row for each entry of `index`, and a cell for each column',
    }
    return failed(problem('evidence.tool.malformed', params, place.at))
  }
  const keys = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const [name, value] = [theOne(keys, NAMES, place), theOne(keys, VALUES, place)]
  if (!name.ok) return name
  if (!value.ok) return value
  const [only = '', ...others] = keys
  const column = value.value ?? (others.length === 0 ? only : '')
  return ok(
    rows.map((row) => {
      const feature = name.value === undefined ? row.label : row.cells.get(name.value)
      return statedBy(row.place, feature, row.cells.get(column))
    }),
  )
}

/** Columns side by side, as maps or lists; or a record of its own. */
function columnar(file: Place): Result<Stated[]> {
  const keys = [...keysOf(file.node)]
  const [name, value] = [theOne(keys, NAMES, file), theOne(keys, VALUES, file)]
  if (!name.ok) return name
  if (!value.ok) return value
  const [names, values] = [name.value, value.value].map((key) => entryOf(file, key ?? ''))
  if (names === undefined || values === undefined) return ok([])
  if (names.node.kind === 'map') return ok(byRow(entriesOf(names), entriesOf(values), values))
  if (names.node.kind === 'list') return ok(byRow(numbered(names), numbered(values), values))
  return ok([statedBy(file, names, values)])
}

function numbered(list: Place): [string, Place][] {
  return itemsOf(list).map((item, index) => [String(index), item])
}

/** Two columns by row: a name without a value has none, and a value without a name stays one without a name. */
function byRow(names: [string, Place][], values: [string, Place][], column: Place): Stated[] {
  const [named, valued] = [new Map(names), new Map(values)]
  const rows = [...new Set([...named.keys(), ...valued.keys()])]
  return rows.map((row) => statedBy(column, named.get(row), valued.get(row)))
}
