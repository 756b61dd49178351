import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { MODEL_CONFIG } from '../../model-config/name.js'
import { compareText } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import { codeOf, type Workspace } from '../workspace.js'

/** The files of a repository that say which models there are, each kind in order of path. */
export interface FoundFiles {
  readonly configs: readonly string[]
  readonly backstage: readonly string[]
  readonly dvc: readonly string[]
  /** GTO's former `artifacts.yaml`, which it kept in the root alone. */
  readonly artifacts: readonly string[]
  readonly mlmodels: readonly string[]
  /** MLflow's databases. */
  readonly databases: readonly string[]
  /** Folders of registered models: `mlruns/models/NAME`. */
  readonly registered: readonly string[]
  /** Folders that could not be listed, or were left out because there are too many. */
  readonly problems: readonly Problem[]
}

/** Folders that hold what others wrote, or no source at all. */
const FOREIGN = new Set([
  ...['.git', '.hg', '.svn', 'node_modules', 'bower_components', 'vendor', 'third_party', 'third-party'],
  ...['.venv', 'venv', '.tox', '.nox', 'site-packages', 'dist-packages', '__pycache__', '.eggs', '.ipynb_checkpoints'],
])

const MAX_DEPTH = 32
/** Entries of folders that are looked at, all together. */
const MAX_ENTRIES = 500_000

type Kind = Exclude<keyof FoundFiles, 'problems' | 'registered'>

function kindOf(name: string, isRoot: boolean): Kind | undefined {
  if (MODEL_CONFIG.test(name)) return 'configs'
  if (/^catalog-info\.ya?ml$/.test(name)) return 'backstage'
  if (name === 'dvc.yaml') return 'dvc'
  if (name === 'artifacts.yaml' && isRoot) return 'artifacts'
  if (name === 'mlflow.db') return 'databases'
  return name === 'MLmodel' ? 'mlmodels' : undefined
}

/**
 * Looks through a folder. Links to folders are not followed; a link to a file is resolved where the file is read. `except`
 * is a folder that is read otherwise.
 */
export function walk(workspace: Workspace, except?: string): FoundFiles {
  const found: { [K in keyof FoundFiles]: FoundFiles[K][number][] } = {
    ...{
      configs: [],
      backstage: [],
      dvc: [],
      artifacts: [],
      mlmodels: [],
      databases: [],
      registered: [],
      problems: [],
    },
  }
  let seen = 0
  const visit = (folder: string, depth: number): void => {
    const entries = list(workspace, folder)
    if ('problem' in entries) {
      found.problems.push(entries.problem)
      return
    }
    seen += entries.length
    if (seen > MAX_ENTRIES || depth > MAX_DEPTH) {
      found.problems.push(problem('catalog.too-much', { path: workspace.shown(folder || '.') }))
      return
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      const kind = kindOf(entry.name, folder === '')
      if (kind !== undefined && !entry.isDirectory()) found[kind].push(path)
      else if (entry.isDirectory() && entry.name === 'mlruns')
        found.registered.push(...registeredIn(workspace, path, found.problems))
      else if (entry.isDirectory() && !FOREIGN.has(entry.name) && path !== except && seen <= MAX_ENTRIES)
        visit(path, depth + 1)
    }
  }
  visit('', 0)
  return found
}

/** A tracking store is full of runs; of it only the registry is looked at. */
function registeredIn(workspace: Workspace, mlruns: string, problems: Problem[]): string[] {
  const store = list(workspace, mlruns)
  if ('problem' in store || !store.some(({ name }) => name === 'models')) return []
  const entries = list(workspace, `${mlruns}/models`)
  if ('problem' in entries) {
    problems.push(entries.problem)
    return []
  }
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${mlruns}/models/${name}`)
}

/** A folder's entries in order of name, so that nothing depends on the file system; none of a link out of the workspace. */
export function list(workspace: Workspace, folder: string): Dirent[] | { problem: Problem } {
  if (folder !== '' && !workspace.isFolder(folder)) {
    const path = workspace.shown(folder)
    return { problem: problem('file.outside', { path }, { path }) }
  }
  try {
    const entries = readdirSync(join(workspace.base, folder), { withFileTypes: true })
    return entries.sort((a, b) => compareText(a.name, b.name))
  } catch (error) {
    const path = workspace.shown(folder || '.')
    return { problem: problem('file.unreadable', { path, why: codeOf(error) }, { path }) }
  }
}
