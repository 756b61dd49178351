import { decimal, formatDecimal, formatRatio } from '../../shared/decimal.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'
import { type Bound, boundsOf, distanceTo, holds, isFraction, looksLikePercent, showBound } from '../bound.js'
import type { Demand, Gate } from '../contract.js'
import type { NotRead } from '../reading.js'
import { type Group, readGroups } from './groups.js'
import { type Options, type Rule, rulesOf, schema } from './options.js'
import { texts } from './texts.js'

const MEASURES = ['gap', 'ratio', 'worst'] as const
type Measure = (typeof MEASURES)[number]

/** Is the model as good for every group? Fairlearn's `MetricFrame.difference()`, `.ratio()` and `.group_min()`. */
export const gate: Gate<Options> = {
  id: 'fairness',
  needs: ['groups'],
  schema,
  texts,
  mistakes,
  evaluate: (demand, evidence) => {
    const rules = rulesOf(demand.options)
    const sole = {
      metric: new Set(rules.map(({ rule }) => rule.metric)).size === 1,
      by: new Set(rules.map(({ rule }) => rule.by)).size === 1,
    }
    return rules.flatMap(({ rule, pointer }) => {
      const read = readGroups(evidence.groups, rule, sole)
      return demandsOf(rule).map(({ measure, bound }) => {
        const at = pointerTo(pointer, measure)
        const asked = { rule, measure, bound, policy: demand.locate(bound.option ? pointerTo(at, bound.option) : at) }
        return read.kind === 'none' ? withoutGroups(asked, read) : judge(asked, read.groups)
      })
    })
  },
}

/** One number a rule asks for, and the bound on it. */
interface Asked {
  readonly rule: Rule
  readonly measure: Measure
  readonly bound: Bound
  readonly policy: Location
}

function demandsOf(rule: Rule): { measure: Measure; bound: Bound }[] {
  return MEASURES.flatMap((measure) => {
    const options = rule[measure]
    return options === undefined ? [] : boundsOf(options).map((bound) => ({ measure, bound }))
  })
}

function identify({ rule: { metric, by }, measure, bound, policy }: Asked) {
  return {
    id: `fairness/${metric}/${by}/${measure}`,
    title: message(`fairness.title-${measure}`, { metric, by }),
    expected: showBound(bound),
    policy,
  }
}

function withoutGroups(asked: Asked, { outcome, message, at }: NotRead): Check {
  const check = { ...identify(asked), outcome, message }
  return at === undefined ? check : { ...check, evidence: at }
}

function judge(asked: Asked, groups: readonly [Group, Group, ...Group[]]): Check {
  const { rule, measure, bound } = asked
  // Ties go to the first name, so that the group that is named never depends on the order of the file.
  const low = groups.reduce((a, b) => (b.value.lt(a.value) ? b : a))
  const high = groups.reduce((a, b) => (b.value.gt(a.value) ? b : a))
  const worst = measure === 'worst' && bound.relation.startsWith('<') ? high : low
  const measured = measure === 'ratio' ? ratioOf(low, high, bound) : differenceOf(measure, low, high, worst, bound)
  const params = {
    metric: rule.metric,
    by: rule.by,
    bound: showBound(bound),
    low: low.name,
    lowValue: formatDecimal(low.value),
    high: high.name,
    highValue: formatDecimal(high.value),
    worst: worst.name,
    groups: groups.length,
  }
  const base = { ...identify(asked), evidence: worst.at }
  if ('undecided' in measured)
    return { ...base, outcome: measured.outcome, message: message(measured.undecided, params) }
  const { actual, passed } = measured
  if (measure === 'gap' && cannotFail(bound, rule, groups)) {
    return { ...base, outcome: 'error', message: message('fairness.gap-percent', { ...params, actual }) }
  }
  const distance = distanceTo(decimal(actual), bound)
  return {
    ...base,
    outcome: passed ? 'pass' : 'fail',
    message: message(`fairness.${measure}-${passed ? 'pass' : 'fail'}`, { ...params, actual, distance }),
    actual,
    distance,
  }
}

type Measured =
  | { readonly actual: string; readonly passed: boolean }
  | { readonly undecided: string; readonly outcome: 'error' | 'insufficient' }

function differenceOf(measure: 'gap' | 'worst', low: Group, high: Group, worst: Group, bound: Bound): Measured {
  const value = measure === 'gap' ? high.value.minus(low.value) : worst.value
  return { actual: formatDecimal(value), passed: holds(value, bound) }
}

/** Decided by multiplying, which is exact: low / high >= r as low >= r * high. Four fifths are four fifths. */
function ratioOf(low: Group, high: Group, bound: Bound): Measured {
  if (low.value.lt(ZERO)) return { undecided: 'fairness.ratio-negative', outcome: 'error' }
  if (high.value.eq(ZERO)) return { undecided: 'fairness.ratio-zero', outcome: 'insufficient' }
  const passed = holds(low.value, { ...bound, limit: bound.limit.times(high.value) })
  return { actual: formatRatio(low.value, high.value), passed }
}

const ZERO = decimal('0')
const ONE = decimal('1')

/** A bound of 1 or more on values that all lie between 0 and 1 can never fail: per cent was meant. */
function cannotFail({ limit }: Bound, { unit }: Rule, groups: readonly Group[]): boolean {
  return unit !== 'percent' && limit.gte(ONE) && groups.every(({ value }) => value.gte(ZERO) && value.lte(ONE))
}

/** Two rules for one comparison, and per cent where a fraction is meant. */
function mistakes({ options, locate }: Demand<Options>): Problem[] {
  const seen = new Set<string>()
  return rulesOf(options).flatMap(({ rule, pointer }) => {
    const key = JSON.stringify([rule.metric, rule.by])
    const twice = seen.has(key)
      ? [problem('fairness.twice', { metric: rule.metric, by: rule.by }, locate(pointer))]
      : []
    seen.add(key)
    const perCent = demandsOf(rule)
      .filter(({ measure, bound: { limit } }) => {
        const fraction = measure === 'ratio' || (isFraction(rule.metric) && rule.unit !== 'percent')
        return fraction && looksLikePercent(limit)
      })
      .map(({ measure, bound: { limit, option } }) => {
        const at = pointerTo(pointer, measure)
        const params = {
          metric: measure,
          found: formatDecimal(limit),
          fraction: formatDecimal(limit.times(decimal('0.01'))),
        }
        return problem('policy.percent-bound', params, locate(option ? pointerTo(at, option) : at))
      })
    return [...twice, ...perCent, ...wrongWay(rule, pointer, locate)]
  })
}

/** A gap is bounded from above and a ratio from below; a comparison string can say the opposite. */
function wrongWay(rule: Rule, pointer: string, locate: Demand<Options>['locate']): Problem[] {
  return demandsOf(rule)
    .filter(({ measure, bound: { relation } }) =>
      measure === 'gap' ? relation.startsWith('>') : measure === 'ratio' && relation.startsWith('<'),
    )
    .map(({ measure, bound }) =>
      problem(`fairness.wrong-way-${measure}`, { found: showBound(bound) }, locate(pointerTo(pointer, measure))),
    )
}
