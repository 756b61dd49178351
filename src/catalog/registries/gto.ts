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
  `^(?<full>(?:[a-z0-9-_./]+=)?(?<artifact>${NAME}))(?:(?:@(?<version>${SEMVER})|#(?<stage>${NAME}))(?<undone>!?)|@(?<whole>deprecated|created))(?:#(?<count>\\d{1,9}))?$`,
)
/** No name or tag of a person is longer; the expression takes time on those that are. */
const MAX_TAG = 250

interface State {
  /** The artifact's name without its folder. */
  readonly artifact: string
  /** Registered versions and the commits they are of. */
  readonly versions: Map<string, string>
  /** Stages that were given to commits and not taken away, from oldest to newest. */
  assigned: readonly { readonly stage: string; readonly commit: string }[]
}

type Event = Tag & { readonly groups: Readonly<Record<string, string | undefined>> }

/**
 * The registry that GTO keeps in annotated tags, from oldest to newest: a version is registered or taken back, a stage given
 * to a version or taken from it, an artifact deprecated. A stage is where it was given to last; where it was taken from
 * there, it is again where it was before, as GTO has it.
 */
export function readTags(tags: readonly Tag[]): Registered[] {
  const states = new Map<string, State>()
  const events = tags.flatMap((tag): Event[] => {
    const groups = tag.name.length > MAX_TAG ? undefined : TAG.exec(tag.name)?.groups
    return groups === undefined ? [] : [{ ...tag, groups }]
  })
  for (const event of events.sort(byTime)) apply(states, event)
  return [...states]
    .filter(([, { versions, assigned }]) => versions.size > 0 || assigned.length > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([full, state]) => registeredAs(full, state))
}

/** Of one second, what is registered comes before what is assigned to it, and a smaller count before a larger one. */
function byTime(a: Event, b: Event): number {
  const [x, y] = [a.groups, b.groups]
  const rank = (groups: Event['groups']) => (groups.version === undefined ? 1 : 0)
  return (
    a.created - b.created ||
    rank(x) - rank(y) ||
    byDigits(x.count ?? '0', y.count ?? '0') ||
    compareText(a.name, b.name)
  )
}

function apply(states: Map<string, State>, { commit, groups }: Event): void {
  const { full = '', artifact = '', version, stage, undone, whole } = groups
  const state: State = states.get(full) ?? { artifact, versions: new Map(), assigned: [] }
  states.set(full, state)
  if (whole === 'deprecated') states.delete(full)
  else if (version !== undefined && undone === '!') {
    const of = state.versions.get(version)
    state.versions.delete(version)
    state.assigned = state.assigned.filter((one) => one.commit !== of)
  } else if (version !== undefined) state.versions.set(version, commit)
  else if (stage !== undefined) {
    const others = state.assigned.filter((one) => one.stage !== stage || one.commit !== commit)
    state.assigned = undone === '!' ? others : [...others, { stage, commit }]
  }
}

function registeredAs(full: string, { artifact, versions, assigned }: State): Registered {
  const newest = [...versions.keys()].sort(bySemver).at(-1)
  const current = new Map(assigned.map(({ stage, commit }) => [stage, commit]))
  const stages = [...current]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, commit]) => ({ name, version: versionAt(versions, commit) }))
  const path = full === artifact ? 'git tags' : `git tags ${full}`
  return { registry: 'gto', name: artifact, path, ...(newest !== undefined && { version: newest }), stages }
}

/** The version that a commit was registered as; the commit itself where it was not. */
function versionAt(versions: ReadonlyMap<string, string>, commit: string): string {
  const at = [...versions].filter(([, of]) => of === commit).map(([version]) => version)
  return at.sort(bySemver).at(-1) ?? commit.slice(0, 7)
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
