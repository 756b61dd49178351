import type { ModelPolicy } from '../../policy/policy.js'
import { type Message, message } from '../../shared/message.js'

/** What is known of the changes of the pull request that is judged. */
export type Changes =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: Message }

/** The models that are to be judged, and what is to be said of the others. */
export interface Chosen {
  readonly models: readonly ModelPolicy[]
  readonly notes: readonly Message[]
}

/**
 * Only the models that a pull request touches: those in whose folders it changes a file. A change anywhere else may be
 * about any of them, and so all are judged. `shared` are files that concern all, wherever they lie.
 */
export function touchedModels(models: readonly ModelPolicy[], changes: Changes, shared: readonly string[]): Chosen {
  const all = (why: Message): Chosen => ({ models, notes: [message('models.all', { why })] })
  const folders = new Map(
    models.flatMap((model) => (model.folder === undefined ? [] : [[model.folder, model] as const])),
  )
  if (folders.size === 0) return all(message('models.no-folders'))
  if (changes.kind === 'none') return all(message('models.no-pull-request'))
  if (changes.kind === 'unreadable') return all(message('models.unknown-changes', { why: changes.why }))
  if (changes.paths.length === 0) return { models, notes: [] }
  const touched = new Set<string>()
  for (const path of changes.paths) {
    const folder = shared.includes(path) ? undefined : folderOf(path, folders)
    if (folder === undefined) return all(message('models.shared', { path }))
    touched.add(folder)
  }
  // Models that share a folder are touched together.
  const chosen = models.filter(({ folder }) => folder === undefined || touched.has(folder))
  const left = models.length - chosen.length
  return { models: chosen, notes: left > 0 ? [message('models.untouched', { count: left })] : [] }
}

/** The nearest folder above a path that is a model's. */
function folderOf(path: string, folders: ReadonlyMap<string, unknown>): string | undefined {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const folder = path.slice(0, end)
    if (folders.has(folder)) return folder
  }
  return undefined
}
