import { isErrorRate, isThroughput } from './measures.js'
import type { MetricOptions, Options } from './options.js'

/** A service level by the names that load tests have in common: `latency_p99_ms`, `error_rate`, `throughput_rps`. */
export type ServiceLevel = Readonly<Record<string, number>>

/** What a service level demands: latencies and errors at most, throughput at least. */
export function optionsOf(level: ServiceLevel): Options {
  return Object.fromEntries(
    Object.entries(level).flatMap(([name, limit]): [string, MetricOptions][] => {
      if (isThroughput(name)) return [[name, { min: limit }]]
      return isErrorRate(name) || /^latency_.+_ms$/.test(name) ? [[name, { max: limit }]] : []
    }),
  )
}
