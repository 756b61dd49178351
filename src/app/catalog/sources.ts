import { posix } from 'node:path'
import type { FoundConfig } from '../../catalog/assemble.js'
import type { Registered } from '../../catalog/model.js'
import { folded } from '../../catalog/names.js'
import { readBackstage } from '../../catalog/registries/backstage.js'
import { readArtifactsYaml, readDvc, readTags as readGtoTags } from '../../catalog/registries/gto.js'
import { readMlflow } from '../../catalog/registries/mlflow.js'
import { documentsOf, mapping, textIn } from '../../catalog/registries/yaml.js'
import { decode } from '../../evidence/readers/decode.js'
import { readModelConfig } from '../../model-config/parse.js'
import { type Problem, problem, type Result } from '../../shared/problem.js'
import type { Workspace } from '../workspace.js'
import { readTags } from './tags.js'
import { type FoundFiles, list, walk } from './walk.js'

export interface FoundSources {
  readonly configs: readonly FoundConfig[]
  readonly registered: readonly Registered[]
  readonly problems: readonly Problem[]
}

/** Longest file of a description that is read. */
const MAX_BYTES = 1024 * 1024
/** Files of one kind; more are not written by hand. */
const MAX_FILES = 20_000
/** Versions of one registered model. */
const MAX_VERSIONS = 2_000

/** All that a repository's files say of models. `judged` are names that the trail knows; `trail` is its folder. */
export async function readSources(
  workspace: Workspace,
  judged: readonly string[],
  trail?: string,
): Promise<FoundSources> {
  const files = walk(workspace, trail)
  const problems = [...files.problems]
  const text = (path: string): string | undefined => {
    const file = workspace.read(path, MAX_BYTES)
    const read = file.ok ? decode(file.value) : file
    if (!read.ok) problems.push(...read.problems)
    return read.ok ? read.value : undefined
  }
  const configs = capped(files.configs, problems).flatMap((path) => configIn(path, text(path), workspace, problems))
  const described = descriptions(files, workspace, text, problems)
  const tags = readTags(workspace.base)
  problems.push(...tags.problems)
  const registered = [
    ...files.registered.flatMap((folder) => registeredModel(folder, workspace, text, problems)),
    ...capped(files.mlmodels, problems).flatMap((path) => mlmodel(path, workspace, text(path), configs)),
    ...readGtoTags(tags.tags),
    ...(await databases(workspace, capped(files.databases, problems), problems)),
  ]
  const names = [...judged, ...configs.map(({ config }) => config.model.name), ...registered.map(({ name }) => name)]
  return { configs, registered: [...registered, ...wanted(described, names)], problems }
}

function capped(paths: readonly string[], problems: Problem[]): readonly string[] {
  const more = paths.length - MAX_FILES
  if (more > 0) problems.push(problem('catalog.too-many-files', { count: more }))
  return paths.slice(0, MAX_FILES)
}

function configIn(path: string, text: string | undefined, workspace: Workspace, problems: Problem[]): FoundConfig[] {
  if (text === undefined) return []
  const shown = workspace.shown(path)
  const read = readModelConfig({ text, place: (position) => ({ path: shown, ...position }) })
  problems.push(...read.problems)
  return read.config === undefined ? [] : [{ path: shown, config: read.config, faulty: read.problems.length > 0 }]
}

type Described = Registered & { readonly isModel: boolean }

/** What Backstage, DVC and GTO files describe; whether they mean a model is asked later. */
function descriptions(
  files: FoundFiles,
  workspace: Workspace,
  text: (path: string) => string | undefined,
  problems: Problem[],
): Described[] {
  const each = (paths: readonly string[], read: (text: string, path: string) => Result<Described[]>) =>
    capped(paths, problems).flatMap((path) => {
      const content = text(path)
      if (content === undefined) return []
      const found = read(content, workspace.shown(path))
      if (!found.ok) problems.push(...found.problems)
      return found.ok ? found.value : []
    })
  return [
    ...each(files.backstage, readBackstage),
    ...each(files.dvc, readDvc),
    ...each(files.artifacts, readArtifactsYaml),
  ]
}

/** Descriptions that say they are of a model, or that have the name of one that is known otherwise. */
function wanted(described: readonly Described[], names: readonly string[]): Registered[] {
  const known = new Set(names.map(folded))
  return described
    .filter(({ isModel, name }) => isModel || known.has(folded(name)))
    .map(({ isModel: _, ...one }) => one)
}

/** Registered models in databases; SQLite is loaded where there is one. */
async function databases(workspace: Workspace, paths: readonly string[], problems: Problem[]): Promise<Registered[]> {
  if (paths.length === 0) return []
  const { registeredInDatabase } = await import('./mlflow-database.js')
  const found: Registered[] = []
  for (const path of paths) {
    const read = await registeredInDatabase(workspace, path)
    if (read.ok) found.push(...read.value)
    else problems.push(...read.problems)
  }
  return found
}

/** A registered model of MLflow's file store. */
function registeredModel(
  folder: string,
  workspace: Workspace,
  text: (path: string) => string | undefined,
  problems: Problem[],
): Registered[] {
  const named = (path: string, pattern: RegExp) => {
    const entries = list(workspace, path)
    return 'problem' in entries ? [] : entries.map(({ name }) => name).filter((name) => pattern.test(name))
  }
  const path = `${folder}/meta.yaml`
  const meta = text(path)
  if (meta === undefined) return []
  const versions = named(folder, /^version-\d{1,9}$/)
  if (versions.length > MAX_VERSIONS) {
    problems.push(problem('catalog.too-many-files', { count: versions.length - MAX_VERSIONS }))
  }
  const read = readMlflow({
    path: workspace.shown(path),
    meta,
    versions: versions.slice(-MAX_VERSIONS).flatMap((name) => {
      const at = `${folder}/${name}/meta.yaml`
      const content = text(at)
      return content === undefined ? [] : [{ path: workspace.shown(at), meta: content }]
    }),
    aliases: named(`${folder}/aliases`, /^[\w.-]{1,255}$/).flatMap((name) => {
      const version = text(`${folder}/aliases/${name}`)
      return version === undefined ? [] : [{ name, version }]
    }),
  })
  if (!read.ok) problems.push(...read.problems)
  return read.ok ? [read.value] : []
}

/** A model saved by MLflow: of the config in the nearest folder above it, else it has its own folder's name. */
function mlmodel(
  path: string,
  workspace: Workspace,
  text: string | undefined,
  configs: readonly FoundConfig[],
): Registered[] {
  const saved = mapping(documentsOf(text ?? '')?.[0])
  if (saved?.get('flavors') === undefined) return []
  const shown = workspace.shown(path)
  const above = configs
    .map(({ path: at, config }) => ({ folder: posix.dirname(at), name: config.model.name }))
    .filter(({ folder }) => folder === '.' || shown.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)
  const name = above[0]?.name ?? posix.basename(posix.dirname(shown))
  const run = textIn(saved, 'run_id')
  return [{ registry: 'mlflow', name, path: shown, stages: run === undefined ? [] : [{ name: 'run', version: run }] }]
}
