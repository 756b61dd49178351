import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { datasetName, type Logged, latest, malformedMetric, withInfinity } from '../../mlflow/latest.js'
import { isActive, type Run, type RunContent, runTree, statusOf } from '../../mlflow/runs.js'
import type { At, Node, ScalarNode } from '../../tree.js'
import { numeral, textNode } from '../build.js'
import type { Cell, Database, Wanted } from '../contract.js'

type Row = ReadonlyMap<string, Cell>

const TABLES = ['runs', 'experiments', 'metrics', 'latest_metrics', 'params', 'tags']

/** MLflow's tracking database, its default since 3.7. Deleted runs keep their metrics there and are left out. */
export function read(database: Database, wanted: Wanted): Result<Node> {
  const { path } = wanted
  const lacking = TABLES.find((table) => !database.tables.includes(table))
  if (lacking !== undefined) return failed(problem('evidence.mlflow.no-table', { table: lacking }, { path }))
  const experiments = new Map(
    database
      .all('SELECT experiment_id, name, lifecycle_stage FROM experiments')
      .map((row) => [text(row, 'experiment_id'), row] as const),
  )
  const parents = tagged(database, 'mlflow.parentRunId')
  const names = tagged(database, 'mlflow.runName')
  const rows = database.all(
    'SELECT run_uuid, name, status, start_time, end_time, experiment_id, lifecycle_stage FROM runs',
  )
  const runs = rows.flatMap((row): Run[] => {
    const experiment = experiments.get(text(row, 'experiment_id'))
    if (experiment === undefined || ![row, experiment].every((it) => isActive(text(it, 'lifecycle_stage')))) return []
    const id = text(row, 'run_uuid')
    const name = text(row, 'name') || (names.get(id) ?? '')
    return [runOf(database, row, experiment, { id, name, parent: parents.get(id) || undefined })]
  })
  return runTree(runs, wanted)
}

/** The texts of a tag, by the run that has it. */
function tagged(database: Database, key: string): ReadonlyMap<string, string> {
  const rows = database.all('SELECT run_uuid, value FROM tags WHERE key = ?', key)
  return new Map(rows.map((row) => [text(row, 'run_uuid'), text(row, 'value')]))
}

function runOf(database: Database, row: Row, experiment: Row, named: Pick<Run, 'id' | 'name' | 'parent'>): Run {
  return {
    ...named,
    experiment: { id: text(experiment, 'experiment_id'), name: text(experiment, 'name') },
    status: statusOf(text(row, 'status')),
    start: text(row, 'start_time'),
    end: text(row, 'end_time'),
    at: at('runs', named.id),
    content: () => ok(contentOf(database, named.id)),
  }
}

/**
 * The table of latest metrics holds one row each. MLflow compares a NaN there as zero, so that one beside a number of
 * the same step and time may stand in the history only.
 */
const METRICS = `
  SELECT key, value, is_nan, step, timestamp FROM latest_metrics WHERE run_uuid = ?
  UNION ALL SELECT key, value, is_nan, step, timestamp FROM metrics WHERE run_uuid = ? AND is_nan <> 0`

function contentOf(database: Database, id: string): RunContent {
  const logged = new Map<string, Row[]>()
  for (const row of database.all(METRICS, id, id)) {
    const known = logged.get(text(row, 'key'))
    if (known === undefined) logged.set(text(row, 'key'), [row])
    else known.push(row)
  }
  const texts = (table: 'params' | 'tags') =>
    new Map(
      database
        .all(`SELECT key, value FROM ${table} WHERE run_uuid = ?`, id)
        .map((row) => [text(row, 'key'), textNode(text(row, 'value'), at(table, id, text(row, 'key')))] as const),
    )
  const datasets = datasetsOf(database, id)
  const metrics = [...logged].map(
    ([key, rows]) => [key, latestOf(key, rows, datasets.get(key) ?? [], at('latest_metrics', id, key))] as const,
  )
  return { metrics: new Map(metrics), params: texts('params'), tags: texts('tags') }
}

/** Since MLflow 3 the metrics of a logged model stand in a table of their own as well, and there alone with their data set. */
function datasetsOf(database: Database, id: string): ReadonlyMap<string, readonly string[]> {
  const datasets = new Map<string, string[]>()
  if (!database.tables.includes('logged_model_metrics')) return datasets
  const query =
    'SELECT DISTINCT metric_name, dataset_name, dataset_digest FROM logged_model_metrics WHERE run_id = ? AND dataset_name IS NOT NULL'
  for (const row of database.all(query, id)) {
    const metric = text(row, 'metric_name')
    const dataset = datasetName(text(row, 'dataset_name'), text(row, 'dataset_digest'))
    if (dataset === undefined) continue
    const known = datasets.get(metric)
    if (known === undefined) datasets.set(metric, [dataset])
    else known.push(dataset)
  }
  return datasets
}

function latestOf(metric: string, rows: readonly Row[], datasets: readonly string[], place: At): Node {
  const logged = rows.flatMap((row): Logged[] => {
    const [step, timestamp] = [parseDecimal(text(row, 'step')), parseDecimal(text(row, 'timestamp'))]
    const value = measured(row, place)
    return step && timestamp && value ? [{ step, timestamp, value }] : []
  })
  const value = logged.length === rows.length ? latest(metric, logged, datasets) : undefined
  return value ?? malformedMetric(metric, 'value, timestamp, step', place)
}

function measured(row: Row, place: At): ScalarNode | undefined {
  const value = row.get('value')
  const isNan = row.get('is_nan')
  if (isNan !== null && isNan !== undefined && isNan !== 0n) return { kind: 'nonfinite', at: place, text: 'NaN' }
  if (value === null) return { kind: 'null', at: place, text: 'null' }
  return typeof value === 'number' || typeof value === 'bigint' ? withInfinity(numeral(value, place)) : undefined
}

/** A row has no line: the pointer names its table and key. */
function at(...segments: readonly string[]): At {
  return { pointer: segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') }
}

function text(row: Row, column: string): string {
  const value = row.get(column)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}
