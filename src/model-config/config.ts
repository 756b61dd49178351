import type { Location } from '../shared/location.js'
import type { PERCENTILES, RISKS, SERVING_TYPES } from './schema.js'

/** A `model_config.yaml`, typed. What it does not say is absent; nothing is filled in. */
export interface ModelConfig {
  readonly model: ModelIdentity
  readonly training: Training
  readonly serving: Serving
  readonly monitoring: Monitoring
  /** Where the key at a JSON Pointer was written. */
  readonly locate: (pointer: string) => Location
}

export interface ModelIdentity {
  readonly name: string
  /** `@login`, `@org/team`, or anything else that names who answers for it. */
  readonly owner: string
  readonly framework?: string
  /** As written: `1.10` stays `1.10`. */
  readonly version?: string
  readonly risk?: (typeof RISKS)[number]
}

export interface Training {
  readonly schedule?: string
  readonly data_source?: string
  readonly compute?: string
  readonly experiment_tracking?: boolean
}

export interface Serving {
  readonly type?: (typeof SERVING_TYPES)[number]
  /** Milliseconds. */
  readonly sla_latency_ms?: number
  readonly sla_percentile?: (typeof PERCENTILES)[number]
  /** Share of requests, between 0 and 1. */
  readonly sla_error_rate?: number
  readonly min_replicas?: number
  readonly max_replicas?: number
  readonly autoscale_metric?: string
}

export interface Monitoring {
  readonly data_drift?: boolean
  readonly performance_tracking?: boolean
  readonly alert_channel?: string
}
