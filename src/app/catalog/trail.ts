import { createHash } from 'node:crypto'
import { ENTRIES, sequenceOf } from '../../audit/place.js'
import { type AuditEntry, parseEntry } from '../../audit/record.js'
import { decode } from '../../evidence/readers/decode.js'
import { failed, ok, type Problem, problem, type Result } from '../../shared/problem.js'
import { Workspace } from '../workspace.js'
import { list } from './walk.js'

/** What one file of a trail holds. */
export interface TrailFile {
  /** Relative to the trail's folder. */
  readonly path: string
  readonly entry: Result<AuditEntry>
  /** SHA-256 of its bytes; absent where they could not be read. */
  readonly sha256?: string
}

/** Largest entry that is read. */
const MAX_BYTES = 4 * 1024 * 1024

/**
 * The files of a trail in order of their names, read one at a time: memory does not grow with the trail. What stands
 * where an entry belongs and is none comes with its reason; a link out of the folder is refused as such. `shown` is the
 * folder's name in messages.
 */
export function openTrail(folder: string, shown: string): Result<Iterable<TrailFile>> {
  const workspace = Workspace.open(folder, '.')
  if (!workspace.ok) return failed(problem('catalog.no-trail', { path: shown }))
  if (!workspace.value.isFolder(ENTRIES)) return failed(problem('catalog.no-entries', { path: shown }))
  return ok(filesOf(folder, workspace.value))
}

function* filesOf(root: string, trail: Workspace): Iterable<TrailFile> {
  for (const entry of ordered(trail, ENTRIES)) {
    const folder = `${ENTRIES}/${entry.name}`
    if (!entry.isDirectory()) {
      yield { path: folder, entry: foreign(folder) }
      continue
    }
    // A workspace reads so many bytes in all; a thousand entries stay within them.
    const workspace = Workspace.open(root, '.')
    if (!workspace.ok) return
    for (const { name } of ordered(workspace.value, folder)) yield read(workspace.value, `${folder}/${name}`)
  }
}

function ordered(workspace: Workspace, folder: string) {
  const entries = list(workspace, folder)
  return 'problem' in entries ? [] : entries
}

function read(workspace: Workspace, path: string): TrailFile {
  const sequence = sequenceOf(path)
  if (sequence === undefined) return { path, entry: foreign(path) }
  const file = workspace.read(path, MAX_BYTES)
  if (!file.ok) return { path, entry: file }
  const sha256 = createHash('sha256').update(file.value.bytes).digest('hex')
  const text = decode(file.value)
  const entry = text.ok ? parseEntry(text.value) : text
  if (!entry.ok || entry.value.sequence === sequence) return { path, entry, sha256 }
  return { path, sha256, entry: failed(problem('catalog.renamed', { path, sequence: entry.value.sequence })) }
}

function foreign(path: string): { ok: false; problems: readonly Problem[] } {
  return failed(problem('catalog.not-an-entry', { path }))
}
