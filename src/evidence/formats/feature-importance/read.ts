import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { folded } from '../../groups/vocabulary.js'
import { entriesOf, entryOf, itemsOf, type Place, placeBelow, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, ofOneRow, type Stated, statedBy } from '../importance.js'
import { arePairs, isCondition } from '../lime/pairs.js'
import { columnsOf, isIndexed, isTable, keysOf, NAMES, VALUES } from './columns.js'
import { isOrient, type Row, rowOf, rowsOf } from './orients.js'

const TITLE = 'feature importance'
/** The column in which LIME's weights stand as well as those of linear models. */
const LIME = 'weight'

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
  const table = tableIn(inner.value ?? file)
  if (!table.ok) return table
  const { stated, column } = table.value
  const read = importances(stated, { title: TITLE, key: 'importance', path, at: root.at })
  if (!read.ok) return read
  const isLocal = folded(column ?? '') === LIME && stated.some(({ name }) => isCondition(name ?? ''))
  // LIME's `as_list()` as a data frame.
  if (isLocal) return ok(mapOf(root.at, ofOneRow(read.value, 'lime', root.at)))
  // Beside a map of its own a file may say on how many rows it rests, and of which model it is.
  const rest = inner.value === undefined ? [] : entriesOf(file)
  return ok(mapOf(root.at, [['feature_importance', read.value], ...rest.map(([key, it]) => [key, moved(it)] as const)]))
}

/** What stands under a name of importances, where that is no column beside one of features. */
function innerOf(file: Place): Result<Place | undefined> {
  if (isIndexed(file.node) || isOrient(file.node)) return ok(undefined)
  const holders = entriesOf(file).filter(([, { node }]) => node.kind === 'map' || node.kind === 'list')
  const keys = holders.map(([key]) => key)
  const held = theOne(keys, VALUES, file)
  if (!held.ok) return held
  const [name = ''] = columnsOf(keys, NAMES)
  const inner = entryOf(file, held.value ?? '')
  return ok(inner?.node.kind === entryOf(file, name)?.node.kind ? undefined : inner)
}

/** What a table states, and the column that it states it in, where it has one. */
interface Table {
  readonly stated: readonly Stated[]
  readonly column?: string | undefined
}

/** The one column that goes by a name, if any does. */
function theOne(keys: Iterable<string>, names: typeof NAMES, { at }: Place): Result<string | undefined> {
  const columns = columnsOf(keys, names)
  return columns.length > 1
    ? failed(problem('evidence.importance.columns', { title: TITLE, columns }, at))
    : ok(columns[0])
}

function tableIn(place: Place): Result<Table> {
  const { node } = place
  if (isOrient(node)) return tabled(rowsOf(place), place)
  if (arePairs(node)) {
    const pairs = itemsOf(place).map((pair) => ({ pair, cells: itemsOf(pair) }))
    return ok({ stated: pairs.map(({ pair, cells: [name, value] }) => statedBy(pair, name, value)) })
  }
  if (node.kind === 'list') {
    const rows = itemsOf(place).map((record) => rowOf(record, undefined, entriesOf(record)))
    return tabled(rows, place)
  }
  if (isIndexed(node)) {
    const rows = entriesOf(place).map(([key, record]) => rowOf(record, labelOf(record, key), entriesOf(record)))
    return tabled(rows, place)
  }
  if (isTable(node)) return columnar(place)
  return ok({ stated: entriesOf(place).map(([name, value]) => ({ name, value: moved(value) })) })
}

/** A key as a value that names what it holds. */
function labelOf(record: Place, label: string): Place {
  return placeBelow(record, label, { kind: 'text', at: record.node.at, text: label })
}

/** Rows by their columns: one names the feature, or else the index does; one has its importance, or the only one does. */
function tabled(rows: readonly Row[] | undefined, place: Place): Result<Table> {
  if (rows === undefined) {
    const params = { title: TITLE, at: 'index', expected: 'a row for each entry of `index`, a cell for each column' }
    return failed(problem('evidence.tool.malformed', params, place.at))
  }
  const keys = new Set(rows.flatMap(({ cells }) => [...cells.keys()]))
  const [name, value] = [theOne(keys, NAMES, place), theOne(keys, VALUES, place)]
  if (!name.ok) return name
  if (!value.ok) return value
  const [only = '', ...others] = keys
  const column = value.value ?? (others.length === 0 ? only : '')
  const stated = rows.map(({ place, label, cells }) => {
    const feature = name.value === undefined ? label : cells.get(name.value)
    return statedBy(place, feature, cells.get(column))
  })
  return ok({ stated, column })
}

/** Columns side by side, as maps or lists; or a record of its own. */
function columnar(file: Place): Result<Table> {
  const keys = [...keysOf(file.node)]
  const [name, value] = [theOne(keys, NAMES, file), theOne(keys, VALUES, file)]
  if (!name.ok) return name
  if (!value.ok) return value
  const [names, values] = [name.value, value.value].map((key) => entryOf(file, key ?? ''))
  const column = value.value
  if (names === undefined || values === undefined) return ok({ stated: [] })
  if (names.node.kind === 'map') return ok({ stated: byRow(entriesOf(names), entriesOf(values), values), column })
  if (names.node.kind === 'list') return ok({ stated: byRow(numbered(names), numbered(values), values), column })
  return ok({ stated: [statedBy(file, names, values)], column })
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
