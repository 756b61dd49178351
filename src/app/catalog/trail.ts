import { readBytes } from '../../audit/chain.js'
import { sha256 } from '../../audit/digest.js'
import { sequenceOf } from '../../audit/place.js'
import type { AuditEntry } from '../../audit/record.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { isTrail, pathsIn, readEntry } from '../audit/trail.js'

/** What one file of a trail holds. */
export interface TrailFile {
  /** Relative to the trail's folder. */
  readonly path: string
  readonly entry: Result<AuditEntry>
  /** SHA-256 of its bytes; empty where they could not be read. */
  readonly sha256: string
}

/**
 * The files of a trail in order of their names, one in memory at a time. Other than for a proof, reading goes on behind
 * what is broken: what stands where an entry belongs and is none comes with its reason. No link is followed. `shown` is
 * the folder's name in messages.
 */
export function openTrail(folder: string, shown: string): Result<Iterable<TrailFile>> {
  const none = () => failed(problem('audit.no-trail', { path: shown }))
  try {
    return isTrail(folder) ? ok(filesOf(folder)) : none()
  } catch {
    // A file where a folder was meant.
    return none()
  }
}

function* filesOf(root: string): Iterable<TrailFile> {
  for (const path of pathsIn(root)) {
    const sequence = sequenceOf(path)
    if (sequence === undefined) yield { path, sha256: '', entry: failed(problem('audit.stray')) }
    else yield read(root, path, sequence)
  }
}

function read(root: string, path: string, sequence: number): TrailFile {
  const lying = readEntry(root, sequence)
  if (lying === undefined) return { path, sha256: '', entry: failed(problem('audit.missing')) }
  if ('unreadable' in lying) return { path, sha256: '', entry: failed({ message: lying.unreadable }) }
  const digest = sha256(lying.bytes)
  const entry = readBytes(lying.bytes)
  if (!entry.ok || entry.value.sequence === sequence) return { path, sha256: digest, entry }
  return { path, sha256: digest, entry: failed(problem('audit.misplaced', { holds: entry.value.sequence })) }
}
