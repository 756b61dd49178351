import { FORMATS } from '../evidence/formats/ids.generated.js'
import { EVIDENCE_KINDS, isBaseline } from '../evidence/kinds.js'
import { TABLE_FORMATS } from '../evidence/predictions/contract.js'
import type { Gate } from '../gates/contract.js'
import { loaders } from '../gates/registry.generated.js'
import type { Schema } from '../shared/schema.js'
import { ENFORCEMENTS, ON_INSUFFICIENT } from '../verdict/outcome.js'
import { auditSchema } from './audit.js'
import { bindingSchemas, facetSchema } from './binding.js'
import { complianceSchema } from './compliance.js'
import { LEVELS } from './levels.js'
import { maturitySchema } from './maturity.js'
import { waiversSchema } from './waivers.js'

const text = { type: 'string', pattern: '\\S' }

/** Shared by all kinds of evidence. */
const FILES = { $ref: '#/$defs/files' }
const BASELINE = { $ref: '#/$defs/baseline' }

/** A path or glob; or a list of them. */
const files = oneOrMore({})
const baseline = oneOrMore({
  from: { enum: ['base', 'file'], description: "base: the file of the base branch; file (default): the job's own" },
})

function oneOrMore(more: Schema['properties']): Schema {
  return {
    type: ['string', 'array', 'object'],
    pattern: '\\S',
    minItems: 1,
    items: { ...text, type: ['string', 'object'], ...named(more) },
    ...named(more),
  }
}

const format = { enum: FORMATS, description: 'how to read it, whatever its name and content are' }

/** `{path, format}`, to name the reader. */
function named(more: Schema['properties']): Schema {
  return {
    required: ['path'],
    additionalProperties: false,
    properties: {
      path: { ...text, description: 'a path or glob, relative to the working directory' },
      format: { $ref: '#/$defs/format' },
      run: { ...text, description: 'the run, by id or name, where it holds several; else the newest' },
      experiment: { ...text, description: 'the experiment, by id or name, where it holds several' },
      ...more,
    },
  }
}

const column = (description: string) => ({ ...text, description })

/** The table of predictions and what its columns hold. */
const predictions = {
  type: 'object',
  required: ['path', 'label'],
  additionalProperties: false,
  description: 'the table of predictions that metrics are computed from',
  properties: {
    path: column('CSV, TSV, JSON Lines, Parquet or JSON of pandas, relative to the working directory'),
    format: { enum: TABLE_FORMATS, description: 'how to read it, whatever its name and content are' },
    label: column('the column of the truth'),
    prediction: column('the column of predicted classes or numbers'),
    score: column('the column of scores for the positive class; probabilities for log_loss, brier and ece'),
    positive: {
      type: ['string', 'number', 'boolean'],
      pattern: '\\S',
      description: 'the positive class; without it 1, where the classes are 0 and 1 or -1 and 1',
    },
    groups: {
      type: 'array',
      minItems: 1,
      items: text,
      description: 'columns that divide the rows into groups',
    },
    id: column('a column that identifies a row'),
    baseline: column("the baseline's table: the same columns, of the same rows"),
    quantile: {
      type: 'number',
      exclusiveMinimum: 0,
      exclusiveMaximum: 1,
      description: 'the quantile that the predictions estimate, for pinball',
    },
  },
}

/** Counts of rows, where predictions outgrow a machine. */
const counts = {
  type: ['string', 'object'],
  pattern: '\\S',
  required: ['path'],
  additionalProperties: false,
  description: 'counts of rows by truth and prediction: slice, tp, fp, tn, fn',
  properties: {
    path: column('a table of slices as predictions are written, relative to the working directory'),
    format: { enum: TABLE_FORMATS, description: 'how to read it, whatever its name and content are' },
    histogram: column('a table of the scores of each slice, for roc_auc and calibration'),
    groups: { ...predictions.properties.groups, description: 'columns of attributes, in place of the column slice' },
  },
}

const DESCRIPTIONS: Readonly<Record<(typeof EVIDENCE_KINDS)[number], string>> = {
  metrics: 'the metrics of the model that is judged',
  baseline: 'the metrics it is compared with',
  groups: 'metrics by group, for fairness',
  'model-card': 'the model card: Markdown, YAML or JSON',
  explanations: 'how much each feature contributes',
  'baseline-explanations': 'the explanations they are compared with',
  drift: 'a drift report',
  'load-test': 'the result of a load test',
}

/** What a policy may hold beside its evidence and its gates. */
const SECTIONS = { maturity: maturitySchema, waivers: waiversSchema, compliance: complianceSchema, audit: auditSchema }

/** The policy's JSON Schema, put together from what each of `gates` says of its own part; that of any other gate is left open. */
export function policySchema(gates: readonly Gate<never>[]): Schema {
  const ids = Object.keys(loaders)
  const kinds = EVIDENCE_KINDS.map((kind) => [
    kind,
    { ...(isBaseline(kind) ? BASELINE : FILES), description: DESCRIPTIONS[kind] },
  ])
  const enforcements = ids.map((id) => [id, { enum: ENFORCEMENTS }])
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ML Governance Gate policy',
    $defs: Object.assign(
      { files, baseline, format, facet: facetSchema, predictions, counts, ...SECTIONS },
      ...gates.map(({ schema }) => schema.$defs ?? {}),
    ),
    type: 'object',
    additionalProperties: false,
    properties: {
      version: { enum: [1], description: 'the version of this format' },
      model: { ...text, description: "the model's name, shown in the report" },
      risk: { enum: ['minimal', 'limited', 'high'], description: 'the risk class of its use' },
      level: { enum: LEVELS, description: 'the maturity of the organisation: turns on the gates that fit it' },
      evidence: {
        type: 'object',
        additionalProperties: false,
        description: 'where the training job left its files',
        examples: [{ metrics: 'metrics.json' }],
        properties: {
          ...Object.fromEntries(kinds),
          predictions: { $ref: '#/$defs/predictions' },
          counts: { $ref: '#/$defs/counts' },
          ...bindingSchemas,
        },
      },
      ...Object.fromEntries(ids.map((id) => [id, {}])),
      ...Object.fromEntries(gates.map(({ id, schema: { $defs: _, ...schema } }) => [id, schema])),
      enforcement: {
        type: 'object',
        additionalProperties: false,
        description: 'what a failed gate does: block (default), warn or observe',
        examples: [{ fairness: 'warn' }],
        properties: Object.fromEntries(enforcements),
      },
      'on-insufficient': {
        enum: ON_INSUFFICIENT,
        description: 'what an undecided check counts as; by default fail where risk is high, else warn',
      },
      ...Object.fromEntries(Object.keys(SECTIONS).map((key) => [key, { $ref: `#/$defs/${key}` }])),
      models: {
        type: ['string', 'array'],
        pattern: '\\S',
        minItems: 1,
        items: { type: 'object' },
        description: 'several models: a glob of model_config.yaml files, or entries with the keys of a policy',
      },
      extends: { ...text, description: 'the policy that this one makes stricter: a file, or OWNER/REPO/path@ref' },
      'may-loosen': {
        type: 'array',
        minItems: 1,
        items: text,
        description: 'in a policy that others extend: the demands that they may loosen, such as performance/f1',
      },
    },
  }
}
