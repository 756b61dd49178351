import { compareText } from '../../shared/location.js'
import { problem, type Result } from '../../shared/problem.js'
import type { Registered } from '../model.js'
import { documentsOf, mapping, textIn } from './yaml.js'

/** The texts of one registered model's files, as MLflow's file store keeps them below `models/NAME`. */
export interface StoredModel {
  /** `…/models/NAME/meta.yaml`. */
  readonly path: string
  readonly meta: string
  /** The texts of `version-N/meta.yaml`. */
  readonly versions: readonly { readonly path: string; readonly meta: string }[]
  /** The files in `aliases`: the alias, and the version that it stands for. */
  readonly aliases: readonly { readonly name: string; readonly version: string }[]
}

/** Versions that were deleted stay where they are, in this stage. */
const DELETED = 'Deleted_Internal'

/** A version of a registered model, its number and stage as texts. */
export interface Version {
  readonly number: string
  readonly stage: string
}

export interface Alias {
  readonly name: string
  readonly version: string
}

/** A registered model of the file store: its newest version, and which versions have an alias or one of the former stages. */
export function readMlflow({ path, meta, versions, aliases }: StoredModel): Result<Registered> {
  const model = mapping(documentsOf(meta)?.[0])
  const name = textIn(model, 'name')
  if (name === undefined) return { ok: false, problems: [problem('catalog.not-mlflow', { path }, { path })] }
  const read = versions.map(({ path: at, meta: text }) => ({ at, version: mapping(documentsOf(text)?.[0]) }))
  const wrong = read.filter(({ version }) => textIn(version, 'version') === undefined)
  if (wrong.length > 0)
    return { ok: false, problems: wrong.map(({ at }) => problem('catalog.not-mlflow', { path: at }, { path: at })) }
  const numbered = read.map(({ version }) => ({
    number: textIn(version, 'version') ?? '',
    stage: textIn(version, 'current_stage') ?? 'None',
  }))
  return { ok: true, value: registeredAs(name, path, numbered, aliases) }
}

/** What either store says of a model. */
export function registeredAs(
  name: string,
  path: string,
  versions: readonly Version[],
  aliases: readonly Alias[],
): Registered {
  const live = versions
    .filter(({ stage }) => stage !== DELETED)
    .sort((a, b) => a.number.length - b.number.length || compareText(a.number, b.number))
  const staged = live
    .filter(({ stage }) => stage !== 'None' && stage !== '')
    .map(({ number, stage }) => ({ name: stage, version: number }))
  const aliased = aliases
    .map(({ name: alias, version }) => ({ name: `@${alias}`, version: version.trim() }))
    .filter(({ version }) => live.some(({ number }) => number === version))
  const newest = live.at(-1)?.number
  const stages = [...aliased, ...staged].sort(
    (a, b) => compareText(a.name, b.name) || compareText(a.version, b.version),
  )
  return { registry: 'mlflow', name, path, ...(newest !== undefined && { version: newest }), stages }
}
