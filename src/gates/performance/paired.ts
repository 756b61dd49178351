import type { Evidence } from '../../evidence/evidence.js'
import { lookUpPaired, type Pairing } from '../../evidence/measure/paired.js'
import { message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import type { Interval } from '../../stats/basis.js'
import type { Unit } from '../bound.js'
import { agreed } from '../metric.js'
import { type NotRead, type Reading, readNumber } from '../reading.js'

/** The baseline's value; with a pairing where it was measured on the same rows as the model's. */
export interface BaselineRead {
  readonly reading: Reading
  readonly pairing?: Pairing
}

/**
 * Reads the baseline's metric: from its predictions where the policy names these, and a file that states it too has to
 * state the same; else from that file.
 */
export function readBaseline(evidence: Evidence, metric: string, unit: Unit): BaselineRead {
  const stated = readNumber(evidence.baseline, 'baseline', metric, unit)
  const found = lookUpPaired(evidence.paired, metric)
  switch (found.kind) {
    case 'unasked': {
      if (stated.kind === 'number') return { reading: stated }
      return { reading: { ...stated, message: message('performance.no-baseline', { why: stated.message }) } }
    }
    case 'unavailable': {
      const { absent } = found.problem
      return { reading: refusal(absent ? 'missing' : 'error', absent ? 'absent' : 'unreadable', found.problem) }
    }
    case 'apart':
      return { reading: refusal('error', 'apart', { ...found.problem, at: found.at }) }
    case 'paired':
      return { reading: agreed(stated, found.found, metric, unit), pairing: found.pairing }
  }
}

function refusal(outcome: NotRead['outcome'], id: string, { message: why, at }: Problem): NotRead {
  return { kind: 'none', outcome, message: message(`performance.paired-${id}`, { why }), ...(at && { at }) }
}

/** The interval of the change in the tolerated direction, from the pairs. */
export function pairedChange(
  pairing: Pairing,
  metric: string,
  direction: 'drop' | 'rise',
  level: number,
): Interval | undefined {
  const found = pairing.difference(metric, level)
  return found === undefined || direction === 'rise' ? found : { ...found, low: -found.high, high: -found.low }
}
