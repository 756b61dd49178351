import { type BoundOptions, boundSchema, confidenceSchema } from '../bound.js'

/** `serving:` in a policy: bounds on what load tests measured, by selector. */
export type Options = Readonly<Record<string, MetricOptions>>

export type MetricOptions = BoundOptions & {
  /** One-sided, for a rate of errors: the bounds must hold for the interval at this confidence. */
  readonly confidence?: number
  /** Requests that the value must rest on; of a percentile it takes the place of the default. */
  readonly 'min-requests'?: number
}

export const schema = {
  type: 'object',
  minProperties: 1,
  description: 'Bounds on what load tests measured: one key a measure, such as latency_p95_ms or error_rate.',
  examples: [{ latency_p95_ms: { max: 200 } }],
  additionalProperties: boundSchema(['min', 'max', 'above', 'below'], {
    confidence: confidenceSchema,
    'min-requests': {
      type: 'number',
      minimum: 1,
      description: 'requests that the value must rest on; by default a percentile needs 5 / (1 - q) of them',
    },
  }),
}
