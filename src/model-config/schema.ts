import type { Schema } from '../shared/schema.js'

const text = { type: 'string', pattern: '\\S' }
const flag = { type: 'boolean' }
/** How many copies serve: none where it scales to zero. */
const replicas = { type: 'integer', minimum: 0 }

/** Percentiles of latency that a load test reports. */
export const PERCENTILES = [50, 90, 95, 99] as const
export const RISKS = ['minimal', 'limited', 'high'] as const
export const SERVING_TYPES = ['online', 'batch', 'streaming', 'edge'] as const

/** A day: no answer is waited for longer. */
const MAX_LATENCY_MS = 86_400_000

const says = (description: string, schema: Schema): Schema => ({ ...schema, description })

/** A mapping whose unknown keys are mistakes, save those that begin with `x-`. */
function section(description: string, properties: Readonly<Record<string, Schema>>, required: readonly string[] = []) {
  return {
    type: 'object',
    description,
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties,
    // A platform's own keys: a data scientist's misspelt one must not pass for such.
    patternProperties: { '^x-': {} },
  }
}

const model = section(
  'which model it is and who answers for it',
  {
    name: says('its name, by which decisions about it are found', text),
    owner: says('who answers for it: @login, @org/team, or an address', text),
    framework: says('what it was made with, such as sklearn', text),
    version: says('its version', { ...text, type: ['string', 'number'] }),
    risk: says('the risk class of its use', { enum: RISKS }),
  },
  ['name', 'owner'],
)

const training = section('how it is trained', {
  schedule: says('when: a word such as weekly, or a cron expression', text),
  data_source: says('where its data comes from, such as feature_store://user_engagement_features', text),
  compute: says('what it is trained on, such as cpu-medium', text),
  experiment_tracking: says('whether every training leaves a run in an experiment tracker', flag),
})

const serving = section('how it is served', {
  type: says('how predictions are asked for', { enum: SERVING_TYPES }),
  sla_latency_ms: says('the longest time that an answer may take, in milliseconds', {
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: MAX_LATENCY_MS,
  }),
  sla_percentile: says('the percentile of latency that sla_latency_ms bounds (default: 95)', { enum: PERCENTILES }),
  sla_error_rate: says('the share of requests that may fail', {
    type: 'number',
    exclusiveMinimum: 0,
    exclusiveMaximum: 1,
  }),
  min_replicas: says('the fewest copies that serve', replicas),
  max_replicas: says('the most copies that serve', replicas),
  autoscale_metric: says('what the number of copies follows, such as cpu', text),
})

const monitoring = section('how it is watched in operation', {
  data_drift: says('whether its input is watched for drift', flag),
  performance_tracking: says('whether its performance is followed', flag),
  alert_channel: says('who is told, such as "#ml-alerts" in quotes', text),
})

/** The JSON Schema of `model_config.yaml`. */
export function modelConfigSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'ML Governance Gate model_config.yaml',
    ...section('a model, as its data scientist describes it', { model, training, serving, monitoring }, ['model']),
  }
}
