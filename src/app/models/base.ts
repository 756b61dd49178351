import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { blobName } from '../../github/blob.js'
import { compareText } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { type BaseReader, belowCheckout, repositoryPath } from '../base/files.js'
import type { Workspace } from '../workspace.js'
import { type Finder, MAX_BYTES, MAX_MODELS, type ModelFile } from './find.js'
import { matcher } from './glob.js'

/** Most files that are read through the API because the pull request has others. */
const MAX_CHANGED = 500
/** Requests at a time. */
const ABREAST = 8

/**
 * The files of the base's commit. One request lists them all with the names that Git gives to their contents; a file that is
 * the same in the checkout is taken from there, and only the others are read.
 */
export function inBase(reader: BaseReader, folder: string, workspace: Workspace): Finder {
  return async (pattern) => {
    const refused = (why: Message, unread: boolean) => ({ kind: 'refused', why, unread }) as const
    const whole = repositoryPath(folder, pattern)
    const matches = whole === undefined ? undefined : matcher(whole)
    if (whole === undefined || matches === undefined) return refused(message('models.pattern', { pattern }), false)
    const tree = await reader.list()
    if (tree.kind === 'unreadable') return refused(message('models.unlisted', { pattern, why: tree.why }), true)
    const { paths, prefix } = chosen([...tree.files.keys()], whole, matches, workspace.root)
    if (paths.length === 0) return refused(message('models.none', { pattern }), false)
    if (paths.length > MAX_MODELS) return refused(message('models.too-many', { pattern, limit: MAX_MODELS }), false)
    const here = paths.map((path) => prefix + path)
    const local = here.map((path, index) => sameHere(workspace, path, tree.files.get(paths[index] ?? '')))
    const others = here.filter((_, index) => local[index] === undefined)
    if (others.length > MAX_CHANGED) {
      return refused(message('models.too-many', { pattern, limit: MAX_CHANGED }), true)
    }
    const remote = await readAll(others, reader)
    if ('why' in remote) return refused(message('models.unlisted', { pattern, why: remote.why }), true)
    const place = (path: string) => (position: { line: number; column: number }) => ({
      path,
      ...position,
      commit: reader.sha,
    })
    const files = here.map((path, index): ModelFile => {
      const bytes = local[index] ?? remote.files.get(path) ?? new Uint8Array()
      return { path, bytes, place: place(path) }
    })
    return { kind: 'files', files }
  }
}

/** A checkout may lie in a folder of the workspace; its paths in the commit then lack that folder. */
function chosen(all: readonly string[], whole: string, matches: (path: string) => boolean, root: string) {
  const paths = all.filter(matches).sort(compareText)
  const inside = paths.length === 0 ? belowCheckout(root, whole) : undefined
  const matchesInside = inside === undefined ? undefined : matcher(inside)
  if (inside === undefined || matchesInside === undefined) return { paths, prefix: '' }
  return { paths: all.filter(matchesInside).sort(compareText), prefix: whole.slice(0, whole.length - inside.length) }
}

/** The file's bytes in the checkout, where Git would give them that name. */
function sameHere(workspace: Workspace, path: string, blob = ''): Uint8Array | undefined {
  const absolute = join(workspace.root, path)
  if (!existsSync(absolute)) return undefined
  const read = workspace.read(absolute, MAX_BYTES)
  if (!read.ok) return undefined
  const { bytes } = read.value
  return blobName(bytes, blob.length === 64 ? 'sha256' : 'sha1') === blob ? bytes : undefined
}

async function readAll(paths: readonly string[], reader: BaseReader) {
  const files = new Map<string, Uint8Array>()
  let why: Message | undefined
  const next = [...paths]
  const work = async () => {
    for (let path = next.shift(); path !== undefined && why === undefined; path = next.shift()) {
      const read = await reader.read(path, MAX_BYTES)
      if (read.kind === 'file') files.set(path, read.bytes)
      else why = read.kind === 'absent' ? message('file.absent', { path }) : read.why
    }
  }
  await Promise.all(Array.from({ length: ABREAST }, work))
  return why === undefined ? { files } : { why }
}
