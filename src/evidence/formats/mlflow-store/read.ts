import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { pythonFloat, type Run, type RunContent, runTree, STATUSES } from '../../mlflow/runs.js'
import { parseYaml } from '../../readers/yaml/parse.js'
import type { MapNode, Node } from '../../tree.js'
import { textNode } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

/**
 * A folder of MLflow's file store, versions 1 to 3: `<experiment>/<run>/meta.yaml` beside `metrics`, `params` and
 * `tags`, a file a name (mlflow/store/tracking/file_store.py). Deleted runs and experiments stay on the disk and are
 * left out, and so is `.trash`.
 */
export async function read(folder: Folder, wanted: Wanted): Promise<Result<Node>> {
  const meta = await metaOf(folder, '')
  if (meta !== undefined && !meta.ok) return meta
  const runs: Run[] = []
  const add = async (path: string, experiment: Run['experiment']): Promise<Result<never> | undefined> => {
    const found = await metaOf(folder, path)
    if (found === undefined) return undefined
    if (!found.ok) return found
    if (isRun(found.value) && isActive(found.value)) runs.push(runOf(folder, path, found.value, experiment))
    return undefined
  }
  if (meta?.ok && isRun(meta.value)) {
    const id = text(meta.value, 'experiment_id')
    const wrong = await add('', { id, name: id })
    return wrong ?? runTree(runs, wanted)
  }
  const experiments = meta?.ok ? [''] : folder.list('').filter((name) => name.endsWith('/') && !name.startsWith('.'))
  for (const path of experiments) {
    const found = await metaOf(folder, path)
    if (found === undefined) continue
    if (!found.ok) return found
    if (isRun(found.value) || !isActive(found.value) || text(found.value, 'experiment_id') === '') continue
    const experiment = { id: text(found.value, 'experiment_id'), name: text(found.value, 'name') }
    for (const name of folder.list(path.replace(/\/$/, '')).filter((it) => it.endsWith('/'))) {
      const wrong = await add(`${path}${name}`, experiment)
      if (wrong !== undefined) return wrong
    }
  }
  return runTree(runs, wanted)
}

/** `meta.yaml` of a folder; undefined where there is none. */
async function metaOf(folder: Folder, path: string): Promise<Result<MapNode> | undefined> {
  const file = folder.read(`${path}meta.yaml`)
  if (file === undefined || !file.ok) return file
  const shown = folder.shown(`${path}meta.yaml`)
  const tree = await parseYaml(file.value, shown)
  if (!tree.ok) return tree
  if (tree.value.kind === 'map') return ok(tree.value)
  const params = { title: 'MLflow file store', at: shown, expected: 'experiment_id: …' }
  return failed(problem('evidence.tool.malformed', params, { path: shown }))
}

function text(meta: MapNode, key: string): string {
  const value = meta.entries.get(key)?.value
  return value !== undefined && 'text' in value && value.kind !== 'null' ? value.text : ''
}

function isRun(meta: MapNode): boolean {
  return text(meta, 'run_id') !== '' || text(meta, 'run_uuid') !== ''
}

function isActive(meta: MapNode): boolean {
  return text(meta, 'lifecycle_stage') !== 'deleted'
}

function runOf(folder: Folder, path: string, meta: MapNode, experiment: Run['experiment']): Run {
  const parent = folder.read(`${path}tags/mlflow.parentRunId`)
  const tagged = folder.read(`${path}tags/mlflow.runName`)
  const status = text(meta, 'status')
  return {
    id: text(meta, 'run_id') || text(meta, 'run_uuid'),
    name: text(meta, 'run_name') || text(meta, 'name') || (tagged?.ok ? tagged.value.trim() : ''),
    experiment,
    status: /^[1-5]$/.test(status) ? (STATUSES[status.charCodeAt(0) - 48] ?? '') : status,
    start: text(meta, 'start_time'),
    end: text(meta, 'end_time'),
    parent: parent?.ok ? parent.value.trim() : undefined,
    at: { path: folder.shown(`${path}meta.yaml`), line: 1, column: 1 },
    content: () => contentOf(folder, path),
  }
}

function contentOf(folder: Folder, path: string): Result<RunContent> {
  const metrics = new Map<string, Node>()
  for (const name of filesBelow(folder, `${path}metrics`)) {
    const value = latest(folder, `${path}metrics/${name}`, name)
    if (!value.ok) return value
    if (value.value !== undefined) metrics.set(name, value.value)
  }
  return ok({ metrics, params: textsOf(folder, `${path}params`), tags: textsOf(folder, `${path}tags`) })
}

/** Deepest nesting of names: `val/loss` is two folders. */
const MAX_DEPTH = 8

/** Paths of the files below a folder; a name with a slash is a folder and a file. */
function filesBelow(folder: Folder, path: string, depth = 0): string[] {
  if (depth > MAX_DEPTH) return []
  return folder.list(path).flatMap((name) => {
    if (!name.endsWith('/')) return [name]
    const inner = name.slice(0, -1)
    return filesBelow(folder, `${path}/${inner}`, depth + 1).map((it) => `${inner}/${it}`)
  })
}

function textsOf(folder: Folder, path: string): Map<string, Node> {
  const values = filesBelow(folder, path).flatMap((name): [string, Node][] => {
    const file = folder.read(`${path}/${name}`)
    return file?.ok ? [[name, textNode(file.value, { path: folder.shown(`${path}/${name}`), line: 1, column: 1 })]] : []
  })
  return new Map(values)
}

/**
 * The value that MLflow calls the latest: that of the largest step, then of the largest timestamp, then the largest
 * (`FileStore._get_metric_from_file`). Lines are `timestamp value step`; the oldest versions left the step out, and a
 * logged model's have the run's id behind it.
 */
function latest(folder: Folder, path: string, metric: string): Result<Node | undefined> {
  const file = folder.read(path)
  if (file === undefined) return ok(undefined)
  if (!file.ok) return file
  const shown = folder.shown(path)
  let best: { readonly key: readonly [string, string, string]; readonly node: Node } | undefined
  for (const [index, line] of file.value.split(/\r\n|\n/).entries()) {
    if (line.trim() === '') continue
    const [timestamp = '', value = '', step = '0', ...more] = line.trim().split(/\s+/)
    const at = { path: shown, line: index + 1, column: 1 }
    const node = pythonFloat(value, at)
    const numbers = [timestamp, step].every((it) => parseDecimal(it) !== undefined)
    if (node === undefined || !numbers || more.length > 1) {
      return failed(problem('evidence.mlflow.metric-line', { metric }, at))
    }
    const key = [step, timestamp, value] as const
    if (best === undefined || isAfter(key, best.key)) best = { key, node }
  }
  return ok(best?.node)
}

function isAfter(a: readonly string[], b: readonly string[]): boolean {
  for (const [index, part] of a.entries()) {
    const [left, right] = [parseDecimal(part), parseDecimal(b[index] ?? '')]
    // NaN beside a number of the same step and time: the number that is none must not be hidden.
    if (left === undefined || right === undefined) return left === undefined
    if (!left.eq(right)) return left.gt(right)
  }
  return false
}
