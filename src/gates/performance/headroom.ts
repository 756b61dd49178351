import type { Evidence } from '../../evidence/evidence.js'
import { metricSelected } from '../../evidence/metrics.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { compareText, pointerTo, shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { type Bound, boundsOf, largestValue, satisfies, showBound, type Unit } from '../bound.js'
import type { Demand } from '../contract.js'
import { readMetric } from '../metric.js'
import { type NumberRead, readNumber } from '../reading.js'
import type { MetricOptions, Options } from './options.js'

/** Most notes of one run: a policy of loose bounds is said once, not for every metric. */
const MAX_NOTES = 5

const ZERO = decimal('0')
const QUARTER = decimal('0.25')
const TENTH = decimal('0.1')
/** For fractions: the least headroom that is worth a word, and the margin that a suggested bound leaves. */
const LEAST = decimal('0.02')
const MARGIN = decimal('0.01')

/**
 * Bounds far below what is reached: between the bound and the perfect value, more than a quarter of the way is taken
 * already (of a fraction at least 0.02). What is reached is what the baseline says, where it says it. A bound that must
 * hold at a confidence needs its distance, and is left alone.
 */
export function headroomNotes(demand: Demand<Options>, evidence: Evidence): Message[] {
  const metrics = Object.keys(demand.options).sort(compareText)
  return metrics.flatMap((metric) => notesOn(metric, demand, evidence)).slice(0, MAX_NOTES)
}

function notesOn(metric: string, { options, locate }: Demand<Options>, evidence: Evidence): Message[] {
  const asked: MetricOptions = options[metric] ?? {}
  if (typeof asked !== 'string' && asked.confidence !== undefined) return []
  const unit = typeof asked === 'string' ? undefined : asked.unit
  const current = readMetric(evidence, metric, unit)
  if (current.kind === 'none') return []
  const baseline = readNumber(evidence.baseline, 'baseline', metric, unit)
  const reached = baseline.kind === 'none' ? current : baseline
  return boundsOf(asked).flatMap((bound) => {
    const suggested = suggestion(metric, bound, unit, [reached, current])
    if (suggested === undefined) return []
    const at = pointerTo('', metric)
    const params = {
      metric,
      bound: showBound(bound),
      reached: formatDecimal(reached.value),
      place: shown(reached.at),
      policy: shown(locate(bound.option ? pointerTo(at, bound.option) : at)),
      suggested: bound.option ? `${bound.option}: ${suggested}` : showBound({ ...bound, limit: decimal(suggested) }),
    }
    return [message('performance.headroom', params)]
  })
}

/** A bound nearer to what is reached, as text; undefined where the one that is there is near enough. */
function suggestion(
  metric: string,
  { relation, limit }: Bound,
  unit: Unit,
  [reached, current]: readonly [NumberRead, NumberRead],
): string | undefined {
  const better = metricSelected(metric)?.better
  const scale = largestValue(metric, unit)
  // The bound has to hold for both: none is suggested that the judged model itself would fail.
  if (![reached, current].every(({ value }) => satisfies(value.cmp(limit), relation))) return undefined
  if (relation.startsWith('>')) {
    if (scale === undefined || better !== undefined) return undefined
    const worse = reached.value.lt(current.value) ? reached.value : current.value
    return higher(limit, reached.value, worse, scale)
  }
  if (better !== 'less') return undefined
  const worse = reached.value.gt(current.value) ? reached.value : current.value
  return lower(limit, reached.value, worse, scale)
}

/** For a metric of which more is better, up to `perfect`. */
function higher(limit: Decimal, reached: Decimal, worse: Decimal, perfect: Decimal): string | undefined {
  if (!reached.minus(limit).gt(larger(perfect.minus(limit).times(QUARTER), LEAST.times(perfect)))) return undefined
  const margin = larger(perfect.minus(worse).times(TENTH), MARGIN.times(perfect))
  // Two decimals of a fraction, none of a per cent; rounded away from what is reached.
  const better = worse.minus(margin).round(perfect.eq('1') ? 2 : 0, 0)
  return better.gt(limit) ? formatDecimal(better) : undefined
}

/** For a metric of which less is better, down to zero; `scale` of a fraction. */
function lower(limit: Decimal, reached: Decimal, worse: Decimal, scale: Decimal | undefined): string | undefined {
  const least = scale === undefined ? ZERO : LEAST.times(scale)
  if (reached.lt(ZERO) || !limit.minus(reached).gt(larger(limit.times(QUARTER), least))) return undefined
  const margin = larger(worse.times(TENTH), scale === undefined ? ZERO : MARGIN.times(scale))
  const exact = worse.plus(margin)
  // Two digits, rounded away from what is reached.
  const better = scale === undefined ? exact.round(1 - exact.e, 3) : exact.round(scale.eq('1') ? 2 : 0, 3)
  return better.lt(limit) && better.gt(ZERO) ? formatDecimal(better) : undefined
}

function larger(a: Decimal, b: Decimal): Decimal {
  return a.gt(b) ? a : b
}
