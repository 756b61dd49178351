import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { type Bound, boundsOf, satisfies, showBound } from '../bound.js'
import {
  beside,
  isPossible,
  json,
  type MakeSpecimens,
  type RowsNeeded,
  type Specimens,
  stepOf,
  wrongSide,
} from '../specimens.js'
import { ratesOf } from './definitions.js'
import { type Options, type Rule, rulesOf } from './options.js'

const ZERO = decimal('0')
const ONE = decimal('1')
/** Groups where a rule names none. */
const GROUPS = ['A', 'B']

/** Rows of a group where a rule demands both rows and a confidence; their number is exact in a double. */
const SURE_ROWS = 1e15

/** The lowest and the highest value of a rate among the groups. */
interface Pair {
  readonly low: Decimal
  readonly high: Decimal
}

/** The bounds of one rule, by what they bound. */
interface Case {
  readonly rule: Rule
  readonly file: string
  readonly gap: readonly Bound[]
  readonly ratio: readonly Bound[]
  readonly worst: readonly Bound[]
}

/**
 * For each bound two groups that are just too far apart, or one that is just too bad. What comes from rows is sought on
 * ladders.
 */
export const specimens: MakeSpecimens<Options> = ({ options }, _, rows) => {
  const rules = rulesOf(options).map(({ rule }) => rule)
  const all = rules.map((rule, index) => {
    const it = caseOf(rule, index)
    const bounds = MEASURES.flatMap((measure) => it[measure].map((bound) => ({ measure, bound })))
    const tries = bounds.map(({ measure, bound }) => ({
      bound,
      specimen: made(it, measure, bound, pairsFor(it, measure, bound)),
    }))
    return { it, tries, fromRows: ratesOf(rule.metric).some((rate) => rows.groups(rate, rule.attributes)) }
  })
  const read = all.filter(({ fromRows }) => !fromRows)
  const possible = (from: typeof all) =>
    from.flatMap(({ tries }) =>
      tries.flatMap(({ specimen, bound }) => ('files' in specimen ? [{ specimen, bound }] : [])),
    )
  return {
    good: filesOf(read.map(({ it }) => it)),
    bad: possible(read).map(({ specimen }) => specimen),
    impossible: all.flatMap(({ tries }) => tries.flatMap(({ specimen }) => ('why' in specimen ? [specimen] : []))),
    metrics: [],
    sought: possible(all.filter(({ fromRows }) => fromRows)).map(({ specimen: { id }, bound }) => ({ id, bound })),
    rows: rowsNeeded(rules),
  }
}

const MEASURES = ['gap', 'ratio', 'worst'] as const
type Measure = (typeof MEASURES)[number]

function pairsFor(it: Case, measure: Measure, bound: Bound): Pair[] {
  switch (measure) {
    case 'gap':
      return apartBy(it, bound)
    case 'ratio':
      return timesApart(it, bound)
    case 'worst':
      return alike(wrongSide(bound, isSure(it)))
  }
}

function filesOf(cases: readonly Case[]): Specimens['good'] {
  const tables = cases.map((it) => [it.file, table(it, goodPair(it))] as const)
  return tables.length === 0 ? {} : { groups: Object.fromEntries(tables) }
}

/** The groups that the rules name, those of an intersection by attribute, and the rows that each must rest on. */
function rowsNeeded(rules: readonly Rule[]): RowsNeeded {
  const attributes = new Map<string, string[]>()
  for (const { attributes: names, groups = [] } of rules) {
    const parts = groups.map((group) => (names.length === 1 ? [group] : group.split(' & ')))
    names.forEach((name, index) => {
      const known = attributes.get(name) ?? []
      const named = parts.flatMap((part) => (part.length === names.length ? (part[index] ?? []) : []))
      attributes.set(name, [...new Set([...known, ...named])])
    })
  }
  return { attributes, least: Math.max(1, ...rules.map((rule) => rule['min-n'] ?? 1)) }
}

function caseOf(rule: Rule, index: number): Case {
  const bounds = (options: Rule['gap']) => (options === undefined ? [] : boundsOf(options))
  return {
    rule,
    file: `fairness-${index}.json`,
    gap: bounds(rule.gap),
    ratio: bounds(rule.ratio),
    worst: bounds(rule.worst),
  }
}

function isSure({ rule }: Case): boolean {
  return rule.confidence !== undefined
}

function made(
  it: Case,
  measure: Measure,
  bound: Bound,
  pairs: readonly Pair[],
): Specimens['bad'][number] | Specimens['impossible'][number] {
  const { rule, file } = it
  const id = `fairness/${rule.metric}/${rule.by}/${measure}`
  const possible = pairs.filter((pair) => isStatable(it, pair))
  // Where two bounds cannot be told apart, as a wide gap within a narrow ratio, the other check fails too.
  const pair = possible.find((one) => holds(it, one, measure)) ?? possible[0]
  if (pair === undefined) {
    return { id, why: message('specimen.cannot-fail', { metric: rule.metric, bound: showBound(bound) }) }
  }
  const values = pair.low.eq(pair.high) ? [pair.low] : [pair.low, pair.high]
  const change = message('specimen.groups', { values: values.map(formatDecimal), bound: showBound(bound) })
  return { id, change, files: () => ({ groups: { [file]: table(it, pair) } }) }
}

/** Whether the values are what the metric can be, and are not taken for shares under a gap of 1 and more. */
function isStatable({ rule, gap }: Case, { low, high }: Pair): boolean {
  const possible = ratesOf(rule.metric).every((rate) => [low, high].every((it) => isPossible(rate, rule.unit, it)))
  const shares = gap.some(({ limit }) => limit.gte(ONE)) && low.gte(ZERO) && high.lte(ONE)
  return possible && !shares
}

/** Whether the values satisfy the bounds of all other measures than `but`. */
function holds({ gap, ratio, worst }: Case, { low, high }: Pair, but?: Measure): boolean {
  const within = (value: Decimal) => (bound: Bound) => satisfies(value.cmp(bound.limit), bound.relation)
  return (
    (but === 'gap' || gap.every(within(high.minus(low)))) &&
    (but === 'ratio' ||
      (ratio.length === 0 && low.gte(ZERO)) ||
      (high.gt(ZERO) && ratio.every(({ limit, relation }) => satisfies(low.cmp(limit.times(high)), relation)))) &&
    (but === 'worst' || [low, high].every((value) => worst.every(within(value))))
  )
}

function alike(value: Decimal): Pair[] {
  return [{ low: value, high: value }]
}

function apartBy(it: Case, bound: Bound): Pair[] {
  const gap = wrongSide(bound, isSure(it))
  return levels(it).flatMap((level) => [
    { low: level, high: level.plus(gap) },
    { low: level.minus(gap), high: level },
  ])
}

function timesApart(it: Case, bound: Bound): Pair[] {
  const ratio = wrongSide(bound, isSure(it))
  return levels(it)
    .filter((high) => high.gt(ZERO))
    .map((high) => ({ low: high.times(ratio), high }))
}

/** All groups alike, where every bound holds. */
function goodPair(it: Case): Pair {
  const pairs = levels(it)
    .map((level) => ({ low: level, high: level }))
    .filter((pair) => isStatable(it, pair))
  return pairs.find((pair) => holds(it, pair)) ?? pairs[0] ?? { low: ONE, high: ONE }
}

/** Values to try: half-way between the bounds of the worst group, round ones of every size, and at those bounds. */
function levels({ worst, gap }: Case): Decimal[] {
  const limits = worst.map(({ limit }) => limit)
  const [one, other] = limits
  const between = one === undefined ? [] : [one.plus(other ?? ONE).times('0.5'), one.times('0.5'), one.times('2')]
  const round = [0, -1, 1, -2, 2, 3, -3, 4, 5, 6].flatMap((exponent) =>
    ['1', '5', '2'].map((digit) => decimal(`${digit}e${exponent}`)),
  )
  const steps = worst.flatMap(({ limit }) => [limit.plus(stepOf(limit)), limit.minus(stepOf(limit))])
  const wide = gap.map(({ limit }) => limit.times('3'))
  return [...between, decimal('0.5'), ...round, ...wide, ...limits, ...steps]
}

/** As many as are demanded; with a confidence so many that they do not widen its interval to the bound. */
function rowsFor({ 'min-n': least, confidence }: Rule): number | undefined {
  return least === undefined ? undefined : Math.max(least, confidence === undefined ? 0 : SURE_ROWS)
}

/** `{"gender": {"accuracy": {"A": 0.9, "B": 0.9}}}`: of two rates both have the same values. */
function table(it: Case, { low, high }: Pair): string {
  const { rule } = it
  const named = [...new Set([...(rule.groups ?? []), ...GROUPS])].slice(0, Math.max(2, rule.groups?.length ?? 0))
  const values = named.map((name, index) => ({ name, value: index === 0 ? low : high }))
  const below = (text: (value: Decimal) => string) =>
    json(values.map(({ name, value }) => [name, text(value)] as const))
  const about = (rate: string, value: Decimal) => beside(rate, { value, sure: isSure(it), rows: rowsFor(rule) })
  const rates = ratesOf(rule.metric).flatMap((rate) => [
    [rate, below(formatDecimal)] as const,
    ...about(rate, low).map(
      ([key]) => [key, below((value) => new Map(about(rate, value)).get(key) ?? 'null')] as const,
    ),
  ])
  return json([[rule.by, json([...new Map(rates)])]])
}
