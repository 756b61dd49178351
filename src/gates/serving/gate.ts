import type { Evidence } from '../../evidence/evidence.js'
import { pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { type Bound, boundsOf } from '../bound.js'
import { type Asked, compare, someBounds, withoutValue } from '../compare.js'
import type { Demand, Gate } from '../contract.js'
import { unavailable } from '../reading.js'
import { gravest } from '../worst.js'
import { absence } from './absence.js'
import { type LoadRead, readLoad } from './load.js'
import { mistakes } from './mistakes.js'
import { notes } from './notes.js'
import { type MetricOptions, type Options, schema } from './options.js'
import { tooFew } from './requests.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

const MESSAGES = { pass: 'serving.pass', fail: 'serving.fail', atBound: 'serving.at-bound' } as const

/** Is the model served as fast, as reliably and as much as is demanded, in every load test that says so? */
export const gate: Gate<Options> = {
  id: 'serving',
  needs: ['load-test'],
  schema,
  texts,
  mistakes,
  terms,
  notes,
  evaluate: (demand, evidence) => Object.keys(demand.options).flatMap((metric) => checkOf(metric, demand, evidence)),
}

function checkOf(metric: string, demand: Demand<Options>, evidence: Evidence): Check[] {
  const options = demand.options[metric] ?? {}
  const bounds = someBounds(boundsOf(options))
  if (bounds === undefined) return []
  const at = pointerTo('', metric)
  const asked: Asked = {
    id: `serving/${metric}`,
    title: message('serving.title', { metric }),
    bounds,
    place: ({ option }: Bound) => demand.locate(option ? pointerTo(at, option) : at),
  }
  const source = evidence['load-test']
  const gap = unavailable(source, 'load-test')
  if (gap !== undefined) return [withoutValue(asked, gap)]
  const read = source.items.map((item) => readLoad(item, metric))
  const stated = read.filter((one) => one.kind === 'number' || one.outcome !== 'missing')
  if (stated.length === 0) return [withoutValue(asked, absence(source.items, metric))]
  const checks = stated.map((one) =>
    one.kind === 'none' ? withoutValue(asked, one) : judge(asked, metric, options, one),
  )
  return [gravest(checks, 'serving.worst')]
}

/** The value of one load test against its bounds. What breaks its bound fails, however few requests there were. */
function judge(asked: Asked, metric: string, options: MetricOptions, read: LoadRead): Check {
  const { quantity, sample, at, written } = read
  const own = typeof options === 'string' ? {} : options
  const { confidence } = own
  const observed = { quantity, sample, at, written, params: { metric }, messages: MESSAGES }
  const check = compare(asked, { ...observed, confidence })
  if (confidence !== undefined && sample.basis === undefined && check.outcome !== 'fail') {
    const params = { said: compare(asked, observed).message, percent: `${Math.round(confidence * 10_000) / 100}` }
    return { ...check, outcome: 'insufficient', message: message('serving.no-counts', params) }
  }
  if (check.outcome !== 'pass') return check
  const few = (requests: typeof read.requests) => tooFew(metric, requests, own['min-requests'], check.message)
  // Of fewer than there are in all it cannot be enough either.
  return { ...check, ...((read.most && few(read.most)) ?? few(read.requests)) }
}
