import { type BoundOptions, boundSchema, confidenceSchema, SHARE } from '../bound.js'

/** `performance:` in a policy: a bound, or a tolerated change against the baseline, by metric selector. */
export type Options = Readonly<Record<string, MetricOptions>>

export type MetricOptions = BoundOptions & {
  readonly 'max-drop'?: Change
  readonly 'max-rise'?: Change
  readonly unit?: 'fraction' | 'percent'
  /** One-sided: the bounds must hold for the interval at this confidence, not for the value alone. */
  readonly confidence?: number
}

/** An absolute change in the metric's own unit, or a share of the baseline's value such as `5%`. */
export type Change = number | string

const change = {
  type: ['number', 'string'],
  minimum: 0,
  pattern: SHARE,
}

export const schema = {
  type: 'object',
  minProperties: 1,
  description: 'Bounds on metrics: one key a metric.',
  examples: [{ f1: { min: 0.85 } }],
  additionalProperties: boundSchema(['min', 'max', 'above', 'below'], {
    'max-drop': { ...change, description: 'how far it may fall below the baseline: absolute, or in per cent of it' },
    'max-rise': { ...change, description: 'how far it may rise above the baseline: absolute, or in per cent of it' },
    confidence: confidenceSchema,
    unit: {
      enum: ['fraction', 'percent'],
      description: 'percent: the file and the bounds both state per cent, so a bound of 85 is meant',
    },
  }),
}
