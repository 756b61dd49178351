import { type Decimal, parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { datasetName, type Logged, latest, malformedMetric, pythonFloat } from '../../mlflow/latest.js'
import { isActive, type Run, type RunContent, runTree, statusOf } from '../../mlflow/runs.js'
import { parseYaml } from '../../readers/yaml/parse.js'
import type { MapNode, Node } from '../../tree.js'
import { refused, textNode } from '../build.js'
import type { Folder, Wanted } from '../contract.js'

/**
 * A folder of MLflow's file store, versions 1 to 3: `<experiment>/<run>/meta.yaml` beside `metrics`, `params` and
 * `tags`, a file a name (mlflow/store/tracking/file_store.py). Deleted runs and experiments stay on the disk and are
 * left out, and so is `.trash`. A `meta.yaml` that cannot be read or is not there is an error, since its run may be the newest one.
 */
export function read(folder: Folder, wanted: Wanted): Result<Node> {
  const meta = metaOf(folder, '')
  if (meta !== undefined && !meta.ok) return meta
  if (meta !== undefined && isRun(meta.value)) {
    const id = text(meta.value, 'experiment_id')
    const run = runOf(folder, '', meta.value, { id, name: id })
    return run.ok ? runTree(run.value === undefined ? [] : [run.value], wanted, true) : run
  }
  const runs: Run[] = []
  // Names of files are tried as well: one may be a link to a folder, and one that leads out is an error.
  for (const name of meta === undefined ? folder.list('') : ['']) {
    if (name.startsWith('.')) continue
    const path = name === '' ? '' : `${name.replace(/\/$/, '')}/`
    const found = runsIn(folder, path)
    if (!found.ok) return found
    runs.push(...found.value)
  }
  return runTree(runs, wanted)
}

/** The runs of an experiment that are not deleted; none where there is no experiment, as in a registry's `models`. */
function runsIn(folder: Folder, path: string): Result<Run[]> {
  const meta = metaOf(folder, path)
  if (meta === undefined) return holdsRuns(folder, path) ? lacking(folder, path) : ok([])
  if (!meta.ok) return meta
  // A run where an experiment should be: the folder that was named is the experiment.
  if (isRun(meta.value)) return lacking(folder, '')
  const id = text(meta.value, 'experiment_id')
  if (id === '') return malformed(folder, path, 'experiment_id: …')
  if (!isActive(text(meta.value, 'lifecycle_stage'))) return ok([])
  const runs: Run[] = []
  for (const name of folder.list(path.replace(/\/$/, ''))) {
    const below = `${path}${name.replace(/\/$/, '')}/`
    const found = metaOf(folder, below)
    if (found === undefined && folder.list(`${below}metrics`).length > 0) return lacking(folder, below)
    if (found === undefined) continue
    if (!found.ok) return found
    if (!isRun(found.value)) return malformed(folder, below, 'run_id: …')
    const run = runOf(folder, below, found.value, { id, name: text(meta.value, 'name') })
    if (!run.ok) return run
    if (run.value !== undefined) runs.push(run.value)
  }
  return ok(runs)
}

function holdsRuns(folder: Folder, path: string): boolean {
  return folder.list(path.replace(/\/$/, '')).some((name) => {
    const meta = name.endsWith('/') ? metaOf(folder, `${path}${name}`) : undefined
    return meta?.ok === true && isRun(meta.value)
  })
}

function lacking(folder: Folder, path: string): Result<never> {
  const shown = folder.shown(`${path}meta.yaml`)
  return failed(problem('evidence.mlflow.no-meta', { path: shown }, { path: shown }))
}

/** `meta.yaml` of a folder; undefined where there is none. */
function metaOf(folder: Folder, path: string): Result<MapNode> | undefined {
  const file = folder.read(`${path}meta.yaml`)
  if (file === undefined || !file.ok) return file
  const shown = folder.shown(`${path}meta.yaml`)
  const tree = parseYaml(file.value, shown)
  if (!tree.ok) return tree
  if (tree.value.kind !== 'map') return malformed(folder, path, 'experiment_id: …')
  const { entries } = tree.value
  const odd = FIELDS.find((name) => entries.has(name) && !('text' in (entries.get(name)?.value ?? {})))
  return odd === undefined ? ok(tree.value) : malformed(folder, path, `${odd}: …`)
}

/** What is read of a `meta.yaml`: single values, all of them. */
const FIELDS = 'experiment_id name run_id run_uuid run_name status lifecycle_stage start_time end_time'.split(' ')

function malformed(folder: Folder, path: string, expected: string): Result<never> {
  const shown = folder.shown(`${path}meta.yaml`)
  return failed(
    problem('evidence.tool.malformed', { title: 'MLflow file store', at: shown, expected }, { path: shown }),
  )
}

function text(meta: MapNode, key: string): string {
  const value = meta.entries.get(key)?.value
  return value !== undefined && 'text' in value && value.kind !== 'null' ? value.text : ''
}

function isRun(meta: MapNode): boolean {
  return text(meta, 'run_id') !== '' || text(meta, 'run_uuid') !== ''
}

/** Undefined where it is deleted. */
function runOf(folder: Folder, path: string, meta: MapNode, experiment: Run['experiment']): Result<Run | undefined> {
  if (!isActive(text(meta, 'lifecycle_stage'))) return ok(undefined)
  const parent = folder.read(`${path}tags/mlflow.parentRunId`)
  if (parent !== undefined && !parent.ok) return parent
  const tagged = folder.read(`${path}tags/mlflow.runName`)
  if (tagged !== undefined && !tagged.ok) return tagged
  return ok({
    id: text(meta, 'run_id') || text(meta, 'run_uuid'),
    name: text(meta, 'run_name') || text(meta, 'name') || (tagged?.value.trim() ?? ''),
    experiment,
    status: statusOf(text(meta, 'status')),
    start: text(meta, 'start_time'),
    end: text(meta, 'end_time'),
    parent: parent?.value.trim() || undefined,
    at: { path: folder.shown(`${path}meta.yaml`), line: 1, column: 1 },
    content: () => contentOf(folder, path),
  })
}

function contentOf(folder: Folder, path: string): Result<RunContent> {
  const metrics = new Map<string, Node>()
  for (const name of filesBelow(folder, `${path}metrics`)) {
    const value = latestIn(folder, `${path}metrics/${name}`, name)
    if (!value.ok) return value
    metrics.set(name, value.value)
  }
  return ok({ metrics, params: textsOf(folder, `${path}params`), tags: textsOf(folder, `${path}tags`) })
}

/** Deepest nesting of names: `val/loss` is two folders. */
const MAX_DEPTH = 32

/**
 * Paths of the files below a folder; a name with a slash is a folder and a file.
 * @throws where they are nested deeper, as in a folder that links to itself: a metric is never left out.
 */
function filesBelow(folder: Folder, path: string, depth = 0): string[] {
  if (depth > MAX_DEPTH) throw new Error(`${folder.shown(path)}: more than ${MAX_DEPTH} levels`)
  return folder.list(path).flatMap((name) => {
    if (!name.endsWith('/')) return [name]
    const inner = name.slice(0, -1)
    return filesBelow(folder, `${path}/${inner}`, depth + 1).map((it) => `${inner}/${it}`)
  })
}

/** The texts of files by their names; one that cannot be read is there with the reason instead. */
function textsOf(folder: Folder, path: string): Map<string, Node> {
  const values = filesBelow(folder, path).map((name): [string, Node] => {
    const shown = folder.shown(`${path}/${name}`)
    const file = folder.read(`${path}/${name}`) ?? failed(problem('file.absent', { path: shown }, { path: shown }))
    const node = textNode(file.ok ? file.value : '', { path: shown, line: 1, column: 1 })
    const [reason] = file.ok ? [] : file.problems
    return [name, reason === undefined ? node : refused(node, reason.message)]
  })
  return new Map(values)
}

const LINE = 'timestamp value step'
const RUN_ID = /^[0-9a-f]{32}$/

/** The latest value in a metric's file; refused where a line of it is none, since that one may be the latest. */
function latestIn(folder: Folder, path: string, metric: string): Result<Node> {
  const shown = folder.shown(path)
  const file = folder.read(path) ?? failed(problem('file.absent', { path: shown }, { path: shown }))
  if (!file.ok) return file
  const logged: Logged[] = []
  for (const [index, line] of file.value.split(/\r\n|\n/).entries()) {
    if (line.trim() === '') continue
    const at = { path: shown, line: index + 1, column: 1 }
    const entry = loggedIn(line.trim(), at)
    if (entry === undefined) return ok(malformedMetric(metric, LINE, at))
    logged.push(entry)
  }
  return ok(latest(metric, logged) ?? malformedMetric(metric, LINE, { path: shown, line: 1, column: 1 }))
}

/**
 * `timestamp value step`. The oldest versions left the step out; version 3 writes a dataset's name, which may have
 * spaces, and digest behind it, or in between the run's id (`FileStore._log_run_metric`, `_log_model_metric`). MLflow
 * itself takes the step of such a line for zero and fails at a space; here it is the step that was logged.
 */
function loggedIn(line: string, at: Node['at']): Logged | undefined {
  const [time = '', written = '', count = '0', ...rest] = line.split(' ')
  const [value, timestamp, step] = [pythonFloat(written, at), integer(time), integer(count)]
  const isKnown = rest.length !== 1 || RUN_ID.test(rest[0] ?? '')
  const named = rest.length > 2 && RUN_ID.test(rest[0] ?? '') ? rest.slice(1) : rest
  const dataset = named.length < 2 ? undefined : datasetName(named.slice(0, -1).join(' '), named.at(-1) ?? '')
  return value && timestamp && step && isKnown ? { value, timestamp, step, dataset } : undefined
}

/** An integer as Python writes it: `07` is the end of one line and the beginning of the next. */
function integer(text: string): Decimal | undefined {
  return /^(?:0|-?[1-9]\d{0,18})$/.test(text) ? parseDecimal(text) : undefined
}
