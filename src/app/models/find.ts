import { posix } from 'node:path'
import { decode } from '../../evidence/readers/decode.js'
import type { FoundModel, FoundModels } from '../../policy/beside.js'
import type { PolicyDocument, PolicyText } from '../../policy/document.js'
import { readDocument } from '../../policy/document.js'
import type { Location } from '../../shared/location.js'
import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import { isPattern, type Workspace } from '../workspace.js'
import { matcher } from './glob.js'

/** Most models of one policy. */
export const MAX_MODELS = 5_000
/** Largest file that describes a model. */
export const MAX_BYTES = 64 * 1024

/** A file that describes a model; or why it cannot be read. */
export interface ModelFile {
  /** Relative to the workspace. */
  readonly path: string
  readonly bytes: Uint8Array | Problem
  readonly place: PolicyText['place']
}

/** The files that a pattern names, or why they cannot be known; and whether that is a matter of permissions or of the network. */
export type FilesFound =
  | { readonly kind: 'files'; readonly files: readonly ModelFile[] }
  | { readonly kind: 'refused'; readonly why: Message; readonly unread: boolean }

export type Finder = (pattern: string) => Promise<FilesFound>

/** The models that a policy, or the nearest of those that it extends, names by `models`; undefined where none names any. */
export async function modelsIn(policy: PolicyText, find: Finder): Promise<FoundModels | undefined> {
  const named = namedIn(policy)
  if (named === undefined) return undefined
  const nothing = { entries: [], problems: [], unread: false }
  if (typeof named.value !== 'string' || named.value.trim() === '') return nothing
  const found = await find(named.value.trim())
  if (found.kind === 'refused') {
    return { ...nothing, problems: [{ message: found.why, at: named.at }], unread: found.unread }
  }
  const entries: FoundModel[] = []
  for (const file of [...found.files].sort((a, b) => compareText(a.path, b.path))) entries.push(await describe(file))
  return { ...nothing, entries }
}

/** The value of `models`, and where it stands. */
function namedIn(policy: PolicyText): { readonly value: unknown; readonly at: Location } | undefined {
  for (const text of [policy, ...(policy.extended?.layers ?? [])]) {
    const { document } = readDocument(text)
    const data = document?.data
    if (document !== undefined && typeof data === 'object' && data !== null && Object.hasOwn(data, 'models')) {
      const at = document.locate(['models'])
      return { value: Reflect.get(data, 'models'), at: at.judged ?? at }
    }
  }
  return undefined
}

/** What a file says of its model, in the form of a policy. Whatever is wrong with it is kept beside. */
async function describe({ path, bytes, place }: ModelFile): Promise<FoundModel> {
  const folder = posix.dirname(path)
  const start = place({ line: 1, column: 1 })
  const empty: PolicyDocument = { data: {}, mended: [], locate: () => start, written: () => '' }
  const none = { path, folder, text: '', upper: empty }
  if (!(bytes instanceof Uint8Array)) return { ...none, problems: [bytes] }
  const decoded = decode({ path, bytes })
  if (!decoded.ok) return { ...none, problems: [problem('file.encoding', { path }, start)] }
  const source = { text: decoded.value, place }
  const { MODEL_CONFIG } = await import('../../model-config/name.js')
  if (!MODEL_CONFIG.test(posix.basename(path))) {
    const { document = empty, problems } = readDocument(source)
    return { ...none, text: source.text, upper: document, problems }
  }
  const { readModelConfig } = await import('../../model-config/parse.js')
  const { documentsOf } = await import('../../model-config/documents.js')
  const { config, problems } = readModelConfig(source)
  if (config === undefined) return { ...none, text: source.text, problems }
  return { ...none, text: source.text, name: config.model.name, problems, ...documentsOf(config) }
}

/** Files of the checkout. */
export function inWorkspace(workspace: Workspace): Finder {
  return async (pattern) => {
    const refused = (id: string, params: Message['params'] = {}) =>
      ({ kind: 'refused', why: message(id, { pattern, ...params }), unread: false }) as const
    if (isPattern(pattern) && matcher(pattern) === undefined) return refused('models.pattern')
    const paths = await workspace.find(pattern, MAX_MODELS)
    if (!paths.ok) {
      const [first] = paths.problems
      if (first?.absent) return refused('models.none')
      if (first?.message.id === 'file.too-many') return refused('models.too-many', { limit: MAX_MODELS })
      return { kind: 'refused', why: first?.message ?? message('models.none', { pattern }), unread: false }
    }
    const files = paths.value.map((name): ModelFile => {
      const path = workspace.shown(name)
      const place: ModelFile['place'] = (position) => ({ path, ...position })
      const read = workspace.read(name, MAX_BYTES)
      return { path, place, bytes: read.ok ? read.value.bytes : (read.problems[0] ?? problem('file.absent', { path })) }
    })
    const [only] = files
    if (files.length === 1 && only !== undefined && !(only.bytes instanceof Uint8Array) && only.bytes.absent)
      return refused('models.none')
    return { kind: 'files', files }
  }
}
