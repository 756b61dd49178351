/** `explainability:` in a policy: what importances of features must look like. */
export interface Options {
  /** Nothing but that the explanations are there. */
  readonly required?: boolean
  /** How many features are the top; 10 by default. */
  readonly top?: number
  /** Features that may not be among the top. */
  readonly forbid?: readonly string[]
  /** Features that stand for a protected one, which may not be among the top either. */
  readonly proxies?: Readonly<Record<string, string>>
  /** Columns that are taken for none of these, whatever their name. */
  readonly allow?: readonly string[]
  readonly 'max-share'?: number
  readonly 'min-overlap'?: number
  readonly 'min-rank-correlation'?: number
  readonly correlation?: Correlation
  readonly 'min-samples'?: number
  readonly 'min-fidelity'?: number
}

export const CORRELATIONS = ['spearman', 'kendall'] as const
export type Correlation = (typeof CORRELATIONS)[number]

export const TOP = 10

const name = { type: 'string', pattern: '\\S' }
const number = (description: string) => ({ type: 'number', description })

export const schema = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  description: 'What the importances of features must look like.',
  examples: [{ required: true }],
  properties: {
    required: { type: 'boolean', description: 'explanations must be there; each other option demands that too' },
    top: { type: 'number', minimum: 1, description: 'how many features are the top; 10 by default' },
    forbid: { type: 'array', minItems: 1, items: name, description: 'features that may not be among the top' },
    proxies: {
      type: 'object',
      minProperties: 1,
      additionalProperties: name,
      description: 'features that stand for a protected one, such as {zip_code: race}; not among the top either',
    },
    allow: { type: 'array', minItems: 1, items: name, description: 'columns that are meant by none of these names' },
    'max-share': number('how much of the sum of absolute importances one feature may have'),
    'min-overlap': number("how much of the top must be the top of the baseline's explanations, too"),
    'min-rank-correlation': number("how alike the features must be ranked as in the baseline's explanations"),
    correlation: { enum: CORRELATIONS, description: "which correlation: Spearman's rho (default) or Kendall's tau-b" },
    'min-samples': { type: 'number', minimum: 1, description: 'rows that the importances must rest on' },
    'min-fidelity': number('how well a local explanation must fit, as R²'),
  },
}
