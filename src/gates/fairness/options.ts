import { type BoundOptions, boundSchema, confidenceSchema } from '../bound.js'

/** `fairness:` in a policy: a list of rules, or one rule. */
export type Options = WrittenRule | readonly WrittenRule[]

/** A rule with its attributes apart; `by` names them in checks and messages, `gender+age_band` for an intersection. */
export interface Rule extends WrittenRule {
  readonly by: string
  readonly attributes: readonly string[]
}

/** One comparison of groups: the measure `metric` between the groups of the attribute `by`. */
export interface WrittenRule {
  readonly metric: string
  /** One attribute, or several whose intersections are the groups. */
  readonly by: string | readonly string[]
  /** Largest minus smallest group value. */
  readonly gap?: BoundOptions
  /** Smallest divided by largest group value. */
  readonly ratio?: BoundOptions
  /** The worst group's own value: the smallest under a lower bound, the largest under an upper one. */
  readonly worst?: BoundOptions
  readonly unit?: 'fraction' | 'percent'
  /** One-sided: the bounds must hold for the intervals at this confidence, not for the values alone. */
  readonly confidence?: number
  /** The rows that a group's value must rest on; a smaller group decides nothing. */
  readonly 'min-n'?: number
  /** The groups that must be there. */
  readonly groups?: readonly string[]
}

const name = { type: 'string', pattern: '\\S' }

const rule = {
  type: 'object',
  additionalProperties: false,
  required: ['metric', 'by'],
  properties: {
    metric: { ...name, description: 'the metric that is compared between groups' },
    by: {
      type: ['string', 'array'],
      pattern: '\\S',
      minItems: 2,
      items: name,
      description: 'the attribute that divides the rows into groups; several for their intersections',
    },
    gap: { $ref: '#/$defs/fairness-gap', description: 'largest minus smallest group value' },
    ratio: { $ref: '#/$defs/fairness-ratio', description: 'smallest divided by largest group value' },
    worst: { $ref: '#/$defs/fairness-worst', description: "the worst group's own value" },
    confidence: confidenceSchema,
    'min-n': { type: 'integer', minimum: 1, description: "rows that a group's value must rest on, such as 30" },
    groups: { type: 'array', minItems: 1, items: name, description: 'groups that must be there' },
    unit: { enum: ['fraction', 'percent'], description: 'percent: values and bounds are stated in per cent' },
  },
}

export const schema = {
  // Used by a rule in a list and by a rule without one.
  $defs: {
    'fairness-gap': boundSchema(['max', 'below']),
    'fairness-ratio': boundSchema(['min', 'above']),
    'fairness-worst': boundSchema(['min', 'max', 'above', 'below']),
  },
  type: ['array', 'object'],
  description: 'Bounds on the differences between groups: a list of rules, or one rule.',
  examples: [{ metric: 'recall', by: 'sex', gap: { below: 0.05 } }],
  minItems: 1,
  items: rule,
  // One rule may stand without a list; the same keywords then apply to it.
  required: rule.required,
  properties: rule.properties,
  additionalProperties: false,
}

/** The rules and the pointer of each, `''` for a rule that stands without a list. */
export function rulesOf(options: Options): { rule: Rule; pointer: string }[] {
  if (!isList(options)) return [{ rule: ruleOf(options), pointer: '' }]
  return options.map((rule, index) => ({ rule: ruleOf(rule), pointer: `/${index}` }))
}

function ruleOf(written: WrittenRule): Rule {
  const attributes = typeof written.by === 'string' ? [written.by] : written.by
  return { ...written, by: attributes.join('+'), attributes }
}

function isList(options: Options): options is readonly WrittenRule[] {
  return Array.isArray(options)
}
