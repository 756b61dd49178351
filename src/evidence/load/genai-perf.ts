import type { Unit } from './summary.js'

/** What the CSV and the JSON of GenAI-Perf call their units and statistics. */

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['ms', 'ms'],
  ['s', 's'],
  ['us', 'us'],
  ['ns', 'ns'],
])

/** The unit of a latency; undefined for one that is not known. */
export function latencyUnit(text: string): Unit | undefined {
  return UNITS.get(text)
}

/** The canonical name of a statistic; undefined for one that load tests do not have in common. */
export function statisticName(statistic: string): string | undefined {
  if (statistic === 'avg') return 'mean'
  return ['min', 'max'].includes(statistic) || /^p\d{1,2}$/.test(statistic) ? statistic : undefined
}
