import type { Registered } from '../../catalog/model.js'
import { type Alias, registeredAs, type Version } from '../../catalog/registries/mlflow.js'
import type { Database } from '../../evidence/formats/contract.js'
import { ok, type Result } from '../../shared/problem.js'
import { journalBeside, withDatabase } from '../database.js'
import type { Workspace } from '../workspace.js'

const MAX_BYTES = 64 * 1024 * 1024

/** The registered models of an MLflow database; none where it has no registry. */
export async function registeredInDatabase(workspace: Workspace, path: string): Promise<Result<Registered[]>> {
  const journal = await journalBeside(workspace, path)
  if (journal !== undefined) return journal
  const file = workspace.read(path, MAX_BYTES)
  if (!file.ok) return file
  return withDatabase(file.value.bytes, file.value.path, (database) => ok(modelsIn(database, file.value.path)))
}

function modelsIn(database: Database, path: string): Registered[] {
  const rows = (table: string, sql: string) => (database.tables.includes(table) ? database.all(sql) : [])
  const versions = new Map<string, Version[]>()
  for (const row of rows('model_versions', 'SELECT name, version, current_stage AS stage FROM model_versions')) {
    const [name, number, stage] = ['name', 'version', 'stage'].map((column) => textOf(row.get(column)))
    if (name && number) under(versions, name).push({ number, stage: stage ?? 'None' })
  }
  const aliases = new Map<string, Alias[]>()
  for (const row of rows('registered_model_aliases', 'SELECT name, alias, version FROM registered_model_aliases')) {
    const [name, alias, version] = ['name', 'alias', 'version'].map((column) => textOf(row.get(column)))
    if (name && alias && version) under(aliases, name).push({ name: alias, version })
  }
  // A model of one name in two workspaces of MLflow is one here.
  const models = rows('registered_models', 'SELECT DISTINCT name FROM registered_models ORDER BY name')
  return models.flatMap((row) => {
    const name = textOf(row.get('name'))
    return name ? [registeredAs(name, path, versions.get(name) ?? [], aliases.get(name) ?? [])] : []
  })
}

function under<T>(groups: Map<string, T[]>, name: string): T[] {
  const known = groups.get(name) ?? []
  groups.set(name, known)
  return known
}

/** A text, or a whole number as one. */
function textOf(cell: unknown): string | undefined {
  return typeof cell === 'string' ? cell : typeof cell === 'bigint' ? String(cell) : undefined
}
