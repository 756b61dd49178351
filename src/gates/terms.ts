import { type Decimal, parseDecimal } from '../shared/decimal.js'
import { pointerTo } from '../shared/location.js'
import { type Message, message, type Texts } from '../shared/message.js'
import { parseDuration } from '../shared/time.js'
import { type Bound, type BoundOptions, boundsOf, decimalOf, showBound } from './bound.js'

/** One demand of a policy, in a form in which two policies can be held against each other. */
export interface Term {
  /** What it is about; unique within its part of the policy, and independent of the order in which things are written. */
  readonly key: string
  readonly what: Message
  /** Its place below the part's own key. */
  readonly pointer: string
  readonly value: TermValue
}

/** What is demanded. `written` is its data as canonical text: equal texts are equal demands. */
export type TermValue = { readonly written: string; readonly shown: string } & (
  | { readonly kind: 'bounds'; readonly bounds: readonly Bound[]; readonly unit: string }
  | AmountValue
  /** One of an ordered list; a higher rank is stricter. */
  | { readonly kind: 'rank'; readonly rank: number }
  /** Ways in which a demand may be met: one more is weaker. */
  | { readonly kind: 'ways'; readonly ways: readonly string[] }
  /** Anything else: that it is there may be stricter or weaker than that it is not; two of them are not compared. */
  | { readonly kind: 'fact'; readonly added: 'stricter' | 'weaker' | 'changed' }
)

/** A number of which more is stricter, or less. Amounts of different units are not compared. */
interface AmountValue {
  readonly kind: 'amount'
  readonly amount: Decimal
  readonly unit: string
  readonly more: 'stricter' | 'weaker'
  /** What it does to be there, where it is no demand but leave. */
  readonly added?: 'weaker'
  /** More of it leaves more undecided, failures too: stricter only where what is undecided fails. */
  readonly opens?: true
}

/** Bounds that must all hold, in the unit that they are stated in. */
export function boundsValue(bounds: readonly Bound[], unit: string, options: unknown): TermValue {
  return { kind: 'bounds', bounds, unit, written: canonical(options), shown: bounds.map(showBound).join(', ') }
}

export function fact(data: unknown, added: 'stricter' | 'weaker' | 'changed' = 'changed', shown?: string): TermValue {
  const written = canonical(data)
  return { kind: 'fact', added, written, shown: shown ?? (typeof data === 'string' ? data : written) }
}

/** What lets a demand go unmet until a day: that it is there is weaker, and a later day with it. */
export function until(data: unknown, day: unknown): TermValue {
  const text = typeof day === 'string' ? day : ''
  const digits = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.slice(1).join('')
  const amount = digits === undefined ? undefined : parseDecimal(digits)
  if (amount === undefined) return fact(data, 'weaker', typeof day === 'string' ? day : undefined)
  return { kind: 'amount', amount, unit: '', more: 'weaker', added: 'weaker', written: canonical(data), shown: text }
}

/** A member of an ordered list, the mildest first; a fact where it is none of them. */
export function rank(data: unknown, order: readonly string[]): TermValue {
  const found = typeof data === 'string' ? order.indexOf(data) : -1
  return found < 0 ? fact(data) : { kind: 'rank', rank: found, written: canonical(data), shown: String(data) }
}

/** Names of options that say by themselves in which direction they are stricter. */
const MORE_IS_STRICTER = /^(?:min-.+|min|above|confidence|count|level|separate-duties)$/
const MORE_IS_WEAKER = /^(?:max-.+|max|below|tolerance)$/
/** Those of the stricter ones of which more turns failures into what is undecided. */
const OPENING = /^(?:confidence|min-rows|min-features)$/

/**
 * The demand of an option by its name alone, for options that nothing else is known of: `min-…`, `confidence` and the
 * like are stricter the more they are, `max-…` the less. An amount may have a unit: `5%`, `7d`.
 */
export function valueByName(name: string, data: unknown): TermValue {
  const more = MORE_IS_STRICTER.test(name) ? 'stricter' : MORE_IS_WEAKER.test(name) ? 'weaker' : undefined
  if (more === undefined) return fact(data)
  const read = amountOf(data)
  if (read === undefined) return fact(data, 'stricter')
  const opens = OPENING.test(name) ? { opens: true as const } : {}
  return { kind: 'amount', ...read, more, ...opens, written: canonical(data), shown: String(data) }
}

/** A number, or a text with its unit; lengths of time in milliseconds, so that `7d` and `1w` are one. */
function amountOf(data: unknown): { amount: Decimal; unit: string } | undefined {
  if (typeof data === 'number') return Number.isFinite(data) ? { amount: decimalOf(data), unit: '' } : undefined
  if (typeof data !== 'string') return undefined
  const length = parseDuration(data)
  if (length !== undefined) return { amount: decimalOf(length), unit: 'time' }
  const [, digits = '', unit = ''] = /^\s*([0-9.]{1,60})\s*([%a-z]{0,8})\s*$/.exec(data) ?? []
  const amount = parseDecimal(digits)
  return amount && { amount, unit }
}

/** A demand whose direction is not known where what is undecided does not fail. */
export function unlessOpen(term: Term, failsUndecided: boolean): Term {
  const { value } = term
  if (failsUndecided || value.kind !== 'amount' || value.opens === undefined) return term
  const { written, shown } = value
  return { ...term, value: { kind: 'fact', added: 'changed', written, shown } }
}

/** The unit that a part of the policy states, as a demand of its own; none where it states none. */
export function unitTerm(unit: string | undefined, key: readonly string[], of: Message, pointer: string): Term[] {
  if (unit === undefined) return []
  const what = message('terms.option', { of, option: 'unit' })
  return [{ key: canonical([...key, 'unit']), what, pointer: pointerTo(pointer, 'unit'), value: fact(unit) }]
}

/** The options that are bounds. */
export const BOUNDS = ['min', 'max', 'above', 'below'] as const

/** The bounds on one metric as one demand; none where its options state no bound. `at` is the place of the metric's key. */
export function boundsTerm(metric: string, what: Message, at: string, options: BoundOptions, unit = ''): Term[] {
  const bounds = boundsOf(options)
  const [first] = bounds
  if (first === undefined) return []
  const pointer = first.option === '' ? at : pointerTo(at, first.option)
  const written = typeof options === 'string' ? options : pick(options, BOUNDS)
  return [{ key: canonical([metric]), what, pointer, value: boundsValue(bounds, unit, written) }]
}

function pick(options: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)))
}

/** A term for each option that is not among the known ones, so that none is overlooked. */
export function otherTerms(options: object, known: readonly string[], of: Message, pointer: string): Term[] {
  return Object.entries(options)
    .filter(([name]) => !known.includes(name))
    .map(([name, data]) => ({
      key: canonical([pointer === '' ? '' : of.params, name]),
      what: message('terms.option', { of, option: name }),
      pointer: pointerTo(pointer, name),
      value: valueByName(name, data),
    }))
}

/** JSON with the keys of every mapping in order: one text for equal data. Policies are small and not deep. */
export function canonical(data: unknown): string {
  return JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

export const texts: Texts = {
  en: () => ({ 'terms.option': '{of}: {option}', 'terms.gate': 'gate {gate}' }),
  ko: () => ({ 'terms.option': '{of}: {option}', 'terms.gate': '{gate} 게이트' }),
}
