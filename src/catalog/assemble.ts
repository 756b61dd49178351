import type { RecordedWaiver } from '../audit/record.js'
import type { ModelConfig } from '../model-config/config.js'
import { compareLocations, compareText } from '../shared/location.js'
import { type Problem, problem } from '../shared/problem.js'
import { DAY, parseDay, parseInstant } from '../shared/time.js'
import type { Judged } from './decisions.js'
import type { Catalog, CatalogModel, CatalogWaiver, Flag, Registered, Trail } from './model.js'
import { FLAGS } from './model.js'
import { folded } from './names.js'

/** A `model_config.yaml` that could be read far enough to know which model it is about. */
export interface FoundConfig {
  readonly path: string
  readonly config: ModelConfig
  /** Whether it has mistakes, which are among the problems. */
  readonly faulty: boolean
}

/** All that the catalog is put together from. */
export interface Sources {
  /** Milliseconds since 1970. */
  readonly now: number
  /** The same as text, `2026-11-25T14:05:09.123Z`. */
  readonly at: string
  readonly staleAfterDays: number
  readonly trail?: Trail
  readonly judged: readonly Judged[]
  readonly configs: readonly FoundConfig[]
  readonly registered: readonly Registered[]
  readonly problems: readonly Problem[]
}

/** A waiver that ends within so many days is named. */
const EXPIRING_DAYS = 30

/** Sources → catalog. Pure: `now` is data. */
export function assemble(sources: Sources): Catalog {
  const { at, staleAfterDays, trail, judged, configs, registered } = sources
  const names = new Map<string, { judged: Judged[]; configs: FoundConfig[] }>()
  const under = (name: string) => {
    const known = names.get(name)
    if (known !== undefined) return known
    const made = { judged: [], configs: [] }
    names.set(name, made)
    return made
  }
  for (const one of judged) under(one.name).judged.push(one)
  const named = judgedName(judged)
  for (const one of configs) under(named(one.config.model.name)).configs.push(one)
  const elsewhere = byFoldedName(registered)
  const ambiguous: Problem[] = []
  const models = [...names].flatMap(([name, found]) => {
    const known = elsewhere.get(folded(name)) ?? []
    if (found.judged.length < 2) return [row(name, found.judged[0], found.configs, known, sources)]
    // One name judged in several repositories: nobody can tell which of them a file here describes.
    for (const { path } of found.configs)
      ambiguous.push(problem('catalog.ambiguous', { name, repositories: found.judged.map(shownRepository) }, { path }))
    const judgedRows = found.judged.map((one) => row(name, one, [], known, sources))
    return found.configs.length > 0 ? [...judgedRows, row(name, undefined, found.configs, known, sources)] : judgedRows
  })
  const known = new Set([...names.keys()].map(folded))
  const others = [...elsewhere].filter(([name]) => !known.has(name)).map(([, all]) => registeredRow(all))
  return {
    at,
    staleAfterDays,
    ...(trail && { trail }),
    models: [...models, ...others].sort(
      (a, b) => compareText(a.name, b.name) || compareText(a.repository ?? '', b.repository ?? ''),
    ),
    problems: inOrder([...sources.problems, ...ambiguous]),
  }
}

/** The judged name that a config means: its very own, else the only one that is spelt otherwise but is the same. */
function judgedName(judged: readonly Judged[]): (name: string) => string {
  const exact = new Set(judged.map(({ name }) => name))
  const alike = new Map<string, string | undefined>()
  for (const name of exact) alike.set(folded(name), alike.has(folded(name)) ? undefined : name)
  return (name) => (exact.has(name) ? name : (alike.get(folded(name)) ?? name))
}

function shownRepository({ repository }: Judged): string {
  return repository === '' ? '-' : repository
}

function byFoldedName(registered: readonly Registered[]): Map<string, Registered[]> {
  const groups = new Map<string, Registered[]>()
  for (const one of registered) {
    const key = folded(one.name)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  for (const group of groups.values())
    group.sort(
      (a, b) => compareText(a.registry, b.registry) || compareText(a.path, b.path) || compareText(a.name, b.name),
    )
  return groups
}

/** What `ml-gate init` leaves to be filled in names nobody, and neither does a blank. */
const NOBODY = /^(?:\s*|TODO)$/

function row(
  name: string,
  judged: Judged | undefined,
  configs: readonly FoundConfig[],
  registered: readonly Registered[],
  sources: Sources,
): CatalogModel {
  const config = configs[0]?.config.model
  const { last, allowed, record, repository } = judged ?? {}
  const owner = [config?.owner, record?.owner].find((one) => one !== undefined && !NOBODY.test(one))
  const risk = config?.risk ?? record?.risk
  const version = last?.version ?? config?.version
  const waivers = (record?.waivers ?? []).map((waiver) => waiverAt(waiver, sources.now))
  const model = {
    name,
    ...(repository && { repository }),
    ...(owner && { owner }),
    ...(risk && { risk }),
    ...(version && { version }),
    ...(config?.version && { configured: config.version }),
    ...(config?.framework && { framework: config.framework }),
    configs: configs.map(({ path }) => path).sort(compareText),
    decisions: judged?.decisions ?? 0,
    ...(last && { last }),
    ...(allowed && allowed.sequence !== last?.sequence && { allowed }),
    ...(record?.card && { card: record.card }),
    metrics: record?.metrics ?? new Map(),
    approvals: record?.approvals ?? [],
    waivers,
    registered,
  }
  const states = waivers.map(({ state }) => state)
  const raised: Readonly<Record<Flag, boolean>> = {
    failed: last !== undefined && last.verdict !== 'pass' && last.verdict !== 'warn',
    'never-judged': last === undefined && sources.trail !== undefined,
    'waiver-expired': states.includes('expired'),
    'version-not-judged': differ(last?.version, config?.version),
    'not-configured': configs.length === 0,
    'config-mistakes': configs.some(({ faulty }) => faulty),
    'configured-twice': configs.length > 1,
    'no-owner': !owner,
    stale: last !== undefined && !isFresh(last.time, sources),
    'waiver-expiring': states.includes('expiring'),
    'registered-only': false,
  }
  return { ...model, flags: FLAGS.filter((flag) => raised[flag]) }
}

function differ(judged: string | undefined, configured: string | undefined): boolean {
  return judged !== undefined && configured !== undefined && judged !== configured
}

/** A model that only another catalog knows. */
function registeredRow(registered: readonly Registered[]): CatalogModel {
  const name = registered.map((one) => one.name).sort(compareText)[0] ?? ''
  const owner = registered.find((one) => one.owner !== undefined)?.owner
  const version = registered.find((one) => one.version !== undefined)?.version
  const nothing = { configs: [], decisions: 0, metrics: new Map(), approvals: [], waivers: [] }
  return {
    name,
    ...(owner && { owner }),
    ...(version && { version }),
    ...nothing,
    registered,
    flags: ['registered-only'],
  }
}

/** Written so that only a proof passes: an unreadable time, or one that lies ahead, is not fresh. */
function isFresh(time: string, { now, staleAfterDays }: Sources): boolean {
  const age = now - (parseInstant(time)?.at ?? Number.NaN)
  return age >= -DAY && age <= staleAfterDays * DAY
}

function waiverAt(waiver: RecordedWaiver, now: number): CatalogWaiver {
  const { check, owner, reason, expires } = waiver
  // The last day counts in full; a day that does not exist has passed.
  const end = (parseDay(expires) ?? Number.NaN) + DAY
  const state = !(now < end) ? 'expired' : end - now <= EXPIRING_DAYS * DAY ? 'expiring' : 'active'
  return { check, owner, approvedBy: waiver['approved-by'], reason, expires, state }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  const nowhere = { path: '' }
  return [...problems].sort(
    (a, b) => compareLocations(a.at ?? nowhere, b.at ?? nowhere) || compareText(a.message.id, b.message.id),
  )
}
