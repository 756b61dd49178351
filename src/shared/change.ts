import type { Location } from './location.js'
import type { Message } from './message.js'

/** What a difference does to a demand; `changed` where neither can be proved. */
export const DIRECTIONS = ['weaker', 'changed', 'stricter'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** One difference between the base branch's policy and the judged commit's. */
export interface Change {
  /** What differs, such as `f1`. */
  readonly what: Message
  /** What the base demands, as short text; absent where it demands nothing there. */
  readonly base?: string
  /** What the judged commit's policy demands. */
  readonly head?: string
  readonly direction: Direction
  /** Its name by the policy's keys, such as `performance/f1`. */
  readonly name?: string
  /** Both sides demand the same and are written differently. */
  readonly alike?: true
  /** The line in the judged commit's policy; for what was removed, of what held it. */
  readonly at?: Location
}

/** The direction of the same difference seen from the other side. */
export function opposite(direction: Direction): Direction {
  return direction === 'weaker' ? 'stricter' : direction === 'stricter' ? 'weaker' : 'changed'
}
