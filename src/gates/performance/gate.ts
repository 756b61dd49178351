import type { Evidence } from '../../evidence/evidence.js'
import { decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, pointerTo, shown } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'
import { boundsOf, decimalOf, isFraction, looksLikePercent } from '../bound.js'
import { compare } from '../compare.js'
import type { Demand, Gate } from '../contract.js'
import { readNumber } from '../reading.js'
import { changeOf, largestChange, showTolerance, type Tolerance, toleranceOf } from './change.js'
import { type MetricOptions, type Options, schema } from './options.js'
import { texts } from './texts.js'

/** Is each metric as good as demanded, and no worse than the baseline by more than is tolerated? */
export const gate: Gate<Options> = {
  id: 'performance',
  needs: ['metrics', 'baseline'],
  schema,
  texts,
  mistakes,
  evaluate: (demand, evidence) =>
    Object.keys(demand.options).flatMap((metric) => [
      ...boundCheck(metric, demand, evidence),
      ...changeCheck(metric, 'drop', demand, evidence),
      ...changeCheck(metric, 'rise', demand, evidence),
    ]),
}

function optionsOf(metric: string, { options }: Demand<Options>): MetricOptions {
  return options[metric] ?? {}
}

function boundCheck(metric: string, demand: Demand<Options>, evidence: Evidence): Check[] {
  const bounds = boundsOf(optionsOf(metric, demand))
  if (bounds.length === 0) return []
  const at = pointerTo('', metric)
  const reading = readNumber(evidence.metrics, 'metrics', metric)
  const check = compare(reading, bounds, (violated) => ({
    id: `performance/${metric}`,
    title: message('performance.title', { metric }),
    policy: demand.locate(violated?.option ? pointerTo(at, violated.option) : at),
    messages: { pass: 'performance.pass', fail: 'performance.fail', atBound: 'performance.at-bound' },
    params: { metric },
  }))
  return [check]
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
  return [{ ...check, ...judgeChange(metric, tolerance, evidence) }]
}

type Judgement = Omit<Check, 'id' | 'title' | 'expected' | 'policy'>

function judgeChange(metric: string, tolerance: Tolerance, evidence: Evidence): Judgement {
  const current = readNumber(evidence.metrics, 'metrics', metric)
  if (current.kind === 'none') return withoutNumber(current)
  const baseline = readNumber(evidence.baseline, 'baseline', metric)
  if (baseline.kind === 'none') {
    return withoutNumber({ ...baseline, message: message('performance.no-baseline', { why: baseline.message }) })
  }
  const params = {
    metric,
    current: formatDecimal(current.value),
    baseline: formatDecimal(baseline.value),
    place: shown(baseline.at),
    bound: showTolerance(tolerance),
  }
  const largest = largestChange(tolerance, baseline.value)
  if (largest === undefined) {
    return { outcome: 'error', message: message('performance.relative-to-zero', params), evidence: baseline.at }
  }
  const change = changeOf(current.value, baseline.value, tolerance.direction)
  const held = change.lte(largest)
  return {
    outcome: held ? 'pass' : 'fail',
    message: message(`performance.${held ? 'held' : 'moved'}-${tolerance.direction}`, {
      ...params,
      change: formatDecimal(change.abs()),
    }),
    actual: formatDecimal(change),
    distance: formatDecimal(change.minus(largest).abs()),
    evidence: current.at,
  }
}

function withoutNumber({ outcome, message, at }: Extract<ReturnType<typeof readNumber>, { kind: 'none' }>): Judgement {
  return at === undefined ? { outcome, message } : { outcome, message, evidence: at }
}

/** Bounds that no value can meet together, and per cent where a fraction is meant. */
function mistakes(demand: Demand<Options>): Problem[] {
  return Object.keys(demand.options).flatMap((metric) => {
    const options = optionsOf(metric, demand)
    const bounds = boundsOf(options)
    const at = pointerTo('', metric)
    const place = (option: string) => demand.locate(option ? pointerTo(at, option) : at)
    const percent = typeof options !== 'string' && options.unit === 'percent'
    const perCent = bounds
      .filter(({ limit }) => !percent && isFraction(metric) && looksLikePercent(limit))
      .map(({ limit, option }) =>
        problem(
          'policy.percent-bound',
          { metric, found: formatDecimal(limit), fraction: formatDecimal(limit.times(decimal('0.01'))) },
          place(option),
        ),
      )
    const changes = percent ? [] : impossibleChanges(metric, options, place)
    const lower = bounds.find(({ relation }) => relation.startsWith('>'))
    const upper = bounds.find(({ relation }) => relation.startsWith('<'))
    const found = [...perCent, ...changes]
    if (lower === undefined || upper === undefined || lower.limit.lte(upper.limit)) return found
    const empty = { metric, lower: formatDecimal(lower.limit), upper: formatDecimal(upper.limit) }
    return [...found, problem('performance.empty-range', empty, place(lower.option))]
  })
}

/** A fraction cannot move by 1 or more: such a tolerance would never fail, and per cent was meant. */
function impossibleChanges(metric: string, options: MetricOptions, place: (option: string) => Location): Problem[] {
  if (typeof options === 'string' || !isFraction(metric)) return []
  return (['max-drop', 'max-rise'] as const).flatMap((option) => {
    const change = options[option]
    if (typeof change !== 'number' || change < 1) return []
    const params = {
      metric,
      option,
      found: formatDecimal(decimalOf(change)),
      fraction: formatDecimal(decimalOf(change).times(decimal('0.01'))),
    }
    return [problem('performance.impossible-change', params, place(option))]
  })
}
