import { isFraction } from '../evidence/metrics.js'
import { entriesOf, type Place } from '../evidence/place.js'
import { type Decimal, decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'
import { shown } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import type { Check } from '../verdict/outcome.js'
import type { Unit } from './bound.js'

/** Why a value that satisfies its bound may be in another unit than the bound, and what then becomes of the check. */
export interface Doubt {
  readonly outcome: 'insufficient' | 'error'
  readonly why: Message
}

/** Of these less than one per cent is no result. */
const NEVER_TINY = /(?:^|_)(?:acc|accuracy|auc|auroc)$/

const ZERO = decimal('0')
const ONE = decimal('1')
const HUNDRED = decimal('100')

/**
 * A value of 0.12 where the policy says that the file states per cent may be 12 %: against `max: 5` that would pass. It
 * is believed where another fraction beside it is above 1, and so shows the unit; undefined where there is no doubt.
 */
export function percentDoubt(place: Place, metric: string, value: Decimal, unit: Unit): Doubt | undefined {
  if (unit !== 'percent' || !isFraction(metric) || value.lte(ZERO) || value.gt(ONE)) return undefined
  const beside = entriesOf(place.within?.parent)
  if (beside.some(([name, { node }]) => isFraction(name) && node.kind === 'number' && isPercent(node.text))) {
    return undefined
  }
  const name = (metric.split('/').at(-1) ?? metric).toLowerCase()
  const outcome = NEVER_TINY.test(name) ? 'error' : 'insufficient'
  return { outcome, why: message('bound.unshown', { metric, found: formatDecimal(value), place: shown(place.at) }) }
}

function isPercent(text: string): boolean {
  const value = parseDecimal(text)
  return value?.gt(ONE) === true && value.lte(HUNDRED)
}

/** The check with what a doubt makes of it: what fails in either unit stays so. */
export function doubted<T extends Pick<Check, 'outcome' | 'message'>>(check: T, doubt: Doubt | undefined): T {
  if (doubt === undefined || check.outcome === 'fail') return check
  const said = message('bound.doubted', { said: check.message, why: doubt.why })
  return { ...check, outcome: doubt.outcome, message: said }
}
