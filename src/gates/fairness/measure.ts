import { decimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { extremeValue, type Family, smallestRatio, widestGap } from '../../stats/family.js'
import type { Interval } from '../../stats/interval.js'
import type { Check, GroupRow } from '../../verdict/outcome.js'
import { type Bound, satisfies, showBound } from '../bound.js'
import { type Asked, type Bounds, compare, identify } from '../compare.js'
import { type Doubt, doubted } from '../percent.js'
import {
  approximate,
  compareQuantities,
  compareTo,
  difference,
  type Quantity,
  ratio,
  shownQuantity,
} from '../quantity.js'
import { detectableBetween, detectableFor, inUnit, scaleOf } from '../uncertainty.js'
import { levelledDown } from './former.js'
import type { Comparable, Group, Rate } from './groups.js'
import { tooSmall } from './ledger.js'
import type { Rule } from './options.js'

export const MEASURES = ['gap', 'ratio', 'worst'] as const
export type Measure = (typeof MEASURES)[number]

type Rates = readonly [Rate, ...Rate[]]

/** The lowest and the highest group of a rate. */
interface Extremes {
  readonly metric: string
  readonly groups: Comparable
  readonly low: Group
  readonly high: Group
}

const ZERO = decimal('0')
const ONE = decimal('1')

/** Rates, and their groups in the baseline, where it has any. */
export interface Judged {
  readonly rates: Rates
  readonly former: ReadonlyMap<string, readonly Group[]>
  /** Every group of the rule, the same for each of its measures. */
  readonly ledger: readonly GroupRow[]
}

/** Holds one measure of the groups against its bounds; of several rates the one that is worst decides. */
export function judgeMeasure(asked: Asked, rule: Rule, measure: Measure, judged: Judged): Check {
  const { rates, former, ledger } = judged
  const all = rates.map(extremesOf)
  for (const extremes of all) {
    const why = undecidable(measure, extremes, asked.bounds)
    if (why !== undefined) return { ...undecided(asked, rule, extremes, why), groups: ledger }
  }
  const extremes = all.reduce((a, b) => (isWorse(measure, b, a) ? b : a))
  const worst = worstOf(measure, extremes, asked.bounds)
  const observed = {
    quantity: measured(measure, extremes, worst),
    sample: {},
    unit: rule.unit,
    sureness: {
      interval: (level: number) => intervalOf(measure, rates, rule, level, worst === extremes.high),
      detectable: (level: number) => noticeable(measure, extremes, worst, rule, level),
    },
    at: worst.at,
    unmeasured: worst.unmeasured,
    messages: {
      pass: `fairness.${measure}-pass`,
      fail: `fairness.${measure}-fail`,
      atBound: `fairness.${measure}-at-bound`,
    },
    params: paramsOf(rule, extremes, worst),
    confidence: rule.confidence,
  }
  const compared = doubted(compare(asked, observed), measure === 'ratio' ? undefined : doubtOf(extremes))
  const before = former.get(extremes.metric) ?? []
  const said = measure === 'gap' ? levelledDown(compared.message, extremes, before) : compared.message
  const check = { ...compared, message: said, groups: ledger }
  const small = tooSmall(rates, rule)
  // What the groups that are large enough show to be unfair stays so; anything else is not known of all groups.
  if (small.length === 0 || check.outcome === 'fail') return check
  const params = { why: check.message, small: small.map(({ name, n }) => `${name} (${n})`), least: rule['min-n'] ?? 0 }
  return { ...check, outcome: 'insufficient', message: message('fairness.small', params) }
}

/** One group above 1 shows the unit of all. */
function doubtOf({ groups, high }: Extremes): Doubt | undefined {
  return groups.every(({ doubt, quantity }) => doubt !== undefined || compareTo(quantity, ZERO) === 0)
    ? high.doubt
    : undefined
}

function paramsOf(rule: Rule, { metric, groups, low, high }: Extremes, worst: Group) {
  const shown = ({ quantity }: Group) => shownQuantity(quantity, ZERO)
  return {
    metric,
    by: rule.by,
    low: low.name,
    lowValue: shown(low),
    high: high.name,
    highValue: shown(high),
    worst: worst.name,
    groups: groups.length,
  }
}

/** The lowest and the highest group; of equal ones the first and the last by name, whatever the order of the file. */
function extremesOf({ metric, groups }: Rate): Extremes {
  const low = groups.reduce((a, b) => (compareQuantities(b.quantity, a.quantity) < 0 ? b : a))
  const high = groups.reduce((a, b) => (compareQuantities(b.quantity, a.quantity) >= 0 ? b : a))
  return { metric, groups, low, high }
}

function isWorse(measure: Measure, one: Extremes, other: Extremes): boolean {
  const [a, b] = [one, other].map((extremes) => measured(measure, extremes, extremes.low))
  if (a === undefined || b === undefined) return false
  return measure === 'gap' ? compareQuantities(a, b) > 0 : compareQuantities(a, b) < 0
}

function measured(measure: Measure, { low, high }: Extremes, worst: Group): Quantity {
  if (measure === 'gap') return difference(high.quantity, low.quantity)
  return measure === 'ratio' ? ratio(low.quantity, high.quantity) : worst.quantity
}

/**
 * The worst group is the lowest under a lower bound and the highest under an upper one; of two bounds the one decides
 * that its own worst group violates.
 */
function worstOf(measure: Measure, { low, high }: Extremes, bounds: Bounds): Group {
  const upper = bounds.find(({ relation }) => relation.startsWith('<'))
  if (measure !== 'worst' || upper === undefined) return low
  const alone = bounds.every(({ relation }) => relation.startsWith('<'))
  return alone || !satisfies(compareTo(high.quantity, upper.limit), upper.relation) ? high : low
}

/** The interval of the measure over all groups together; undefined where nothing is known of one of them. */
function intervalOf(
  measure: Measure,
  rates: Rates,
  { unit }: Rule,
  level: number,
  isHighest: boolean,
): Interval | undefined {
  const scale = scaleOf(unit)
  const family: Family = rates.map(({ groups }) =>
    groups.flatMap(({ quantity, sample: { basis } }) =>
      basis === undefined ? [] : [{ value: approximate(quantity) / scale, basis }],
    ),
  )
  if (family.some(({ length }, index) => length !== rates[index]?.groups.length)) return undefined
  if (measure === 'ratio') return smallestRatio(family, level)
  const found =
    measure === 'gap' ? widestGap(family, level) : extremeValue(family, level, isHighest ? 'largest' : 'smallest')
  return inUnit(found, unit)
}

/** The smallest change of the measure that would be noticed, as far as it comes from the two groups that make it. */
function noticeable(
  measure: Measure,
  { low, high }: Extremes,
  worst: Group,
  { unit }: Rule,
  level: number,
): number | undefined {
  const sampled = ({ quantity, sample }: Group) => ({ quantity, sample, unit })
  if (measure === 'worst') return detectableFor(sampled(worst), level)
  if (measure === 'gap') return detectableBetween(sampled(low), sampled(high), level)
  const [a, b] = [approximate(low.quantity), approximate(high.quantity)]
  const found = detectableBetween(sampled(low), sampled(high), level, a / b)
  return found === undefined ? undefined : found / b
}

interface Undecidable {
  readonly outcome: 'error' | 'insufficient'
  readonly id: string
}

/** Why a comparison says nothing, whatever the values are. */
function undecidable(measure: Measure, { groups, low, high }: Extremes, bounds: Bounds): Undecidable | undefined {
  if (measure === 'ratio' && compareTo(low.quantity, ZERO) < 0) {
    return { outcome: 'error', id: 'fairness.ratio-negative' }
  }
  if (measure === 'ratio' && compareTo(high.quantity, ZERO) === 0) {
    return { outcome: 'insufficient', id: 'fairness.ratio-zero' }
  }
  const never = measure === 'gap' && bounds.every((bound) => cannotFail(bound, groups))
  return never ? { outcome: 'error', id: 'fairness.gap-percent' } : undefined
}

function undecided(asked: Asked, rule: Rule, extremes: Extremes, { outcome, id }: Undecidable): Check {
  const [bound] = asked.bounds
  const actual = shownQuantity(difference(extremes.high.quantity, extremes.low.quantity), ZERO)
  const params = { ...paramsOf(rule, extremes, extremes.low), bound: showBound(bound), actual }
  return { ...identify(asked, bound), outcome, message: message(id, params), evidence: extremes.low.at }
}

/** A bound of 1 or more on values that all lie between 0 and 1 can never fail: the two are stated in different units. */
function cannotFail({ limit }: Bound, groups: readonly Group[]): boolean {
  const isShare = ({ quantity }: Group) => compareTo(quantity, ZERO) >= 0 && compareTo(quantity, ONE) <= 0
  return limit.gte(ONE) && groups.every(isShare)
}
