import { isFraction } from '../evidence/metrics.js'
import { type Decimal, decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'
import type { Texts } from '../shared/message.js'

/** `min` and `max` include the bound; `above` and `below` do not. */
export type Relation = '>=' | '<=' | '>' | '<'

/** One demand on a number. */
export interface Bound {
  readonly relation: Relation
  readonly limit: Decimal
  /** The option that states it, for locating it in the policy; empty for a comparison string. */
  readonly option: string
}

/** What a policy writes: `{min: 0.85}`, or `">= 0.85"`. */
export type BoundOptions = string | { readonly [option: string]: unknown }

const RELATIONS: Readonly<Record<string, Relation>> = { min: '>=', max: '<=', above: '>', below: '<' }

/** A decimal that `parseDecimal` can read: at most 60 digits, an exponent of at most two. */
const NUMBER = '(?:[0-9]{1,30}(?:\\.[0-9]{0,30})?|\\.[0-9]{1,30})(?:[eE][-+]?[0-9]{1,2})?'

/** `>= 0.85`, `<0.05`, also with ≥ and ≤. One comparison only. */
export const COMPARISON = `^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?${NUMBER}\\s*$`

/** `5%`. */
export const SHARE = `^\\s*${NUMBER}\\s*%\\s*$`

/** JSON Schema of a bound that may use the given options, or a comparison string. */
export function boundSchema(options: readonly string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const numbers = Object.fromEntries(
    options.map((option) => [option, { type: 'number', description: DESCRIPTIONS[option] }]),
  )
  return {
    type: ['object', 'string'],
    pattern: COMPARISON,
    examples: [options.includes('min') ? { min: 0.85 } : { below: 0.05 }],
    additionalProperties: false,
    minProperties: 1,
    properties: { ...numbers, ...more },
  }
}

/** At which confidence a bound must hold, one-sided. */
export const confidenceSchema = {
  type: 'number',
  description: 'the bounds must hold for the one-sided interval at this confidence, such as 0.95',
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  min: 'at least this much',
  max: 'at most this much',
  above: 'more than this',
  below: 'less than this',
}

/** The bounds that validated options state, in a fixed order. */
export function boundsOf(options: BoundOptions): Bound[] {
  if (typeof options === 'string') return [parseComparison(options)]
  return Object.entries(RELATIONS).flatMap(([option, relation]) => {
    const limit = options[option]
    return typeof limit === 'number' ? [{ relation, limit: decimalOf(limit), option }] : []
  })
}

/** The decimal a YAML number stands for: the shortest text that reads back as the same number. */
export function decimalOf(value: number): Decimal {
  return decimal(String(value))
}

function parseComparison(text: string): Bound {
  const [, sign = '', limit = ''] = /^\s*(>=|<=|≥|≤|>|<)\s*(\S+)\s*$/.exec(text) ?? []
  const relation = ({ '≥': '>=', '≤': '<=' } as const)[sign] ?? (sign as Relation)
  const value = parseDecimal(limit)
  if (value === undefined) throw new Error(`not a comparison: ${text}`)
  return { relation, limit: value, option: '' }
}

/** Whether a value satisfies a relation, given the sign of value minus limit. */
export function satisfies(sign: number, relation: Relation): boolean {
  switch (relation) {
    case '>=':
      return sign >= 0
    case '<=':
      return sign <= 0
    case '>':
      return sign > 0
    case '<':
      return sign < 0
  }
}

/** `>= 0.85`. */
export function showBound({ relation, limit }: Bound): string {
  return `${relation} ${formatDecimal(limit)}`
}

/**
 * How far a value may be from what it was rounded from: half of the last digit that it is written with. A bare 1 or 0 for
 * a fraction states a perfect value, not one rounded to whole numbers, and so no more than half a hundredth.
 */
export function roundingOf(metric: string, value: Decimal, half: Decimal): Decimal {
  const isBare = isFraction(metric) && half.gte('0.5') && value.lte('1')
  return isBare ? decimal('0.005') : half
}

const ZERO = decimal('0')
const ONE = decimal('1')
const HUNDRED = decimal('100')

/** In what a metric and its bounds are stated; a fraction unless the policy says otherwise. */
export type Unit = 'fraction' | 'percent' | undefined

/** A value in the unit that it is stated in, as a fraction. */
export function asFraction(value: Decimal, unit: Unit): Decimal {
  return unit === 'percent' ? value.times(decimal('0.01')) : value
}

/** The largest value a metric can have that is a fraction by definition: 1, or 100 in per cent. */
export function largestValue(selector: string, unit: Unit): Decimal | undefined {
  if (!isFraction(selector)) return undefined
  return unit === 'percent' ? HUNDRED : ONE
}

/**
 * What is wrong with a bound on a fraction: in per cent where a fraction is stated, or the other way round. Undefined
 * where it can be meant.
 */
export function scaleMistake(limit: Decimal, unit: Unit): 'bound.percent' | 'bound.fraction' | undefined {
  const size = limit.abs()
  if (unit === 'percent') return size.gt(ZERO) && size.lte(ONE) ? 'bound.fraction' : undefined
  return size.gt(ONE) && size.lte(HUNDRED) ? 'bound.percent' : undefined
}

export const texts: Texts = {
  en: () => ({
    'bound.percent':
      'The bound {found} on {metric} looks like per cent; {metric} lies between 0 and 1. Write {fraction}, or declare `unit: percent` where the file states per cent.',
    'bound.fraction':
      'The bound {found} on {metric} looks like a fraction, but `unit: percent` is declared. Write {percent}, or remove the unit.',
    'bound.unshown':
      '{metric} is {found} ({place}), which may be a fraction: `unit: percent` is declared, and nothing beside it is above 1. Remove the unit and write bounds as fractions, or write another metric in per cent beside it.',
    'bound.doubted': '{said} That is not believed: {why}',
    'bound.off-scale':
      '{metric} is {found}; it lies between 0 and {largest} ({place}). Write it as a fraction, or declare `unit: percent` where the file states per cent.',
  }),
  ko: () => ({
    'bound.percent':
      '{metric} 기준 {found}: 퍼센트로 보입니다. {metric} 값은 0과 1 사이입니다. {fraction} 값을 쓰거나, 파일의 값이 퍼센트이면 `unit: percent`를 선언하십시오.',
    'bound.fraction':
      '{metric} 기준 {found}: `unit: percent`가 선언되었으나 0과 1 사이의 값으로 보입니다. {percent} 값을 쓰거나 unit을 삭제하십시오.',
    'bound.unshown':
      '{metric} 측정값 {found}({place}): `unit: percent`가 선언되었으나 옆에 1보다 큰 값이 없어 0과 1 사이의 값일 수 있습니다. unit을 삭제하고 기준을 소수로 쓰거나, 옆에 다른 지표를 퍼센트로 쓰십시오.',
    'bound.doubted': '{said} 다만 다음 이유로 인정하지 않습니다. {why}',
    'bound.off-scale':
      '{metric} 측정값 {found}: 0과 {largest} 사이여야 합니다({place}). 0과 1 사이의 소수로 쓰거나, 파일의 값이 퍼센트이면 `unit: percent`를 선언하십시오.',
  }),
}
