import { formatDecimal } from '../../shared/decimal.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { type Problem, problem } from '../../shared/problem.js'
import { type Bound, boundsOf, decimalOf, scaleMistake, showBound } from '../bound.js'
import type { Demand } from '../contract.js'
import { wrongConfidence } from '../mistakes.js'
import { isErrorRate, isLatency, isThroughput } from './measures.js'
import type { MetricOptions, Options } from './options.js'

type Placed = (option: string) => Location

/** Bounds that say nothing, cannot be met, or look the wrong way; per cent; and what no summary of a load test can prove. */
export function mistakes({ options, locate }: Demand<Options>): Problem[] {
  return Object.entries(options).flatMap(([metric, own]) => {
    const at = pointerTo('', metric)
    const place: Placed = (option) => locate(option ? pointerTo(at, option) : at)
    const bounds = boundsOf(own)
    if (bounds.length === 0) return [problem('serving.no-bound', { metric }, place('')), ...extras(metric, own, place)]
    return [
      ...wrongWay(metric, bounds, place),
      ...impossible(metric, bounds, place),
      ...(isErrorRate(metric) ? rates(metric, bounds, place) : []),
      ...extras(metric, own, place),
    ]
  })
}

/** A latency that is bounded from below alone would let a slow service pass. */
function wrongWay(metric: string, bounds: readonly Bound[], place: Placed): Problem[] {
  const [first] = bounds
  const wanted = isLatency(metric) || isErrorRate(metric) ? '<' : isThroughput(metric) ? '>' : undefined
  if (first === undefined || wanted === undefined || bounds.some(({ relation }) => relation.startsWith(wanted)))
    return []
  const option = wanted === '<' ? 'max' : 'min'
  const params = { metric, bound: showBound(first), instead: `{${option}: ${formatDecimal(first.limit)}}` }
  return [problem(wanted === '<' ? 'serving.from-below' : 'serving.from-above', params, place(first.option))]
}

function impossible(metric: string, bounds: readonly Bound[], place: Placed): Problem[] {
  const lower = bounds.find(({ relation }) => relation.startsWith('>'))
  const upper = bounds.find(({ relation }) => relation.startsWith('<'))
  const isMeasure = isLatency(metric) || isThroughput(metric) || isErrorRate(metric)
  const below = upper?.limit.lt('0') || (upper?.relation === '<' && upper.limit.eq('0'))
  if (upper !== undefined && isMeasure && below) {
    return [problem('serving.below-zero', { metric, bound: showBound(upper) }, place(upper.option))]
  }
  if (lower === undefined || upper === undefined) return []
  const included = lower.relation === '>=' && upper.relation === '<='
  if (included ? lower.limit.lte(upper.limit) : lower.limit.lt(upper.limit)) return []
  const params = { metric, lower: formatDecimal(lower.limit), upper: formatDecimal(upper.limit) }
  return [problem('serving.empty-range', params, place(lower.option))]
}

/** Per cent where a fraction is meant, and a limit that no rate can exceed. */
function rates(metric: string, bounds: readonly Bound[], place: Placed): Problem[] {
  return bounds.flatMap((bound) => {
    const { relation, limit, option } = bound
    const params = { metric, found: formatDecimal(limit), fraction: formatDecimal(limit.times('0.01')) }
    if (scaleMistake(limit, undefined) !== undefined) return [problem('serving.percent', params, place(option))]
    const never = relation === '<=' && limit.gte('1')
    return never ? [problem('serving.never', { metric, bound: showBound(bound) }, place(option))] : []
  })
}

function extras(metric: string, own: MetricOptions, place: Placed): Problem[] {
  if (typeof own === 'string') return []
  const { confidence, 'min-requests': least } = own
  const unproven = confidence !== undefined && (isLatency(metric) || isThroughput(metric))
  return [
    ...wrongConfidence(confidence, place('confidence')),
    ...(unproven ? [problem('serving.no-interval', { metric }, place('confidence'))] : []),
    ...(least !== undefined && !decimalOf(least).round(0).eq(decimalOf(least))
      ? [problem('serving.whole', { metric, found: String(least) }, place('min-requests'))]
      : []),
  ]
}
