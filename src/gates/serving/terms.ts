import { formatDecimal } from '../../shared/decimal.js'
import { pointerTo } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { boundsOf, decimalOf } from '../bound.js'
import { boundsValue, canonical, otherTerms, type Term } from '../terms.js'
import { fewestFor, percentileOf } from './measures.js'
import type { MetricOptions, Options } from './options.js'

const BOUNDS = ['min', 'max', 'above', 'below'] as const

/** What is demanded of each measure: its bounds as one demand, the requests it must rest on, and the rest. */
export function terms(options: Options): Term[] {
  return Object.entries(options).flatMap(([metric, own]) => ofMetric(metric, own))
}

function ofMetric(metric: string, options: MetricOptions): Term[] {
  const title = message('serving.title', { metric })
  const at = pointerTo('', metric)
  const bounds = boundsOf(options)
  const [first] = bounds
  const written = typeof options === 'string' ? options : pick(options, BOUNDS)
  const bounded: Term[] =
    first === undefined
      ? []
      : [
          {
            key: canonical([metric]),
            what: title,
            pointer: first.option === '' ? at : pointerTo(at, first.option),
            value: boundsValue(bounds, '', written),
          },
        ]
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

function pick(options: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)))
}
