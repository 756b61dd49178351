import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import { type Bound, showBound } from './bound.js'
import { findAgainst, type Quantity } from './quantity.js'
import type { NotRead } from './reading.js'

export type Bounds = readonly [Bound, ...Bound[]]

/** What is compared, before anything is known of the outcome. */
export interface Asked {
  readonly id: string
  readonly title: Message
  readonly bounds: Bounds
  /** The place of a bound in the policy. */
  readonly place: (bound: Bound) => Location
}

/** An observed value and where it stands. */
export interface Observed {
  readonly quantity: Quantity
  readonly at: Location
  /** The value as its file has it, where that is in another unit. */
  readonly written?: string | undefined
  /** Message ids by outcome; their params are `params`, and `actual`, `bound` and `distance`. */
  readonly messages: { readonly pass: string; readonly fail: string; readonly atBound: string }
  readonly params: Message['params']
}

/** The check of an observed value against its bounds. */
export function compare(asked: Asked, { quantity, at, written, messages, params }: Observed): Check {
  const { held, bound, atBound, ...facts } = findAgainst(quantity, asked.bounds)
  const id = held ? messages.pass : atBound ? messages.atBound : messages.fail
  const { actual, distance } = facts
  return {
    ...identify(asked, bound),
    outcome: held ? 'pass' : 'fail',
    message: message(id, { ...params, actual, distance, bound: showBound(bound) }),
    ...facts,
    ...(written !== undefined && { written }),
    evidence: at,
  }
}

/** The check of a value that could not be read: it takes the reading's own outcome, which is never `pass`. */
export function withoutValue(asked: Asked, { outcome, message, at }: NotRead): Check {
  const check = { ...identify(asked, asked.bounds[0]), outcome, message }
  return at === undefined ? check : { ...check, evidence: at }
}

/** What every outcome of a comparison has in common. */
export function identify({ id, title, bounds, place }: Asked, bound: Bound) {
  return { id, title, expected: bounds.map(showBound).join(', '), policy: place(bound) }
}

/** Bounds as a list that is known not to be empty; undefined where it is. */
export function someBounds([first, ...rest]: readonly Bound[]): Bounds | undefined {
  return first === undefined ? undefined : [first, ...rest]
}
