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
      return demandsOf(rule).map(({ measure, bounds }) => {
        const at = pointerTo(pointer, measure)
        const place = (bound: Bound) => demand.locate(bound.option ? pointerTo(at, bound.option) : at)
        const asked = { rule, measure, bounds, place }
        return read.kind === 'none' ? withoutGroups(asked, read) : judge(asked, read.groups)
      })
    })
  },
}

type Bounds = readonly [Bound, ...Bound[]]

/** One number a rule asks for, and the bounds on it. */
interface Asked {
  readonly rule: Rule
  readonly measure: Measure
  readonly bounds: Bounds
  readonly place: (bound: Bound) => Location
}

function demandsOf(rule: Rule): { measure: Measure; bounds: Bounds }[] {
  return MEASURES.flatMap((measure) => {
    const options = rule[measure]
    const [first, ...rest] = options === undefined ? [] : boundsOf(options)
    return first === undefined ? [] : [{ measure, bounds: [first, ...rest] as const }]
  })
}

function identify({ rule: { metric, by }, measure, bounds, place }: Asked, bound: Bound) {
  return {
    id: `fairness/${metric}/${by}/${measure}`,
    title: message(`fairness.title-${measure}`, { metric, by }),
    expected: bounds.map(showBound).join(', '),
    policy: place(bound),
  }
}

function withoutGroups(asked: Asked, { outcome, message, at }: NotRead): Check {
  const check = { ...identify(asked, asked.bounds[0]), outcome, message }
  return at === undefined ? check : { ...check, evidence: at }
}

/** The check against the first bound that does not hold, else against the first. */
function judge(asked: Asked, groups: Comparable): Check {
  const checks = asked.bounds.map((bound) => judgeBound(asked, bound, groups))
  const [first] = checks as [Check, ...Check[]]
  return checks.find(({ outcome }) => outcome !== 'pass') ?? first
}

type Comparable = readonly [Group, Group, ...Group[]]

function judgeBound(asked: Asked, bound: Bound, groups: Comparable): Check {
  const { rule, measure } = asked
  const { low, high } = extremes(groups)
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
  const base = { ...identify(asked, bound), evidence: worst.at }
  if ('undecided' in measured) {
    return { ...base, outcome: measured.outcome, message: message(measured.undecided, params) }
  }
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

/** The lowest and the highest group; of equal ones the first and the last by name, whatever the order of the file. */
function extremes(groups: Comparable): { low: Group; high: Group } {
  const low = groups.reduce((a, b) => (b.value.lt(a.value) ? b : a))
  const high = groups.reduce((a, b) => (b.value.gte(a.value) ? b : a))
  return { low, high }
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

/** Two rules for one comparison, a rule without a bound, and bounds that cannot be meant. */
function mistakes({ options, locate }: Demand<Options>): Problem[] {
  const seen = new Set<string>()
  return rulesOf(options).flatMap(({ rule, pointer }) => {
    const key = JSON.stringify([rule.metric, rule.by])
    const demands = demandsOf(rule)
    const problems = [
      ...(seen.has(key) ? [problem('fairness.twice', { metric: rule.metric, by: rule.by }, locate(pointer))] : []),
      ...(demands.length === 0 ? [problem('fairness.no-bound', { allowed: MEASURES }, locate(pointer))] : []),
      ...demands.flatMap(({ measure, bounds }) =>
        bounds.flatMap((bound) => mistakesOf(rule, measure, bound, locate(pointerTo(pointer, measure)))),
      ),
    ]
    seen.add(key)
    return problems
  })
}

function mistakesOf(rule: Rule, measure: Measure, bound: Bound, at: Location): Problem[] {
  const { relation, limit } = bound
  // A gap is bounded from above and a ratio from below; a comparison string can say the opposite.
  const wrongWay = measure === 'gap' ? relation.startsWith('>') : measure === 'ratio' && relation.startsWith('<')
  if (wrongWay) return [problem(`fairness.wrong-way-${measure}`, { found: showBound(bound) }, at)]
  const fraction = measure === 'ratio' || (isFraction(rule.metric) && rule.unit !== 'percent')
  if (!fraction || !looksLikePercent(limit)) return []
  const params = { metric: measure, found: formatDecimal(limit), fraction: formatDecimal(limit.times(decimal('0.01'))) }
  return [problem('policy.percent-bound', params, at)]
}
