import { type Change, DIRECTIONS } from '../shared/change.js'
import { compareLocations } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { PolicySource } from './model.js'
import { sentence, short } from './phrases.js'
import type { Wording } from './wording.js'

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

/** One change in a line: `weaker: f1. Base branch: >= 0.85. Pull request: >= 0.8.` */
export function changeText({ direction, what, base = '–', head = '–' }: Change, wording: Wording): string {
  const compared = message('report.annotation.change', { base: short(base), head: short(head) })
  return `${wording.say(message(`report.direction.${direction}`))}: ${sentence(wording, what)}. ${wording.say(compared)}`
}

/** Where the policy in force comes from, in a few words. */
export function originOf({ from, source, commit = '' }: PolicySource): Message {
  if (from === 'base') return message('report.policy.base', { commit: commit.slice(0, 7) })
  // The command takes any file; the action only one of the workspace.
  return message(from === 'head' && OUTSIDE.test(source) ? 'report.policy.outside' : `report.policy.${from}`)
}

/** A path that leads out of the folder that is judged. */
const OUTSIDE = /^(?:\.\.\/|\/|[A-Za-z]:)/
