import { formatDecimal } from '../shared/decimal.js'
import type { Location } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import { type Bound, distanceTo, holds, showBound } from './bound.js'
import type { Reading } from './reading.js'

/** What a check says of itself, given the bound that was violated (undefined where all hold). */
export interface Identity {
  readonly id: string
  readonly title: Message
  readonly policy: Location
  /** Message ids; their params are those given, and `actual`, `bound`, `distance`. */
  readonly messages: { readonly pass: string; readonly fail: string; readonly atBound: string }
  readonly params: Message['params']
}

/**
 * Compares one number with bounds that must all hold. Written so that only a proof passes: without a number the check
 * takes the reading's own outcome, never `pass`.
 */
export function compare(reading: Reading, bounds: readonly Bound[], describe: (violated?: Bound) => Identity): Check {
  const expected = bounds.map(showBound).join(', ')
  if (reading.kind === 'none') {
    const { id, title, policy } = describe(bounds[0])
    const check = { id, title, policy, expected, outcome: reading.outcome, message: reading.message }
    return reading.at === undefined ? check : { ...check, evidence: reading.at }
  }
  const violated = bounds.find((bound) => !holds(reading.value, bound))
  const passed = bounds.length > 0 && violated === undefined
  const decisive = violated ?? bounds[0]
  const { id, title, policy, messages, params } = describe(decisive)
  const actual = formatDecimal(reading.value)
  const distance = decisive === undefined ? '0' : distanceTo(reading.value, decisive)
  const bound = decisive === undefined ? '' : showBound(decisive)
  return {
    id,
    title,
    outcome: passed ? 'pass' : 'fail',
    message: message(passed ? messages.pass : distance === '0' ? messages.atBound : messages.fail, {
      ...params,
      actual,
      bound,
      distance,
    }),
    expected,
    actual,
    distance,
    policy,
    evidence: reading.at,
  }
}
