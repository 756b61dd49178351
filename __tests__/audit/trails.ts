import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Decision, entryAt } from '../../src/audit/build.js'
import { sha256 } from '../../src/audit/digest.js'
import { fileOf } from '../../src/audit/place.js'
import { type AuditEntry, serialiseEntry } from '../../src/audit/record.js'
import { anEntry } from './entry.js'

/** A decision that can be told from every other by its id. */
export function aDecision(id: string, more: Partial<Decision> = {}): Decision {
  const { sequence: _, previous: __, time: ___, retention: ____, ...rest } = anEntry()
  return { ...rest, id, ...more }
}

const START = Date.UTC(2026, 10, 25, 8)

/** The texts of a chain of so many entries, a minute apart; `change` makes an entry another one before it is linked. */
export function aChain(length: number, change: (entry: AuditEntry) => AuditEntry = (entry) => entry): string[] {
  const texts: string[] = []
  let previous: string | null = null
  for (let sequence = 1; sequence <= length; sequence++) {
    const time = new Date(START + sequence * 60_000).toISOString()
    const text: string = serialiseEntry(change(entryAt(aDecision(`d${sequence}`), { sequence, previous, time })))
    texts.push(text)
    previous = sha256(text)
  }
  return texts
}

/** Puts texts at the numbers 1, 2, 3 …; one that is undefined leaves its number out. */
export function putTrail(root: string, texts: readonly (string | Uint8Array | undefined)[]): void {
  for (const [index, text] of texts.entries()) {
    const path = join(root, fileOf(index + 1))
    mkdirSync(dirname(path), { recursive: true })
    if (text !== undefined) writeFileSync(path, text)
  }
}
