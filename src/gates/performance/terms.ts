import { formatDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { BOUNDS, boundsTerm, canonical, otherTerms, type Term, unitTerm } from '../terms.js'
import { showTolerance, toleranceOf } from './change.js'
import type { MetricOptions, Options } from './options.js'

/** What is demanded of each metric: its bounds as one demand, each tolerated change, and its unit. */
export function terms(options: Options): Term[] {
  return Object.entries(options).flatMap(([metric, own]) => ofMetric(metric, own))
}

function ofMetric(metric: string, options: MetricOptions): Term[] {
  const title = message('performance.title', { metric })
  const at = pointerTo('', metric)
  const unit = typeof options === 'string' ? 'fraction' : (options.unit ?? 'fraction')
  const bounded = boundsTerm(metric, title, at, options, unit)
  if (typeof options === 'string') return bounded
  return [
    ...bounded,
    ...(['drop', 'rise'] as const).flatMap((direction) => changeTerm(metric, direction, options, unit)),
    ...otherTerms(options, [...BOUNDS, 'max-drop', 'max-rise', 'unit'], title, at),
    ...unitTerm(options.unit, [metric], title, at),
  ]
}

function changeTerm(
  metric: string,
  direction: 'drop' | 'rise',
  options: Exclude<MetricOptions, string>,
  unit: string,
): Term[] {
  const option = `max-${direction}` as const
  const change = options[option]
  if (change === undefined) return []
  const tolerance = toleranceOf(direction, change)
  return [
    {
      key: canonical([metric, option]),
      what: message(`performance.title-${direction}`, { metric }),
      pointer: pointerTo(pointerTo('', metric), option),
      value: {
        kind: 'amount',
        amount: tolerance.limit,
        unit: tolerance.relative ? '%' : unit,
        more: 'weaker',
        written: canonical(tolerance.relative ? `${formatDecimal(tolerance.limit)}%` : change),
        shown: showTolerance(tolerance),
      },
    },
  ]
}
