import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Run, type RunContent, runTree, STATUSES, withInfinity } from '../../mlflow/runs.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, fromNumeral, moved } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `runs/get` and `runs/search` of the REST API (https://mlflow.org/docs/latest/api_reference/rest-api.html), and
 * `run.json` of mlflow-export-import. The API writes what JSON cannot say as texts: "NaN", "Infinity", 64-bit integers.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const whole = rootOf({ path: wanted.path, content: root })
  const file = entryOf(whole, 'response') ?? whole
  const listed = entryOf(file, 'runs')
  const places = listed === undefined ? [entryOf(file, 'run') ?? entryOf(file, 'mlflow') ?? file] : itemsOf(listed)
  const runs = places.flatMap((place) => {
    const info = entryOf(place, 'info')
    return info === undefined || shownIn(info, 'lifecycle_stage') === 'deleted' ? [] : [runOf(place, info, wanted.path)]
  })
  // A file of one run is that run, finished or not: whoever names it has chosen it.
  const [only] = runs
  const chosen =
    runs.length === 1 && only !== undefined && wanted.run === undefined ? { ...wanted, run: only.id } : wanted
  return runTree(runs, chosen)
}

function runOf(place: Place, info: Place, path: string): Run {
  const data = entryOf(place, 'data') ?? place
  const tags = named(entryOf(data, 'tags'))
  const status = shownIn(info, 'status')
  const experiment = shownIn(info, 'experiment_id')
  return {
    id: shownIn(info, 'run_id') || shownIn(info, 'run_uuid'),
    name: shownIn(info, 'run_name') || nameIn(tags.get('mlflow.runName')),
    experiment: { id: experiment, name: shownIn(info, 'experiment_name') || experiment },
    status: /^[1-5]$/.test(status) ? (STATUSES[status.charCodeAt(0) - 48] ?? '') : status || 'FINISHED',
    start: shownIn(info, 'start_time'),
    end: shownIn(info, 'end_time'),
    parent: nameIn(tags.get('mlflow.parentRunId')) || undefined,
    at: atOf(place),
    content: () => contentOf(data, tags, path),
  }
}

function contentOf(data: Place, tags: ReadonlyMap<string, Node>, path: string): Result<RunContent> {
  const metrics = entryOf(data, 'metrics')
  const params = named(entryOf(data, 'params'))
  if (metrics === undefined) return ok({ metrics: new Map(), params, tags })
  if (metrics.node.kind === 'list') return ok({ metrics: named(metrics, true), params, tags })
  if (metrics.node.kind !== 'map') return malformed(metrics, path)
  const values = new Map<string, Node>()
  for (const [name, series] of entriesOf(metrics)) {
    const value = series.node.kind === 'list' ? lastOf(series) : series
    if (value !== undefined) values.set(name, withInfinity(fromNumeral(moved(value))))
  }
  return ok({ metrics: values, params, tags })
}

function malformed(place: Place, path: string): Result<never> {
  const params = { title: 'MLflow run', at: place.at.pointer ?? '', expected: '[{"key", "value"}]' }
  return failed(problem('evidence.tool.malformed', params, { path, ...atOf(place) }))
}

/** `[{"key": …, "value": …}]` or a map, by key. A metric that is listed twice keeps the one of the larger step. */
function named(place: Place | undefined, numeric = false): Map<string, Node> {
  if (place === undefined) return new Map()
  if (place.node.kind === 'map') return new Map(entriesOf(place).map(([key, value]) => [key, moved(value)]))
  const values = new Map<string, Place>()
  for (const item of itemsOf(place)) {
    const key = shownIn(item, 'key')
    const known = values.get(key)
    if (key !== '' && (known === undefined || isAfter(item, known))) values.set(key, item)
  }
  return new Map(
    [...values].map(([key, item]) => {
      const value = moved(entryOf(item, 'value') ?? item)
      return [key, numeric ? withInfinity(fromNumeral(value)) : value]
    }),
  )
}

/** The last of `[{"value", "timestamp", "step"}]`. */
function lastOf(series: Place): Place | undefined {
  const items = itemsOf(series)
  const last = items.reduce<Place | undefined>((best, item) => (best && !isAfter(item, best) ? best : item), undefined)
  return last && (entryOf(last, 'value') ?? last)
}

function isAfter(a: Place, b: Place): boolean {
  for (const key of ['step', 'timestamp']) {
    const [left, right] = [numberIn(a, key), numberIn(b, key)]
    if (left !== undefined && right !== undefined && !left.eq(right)) return left.gt(right)
  }
  return true
}

function numberIn(place: Place, key: string) {
  const value = below(place, key)
  return decimalOf(value) ?? (value?.node.kind === 'text' ? parseDecimal(value.node.text) : undefined)
}

function shownIn(place: Place, key: string): string {
  return nameIn(entryOf(place, key)?.node)
}

function nameIn(node: Node | undefined): string {
  return node !== undefined && 'text' in node && node.kind !== 'null' ? node.text : ''
}
