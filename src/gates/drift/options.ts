import { TABLE_FORMATS } from '../../evidence/predictions/contract.js'
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
  /** Two tables to compare, in place of a report. */
  readonly reference?: TableOptions
  readonly current?: TableOptions
  /** Into how many bins of equally many reference values numbers are put, or `evidently`. */
  readonly bins?: number | string
  /** How many values each table has to have in a column. */
  readonly 'min-rows'?: number
  /** Columns that `*` leaves out. */
  readonly except?: readonly string[]
  /** Columns whose numbers are names. */
  readonly categorical?: readonly string[]
  /** By feature: bounds by method, or `stable`: the report itself must say that it has not drifted. */
  readonly features?: Readonly<Record<string, FeatureOptions>>
}

/** The word `stable`; others are a mistake. */
export type Stable = string
export type FeatureOptions = Stable | Readonly<Record<string, BoundOptions>>

export type TableOptions = string | { readonly path: string; readonly format?: string }

/** Named under `features`, it stands for every column of the reference table. */
export const EVERY = '*'

const text = { type: 'string', pattern: '\\S' }
const table = {
  type: ['string', 'object'],
  pattern: '\\S',
  required: ['path'],
  additionalProperties: false,
  properties: { path: text, format: { enum: TABLE_FORMATS } },
}
const columns = { type: 'array', minItems: 1, items: text }
const bound = { $ref: '#/$defs/drift-bound' }

export const schema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  description: 'How far the current data may be from the reference.',
  examples: [{ 'max-share': 0.3 }],
  properties: {
    'max-share': { type: 'number', description: 'the largest share of features that may have drifted, such as 0.3' },
    'min-features': {
      type: 'integer',
      minimum: 1,
      description: 'how many features have to have been compared for the share to count',
    },
    dataset: { type: 'string', description: 'stable: the report itself must say that the data set has not drifted' },
    reference: { $ref: '#/$defs/drift-table', description: 'the table that the current one is compared with' },
    current: { $ref: '#/$defs/drift-table', description: 'CSV, TSV, JSON Lines or Parquet, in place of a report' },
    bins: {
      type: ['integer', 'string'],
      description: 'into how many bins of equally many reference values numbers are put (10), or evidently',
    },
    'min-rows': { type: 'integer', minimum: 1, description: 'how many values a column must have in each table (100)' },
    except: { ...columns, description: 'columns that * leaves out, such as identifiers' },
    categorical: { ...columns, description: 'columns whose numbers are names, such as postal codes' },
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
  $defs: {
    'drift-table': table,
    'drift-bound': boundSchema(['min', 'max', 'above', 'below']),
  },
}
