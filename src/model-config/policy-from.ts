import { type Message, message } from '../shared/message.js'
import { PERSON } from '../shared/person.js'
import type { ModelConfig } from './config.js'

/** Policy data that follows from a `model_config.yaml`, to be put below what the policy itself says. */
export interface DerivedPolicy {
  /** Plain data in the form of the policy: keys and values as they would be written. */
  readonly policy: Readonly<Record<string, unknown>>
  /** For each demand, where it came from: a JSON Pointer into `policy` and one into the config. */
  readonly origins: readonly { readonly policy: string; readonly config: string }[]
  /** What could not be turned into a demand, and why. */
  readonly notes: readonly Message[]
}

/** The percentile that an SLA without one is taken for: the one that load tests are usually held to. */
const DEFAULT_PERCENTILE = 95

/** All features may have drifted: what is too much is the policy's to say, but a report has to be there. */
const WHATEVER_SHARE = 1

/** One demand: its key in the policy, its value, and the key of the config that it follows from. */
type Demand = readonly [key: string, value: unknown, from: string]

/**
 * What a config demands of the gate. Only what it states becomes a demand: `false` and what is absent demand nothing.
 *
 * - `sla_latency_ms: 50` → `serving: {latency_p95_ms: {max: 50}}`; the percentile is that of `sla_percentile`
 * - `sla_error_rate: 0.01` → `serving: {error_rate: {max: 0.01}}`
 * - `data_drift: true` → `drift: {max-share: 1}`: a report has to be there, whatever it says
 * - `experiment_tracking: true` → `evidence: {tracked: true}`
 * - `owner: "@org/team"` → `approval: {count: 1, from: ["@org/team"]}`
 */
export function policyFrom({ model, training, serving, monitoring }: ModelConfig): DerivedPolicy {
  const percentile = serving.sla_percentile ?? DEFAULT_PERCENTILE
  const isPerson = new RegExp(PERSON).test(model.owner)
  const approval = [
    ['/approval/count', 1, '/model/owner'],
    ['/approval/from', [model.owner], '/model/owner'],
  ] as const
  const demands: readonly Demand[] = [
    ['/model', model.name, '/model/name'],
    ['/risk', model.risk, '/model/risk'],
    ['/evidence/tracked', training.experiment_tracking === true || undefined, '/training/experiment_tracking'],
    [`/serving/latency_p${percentile}_ms`, atMost(serving.sla_latency_ms), '/serving/sla_latency_ms'],
    ['/serving/error_rate', atMost(serving.sla_error_rate), '/serving/sla_error_rate'],
    ['/drift/max-share', monitoring.data_drift === true ? WHATEVER_SHARE : undefined, '/monitoring/data_drift'],
    ...(isPerson ? approval : []),
  ]
  const stated = demands.filter(([, value]) => value !== undefined)
  return {
    policy: nested(stated),
    origins: stated.map(([policy, , config]) => ({ policy, config })),
    notes: isPerson ? [] : [message('config.no-approver', { owner: model.owner })],
  }
}

function atMost(limit: number | undefined) {
  return limit === undefined ? undefined : { max: limit }
}

/** `/a` and `/a/b` pointers as data; the names are those above, none of them from a file. */
function nested(demands: readonly Demand[]): Record<string, unknown> {
  const policy: Record<string, unknown> = {}
  for (const [pointer, value] of demands) {
    const [, section = '', key] = pointer.split('/')
    if (key === undefined) policy[section] = value
    else policy[section] = { ...(policy[section] as Record<string, unknown> | undefined), [key]: value }
  }
  return policy
}
