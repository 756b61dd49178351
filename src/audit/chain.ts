import { type Message, message } from '../shared/message.js'
import { failed, problem, type Result } from '../shared/problem.js'
import { sha256 } from './digest.js'
import { fileOf } from './place.js'
import { type AuditEntry, parseEntry } from './record.js'

/** What lies where an entry should: its bytes, nothing, or something that cannot be read. */
export type Lying = { readonly bytes: Uint8Array } | { readonly unreadable: Message } | undefined

/** Where a chain breaks first, and how. */
export interface Break {
  /** Relative to the trail's root. */
  readonly file: string
  readonly why: Message
}

/** An entry with the digest that the next one has to name. */
export interface Link {
  readonly sequence: number
  readonly sha256: string
  readonly entry: AuditEntry
}

/** What follows `last`, which is undefined before the first entry: the next link, or why there is none. */
export function follow(last: Link | undefined, lying: Lying): Link | Message {
  const sequence = (last?.sequence ?? 0) + 1
  if (lying === undefined) return message('audit.missing')
  if ('unreadable' in lying) return lying.unreadable
  const read = readBytes(lying.bytes)
  if (!read.ok) return message('audit.altered', { why: read.problems[0]?.message ?? '' })
  const entry = read.value
  if (entry.sequence !== sequence) return message('audit.misplaced', { holds: entry.sequence })
  if (entry.previous !== (last?.sha256 ?? null)) return message('audit.unlinked')
  return { sequence, sha256: sha256(lying.bytes), entry }
}

/** Reads an entry's bytes; those that are no UTF-8 are no entry's. */
export function readBytes(bytes: Uint8Array): Result<AuditEntry> {
  try {
    return parseEntry(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return failed(problem('audit.not-utf8'))
  }
}

/** What lies at a number, to look around where a chain breaks. */
type At = (sequence: number) => Lying

/**
 * The first bad entry, where the chain does not go on behind `last`. The break shows at the entry that names another
 * predecessor, but it is the predecessor that was altered wherever a later entry, or the known digest `head` of the last
 * one, vouches for the one that names it.
 */
export function diagnose(last: Link | undefined, why: Message, at: At, head?: string): Break {
  const sequence = (last?.sequence ?? 0) + 1
  const found = seen(at(sequence))
  const plain = { file: fileOf(sequence), why }
  if (found === undefined) return plain
  if (last !== undefined && found.entry.previous === last.entry.previous)
    return { file: fileOf(last.sequence), why: message('audit.inserted', { file: fileOf(sequence) }) }
  if (why.id === 'audit.misplaced') return { ...plain, why: displaced(last, found, sequence, at) ?? why }
  return why.id === 'audit.unlinked' && last !== undefined ? unlinked(last, found, plain, at, head) : plain
}

/** How an entry came to lie at another one's number; undefined where nothing shows it. */
function displaced(last: Link | undefined, { entry }: Seen, sequence: number, at: At): Message | undefined {
  if (entry.previous === (last?.sha256 ?? null)) return undefined
  const file = fileOf(entry.sequence)
  if (seen(at(entry.sequence))?.entry.sequence === sequence) return message('audit.swapped', { file })
  const next = seen(at(sequence + 1))
  const shifted = entry.sequence === sequence + 1 && (next === undefined || next.entry.sequence === sequence + 2)
  return shifted ? message('audit.removed', { holds: entry.sequence }) : undefined
}

/** Which of two neighbours was altered, where the second was written behind other bytes than the first one has. */
function unlinked(last: Link, found: Seen, plain: Break, at: At, head: string | undefined): Break {
  const before = fileOf(last.sequence)
  const next = seen(at(last.sequence + 2))
  if (next?.entry.previous === found.sha256 || head === found.sha256)
    return { file: before, why: message('audit.altered-before', { file: plain.file }) }
  return next === undefined ? { file: before, why: message('audit.altered-or', { file: plain.file }) } : plain
}

/** An entry wherever it lies, with the digest of its bytes. */
interface Seen {
  readonly entry: AuditEntry
  readonly sha256: string
}

function seen(lying: Lying): Seen | undefined {
  if (lying === undefined || 'unreadable' in lying) return undefined
  const read = readBytes(lying.bytes)
  return read.ok ? { entry: read.value, sha256: sha256(lying.bytes) } : undefined
}
