import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'Fairlearn MetricFrame'
/** What a table of two sensitive features and more is named by: the file does not keep their names. */
const INTERSECTION = 'intersection'

/** A group and its metrics; a name of several parts is an intersection. */
interface Row {
  readonly names: readonly string[]
  readonly values: readonly (readonly [string, Node])[]
  /** The value of a table of one metric, which it does not name. */
  readonly only?: Node
}

/**
 * `MetricFrame.by_group` as pandas' `to_json` writes it with `orient="split"` or `"table"`, or with tuples of several
 * sensitive features in its keys; and the dictionary of Fairlearn's former dashboard. Groups of several features at once
 * are those of the attribute `intersection`, called `F, 18-29`. An empty one keeps its null.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const file = rootOf({ path: wanted.path, content: root })
  if (entryOf(file, 'precomputedMetrics') !== undefined) return dashboard(file, wanted)
  const fields = below(file, 'schema', 'fields')
  if (fields !== undefined) return table(file, wanted)
  const rows = entryOf(file, 'index') === undefined ? tuples(file) : split(file)
  if (rows === undefined) {
    const params = { title: TITLE, at: 'data', expected: 'one row for each entry of `index`' }
    return failed(problem('evidence.tool.malformed', params, { path: wanted.path }))
  }
  const groups = mapOf(
    root.at,
    rows.map(({ names, values, only }) => [names.join(', '), only ?? mapOf(root.at, values)] as const),
  )
  if (groups.entries.size < rows.length) return failed(problem('evidence.groups.twice', {}, { path: wanted.path }))
  const several = rows.some(({ names }) => names.length > 1)
  return ok(several ? mapOf(root.at, [[INTERSECTION, groups]]) : groups)
}

/** `{"columns", "index", "data"}`, or of one metric `{"name", "index", "data"}`. Undefined where the lengths differ. */
function split(file: Place): Row[] | undefined {
  const [index, data] = ['index', 'data'].map((key) => itemsOf(entryOf(file, key) ?? file))
  const columns = entryOf(file, 'columns')
  const names = columns === undefined ? [shown(entryOf(file, 'name'))] : itemsOf(columns).map(shown)
  if (index === undefined || data === undefined || index.length !== data.length) return undefined
  const rows = index.map((label, at): Row => {
    const row = data[at]
    const cells = row === undefined ? [] : columns === undefined ? [row] : itemsOf(row)
    return { names: labels(label), values: cells.map((cell, column) => [names[column] ?? '', moved(cell)] as const) }
  })
  return rows.every(({ values }) => values.length === names.length) ? rows : undefined
}

function labels(label: Place): string[] {
  return label.node.kind === 'list' ? itemsOf(label).map(shown) : [shown(label)]
}

function shown(place: Place | undefined): string {
  return place !== undefined && 'text' in place.node ? place.node.text : ''
}

/** `{"schema": {"fields", "primaryKey"}, "data": [records]}`: the records name their groups' attribute. */
function table(file: Place, { path }: Wanted): Result<Node> {
  const data = entryOf(file, 'data')
  if (data === undefined || itemsOf(data).length === 0) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'data' }, { path }))
  }
  return ok(moved(data))
}

/** `{metric: {tuple: value}}` or `{tuple: {metric: value}}` or `{tuple: value}`. */
function tuples(file: Place): Row[] {
  const entries = entriesOf(file)
  if (entries.some(([key]) => parts(key).length > 1)) {
    return entries.map(([key, place]): Row => {
      const metrics = entriesOf(place).map(([name, it]) => [name, moved(it)] as const)
      return { names: parts(key), values: metrics, ...(place.node.kind !== 'map' && { only: moved(place) }) }
    })
  }
  const keys = [...new Set(entries.flatMap(([, metric]) => entriesOf(metric).map(([key]) => key)))]
  return keys.map((key): Row => {
    const values = entries.flatMap(([name, metric]) => {
      const place = entryOf(metric, key)
      return place === undefined ? [] : [[name, moved(place)] as const]
    })
    return { names: parts(key), values }
  })
}

/** The parts of a tuple as Python writes it, `('F', 18)`; another key is one part. */
function parts(key: string): string[] {
  if (!/^\(.*\)$/s.test(key) || key.length > 500) return [key]
  const found = [...key.slice(1, -1).matchAll(/\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^,'"]+))\s*(?:,|$)/g)]
  const texts = found.map(([, single, double, bare]) => single ?? double ?? (bare ?? '').trim())
  return texts.length > 1 ? texts : [key]
}

/** `precomputedMetrics[feature][model][metric].bins`, a bin a group. */
function dashboard(file: Place, { path, run }: Wanted): Result<Node> {
  const models = itemsOf(entryOf(file, 'modelNames') ?? file).map(shown)
  const chosen = run === undefined ? (models.length === 1 ? 0 : -1) : models.indexOf(run)
  if (chosen < 0) return failed(problem('evidence.groups.several-models', { models: models.slice(0, 8) }, { path }))
  const features = itemsOf(entryOf(file, 'precomputedFeatureBins') ?? file)
  const measured = itemsOf(entryOf(file, 'precomputedMetrics') ?? file)
  const named = features.flatMap((feature, index): [string, Node][] => {
    const name = textOf(entryOf(feature, 'featureBinName'))
    const bins = itemsOf(entryOf(feature, 'binLabels') ?? feature).map(shown)
    const metrics = measured[index] && itemsOf(measured[index])[chosen]
    return name === undefined || metrics === undefined ? [] : [[name, byBin(bins, metrics)]]
  })
  return named.length > 0
    ? ok(mapOf(file.node.at, named))
    : failed(problem('evidence.tool.nothing', { title: TITLE, at: 'precomputedMetrics' }, { path }))
}

function byBin(bins: readonly string[], metrics: Place): Node {
  const values = entriesOf(metrics).map(([name, it]) => [name, itemsOf(entryOf(it, 'bins') ?? it)] as const)
  const groups = bins.map((bin, index) => {
    const own = values.flatMap(([name, cells]) => {
      const cell = cells[index]
      return cell === undefined ? [] : [[name, moved(cell)] as const]
    })
    return [bin, mapOf(atOf(metrics), own)] as const
  })
  return mapOf(atOf(metrics), groups)
}
