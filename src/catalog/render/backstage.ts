import { stringify } from 'yaml'
import type { Catalog, CatalogModel } from '../model.js'

/** Models that no `catalog-info.yaml` has an entity for. */
export function undescribed({ models }: Catalog): CatalogModel[] {
  return models.filter(({ registered }) => registered.every(({ registry }) => registry !== 'backstage'))
}

/**
 * An entity for each model, in Backstage's descriptor format: documents of one YAML text, to be put into a
 * `catalog-info.yaml`. A model is a `Resource` of type `ai-model`.
 */
export function renderBackstage(models: readonly CatalogModel[]): string {
  const taken = new Set<string>()
  return models
    .map((model) => {
      const wanted = nameAs(model.name)
      // Names are unique without regard to case; two models may come to the same one.
      let name = wanted
      for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${wanted.slice(0, MAX_NAME - 7)}-${count}`
      taken.add(name.toLowerCase())
      return `---\n${stringify(entityOf(model, name), { lineWidth: 0 })}`
    })
    .join('')
}

function entityOf(model: CatalogModel, entityName: string) {
  const { name, owner, risk, version, framework, last } = model
  const annotations = [
    ['ml-gate/model', name],
    ['ml-gate/version', version],
    ['ml-gate/risk', risk],
    ['ml-gate/owner', owner],
    ['ml-gate/verdict', last?.verdict],
    ['ml-gate/decided-at', last?.time],
  ].filter(([, value]) => value !== undefined)
  const tag = framework
    ?.toLowerCase()
    .replace(/[^a-z0-9:+#]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 63)
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: entityName,
      ...(entityName !== name && { title: name }),
      annotations: Object.fromEntries(annotations),
      ...(tag && { tags: [tag] }),
    },
    spec: { type: 'ai-model', owner: ownerAs(owner) },
  }
}

/** Longest name that Backstage takes. */
const MAX_NAME = 63

/** Letters, digits, and single `-`, `_` or `.` between them. */
function nameAs(name: string): string {
  const shown = name.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/[-_.]{2,}/g, '-')
  return shown.slice(0, MAX_NAME).replace(/^[-_.]+|[-_.]+$/g, '') || 'model'
}

/**
 * A reference to who owns it: `@org/team` is a group, `@login` a user, and of an address the part before the `@` is taken
 * for a group. `unknown` where nobody is named, because Backstage demands an owner.
 */
function ownerAs(owner: string | undefined): string {
  const [, team] = /^@[^/]+\/(.+)$/.exec(owner ?? '') ?? []
  if (team !== undefined) return `group:${nameAs(team)}`
  const [, login] = /^@(.+)$/.exec(owner ?? '') ?? []
  if (login !== undefined) return `user:${nameAs(login)}`
  const [, local] = /^([^@\s]+)@/.exec(owner ?? '') ?? []
  return owner === undefined ? 'unknown' : `group:${nameAs(local ?? owner)}`
}
