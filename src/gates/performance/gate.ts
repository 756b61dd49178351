import type { Evidence } from '../../evidence/evidence.js'
import { lookUpMeasured } from '../../evidence/measure/lookup.js'
import { isFraction } from '../../evidence/metrics.js'
import { decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'
import { type Bound, boundsOf, showBound, type Unit } from '../bound.js'
import { compare, someBounds, withoutValue } from '../compare.js'
import type { Demand, Gate } from '../contract.js'
import { readMetric, unstatedNotes } from '../metric.js'
import { wrongConfidence, wrongScale } from '../mistakes.js'
import { doubted } from '../percent.js'
import { readNumber } from '../reading.js'
import { judgeChange } from './baseline.js'
import { showTolerance, toleranceOf } from './change.js'
import { headroomNotes } from './headroom.js'
import { type MetricOptions, type Options, schema } from './options.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

/** Is each metric as good as demanded, and no worse than the baseline by more than is tolerated? */
export const gate: Gate<Options> = {
  id: 'performance',
  needs: ['metrics', 'baseline', 'predictions'],
  measures: ({ options }) => ({
    metrics: Object.keys(options),
    groups: [],
    compared: Object.keys(options).filter((metric) => hasChange(options[metric] ?? {})),
  }),
  schema,
  texts,
  mistakes,
  terms,
  evaluate: (demand, evidence) =>
    Object.keys(demand.options).flatMap((metric) => [
      ...boundCheck(metric, demand, evidence),
      ...changeCheck(metric, 'drop', demand, evidence),
      ...changeCheck(metric, 'rise', demand, evidence),
    ]),
  notes: (demand, evidence) => [
    ...unstatedNotes(evidence.metrics, evidence.measured, () => statesAny(demand, evidence)),
    ...headroomNotes(demand, evidence),
  ],
}

/** Whether the metrics files state any metric that is asked for. */
function statesAny(demand: Demand<Options>, { metrics }: Evidence): boolean {
  return Object.keys(demand.options).some((metric) => {
    const read = readNumber(metrics, 'metrics', metric, unitOf(optionsOf(metric, demand)))
    return read.kind !== 'none' || read.outcome !== 'missing'
  })
}

function optionsOf(metric: string, { options }: Demand<Options>): MetricOptions {
  return options[metric] ?? {}
}

function unitOf(options: MetricOptions): Unit {
  return typeof options === 'string' ? undefined : options.unit
}

function confidenceOf(options: MetricOptions): number | undefined {
  return typeof options === 'string' ? undefined : options.confidence
}

function boundCheck(metric: string, demand: Demand<Options>, evidence: Evidence): Check[] {
  const options = optionsOf(metric, demand)
  const bounds = someBounds(boundsOf(options))
  if (bounds === undefined) return []
  const at = pointerTo('', metric)
  const asked = {
    id: `performance/${metric}`,
    title: message('performance.title', { metric }),
    bounds,
    place: ({ option }: Bound) => demand.locate(option ? pointerTo(at, option) : at),
  }
  const unit = unitOf(options)
  const reading = readMetric(evidence, metric, unit)
  if (reading.kind === 'none') return [withoutValue(asked, reading)]
  const mistaken = bounds.find((bound) => isPercentOfError(metric, unit, bound))
  if (mistaken !== undefined && lookUpMeasured(evidence.measured, metric).kind === 'measured') {
    const why = message('performance.mape-percent', { bound: showBound(mistaken), actual: reading.text })
    return [withoutValue(asked, { kind: 'none', outcome: 'error', message: why, at: reading.at })]
  }
  const messages = { pass: 'performance.pass', fail: 'performance.fail', atBound: 'performance.at-bound' }
  const { quantity, at: place, written, sample, unmeasured } = reading
  const observed = { quantity, sample, unit, at: place, written, unmeasured, messages, params: { metric } }
  return [doubted(compare(asked, { ...observed, confidence: confidenceOf(options) }), reading.doubt)]
}

/** `mape` may exceed 1 and so is no fraction by definition, but to predict 0 throughout gives 1: a limit above is per cent. */
function isPercentOfError(metric: string, unit: Unit, { relation, limit }: Bound): boolean {
  return metric === 'mape' && unit !== 'percent' && relation.startsWith('<') && limit.gt('1')
}

function changeCheck(metric: string, direction: 'drop' | 'rise', demand: Demand<Options>, evidence: Evidence): Check[] {
  const option = `max-${direction}` as const
  const options = optionsOf(metric, demand)
  const change = typeof options === 'string' ? undefined : options[option]
  if (change === undefined) return []
  const tolerance = toleranceOf(direction, change)
  const check = {
    id: `performance/${metric}/${option}`,
    title: message(`performance.title-${direction}`, { metric }),
    expected: showTolerance(tolerance),
    policy: demand.locate(pointerTo(pointerTo('', metric), option)),
  }
  const asked = { unit: unitOf(options), confidence: confidenceOf(options) }
  return [{ ...check, ...judgeChange(metric, tolerance, asked, evidence) }]
}

/** Bounds that no value can meet together, and per cent where a fraction is meant. */
function mistakes(demand: Demand<Options>): Problem[] {
  return Object.keys(demand.options).flatMap((metric) => {
    const options = optionsOf(metric, demand)
    const bounds = boundsOf(options)
    const at = pointerTo('', metric)
    const place = (option: string) => demand.locate(option ? pointerTo(at, option) : at)
    const unit = unitOf(options)
    const scale = bounds.flatMap((bound) =>
      isFraction(metric) ? wrongScale(metric, unit, bound, place(bound.option)) : [],
    )
    const changes = [
      ...impossibleChanges(metric, options, place),
      ...wrongConfidence(confidenceOf(options), place('confidence')),
    ]
    const lower = bounds.find(({ relation }) => relation.startsWith('>'))
    const upper = bounds.find(({ relation }) => relation.startsWith('<'))
    const nothing =
      bounds.length === 0 && !hasChange(options) ? [problem('performance.no-bound', { metric }, place(''))] : []
    const found = [...scale, ...changes, ...nothing]
    if (lower === undefined || upper === undefined || !isEmpty(lower, upper)) return found
    const empty = { metric, lower: formatDecimal(lower.limit), upper: formatDecimal(upper.limit) }
    return [...found, problem('performance.empty-range', empty, place(lower.option))]
  })
}

/** A fraction cannot move by 1 or more: such a tolerance would never fail, and per cent was meant. */
function impossibleChanges(metric: string, options: MetricOptions, place: (option: string) => Location): Problem[] {
  if (typeof options === 'string' || !isFraction(metric)) return []
  return (['max-drop', 'max-rise'] as const).flatMap((option) => {
    const change = options[option]
    if (change === undefined) return []
    const { limit, relative } = toleranceOf(option === 'max-drop' ? 'drop' : 'rise', change)
    if (limit.lt(decimal(relative || options.unit === 'percent' ? '100' : '1')) || (relative && option === 'max-rise'))
      return []
    const id =
      options.unit === 'percent' && !relative ? 'performance.impossible-percent' : 'performance.impossible-change'
    return [problem(id, { metric, option, found: String(change) }, place(option))]
  })
}

function hasChange(options: MetricOptions): boolean {
  return typeof options !== 'string' && (options['max-drop'] !== undefined || options['max-rise'] !== undefined)
}

/** Whether no number lies between a lower and an upper bound. */
function isEmpty(lower: Bound, upper: Bound): boolean {
  const included = lower.relation === '>=' && upper.relation === '<='
  return included ? lower.limit.gt(upper.limit) : lower.limit.gte(upper.limit)
}
