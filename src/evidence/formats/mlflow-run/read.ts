import { type Decimal, parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { datasetName, type Logged, latest, malformedMetric, withInfinity } from '../../mlflow/latest.js'
import { isActive, type Run, type RunContent, runTree, statusOf } from '../../mlflow/runs.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node, ScalarNode } from '../../tree.js'
import { atOf, decimalOf, fromNumeral, moved } from '../build.js'
import type { Wanted } from '../contract.js'

/** What the metric of a run must look like, for messages. */
const LISTED = '[{"key", "value", "timestamp", "step"}]'
const ENTRY = '{"value", "timestamp", "step"}'

/**
 * `runs/get` and `runs/search` of the REST API (https://mlflow.org/docs/latest/api_reference/rest-api.html), and
 * `run.json` of mlflow-export-import. The API writes what JSON cannot say as texts: "NaN", "Infinity", 64-bit integers.
 * An answer to `runs/get` and an export are one run that someone asked for; an answer to `runs/search` is whatever it found.
 */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const whole = rootOf({ path: wanted.path, content: root })
  const file = entryOf(whole, 'response') ?? whole
  const found = entryOf(file, 'runs')
  const places = found === undefined ? [entryOf(file, 'run') ?? entryOf(file, 'mlflow') ?? file] : itemsOf(found)
  const runs: Run[] = []
  for (const place of places) {
    const info = entryOf(place, 'info')
    const id = info && (shownIn(info, 'run_id') || shownIn(info, 'run_uuid'))
    if (info === undefined || !id) return malformed(place, wanted.path, '{"info": {"run_id", "status"}, "data"}')
    if (!isActive(shownIn(info, 'lifecycle_stage'))) continue
    const run = runOf(place, info, id, wanted.path)
    if (!run.ok) return run
    runs.push(run.value)
  }
  return runTree(runs, wanted, found === undefined)
}

function runOf(place: Place, info: Place, id: string, path: string): Result<Run> {
  const data = entryOf(place, 'data') ?? place
  const [tags, params] = [textsIn(data, 'tags', path), textsIn(data, 'params', path)]
  if (!tags.ok) return tags
  if (!params.ok) return params
  const experiment = shownIn(info, 'experiment_id')
  return ok({
    id,
    name: shownIn(info, 'run_name') || nameIn(tags.value.get('mlflow.runName')),
    experiment: { id: experiment, name: shownIn(info, 'experiment_name') || experiment },
    status: statusOf(shownIn(info, 'status')),
    start: shownIn(info, 'start_time'),
    end: shownIn(info, 'end_time'),
    parent: nameIn(tags.value.get('mlflow.parentRunId')) || undefined,
    at: atOf(place),
    content: () => contentOf(data, { params: params.value, tags: tags.value }, path),
  })
}

function contentOf(data: Place, texts: Omit<RunContent, 'metrics'>, path: string): Result<RunContent> {
  const place = entryOf(data, 'metrics')
  const series = place === undefined ? ok(new Map()) : seriesOf(place, path)
  if (!series.ok) return series
  const metrics = new Map([...series.value].map(([name, entries]) => [name, latestOf(name, entries)]))
  return ok({ metrics, ...texts })
}

/** What was logged of each metric: a list whose entries say their key, or a map of lists or of single values. */
function seriesOf(metrics: Place, path: string): Result<Map<string, Place[]>> {
  const series = new Map<string, Place[]>()
  if (metrics.node.kind === 'map') {
    for (const [name, entries] of entriesOf(metrics)) {
      series.set(name, entries.node.kind === 'list' && entries.node.items.length > 0 ? itemsOf(entries) : [entries])
    }
    return ok(series)
  }
  if (metrics.node.kind !== 'list') return malformed(metrics, path, LISTED)
  for (const entry of itemsOf(metrics)) {
    const key = shownIn(entry, 'key')
    if (key === '') return malformed(entry, path, LISTED)
    const known = series.get(key)
    if (known === undefined) series.set(key, [entry])
    else known.push(entry)
  }
  return ok(series)
}

/** The latest value of a metric; refused where an entry is none, since that one may be the latest. */
function latestOf(metric: string, entries: readonly Place[]): Node {
  const [only] = entries
  if (entries.length === 1 && only !== undefined && only.node.kind !== 'map') {
    return measured(only) ?? malformedMetric(metric, ENTRY, atOf(only))
  }
  const logged: Logged[] = []
  for (const entry of entries) {
    const value = measured(entryOf(entry, 'value'))
    const [step, timestamp] = [integerIn(entry, 'step'), integerIn(entry, 'timestamp')]
    if (value === undefined || step === undefined || timestamp === undefined) {
      return malformedMetric(metric, ENTRY, atOf(entry))
    }
    const dataset = datasetName(shownIn(entry, 'dataset_name'), shownIn(entry, 'dataset_digest'))
    logged.push({ step, timestamp, value, dataset })
  }
  return latest(metric, logged) ?? malformedMetric(metric, ENTRY, {})
}

/** A number, or what stands for one that is none; undefined for everything else. */
function measured(place: Place | undefined): ScalarNode | undefined {
  const value = place && withInfinity(fromNumeral(moved(place)))
  return value?.kind === 'number' || value?.kind === 'nonfinite' || value?.kind === 'null' ? value : undefined
}

/** Zero where there is none: Protocol Buffers may leave a zero out. */
function integerIn(entry: Place, key: string): Decimal | undefined {
  const value = entryOf(entry, key)
  if (value === undefined) return parseDecimal('0')
  return decimalOf(value) ?? (value.node.kind === 'text' ? parseDecimal(value.node.text) : undefined)
}

function malformed(place: Place, path: string, expected: string): Result<never> {
  const params = { title: 'MLflow run', at: place.at.pointer ?? '', expected }
  return failed(problem('evidence.tool.malformed', params, { path, ...atOf(place) }))
}

/** `[{"key": …, "value": …}]` or a map, by key; an empty text may be left out. */
function textsIn(data: Place, name: string, path: string): Result<Map<string, Node>> {
  const place = entryOf(data, name)
  if (place === undefined || place.node.kind === 'null') return ok(new Map())
  if (place.node.kind === 'map') return ok(new Map(entriesOf(place).map(([key, value]) => [key, moved(value)])))
  const items = itemsOf(place)
  const wrong = place.node.kind === 'list' ? items.find((item) => shownIn(item, 'key') === '') : place
  if (wrong !== undefined) return malformed(wrong, path, '[{"key", "value"}]')
  return ok(new Map(items.map((item) => [shownIn(item, 'key'), textIn(item)])))
}

function textIn(item: Place): Node {
  const value = entryOf(item, 'value')
  return value === undefined ? { kind: 'text', at: atOf(item), text: '' } : moved(value)
}

function shownIn(place: Place, key: string): string {
  return nameIn(entryOf(place, key)?.node)
}

function nameIn(node: Node | undefined): string {
  return node !== undefined && 'text' in node && node.kind !== 'null' ? node.text : ''
}
