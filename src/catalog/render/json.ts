import { exactNumber, jsonText } from '../../report/json-text.js'
import type { Wording } from '../../report/wording.js'
import { compareText } from '../../shared/location.js'
import type { Problem } from '../../shared/problem.js'
import { CATALOG_SCHEMA, type Catalog, type CatalogModel, type Decision, type Registered } from '../model.js'

/** `catalog.json`: always the same bytes for the same catalog and language; `schema/catalog.schema.json` describes it. */
export function renderCatalogJson(catalog: Catalog, wording: Wording): string {
  const { at, staleAfterDays, trail, models, problems } = catalog
  return jsonText({
    schema: CATALOG_SCHEMA,
    at,
    stale_after_days: staleAfterDays,
    trail: trail && { path: trail.path, entries: trail.entries, unreadable: trail.unreadable },
    models: models.map(modelJson),
    problems: problems.map((problem) => problemJson(problem, wording)),
  })
}

function modelJson(model: CatalogModel) {
  const { name, repository, owner, risk, version, framework, configs, card, flags } = model
  return {
    name,
    repository,
    owner,
    risk,
    version,
    configured_version: model.configured,
    framework,
    configs,
    decisions: model.decisions,
    last_decision: model.last && decisionJson(model.last),
    last_allowed: model.allowed && decisionJson(model.allowed),
    model_card: card,
    // A list: the names are a file's, and stand in no object as keys.
    metrics: sortedMetrics(model.metrics).map(([metric, value]) => ({ name: metric, value: exactNumber(value) })),
    approvals: model.approvals.map(({ by, role, at, commit }) => ({ by, role, at, commit })),
    waivers: model.waivers.map(({ check, owner: by, approvedBy, reason, expires, state }) => ({
      ...{ check, owner: by, approved_by: approvedBy, reason, expires, state },
    })),
    registered: model.registered.map(registeredJson),
    flags,
  }
}

/** In order of name, whatever the order in the file. */
export function sortedMetrics(metrics: ReadonlyMap<string, string>): [string, string][] {
  return [...metrics].sort(([a], [b]) => compareText(a, b))
}

function decisionJson({ verdict, time, sequence, path, version, commit, pull_request }: Decision) {
  return { verdict, time, sequence, path, version, commit, pull_request }
}

function registeredJson({ registry, name, path, kind, owner, version, stages }: Registered) {
  const listed = stages.map((stage) => ({
    name: stage.name,
    version: stage.version === '' ? undefined : stage.version,
  }))
  return { registry, name, path, kind, owner, version, stages: listed }
}

function problemJson({ message, at }: Problem, wording: Wording) {
  return { code: message.id, message: wording.say(message), path: at?.path, line: at?.line, column: at?.column }
}
