import { decimal } from '../shared/decimal.js'
import { message } from '../shared/message.js'
import type { Check, Outcome } from '../verdict/outcome.js'

/** From the gravest to the mildest. */
const ORDER: readonly Outcome[] = ['error', 'fail', 'missing', 'insufficient', 'pass']

/**
 * The one of several checks of a demand that decides: the gravest outcome, and of equal ones the value nearest to its bound on the
 * right side, or farthest from it on the wrong one; of equal values the first.
 * `id` is the message that says so.
 */
export function gravest(checks: readonly Check[], id: string): Check {
  const [first, ...others] = [...checks].sort((a, b) => rank(a) - rank(b) || badness(b, a))
  if (first === undefined) throw new Error('no check')
  if (others.length === 0) return first
  return { ...first, message: message(id, { said: first.message, count: checks.length }) }
}

function rank({ outcome }: Check): number {
  return ORDER.indexOf(outcome)
}

function badness(a: Check, b: Check): number {
  const [one, other] = [a, b].map(({ distance = '0' }) => decimal(distance))
  const sign = one === undefined || other === undefined ? 0 : one.cmp(other)
  return a.outcome === 'fail' ? sign : -sign
}
