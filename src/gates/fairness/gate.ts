import { decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, pointerTo } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Check } from '../../verdict/outcome.js'
import { type Bound, boundsOf, isFraction, satisfies, showBound } from '../bound.js'
import { type Asked, type Bounds, compare, identify, someBounds, withoutValue } from '../compare.js'
import type { Demand, Gate } from '../contract.js'
import { wrongScale } from '../mistakes.js'
import { number, quotient } from '../quantity.js'
import { type Group, readGroups } from './groups.js'
import { type Options, type Rule, rulesOf, schema } from './options.js'
import { terms } from './terms.js'
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
  terms,
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
        const asked = {
          id: `fairness/${rule.metric}/${rule.by}/${measure}`,
          title: message(`fairness.title-${measure}`, { metric: rule.metric, by: rule.by }),
          bounds,
          place: ({ option }: Bound) => demand.locate(option ? pointerTo(at, option) : at),
        }
        return read.kind === 'none' ? withoutValue(asked, read) : judge(asked, rule, measure, read.groups)
      })
    })
  },
}

function demandsOf(rule: Rule): { measure: Measure; bounds: Bounds }[] {
  return MEASURES.flatMap((measure) => {
    const options = rule[measure]
    const bounds = options === undefined ? undefined : someBounds(boundsOf(options))
    return bounds === undefined ? [] : [{ measure, bounds }]
  })
}

type Comparable = readonly [Group, Group, ...Group[]]

function judge(asked: Asked, rule: Rule, measure: Measure, groups: Comparable): Check {
  const { low, high } = extremes(groups)
  // The worst group is the lowest under a lower bound and the highest under an upper one; of two bounds the one decides
  // that its own worst group violates.
  const upper = asked.bounds.find(({ relation }) => relation.startsWith('<'))
  const worst = measure === 'worst' && upper !== undefined && violates(high, upper, asked.bounds) ? high : low
  const params = {
    metric: rule.metric,
    by: rule.by,
    low: low.name,
    lowValue: formatDecimal(low.value),
    high: high.name,
    highValue: formatDecimal(high.value),
    worst: worst.name,
    groups: groups.length,
  }
  const undecided = undecidable(measure, groups, asked.bounds)
  if (undecided !== undefined) {
    const { outcome, id } = undecided
    const bound = showBound(asked.bounds[0])
    const actual = formatDecimal(high.value.minus(low.value))
    return {
      ...identify(asked, asked.bounds[0]),
      outcome,
      message: message(id, { ...params, bound, actual }),
      evidence: worst.at,
    }
  }
  const quantity =
    measure === 'ratio'
      ? quotient(low.value, high.value)
      : number(measure === 'gap' ? high.value.minus(low.value) : worst.value)
  const messages = {
    pass: `fairness.${measure}-pass`,
    fail: `fairness.${measure}-fail`,
    atBound: `fairness.${measure}-at-bound`,
  }
  return compare(asked, { quantity, at: worst.at, messages, params })
}

/** Whether the highest group is the one to show: it breaks the upper bound, or there is no lower one to look at. */
function violates(high: Group, upper: Bound, bounds: Bounds): boolean {
  const alone = bounds.every(({ relation }) => relation.startsWith('<'))
  return alone || !satisfies(high.value.cmp(upper.limit), upper.relation)
}

/** The lowest and the highest group; of equal ones the first and the last by name, whatever the order of the file. */
function extremes(groups: Comparable): { low: Group; high: Group } {
  const low = groups.reduce((a, b) => (b.value.lt(a.value) ? b : a))
  const high = groups.reduce((a, b) => (b.value.gte(a.value) ? b : a))
  return { low, high }
}

/** Why a comparison says nothing, whatever the values are. */
function undecidable(
  measure: Measure,
  groups: Comparable,
  bounds: Bounds,
): { readonly outcome: 'error' | 'insufficient'; readonly id: string } | undefined {
  const { low, high } = extremes(groups)
  if (measure === 'ratio' && low.value.lt(ZERO)) return { outcome: 'error', id: 'fairness.ratio-negative' }
  if (measure === 'ratio' && high.value.eq(ZERO)) return { outcome: 'insufficient', id: 'fairness.ratio-zero' }
  const never = measure === 'gap' && bounds.every((bound) => cannotFail(bound, groups))
  return never ? { outcome: 'error', id: 'fairness.gap-percent' } : undefined
}

const ZERO = decimal('0')
const ONE = decimal('1')

/** A bound of 1 or more on values that all lie between 0 and 1 can never fail: the two are stated in different units. */
function cannotFail({ limit }: Bound, groups: readonly Group[]): boolean {
  return limit.gte(ONE) && groups.every(({ value }) => value.gte(ZERO) && value.lte(ONE))
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
  const { relation } = bound
  // A gap is bounded from above and a ratio from below; a comparison string can say the opposite.
  const wrongWay = measure === 'gap' ? relation.startsWith('>') : measure === 'ratio' && relation.startsWith('<')
  if (wrongWay) return [problem(`fairness.wrong-way-${measure}`, { found: showBound(bound) }, at)]
  // A ratio has no unit: it is a fraction whatever the values are stated in.
  if (measure === 'ratio') return wrongScale(`${rule.metric} ratio`, undefined, bound, at)
  return isFraction(rule.metric) ? wrongScale(rule.metric, rule.unit, bound, at) : []
}
