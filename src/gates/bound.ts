import { type Decimal, decimal, formatDecimal, parseDecimal } from '../shared/decimal.js'

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

/** `>= 0.85`, `<0.05`, also with ≥ and ≤. One comparison only. */
export const COMPARISON = '^\\s*(?:>=|<=|≥|≤|>|<)\\s*[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?\\s*$'

/** JSON Schema of a bound that may use the given options, or a comparison string. */
export function boundSchema(options: readonly string[], more: Record<string, unknown> = {}): Record<string, unknown> {
  const numbers = Object.fromEntries(
    options.map((option) => [option, { type: 'number', description: DESCRIPTIONS[option] }]),
  )
  return {
    type: ['object', 'string'],
    pattern: COMPARISON,
    additionalProperties: false,
    minProperties: 1,
    properties: { ...numbers, ...more },
  }
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

/** Whether the value satisfies the bound, in decimal arithmetic. */
export function holds(value: Decimal, { relation, limit }: Bound): boolean {
  switch (relation) {
    case '>=':
      return value.gte(limit)
    case '<=':
      return value.lte(limit)
    case '>':
      return value.gt(limit)
    case '<':
      return value.lt(limit)
  }
}

/** `>= 0.85`. */
export function showBound({ relation, limit }: Bound): string {
  return `${relation} ${formatDecimal(limit)}`
}

/** How far the value is from the bound, never negative. */
export function distanceTo(value: Decimal, bound: Bound): string {
  return formatDecimal(value.minus(bound.limit).abs())
}

/**
 * Metrics that lie between 0 and 1 by definition. Only for these can a bound such as 85 be told to be a per cent
 * mistake; everything else is taken as written.
 */
const FRACTIONS = new Set(
  [
    ['accuracy', 'balanced_accuracy', 'precision', 'recall', 'sensitivity', 'specificity', 'acc'],
    ['f1', 'f1_score', 'f1_macro', 'f1_micro', 'f1_weighted', 'auc', 'roc_auc', 'auroc', 'pr_auc', 'brier', 'ece'],
    ['selection_rate', 'true_positive_rate', 'false_positive_rate', 'false_negative_rate', 'true_negative_rate'],
  ].flat(),
)

/** Whether the selector's last segment names a metric that is a fraction by definition. */
export function isFraction(selector: string): boolean {
  const last = selector.split('/').at(-1) ?? selector
  return FRACTIONS.has(last.toLowerCase().replaceAll('-', '_'))
}

const ONE = decimal('1')
const HUNDRED = decimal('100')

/** Whether a bound on a fraction can only be meant in per cent. */
export function looksLikePercent(limit: Decimal): boolean {
  return limit.abs().gt(ONE) && limit.abs().lte(HUNDRED)
}
