import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { decode } from '../../evidence/readers/decode.js'
import type { CommitFiles } from '../../github/contents.js'
import type { Layer } from '../../policy/beside.js'
import { type Reference, shownReference } from '../../policy/reference.js'
import { type Message, message } from '../../shared/message.js'
import { reasonOf } from '../../shared/problem.js'
import { type BaseReader, repositoryPath } from '../base/files.js'
import { isInside, Workspace } from '../workspace.js'

/** Largest policy that is read. */
const MAX_BYTES = 512 * 1024

/** The text of a policy that is extended; or why it cannot be had, and whether that is certain to be a mistake in the reference. */
export type Found =
  | { readonly kind: 'found'; readonly layer: Layer }
  | { readonly kind: 'refused'; readonly why: Message; readonly certain: boolean }

/** Where policies that are extended are read. */
export interface Sources {
  /** A file of the same repository, by its path relative to the working directory. */
  here(path: string): Promise<Found>
  /** A file of another one. `commit` where that is known already. */
  there(reference: Reference, commit?: string): Promise<Found>
}

function refused(id: string, params: Message['params'], certain = true): Found {
  return { kind: 'refused', why: message(id, params), certain }
}

function found(bytes: Uint8Array, layer: Omit<Layer, 'text'>): Found {
  const text = decode({ path: layer.source, bytes })
  const why = message('file.encoding', { path: layer.source })
  return text.ok
    ? { kind: 'found', layer: { ...layer, text: text.value } }
    : refused('extends.unreadable', { source: layer.source, why })
}

/** Files of the checkout. */
export function inWorkspace(workspace: Workspace): Sources['here'] {
  return async (path) => {
    const file = workspace.read(path, MAX_BYTES)
    if (file.ok) {
      const { path: source, bytes } = file.value
      return found(bytes, { source, place: (position) => ({ path: source, ...position }) })
    }
    const [first] = file.problems
    return first?.absent
      ? refused('extends.absent', { source: path })
      : refused('extends.unreadable', { source: path, why: first?.message ?? '' })
  }
}

/** Files of the base's commit; `folder` is the working directory that the base's step names. */
export function inBase(reader: BaseReader, folder: string): Sources['here'] {
  return async (path) => {
    const source = repositoryPath(folder, path)
    if (source === undefined)
      return refused('extends.unreadable', { source: path, why: message('file.outside', { path }) })
    const read = await reader.read(source, MAX_BYTES)
    if (read.kind === 'absent') return refused('extends.absent', { source })
    if (read.kind === 'unreadable') return refused('extends.unreadable', { source, why: read.why }, false)
    const place: Layer['place'] = (position) => ({ path: source, ...position, commit: reader.sha })
    return found(read.bytes, { source, place })
  }
}

/** Policies of other repositories through GitHub's API; each ref is looked up once in a run. */
export function onGitHub(options: { readonly token: string; readonly apiUrl: string }): Sources['there'] {
  const commits = new Map<string, Promise<CommitRead>>()
  return async (reference, commit) => {
    const { owner, repo, path, ref } = reference
    // Names of owners and repositories are the same in any case, those of refs are not.
    const key = `${`${owner}/${repo}`.toLowerCase()}@${ref}`
    const looked = commits.get(key) ?? lookUp(reference, commit, options)
    commits.set(key, looked)
    const at = await looked
    if (at.kind === 'refused') return refusedAs(at, reference)
    const read = await at.files.read(path, MAX_BYTES)
    const source = shownReference(reference)
    if (read.kind === 'absent')
      return refused('extends.absent-there', { source, repository: `${owner}/${repo}`, path, ref })
    if (read.kind === 'unreadable') return refused('extends.unreadable', { source, why: read.why }, false)
    return found(read.bytes, layerOf(reference, at.sha))
  }
}

type CommitRead =
  | { readonly kind: 'files'; readonly files: CommitFiles; readonly sha: string }
  | { readonly kind: 'refused'; readonly id: string; readonly why?: Message }

async function lookUp(reference: Reference, commit: string | undefined, options: Parameters<typeof onGitHub>[0]) {
  const { owner, repo } = reference
  try {
    const { commitOf } = await import('../../github/commit.js')
    const at = commit === undefined ? await commitOf(reference, options) : { kind: 'commit' as const, sha: commit }
    if (at.kind === 'unreadable') return { kind: 'refused' as const, id: 'extends.unreadable', why: at.why }
    if (at.kind !== 'commit')
      return { kind: 'refused' as const, id: at.kind === 'absent' ? 'extends.no-ref' : 'extends.not-visible' }
    const { commitFiles } = await import('../../github/contents.js')
    return { kind: 'files' as const, sha: at.sha, files: commitFiles({ owner, repo, sha: at.sha }, options) }
  } catch (error) {
    const why = message('app.github-client', { why: reasonOf(error) })
    return { kind: 'refused' as const, id: 'extends.unreadable', why }
  }
}

function refusedAs({ id, why }: Extract<CommitRead, { kind: 'refused' }>, reference: Reference): Found {
  const { owner, repo, ref } = reference
  const params = { source: shownReference(reference), repository: `${owner}/${repo}` }
  const certain = id === 'extends.no-ref'
  return refused(id, { ...params, ...(certain && { ref }), ...(why && { why }) }, certain)
}

/** Shown with its repository and ref wherever a place is shown; a link leads to the commit. */
function layerOf(reference: Reference, commit: string): Omit<Layer, 'text'> {
  const { owner, repo, path, ref } = reference
  const repository = `${owner}/${repo}`
  const shown = shownReference(reference)
  const place: Layer['place'] = (position) => ({ path: shown, ...position, commit, repository })
  return { source: `${repository}/${path}`, ref, commit, place }
}

/** Local copies in place of the policies of other repositories, in the order in which these extend one another. */
export function copies(paths: readonly string[]): Sources['there'] {
  const left = [...paths]
  return async (reference) => {
    const copy = left.shift()
    const source = shownReference(reference)
    if (copy === undefined) return refused('extends.offline', { source })
    // Whoever types the path may read it, wherever it lies.
    const named = resolve(copy)
    const home = existsSync(named) ? Workspace.open(dirname(named), '.') : undefined
    const file = home?.ok ? home.value.read(basename(named), MAX_BYTES) : undefined
    if (file === undefined)
      return refused('extends.unreadable', { source, why: message('file.absent', { path: copy }) })
    if (!file.ok) return refused('extends.unreadable', { source, why: file.problems[0]?.message ?? '' })
    const { owner, repo, path, ref } = reference
    const shown = isInside(process.cwd(), named) ? copy : source
    const place: Layer['place'] = (position) => ({ path: shown, ...position })
    return found(file.value.bytes, { source: `${owner}/${repo}/${path}`, ref, copy, place })
  }
}
