import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, firstEntryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, type Stated, statedBy } from '../importance.js'
import { has, isIndexed, NAMES, VALUES } from './columns.js'

/**
 * Importances as people save them: a map under `feature_importance`, records, columns (`{"feature": {"0": …},
 * "importance": {"0": …}}`, or lists), or what pandas' index names (`,importance`, `,feature,importance`).
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const direct = entryOf(file, 'feature_importance')
  const isDirect = direct?.node.kind === 'map'
  const isBoth = isDirect && has(root, NAMES) && has(root, VALUES)
  const stated = [...(isDirect ? byName(direct) : []), ...(isDirect && !isBoth ? [] : statedIn(file))]
  const read = importances(stated, { title: 'feature importance', key: 'importance', path, at: root.at })
  if (!read.ok || (isDirect && !isBoth)) return read.ok ? ok(root) : read
  return ok(withNames(mapOf(root.at, []), [['feature_importance', read.value]]))
}

function statedIn(file: Place): Stated[] {
  if (file.node.kind === 'list') return itemsOf(file).map((record) => recordOf(record))
  const [names, values] = [firstEntryOf(file, NAMES), firstEntryOf(file, VALUES)]
  if (isIndexed(file.node)) return entriesOf(file).map(([index, record]) => recordOf(record, index))
  if (names === undefined || values === undefined) return byName(file)
  if (names.node.kind === 'map') return byRow(entriesOf(names), entriesOf(values), values)
  if (names.node.kind === 'list') return byRow(numbered(names), numbered(values), values)
  return [recordOf(file)]
}

function byName(map: Place): Stated[] {
  return entriesOf(map).map(([name, value]) => ({ name, value: moved(value) }))
}

/** A record names its feature, or else pandas' index does. */
function recordOf(record: Place, index?: string): Stated {
  const stated = statedBy(record, firstEntryOf(record, NAMES), firstEntryOf(record, VALUES))
  const isNamed = index === undefined || NAMES.some((name) => entryOf(record, name) !== undefined)
  return isNamed ? stated : { ...stated, name: index }
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
