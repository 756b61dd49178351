import { problem, type Result } from '../../shared/problem.js'
import type { Registered } from '../model.js'
import { documentsOf, mapping, textIn } from './yaml.js'

/** Kinds of entities that can stand for a model or for what serves it. */
const KINDS = ['Component', 'Resource', 'API', 'System']
/** What people call a model in `spec.type`; Backstage prescribes nothing. */
const MODEL_TYPES = ['ai-model', 'ml-model', 'model', 'machine-learning-model']

/** An entity, and whether it says of itself that it is a model. */
export interface Entity extends Registered {
  readonly isModel: boolean
}

/**
 * The entities of a `catalog-info.yaml` that may be models: Backstage's descriptor format, documents of which each has
 * `apiVersion: backstage.io/…`, `kind`, `metadata.name` and `spec`.
 */
export function readBackstage(text: string, path: string): Result<Entity[]> {
  const documents = documentsOf(text)
  if (documents === undefined) return { ok: false, problems: [problem('catalog.not-yaml', { path }, { path })] }
  const entities = documents.flatMap((document): Entity[] => {
    const entity = mapping(document)
    const kind = textIn(entity, 'kind') ?? ''
    const spec = mapping(entity?.get('spec'))
    const name = textIn(mapping(entity?.get('metadata')), 'name')
    if (name === undefined || !KINDS.includes(kind) || !textIn(entity, 'apiVersion')?.startsWith('backstage.io/'))
      return []
    const owner = textIn(spec, 'owner')
    const lifecycle = textIn(spec, 'lifecycle')
    const stages = lifecycle === undefined ? [] : [{ name: lifecycle, version: '' }]
    const isModel = MODEL_TYPES.includes((textIn(spec, 'type') ?? '').toLowerCase())
    return [{ registry: 'backstage', name, path, kind, ...(owner !== undefined && { owner }), stages, isModel }]
  })
  return { ok: true, value: entities }
}
