import { type Change, DIRECTIONS } from '../shared/change.js'
import { compareLocations } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { PolicySource } from './model.js'

/** How the policy changes: what is weaker first, then by place. */
export function changesOf({ changes = [] }: PolicySource): Change[] {
  return [...changes].sort(
    (a, b) =>
      DIRECTIONS.indexOf(a.direction) - DIRECTIONS.indexOf(b.direction) ||
      compareLocations(a.at ?? NOWHERE, b.at ?? NOWHERE),
  )
}

const NOWHERE = { path: '' }

/** Whose policy decided, where the two differ. */
export function decidedBy({ state }: PolicySource): Message {
  return message(state === 'base' ? 'report.changes.base' : 'report.changes.head')
}

/** Where the policy in force comes from, in a few words. */
export function originOf({ from, commit = '' }: PolicySource): Message {
  return from === 'base'
    ? message('report.policy.base', { commit: commit.slice(0, 7) })
    : message(`report.policy.${from}`)
}
