import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from '../../../src/app/evidence.js'
import { Workspace } from '../../../src/app/workspace.js'
import { readContent } from '../../../src/evidence/formats/choose.js'
import type { Role } from '../../../src/evidence/kinds.js'
import { lookUpMetric } from '../../../src/evidence/select.js'
import { english } from '../../support/evidence.js'
import { type FileContent, makeWorkspace } from '../../support/workspace.js'

/** A run as a test describes it; by default finished, active, and of the experiment `churn`. */
export interface Spec {
  readonly id: string
  readonly name?: string
  /** `''`: none is written. */
  readonly status?: string
  readonly parent?: string
  readonly start?: string
  /** `''`: none is written. */
  readonly end?: string
  readonly stage?: string
  readonly experiment?: { readonly id: string; readonly name: string; readonly stage?: string }
  /** Name, value as Python writes it, and where they matter time and step. */
  readonly metrics?: readonly (readonly [name: string, value: string, time?: number, step?: number])[]
}

/** A store of MLflow that holds these runs: files of a workspace, and the path to name. */
export interface Store {
  readonly path: string
  readonly files: Readonly<Record<string, FileContent>>
}

const CHURN: NonNullable<Spec['experiment']> = { id: '1', name: 'churn' }
const NUMBERS = ['', 'RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED']

const filled = ({ name = '', status = 'FINISHED', parent = '', start = '1', end = '2', ...run }: Spec) => ({
  ...run,
  name,
  status,
  parent,
  start,
  end,
  stage: run.stage ?? 'active',
  experiment: run.experiment ?? CHURN,
  metrics: run.metrics ?? [],
})

/** `mlruns/`, as the file store writes it. */
export function fileStore(specs: readonly Spec[]): Store {
  const files: Record<string, string> = {}
  for (const { experiment, ...run } of specs.map(filled)) {
    files[`mlruns/${experiment.id}/meta.yaml`] =
      `experiment_id: '${experiment.id}'\nlifecycle_stage: ${experiment.stage ?? 'active'}\nname: ${experiment.name}\n`
    const home = `mlruns/${experiment.id}/${run.id}`
    const status = run.status === '' ? '' : `status: ${NUMBERS.indexOf(run.status)}\n`
    files[`${home}/meta.yaml`] =
      `end_time: ${run.end || 'null'}\nexperiment_id: '${experiment.id}'\nlifecycle_stage: ${run.stage}\n` +
      `run_id: ${run.id}\nrun_name: ${run.name}\nstart_time: ${run.start}\n${status}`
    if (run.parent !== '') files[`${home}/tags/mlflow.parentRunId`] = run.parent
    for (const [name, value, time = 1, step = 0] of run.metrics) {
      const path = `${home}/metrics/${name}`
      files[path] = `${files[path] ?? ''}${time} ${value} ${step}\n`
    }
  }
  return { path: 'mlruns', files }
}

/** What `runs/search` answers. */
export function restAnswer(specs: readonly Spec[]): Store {
  const runs = specs.map(filled).map(({ experiment, ...run }) => ({
    info: {
      run_id: run.id,
      run_name: run.name,
      experiment_id: experiment.id,
      experiment_name: experiment.name,
      ...(run.status !== '' && { status: run.status }),
      start_time: run.start,
      ...(run.end !== '' && { end_time: run.end }),
      lifecycle_stage: experiment.stage ?? run.stage,
    },
    data: {
      metrics: run.metrics.map(([key, value, timestamp = 1, step = 0]) => ({ key, value, timestamp, step })),
      tags: run.parent === '' ? [] : [{ key: 'mlflow.parentRunId', value: run.parent }],
    },
  }))
  return { path: 'runs.json', files: { 'runs.json': JSON.stringify({ runs }) } }
}

const SCHEMA = `
  CREATE TABLE experiments (experiment_id INTEGER PRIMARY KEY, name VARCHAR, lifecycle_stage VARCHAR);
  CREATE TABLE runs (run_uuid VARCHAR PRIMARY KEY, name VARCHAR, status VARCHAR, start_time BIGINT, end_time BIGINT,
    lifecycle_stage VARCHAR, experiment_id INTEGER);
  CREATE TABLE metrics (key VARCHAR, value FLOAT, timestamp BIGINT, run_uuid VARCHAR, step BIGINT, is_nan BOOLEAN);
  CREATE TABLE latest_metrics (key VARCHAR, value FLOAT, timestamp BIGINT, step BIGINT, is_nan BOOLEAN, run_uuid VARCHAR);
  CREATE TABLE params (key VARCHAR, value VARCHAR, run_uuid VARCHAR);
  CREATE TABLE tags (key VARCHAR, value VARCHAR, run_uuid VARCHAR);`

/** Node's SQLite; undefined where this Node has none. */
export const sqlite = process.getBuiltinModule?.('node:sqlite')

/** A tracking database of these runs; `more` is run on it before it is closed. Every logging is a row of both tables. */
export function database(specs: readonly Spec[], more = ''): Store {
  if (sqlite === undefined) throw new Error('this Node has no SQLite')
  const folder = mkdtempSync(join(tmpdir(), 'mlflow-db-'))
  const db = new sqlite.DatabaseSync(join(folder, 'mlflow.db'))
  db.exec(`${SCHEMA}; BEGIN`)
  const insert = (table: string, ...values: (string | number | null)[]) =>
    db.prepare(`INSERT OR IGNORE INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
  for (const { experiment, ...run } of specs.map(filled)) {
    insert('experiments', experiment.id, experiment.name, experiment.stage ?? 'active')
    insert('runs', run.id, run.name, run.status || null, run.start, run.end || null, run.stage, experiment.id)
    if (run.parent !== '') insert('tags', 'mlflow.parentRunId', run.parent, run.id)
    for (const [name, value, time = 1, step = 0] of run.metrics) {
      const isNan = value === 'nan'
      const stored = isNan ? '0' : value.replace('inf', '1.7976931348623157e308')
      insert('metrics', name, stored, time, run.id, step, isNan ? 1 : 0)
      insert('latest_metrics', name, stored, time, step, isNan ? 1 : 0, run.id)
    }
  }
  db.exec(`COMMIT; ${more}`)
  db.close()
  const bytes = readFileSync(join(folder, 'mlflow.db'))
  rmSync(folder, { recursive: true })
  return { path: 'mlflow.db', files: { 'mlflow.db': bytes } }
}

/** The kinds of store that this Node can read. */
export const STORES: readonly (readonly [string, (specs: readonly Spec[]) => Store])[] = [
  ['file store', fileStore],
  ['REST answer', restAnswer],
  ...(sqlite === undefined ? [] : [['database', (specs: readonly Spec[]) => database(specs)] as const]),
]

export interface Asked {
  readonly run?: string
  readonly experiment?: string
  readonly as?: Role
  readonly path?: string
}

/** What stands under a selector, or why nothing does, as a reader of the terminal is told. Read by the real shell. */
export async function ask({ path, files }: Store, selector: string, asked: Asked = {}): Promise<string> {
  await using home = await makeWorkspace(files)
  const workspace = Workspace.open(home.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  const named = asked.path ?? path
  const source = open(workspace.value, named)
  if (!source.ok) return refusal(source)
  const { as: role = 'metrics', run, experiment } = asked
  const wanted = {
    path: named,
    role,
    ...(run !== undefined && { run }),
    ...(experiment !== undefined && { experiment }),
  }
  const read = await readContent(source.value.opened, wanted)
  if (!read.ok) return refusal(read)
  const found = lookUpMetric([{ path: named, content: read.value.content }], selector)
  if (found.kind !== 'found') return found.kind
  if (found.value.kind === 'refused') return `refused: ${english(found.value.why)}`
  return 'text' in found.value ? found.value.text : '…'
}

function refusal({ problems }: { readonly problems: readonly { readonly message: Parameters<typeof english>[0] }[] }) {
  return `error: ${problems.map(({ message }) => english(message)).join('; ')}`
}
