import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type Break, diagnose, follow, type Link, type Lying } from '../../audit/chain.js'
import { ENTRIES, fileOf, sequenceOf } from '../../audit/place.js'
import { compareText } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { reasonOf } from '../../shared/problem.js'
import { codeOf } from '../workspace.js'

/** Longest entry that is read or written, in bytes. */
export const MAX_ENTRY_BYTES = 16 * 1024 * 1024

/** Whether a folder holds a trail: `entries` as a folder of its own, not as a link to one. */
export function isTrail(root: string): boolean {
  return lstatSync(join(root, ENTRIES), { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * Goes through a trail from its first entry on and hands over each that follows from the one before. Gives the first
 * bad entry, where there is one; nothing behind it is handed over. One entry is in memory at a time. `head` is the
 * digest of the last one, where it is known from elsewhere.
 */
export function walk(root: string, each: (link: Link) => void, head?: string): Break | undefined {
  let last: Link | undefined
  const at = (sequence: number) => readEntry(root, sequence)
  for (const path of pathsIn(root)) {
    const sequence = sequenceOf(path)
    if (sequence === undefined) return { file: path, why: message('audit.stray') }
    const next = (last?.sequence ?? 0) + 1
    if (sequence !== next) return { file: fileOf(next), why: message('audit.missing') }
    const link = follow(last, at(next))
    if ('id' in link) return diagnose(last, link, at, head)
    each(link)
    last = link
  }
  return undefined
}

/** Every path below `entries`, in order; a folder that should not be there is a path like any other. */
export function* pathsIn(root: string): Generator<string> {
  for (const folder of sortedEntries(join(root, ENTRIES))) {
    const path = `${ENTRIES}/${folder.name}`
    if (!folder.isDirectory()) yield path
    else for (const { name } of sortedEntries(join(root, path))) yield `${path}/${name}`
  }
}

function sortedEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => compareText(a.name, b.name))
}

/** The number of the last entry; 0 where there is none. Looks at names alone. */
export function lastSequence(root: string): number {
  if (!isTrail(root)) return 0
  for (const folder of sortedEntries(join(root, ENTRIES)).reverse()) {
    if (!folder.isDirectory()) continue
    const names = readdirSync(join(root, ENTRIES, folder.name))
    const found = names.map((name) => sequenceOf(`${ENTRIES}/${folder.name}/${name}`) ?? 0)
    const last = found.reduce((a, b) => Math.max(a, b), 0)
    // A folder may be there before its first entry is.
    if (last > 0) return last
  }
  return 0
}

/** The bytes at a number, through no link and from no pipe. */
export function readEntry(root: string, sequence: number): Lying {
  try {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants
    const file = openSync(join(root, fileOf(sequence)), O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    try {
      const about = fstatSync(file)
      if (!about.isFile()) return { unreadable: message('audit.no-file') }
      if (about.size > MAX_ENTRY_BYTES) return { unreadable: message('audit.too-large', { limit: MAX_ENTRY_BYTES }) }
      return { bytes: wholeOf(file, about.size) }
    } finally {
      closeSync(file)
    }
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    if (code === 'ELOOP') return { unreadable: message('audit.no-file') }
    return { unreadable: message('audit.unreadable', { why: reasonOf(error) }) }
  }
}

function wholeOf(file: number, size: number): Uint8Array {
  const bytes = Buffer.alloc(size)
  let read = 0
  while (read < size) {
    const more = readSync(file, bytes, read, size - read, null)
    if (more === 0) break
    read += more
  }
  return bytes.subarray(0, read)
}
