import { decimal } from '../shared/decimal.js'
import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Interval } from '../stats/interval.js'
import type { Check } from '../verdict/outcome.js'
import { type Bound, showBound } from './bound.js'
import { findAgainst, shifted } from './quantity.js'
import type { NotRead } from './reading.js'
import {
  detectableFor,
  intervalFor,
  levelFor,
  outwards,
  proven,
  type Sampled,
  uncertaintyOf,
  withConfidence,
} from './uncertainty.js'

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
export interface Observed extends Sampled {
  readonly at: Location
  /** How sure the value is, where that does not follow from the value's own sample. */
  readonly sureness?: Sureness
  /** The confidence at which the bounds must hold; without it the value itself decides. */
  readonly confidence?: number | undefined
  /** The value as its file has it, where that is in another unit. */
  readonly written?: string | undefined
  /** Why the predictions that are named do not give the value. */
  readonly unmeasured?: Message | undefined
  /** Message ids by outcome; their params are `params`, and `actual`, `bound` and `distance`. */
  readonly messages: { readonly pass: string; readonly fail: string; readonly atBound: string }
  readonly params: Message['params']
}

/** A value's interval at a level, and the smallest change that would be noticed; undefined where nothing is known. */
export interface Sureness {
  readonly interval: (level: number) => Interval | undefined
  readonly detectable: (level: number) => number | undefined
}

/** The check of an observed value against its bounds. */
export function compare(asked: Asked, observed: Observed): Check {
  const { quantity, at, written, messages, params, sample, confidence } = observed
  const { held, bound, atBound, ...facts } = findAgainst(quantity, asked.bounds)
  const level = levelFor(confidence)
  const interval = observed.sureness ? observed.sureness.interval(level) : intervalFor(observed, level)
  const change = observed.sureness ? observed.sureness.detectable(level) : detectableFor(observed, level)
  const check = {
    ...identify(asked, bound),
    ...facts,
    ...(written !== undefined && { written }),
    uncertainty: uncertaintyOf(sample, interval, level, change, confidence),
    evidence: at,
  }
  const { actual, distance } = facts
  const id = held ? messages.pass : atBound ? messages.atBound : messages.fail
  const plain = message(id, { ...params, actual, distance, bound: showBound(bound) })
  const { isOpen, said } = withinReach(asked, observed, plain)
  if (isOpen) return { ...check, outcome: 'insufficient', message: said }
  if (confidence === undefined) return { ...check, outcome: held ? 'pass' : 'fail', message: said }
  const shown = interval && proven(interval, asked.bounds)
  // What an interval proves of a value that breaks the bound itself, it does not prove of this value.
  const outcome = shown === 'pass' && !held ? 'insufficient' : shown
  const { unmeasured } = observed
  return { ...check, ...withConfidence(check, said, { confidence, held, shown: outcome, unmeasured }) }
}

/** What is added where the value itself is known within a reach only; open where a bound lies in it. */
function withinReach(
  { bounds }: Asked,
  { quantity, sample: { within } }: Observed,
  said: Message,
): { readonly isOpen: boolean; readonly said: Message } {
  if (within === undefined) return { isOpen: false, said }
  const reach = decimal(String(within))
  const ends = [shifted(quantity, reach.times('-1')), shifted(quantity, reach)]
  const isOpen = bounds.some((bound) => {
    const [low, high] = ends.map((end) => findAgainst(end, [bound]).held)
    return low !== high
  })
  return {
    isOpen,
    said: message(isOpen ? 'measured.open' : 'measured.within', { said, within: outwards(within, 'up') }),
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
