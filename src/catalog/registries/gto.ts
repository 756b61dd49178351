import { compareText } from '../../shared/location.js'
import { problem, type Result } from '../../shared/problem.js'
import type { Registered } from '../model.js'
import { documentsOf, type Mapping, mapping, textIn } from './yaml.js'

/** An artifact that a file describes, and whether it says that it is a model. */
export interface Artifact extends Registered {
  readonly isModel: boolean
}

/** The artifacts of a `dvc.yaml`: below `artifacts`, each with `path`, `type`, `desc` and `labels`. */
export function readDvc(text: string, path: string): Result<Artifact[]> {
  return readArtifacts(text, path, (root) => mapping(root?.get('artifacts')))
}

/** The artifacts of GTO's former `artifacts.yaml`: at its top level. */
export function readArtifactsYaml(text: string, path: string): Result<Artifact[]> {
  return readArtifacts(text, path, (root) => root)
}

function readArtifacts(
  text: string,
  path: string,
  listed: (root: Mapping | undefined) => Mapping | undefined,
): Result<Artifact[]> {
  const documents = documentsOf(text)
  if (documents === undefined) return { ok: false, problems: [problem('catalog.not-yaml', { path }, { path })] }
  const artifacts = [...(listed(mapping(documents[0])) ?? [])].flatMap(([name, value]): Artifact[] => {
    const artifact = mapping(value)
    if (typeof name !== 'string' || artifact === undefined) return []
    return [{ registry: 'gto', name, path, stages: [], isModel: textIn(artifact, 'type') === 'model' }]
  })
  return { ok: true, value: artifacts }
}

/** A tag of the repository. */
export interface Tag {
  readonly name: string
  /** The commit that it leads to. */
  readonly commit: string
  /** When it was made: seconds since 1970, as git has it. */
  readonly created: number
}

const NAME = '[a-z0-9](?:[a-z0-9-/]*[a-z0-9])?'
const NUMBER = '(?:0|[1-9]\\d*)'
const SEMVER = `v${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-[0-9A-Za-z.-]+)?(?:\\+[0-9A-Za-z.-]+)?`
/** `[DIR=]NAME`, then `@v1.2.0` or `#stage` (`!` undoes either), `@deprecated` or `@created`; then perhaps `#3`. */
const TAG = new RegExp(
  `^(?:[a-z0-9-_./]+=)?(?<artifact>${NAME})(?:(?:@(?<version>${SEMVER})|#(?<stage>${NAME}))(?<undone>!?)|@(?<whole>deprecated|created))(?:#\\d+)?$`,
)
/** No name or tag of a person is longer; the expression takes time on those that are. */
const MAX_TAG = 250

interface State {
  /** Registered versions and the commits they are of. */
  readonly versions: Map<string, string>
  /** Stages and the versions that have them. */
  readonly stages: Map<string, string>
}

/**
 * The registry that GTO keeps in tags, from oldest to newest: a version is registered or taken back, a stage assigned or
 * taken away, an artifact deprecated. A stage belongs to the version that its commit was registered as.
 */
export function readTags(tags: readonly Tag[]): Registered[] {
  const artifacts = new Map<string, State>()
  const sorted = [...tags].sort((a, b) => a.created - b.created || compareText(a.name, b.name))
  for (const tag of sorted) {
    const groups = tag.name.length > MAX_TAG ? undefined : TAG.exec(tag.name)?.groups
    if (groups !== undefined) apply(artifacts, tag, groups)
  }
  return [...artifacts]
    .filter(([, { versions, stages }]) => versions.size > 0 || stages.size > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, state]) => registeredAs(name, state))
}

function apply(artifacts: Map<string, State>, { commit }: Tag, groups: Readonly<Record<string, string | undefined>>) {
  const { artifact = '', version, stage, undone, whole } = groups
  const state = artifacts.get(artifact) ?? { versions: new Map(), stages: new Map() }
  artifacts.set(artifact, state)
  if (whole === 'deprecated') artifacts.delete(artifact)
  else if (version !== undefined && undone === '!') {
    state.versions.delete(version)
    for (const [name, of] of state.stages) if (of === version) state.stages.delete(name)
  } else if (version !== undefined) state.versions.set(version, commit)
  else if (stage !== undefined && undone === '!') state.stages.delete(stage)
  else if (stage !== undefined) state.stages.set(stage, versionAt(state, commit))
}

/** The version that a commit was registered as; the commit itself where it was not. */
function versionAt({ versions }: State, commit: string): string {
  const at = [...versions].filter(([, of]) => of === commit).map(([version]) => version)
  return at.sort(bySemver).at(-1) ?? commit.slice(0, 7)
}

function registeredAs(name: string, { versions, stages }: State): Registered {
  const version = [...versions.keys()].sort(bySemver).at(-1)
  const listed = [...stages].sort(([a], [b]) => compareText(a, b)).map(([stage, of]) => ({ name: stage, version: of }))
  return { registry: 'gto', name, path: 'git tags', ...(version !== undefined && { version }), stages: listed }
}

/** Precedence of semantic versions: numbers by their size, a pre-release below its release. */
function bySemver(a: string, b: string): number {
  const [left, right] = [a, b].map(parts)
  for (let index = 0; index < 3; index += 1) {
    const order = byDigits(left?.numbers[index] ?? '0', right?.numbers[index] ?? '0')
    if (order !== 0) return order
  }
  const [x, y] = [left?.pre ?? [], right?.pre ?? []]
  if (x.length === 0 || y.length === 0) return y.length - x.length || compareText(a, b)
  for (let index = 0; index < Math.max(x.length, y.length); index += 1) {
    const [p, q] = [x[index], y[index]]
    if (p === undefined || q === undefined) return p === undefined ? -1 : 1
    const numeric = [p, q].map((part) => /^\d+$/.test(part))
    const order = numeric[0] && numeric[1] ? byDigits(p, q) : numeric[0] ? -1 : numeric[1] ? 1 : compareText(p, q)
    if (order !== 0) return order
  }
  return compareText(a, b)
}

function parts(version: string): { numbers: string[]; pre: string[] } {
  const [core = '', pre = ''] = version.slice(1).split('+')[0]?.split(/-(.*)/s) ?? []
  return { numbers: core.split('.'), pre: pre === '' ? [] : pre.split('.') }
}

/** Digits of any length by their value; leading zeros do not occur. */
function byDigits(a: string, b: string): number {
  return a.length - b.length || compareText(a, b)
}
