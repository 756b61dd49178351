import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { type Decision, entryAt } from '../../audit/build.js'
import { readBytes } from '../../audit/chain.js'
import { sha256 } from '../../audit/digest.js'
import { fileOf, MAX_SEQUENCE } from '../../audit/place.js'
import { serialiseEntry } from '../../audit/record.js'
import { type Message, message } from '../../shared/message.js'
import { reasonOf } from '../../shared/problem.js'
import { makeFolder } from '../files.js'
import { codeOf } from '../workspace.js'
import { lastSequence, MAX_ENTRY_BYTES, readEntry } from './trail.js'

/** An entry that was appended. */
export interface Appended {
  readonly sequence: number
  readonly sha256: string
  /** Relative to the trail's root. */
  readonly file: string
}

export type Recorded = { readonly ok: true; readonly entry: Appended } | { readonly ok: false; readonly why: Message }

/** What is asked of the file system, so that a test can end the process between any two calls. */
export type FileSystem = Pick<
  typeof fs,
  'mkdirSync' | 'lstatSync' | 'openSync' | 'writeFileSync' | 'fsyncSync' | 'closeSync' | 'linkSync' | 'unlinkSync'
>

interface Circumstances {
  readonly now: () => number
  /** Tells this writer's file from every other's. */
  readonly nonce: string
  readonly fileSystem?: FileSystem
}

/** Where entries are written before they have a number; a writer that is killed leaves at most a file here. */
const DRAFTS = '.writing'

/** Each loss means that another writer has won, so this many others would have to do so one after the other. */
const MAX_TRIES = 10_000

/**
 * Appends a decision to the trail in a folder, which is made where it is absent. Whoever first links a whole file to the
 * next free number has it; the others go on behind it. There is no lock to be left behind, and no moment at which half
 * an entry has a name.
 */
export function appendToFolder(root: string, decision: Decision, on: Circumstances): Recorded {
  const { fileSystem: io = fs } = on
  try {
    for (let tried = 0; tried < MAX_TRIES; tried++) {
      const result = appendOnce(root, decision, on, io)
      if (result !== 'taken') return result
    }
    return { ok: false, why: message('audit.contended', { tries: MAX_TRIES }) }
  } catch (error) {
    const why = codeOf(error) === 'EPERM' || codeOf(error) === 'ENOTSUP' ? 'audit.no-links' : 'audit.folder'
    return { ok: false, why: message(why, { path: root, why: reasonOf(error) }) }
  }
}

function appendOnce(root: string, decision: Decision, on: Circumstances, io: FileSystem): Recorded | 'taken' {
  const last = lastSequence(root)
  const previous = digestOf(root, last)
  if (typeof previous === 'object' && previous !== null) return { ok: false, why: previous }
  const sequence = last + 1
  if (sequence > MAX_SEQUENCE) return { ok: false, why: message('audit.full') }
  const text = serialiseEntry(entryAt(decision, { sequence, previous, time: new Date(on.now()).toISOString() }))
  if (Buffer.byteLength(text) > MAX_ENTRY_BYTES)
    return { ok: false, why: message('audit.too-large', { limit: MAX_ENTRY_BYTES }) }
  const file = fileOf(sequence)
  const entry = { sequence, sha256: sha256(text), file }
  const folder = ownFolder(io, root, ...dirname(file).split('/'))
  return claim(io, join(ownFolder(io, root, DRAFTS), `${on.nonce}.json`), join(root, file), text)
    ? settled(io, folder, entry)
    : 'taken'
}

/** Writes the text to a file of one's own and links it to the name; false where another writer has that. */
function claim(io: FileSystem, draft: string, name: string, text: string): boolean {
  const file = io.openSync(draft, 'wx', 0o644)
  try {
    try {
      io.writeFileSync(file, text)
      io.fsyncSync(file)
    } finally {
      io.closeSync(file)
    }
    io.linkSync(draft, name)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    // Over a network an answer may be lost and the request sent again: the second link tells whose it is.
    return io.lstatSync(draft).nlink > 1
  } finally {
    io.unlinkSync(draft)
  }
}

/** The part of a path below a folder that is a link, and could lead out of it; undefined where none is. */
export function linkIn(base: string, path: string): string | undefined {
  const parts = path.split('/')
  return parts
    .map((_, index) => parts.slice(0, index + 1).join('/'))
    .find((part) => fs.lstatSync(join(base, part), { throwIfNoEntry: false })?.isSymbolicLink())
}

/** A folder below the root, made where it is absent; never a link that leads elsewhere. */
function ownFolder(io: FileSystem, root: string, ...names: readonly string[]): string {
  makeFolder(root, (it) => io.mkdirSync(it))
  return names.reduce((parent, name) => {
    const path = join(parent, name)
    if (!io.lstatSync(path, { throwIfNoEntry: false })) makeFolder(path, (it) => io.mkdirSync(it))
    if (io.lstatSync(path).isDirectory()) return path
    throw new Error(`${path} is no folder`)
  }, root)
}

/** The digest of the last entry, null where there is none; or why nothing can be written behind it. */
function digestOf(root: string, last: number): string | null | Message {
  if (last === 0) return null
  const lying = readEntry(root, last)
  if (lying === undefined) return message('audit.missing')
  const why = 'unreadable' in lying ? lying.unreadable : faultOf(lying.bytes)
  if (why !== undefined) return message('audit.damaged', { file: fileOf(last), why })
  return 'bytes' in lying ? sha256(lying.bytes) : null
}

function faultOf(bytes: Uint8Array): Message | undefined {
  const read = readBytes(bytes)
  return read.ok ? undefined : read.problems[0]?.message
}

/** So that the name outlives a loss of power as well; where a folder cannot be opened, as on Windows, its content can. */
function settled(io: FileSystem, path: string, entry: Appended): Recorded {
  try {
    const folder = io.openSync(path, 'r')
    try {
      io.fsyncSync(folder)
    } finally {
      io.closeSync(folder)
    }
  } catch {
    // The entry is written and linked.
  }
  return { ok: true, entry }
}
