import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { isOverall } from '../../groups/vocabulary.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { mapOnce } from '../once.js'
import { readDashboard } from './dashboard.js'
import { shown, TITLE, uniqueGroups } from './group.js'
import { partsOf, wrappersIn } from './tuples.js'

/** What a table of two sensitive features and more is named by: the file does not keep their names. */
const INTERSECTION = 'intersection'

/** A group and its metrics; a name of several parts is an intersection. */
interface Row {
  readonly names: readonly string[]
  readonly node: Node
}

/**
 * `MetricFrame.by_group` as pandas' `to_json` writes it with `orient="split"` or `"table"`, or with tuples of several
 * sensitive features in its keys, alone or below `by_group`; and the dictionary of Fairlearn's former dashboard. Groups
 * of several features at once are those of the attribute `intersection`, called `F, 18-29`. An empty one keeps its null.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const file = rootOf({ path: wanted.path, content: root })
  if (entryOf(file, 'precomputedMetrics') !== undefined) return readDashboard(file, wanted)
  if (below(file, 'schema', 'fields') !== undefined) return table(file, wanted)
  if (entryOf(file, 'index') !== undefined) {
    const records = recordsIn(file)
    return records === undefined ? grouped(split(file, wanted.path), file, wanted) : ok(records)
  }
  const wrappers = wrappersIn(root)
  if (wrappers.length === 0) return grouped(tuples(file), file, wanted)
  const entries: [string, Node][] = []
  for (const [name, place] of entriesOf(file)) {
    const inner = wrappers.includes(name) ? grouped(tuples(place), place, wanted) : ok(moved(place))
    if (!inner.ok) return inner
    entries.push([name, inner.value])
  }
  return ok(mapOf(root.at, entries))
}

/** Rows as a tree of groups; undefined rows are those of a file that is not what pandas writes. */
function grouped(rows: readonly Row[] | undefined, place: Place, { path }: Wanted): Result<Node> {
  const sizes = new Set(rows?.filter(({ names }) => !isOverall(names.join())).map(({ names }) => names.length))
  if (rows === undefined || sizes.size > 1) {
    const expected = 'a row for each entry of `index`; tuples as Python writes them, all of the same length'
    return failed(problem('evidence.tool.malformed', { title: TITLE, at: 'index', expected }, place.at))
  }
  const named = rows.map(({ names, node }) => ({ name: names.join(', '), node }))
  const groups = uniqueGroups(named, atOf(place), path)
  const several = rows.some(({ names }) => names.length > 1)
  return groups.ok && several ? ok(mapOf(atOf(place), [[INTERSECTION, groups.value]])) : groups
}

/**
 * Records, where the index only counts the rows and columns of texts say which groups they are of: what
 * `reset_index()` leaves. Undefined where the index names the groups.
 */
function recordsIn(file: Place): Node | undefined {
  const [index, columns, data] = ['index', 'columns', 'data'].map((key) => itemsOf(entryOf(file, key)))
  const counts = index?.every((label, at) => label.node.kind === 'number' && label.node.text === String(at))
  const hasTexts = data?.some((row) => itemsOf(row).some(({ node }) => node.kind === 'text'))
  if (!counts || !hasTexts || data?.some((row) => itemsOf(row).length !== columns?.length)) return undefined
  const records = data?.map((row) => {
    const cells = itemsOf(row).map((cell, column) => [shown(columns?.[column]), moved(cell)] as const)
    return mapOnce(atOf(row), file.at.path, cells)
  })
  return { kind: 'list', at: atOf(file), items: records ?? [] }
}

/** `{"columns", "index", "data"}`, or of one metric `{"name", "index", "data"}`. Undefined where the lengths differ. */
function split(file: Place, path: string): Row[] | undefined {
  const [index, data] = ['index', 'data'].map((key) => itemsOf(entryOf(file, key)))
  const columns = entryOf(file, 'columns')
  const names = columns === undefined ? [shown(entryOf(file, 'name'))] : itemsOf(columns).map(nameOf)
  if (index === undefined || data === undefined || index.length !== data.length) return undefined
  const rows: Row[] = []
  for (const [at, label] of index.entries()) {
    const row = data[at]
    const cells = columns === undefined ? [row] : itemsOf(row)
    if (row === undefined || cells.length !== names.length) return undefined
    const values = cells.flatMap((cell, column) => (cell ? [[names[column] ?? '', moved(cell)] as const] : []))
    rows.push({ names: labels(label), node: mapOnce(atOf(row), path, values) })
  }
  return rows
}

function labels(label: Place): string[] {
  return label.node.kind === 'list' ? itemsOf(label).map(shown) : [shown(label)]
}

/** A column's name; one of several levels is called `accuracy, mean`. */
function nameOf(column: Place): string {
  return labels(column).join(', ')
}

/**
 * `{"schema": {"fields", "primaryKey"}, "data": [records]}`: the records name their groups' attribute. Where the key is
 * of several columns, they are intersections.
 */
function table(file: Place, wanted: Wanted): Result<Node> {
  const data = entryOf(file, 'data')
  const records = itemsOf(data)
  if (data === undefined || records.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'data' }, { path: wanted.path }))
  }
  const key = below(file, 'schema', 'primaryKey')
  const attributes = key === undefined ? [] : labels(key)
  if (attributes.length < 2) return ok(moved(data))
  const rows = records.map((record): Row => {
    const metrics = entriesOf(record).filter(([name]) => !attributes.includes(name))
    const names = attributes.map((name) => shown(entryOf(record, name)))
    return {
      names,
      node: mapOf(
        atOf(record),
        metrics.map(([name, it]) => [name, moved(it)] as const),
      ),
    }
  })
  return grouped(rows, data, wanted)
}

/** `{metric: {tuple: value}}` or `{tuple: {metric: value}}` or `{tuple: value}`. Undefined where a tuple is none. */
function tuples(file: Place): Row[] | undefined {
  const entries = entriesOf(file)
  if (entries.some(([key]) => partsOf(key)?.length !== 1)) {
    return complete(entries.map(([key, place]) => ({ names: partsOf(key), node: moved(place) })))
  }
  const byGroup = new Map<string, (readonly [string, Node])[]>()
  for (const [metric, groups] of entries) {
    for (const [key, value] of entriesOf(groups)) {
      byGroup.set(key, byGroup.get(key) ?? [])
      byGroup.get(key)?.push([metric, moved(value)])
    }
  }
  const rows = [...byGroup].map(([key, values]) => {
    const at = values[0]?.[1].at ?? atOf(file)
    return { names: partsOf(key), node: mapOf(at, values) }
  })
  return complete(rows)
}

function complete(rows: readonly { readonly names: string[] | undefined; readonly node: Node }[]): Row[] | undefined {
  const known = rows.flatMap(({ names, node }) => (names === undefined ? [] : [{ names, node }]))
  return known.length === rows.length ? known : undefined
}
