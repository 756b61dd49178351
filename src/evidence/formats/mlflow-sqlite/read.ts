import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Run, type RunContent, runTree, withInfinity } from '../../mlflow/runs.js'
import type { At, Node } from '../../tree.js'
import { numeral, textNode } from '../build.js'
import type { Cell, Database, Wanted } from '../contract.js'

type Row = ReadonlyMap<string, Cell>

const TABLES = ['runs', 'experiments', 'latest_metrics', 'params', 'tags']
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
  const parents = new Map(
    database
      .all("SELECT run_uuid, value FROM tags WHERE key = 'mlflow.parentRunId'")
      .map((row) => [text(row, 'run_uuid'), text(row, 'value')] as const),
  )
  const rows = database.all(
    'SELECT run_uuid, name, status, start_time, end_time, experiment_id, lifecycle_stage FROM runs',
  )
  const runs = rows.flatMap((row): Run[] => {
    const experiment = experiments.get(text(row, 'experiment_id'))
    const deleted = [row, experiment].some((it) => it === undefined || text(it, 'lifecycle_stage') === 'deleted')
    return deleted || experiment === undefined ? [] : [runOf(database, row, experiment, parents)]
  })
  return runTree(runs, wanted)
}

function runOf(database: Database, row: Row, experiment: Row, parents: ReadonlyMap<string, string>): Run {
  const id = text(row, 'run_uuid')
  return {
    id,
    name: text(row, 'name'),
    experiment: { id: text(experiment, 'experiment_id'), name: text(experiment, 'name') },
    status: text(row, 'status'),
    start: text(row, 'start_time'),
    end: text(row, 'end_time'),
    parent: parents.get(id),
    at: at('runs', id),
    content: () => ok(contentOf(database, id)),
  }
}

function contentOf(database: Database, id: string): RunContent {
  const metrics = database.all('SELECT key, value, is_nan FROM latest_metrics WHERE run_uuid = ?', id)
  const texts = (table: 'params' | 'tags') =>
    new Map(
      database
        .all(`SELECT key, value FROM ${table} WHERE run_uuid = ?`, id)
        .map((row) => [text(row, 'key'), textNode(text(row, 'value'), at(table, id, text(row, 'key')))] as const),
    )
  return {
    metrics: new Map(
      metrics.map((row) => [text(row, 'key'), metricOf(row, at('latest_metrics', id, text(row, 'key')))]),
    ),
    params: texts('params'),
    tags: texts('tags'),
  }
}

function metricOf(row: Row, place: At): Node {
  const value = row.get('value')
  const isNan = row.get('is_nan')
  if (isNan !== null && isNan !== undefined && isNan !== 0n) return { kind: 'nonfinite', at: place, text: 'NaN' }
  if (typeof value !== 'number' && typeof value !== 'bigint') return { kind: 'null', at: place, text: 'null' }
  return withInfinity(numeral(value, place))
}

/** A row has no line: the pointer names its table and key. */
function at(...segments: readonly string[]): At {
  return { pointer: segments.map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') }
}

function text(row: Row, column: string): string {
  const value = row.get(column)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
}
