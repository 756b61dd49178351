import { type BoundOptions, boundSchema } from '../bound.js'
import { METHOD_NAMES } from './methods.js'

/** `drift:` in a policy. */
export interface Options {
  /** The largest share of features that may have drifted. */
  readonly 'max-share'?: number
  /** How many features have to have been compared for the share to say anything. */
  readonly 'min-features'?: number
  /** The report itself must say that the data set as a whole has not drifted. */
  readonly dataset?: Stable
  /** By feature: bounds by method, or `stable`: the report itself must say that it has not drifted. */
  readonly features?: Readonly<Record<string, FeatureOptions>>
}

/** The word `stable`; others are a mistake. */
export type Stable = string
export type FeatureOptions = Stable | Readonly<Record<string, BoundOptions>>

const bound = { $ref: '#/$defs/drift-bound' }

export const schema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  description: 'How far the current data may be from the reference.',
  properties: {
    'max-share': { type: 'number', description: 'the largest share of features that may have drifted, such as 0.3' },
    'min-features': {
      type: 'integer',
      minimum: 1,
      description: 'how many features have to have been compared for the share to count',
    },
    dataset: { type: 'string', description: 'stable: the report itself must say that the data set has not drifted' },
    features: {
      type: 'object',
      minProperties: 1,
      description: 'bounds by feature and method',
      additionalProperties: {
        type: ['object', 'string'],
        minProperties: 1,
        additionalProperties: false,
        description: 'bounds by method; or stable: the report itself must say that it has not drifted',
        properties: Object.fromEntries(METHOD_NAMES.map((name) => [name, bound])),
      },
    },
  },
  $defs: { 'drift-bound': boundSchema(['min', 'max', 'above', 'below']) },
}
