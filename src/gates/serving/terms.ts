import { formatDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { decimalOf } from '../bound.js'
import { BOUNDS, boundsTerm, canonical, otherTerms, type Term } from '../terms.js'
import { fewestFor, percentileOf } from './measures.js'
import type { MetricOptions, Options } from './options.js'

/** What is demanded of each measure: its bounds as one demand, the requests it must rest on, and the rest. */
export function terms(options: Options): Term[] {
  return Object.entries(options).flatMap(([metric, own]) => ofMetric(metric, own))
}

function ofMetric(metric: string, options: MetricOptions): Term[] {
  const title = message('serving.title', { metric })
  const at = pointerTo('', metric)
  const bounded = boundsTerm(metric, title, at, options)
  const requests = requestsTerm(metric, options, title, at)
  if (typeof options === 'string') return [...bounded, ...requests]
  return [...bounded, ...requests, ...otherTerms(options, [...BOUNDS, 'min-requests'], title, at)]
}

/** Of a percentile the default counts as written: stating fewer is weaker than stating nothing. */
function requestsTerm(metric: string, options: MetricOptions, of: Message, at: string): Term[] {
  const stated = typeof options === 'string' ? undefined : options['min-requests']
  const percentile = percentileOf(metric)
  const amount = stated !== undefined ? decimalOf(stated) : percentile && fewestFor(percentile)
  if (amount === undefined) return []
  const shown = formatDecimal(amount)
  return [
    {
      key: canonical([metric, 'min-requests']),
      what: message('terms.option', { of, option: 'min-requests' }),
      pointer: stated === undefined ? at : pointerTo(at, 'min-requests'),
      value: { kind: 'amount', amount, unit: '', more: 'stricter', written: canonical(shown), shown },
    },
  ]
}
