import { look } from '../../evidence/alike.js'
import type { Evidence } from '../../evidence/evidence.js'
import { clip } from '../../shared/clip.js'
import { decimal, formatDecimal, toDouble } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { kendall, spearman } from '../../stats/rank-correlation.js'
import type { Check } from '../../verdict/outcome.js'
import { decimalOf } from '../bound.js'
import { findAgainst, number, quotient } from '../quantity.js'
import { type NotRead, unavailable } from '../reading.js'
import type { Correlation } from './options.js'
import { calledBy, type Explanation, explanationsIn, MAX_NAME, topOf } from './sets.js'

type Judgement = Pick<Check, 'outcome' | 'message'> & Partial<Check>

/** Most features that a message lists. */
const MAX_LISTED = 5

/** The explanations of a baseline by their class, or why there are none. */
export type Former = NotRead | { readonly byLabel: ReadonlyMap<string, readonly Explanation[]> }

export function readFormer(evidence: Evidence): Former {
  const source = evidence['baseline-explanations']
  const gap = unavailable(source, 'baseline-explanations')
  if (gap !== undefined) return { ...gap, message: message('explainability.no-baseline', { why: gap.message }) }
  const byLabel = new Map<string, Explanation[]>()
  for (const one of source.items.flatMap(explanationsIn)) {
    if ('outcome' in one) return one
    const same = byLabel.get(kindOf(one)) ?? []
    byLabel.set(kindOf(one), same)
    same.push(one)
  }
  return { byLabel }
}

/** What is compared with its like: a class, the whole model, or one row. */
function kindOf({ label, isLocal }: Explanation): string {
  return JSON.stringify([isLocal, label ?? null])
}

/** The baseline's explanation of the same class; of files with one explanation each that one. `all`: how many are judged. */
export function counterpart(explanation: Explanation, all: number, former: Former): Explanation | NotRead {
  if ('outcome' in former) return former
  const { path, label, at } = explanation
  const same = former.byLabel.get(kindOf(explanation)) ?? []
  const [only] = same
  if (only === undefined || same.length > 1 || (all > 1 && label === undefined)) {
    const found = same.length > 0 ? same : [...former.byLabel.values()].slice(0, MAX_LISTED).flat()
    const others = found.slice(0, MAX_LISTED).map(calledBy)
    const params = { path: calledBy(explanation), count: same.length, others }
    return { kind: 'none', outcome: 'error', message: message('explainability.no-pair', params), at }
  }
  if (only.path !== path) return only
  return { kind: 'none', outcome: 'error', message: message('explainability.own-baseline', { path }), at }
}

/** A class that the baseline explains and nothing now does: what moved there would go unseen. */
export function leftOut(all: readonly (Explanation | NotRead)[], former: Former): NotRead | undefined {
  if ('outcome' in former) return undefined
  const now = new Set(all.flatMap((one) => ('outcome' in one ? [] : [kindOf(one)])))
  const gone = [...former.byLabel].filter(([kind]) => !now.has(kind)).flatMap(([, same]) => same)
  const classes = gone.filter(({ label }) => label !== undefined)
  // Of one explanation each, or none of the same class, another message says more.
  if (classes.length === 0 || classes.length === former.byLabel.size) return undefined
  const params = { classes: listed(classes.map(calledBy)) }
  return { kind: 'none', outcome: 'missing', message: message('explainability.left-out', params) }
}

/** Whether enough of the top is the top of the baseline: |A ∩ B| ÷ max(|A|, |B|), which is |A ∩ B| ÷ k without ties. */
export function judgeOverlap(limit: number, top: number, current: Explanation, former: Explanation): Judgement {
  const [now, before] = [current, former].map((it) => new Map(topOf(it, top).map(({ name }) => [look(name), name])))
  if (now === undefined || before === undefined) throw new Error('two explanations')
  const shared = [...now.keys()].filter((name) => before.has(name)).length
  const size = Math.max(now.size, before.size)
  const bound = { relation: '>=', limit: decimalOf(limit), option: '' } as const
  const over = quotient(decimal(String(shared)), decimal(String(size)))
  const { held, bound: _, atBound: __, ...facts } = findAgainst(over, [bound])
  const params = {
    shared,
    size,
    top,
    actual: facts.actual,
    bound: `>= ${formatDecimal(bound.limit)}`,
    path: calledBy(former),
    added: listed([...now].filter(([name]) => !before.has(name)).map(([, name]) => name)),
    gone: listed([...before].filter(([name]) => !now.has(name)).map(([, name]) => name)),
  }
  const same = shared === size ? 'same' : held ? 'overlaps' : 'moved'
  const said = message(`explainability.${same}`, params)
  return { ...facts, outcome: held ? 'pass' : 'fail', message: said, evidence: current.at }
}

/**
 * The features whose ranks are compared. What is zero in both ranks nothing. New features that are below all that both have
 * would only fill up the end of both lists, by which any two become alike: of these count as many as others are gone.
 */
function rankedNames(now: ReadonlyMap<string, number>, before: ReadonlyMap<string, number>): string[] {
  const known = [...before.keys()].filter((name) => (before.get(name) ?? 0) > 0 || (now.get(name) ?? 0) > 0)
  const least = known.reduce((found, name) => Math.min(found, now.get(name) ?? found), Number.POSITIVE_INFINITY)
  const gone = known.filter((name) => !now.has(name)).length
  // By falling importance, as they are given.
  const added = [...now].filter(([name, value]) => value > 0 && !before.has(name))
  return [...known, ...added.filter(([, value], index) => index < gone || value >= least).map(([name]) => name)]
}

/**
 * Whether the features are ranked as in the baseline. A feature that only one of the two has counts with importance zero in
 * the other, so that nothing is gained by renaming it.
 */
export function judgeCorrelation(
  limit: number,
  method: Correlation,
  current: Explanation,
  former: Explanation,
): Judgement {
  const [now, before] = [current, former].map(
    ({ features }) => new Map(features.map(({ name, value }) => [look(name), toDouble(value)])),
  )
  if (now === undefined || before === undefined) throw new Error('two explanations')
  const names = rankedNames(now, before)
  const values = [now, before].map((one) => names.map((name) => one.get(name) ?? 0))
  const [a = [], b = []] = values
  const found = method === 'kendall' ? kendall(a, b) : spearman(a, b)
  const only = names.filter((name) => !(now.has(name) && before.has(name))).length
  const path = calledBy(former)
  if (found === undefined) {
    const said = message('explainability.no-correlation', { path, method, count: names.length })
    return { outcome: 'insufficient', message: said, evidence: current.at }
  }
  const bound = { relation: '>=', limit: decimalOf(limit), option: '' } as const
  const value = decimal(String(found))
  const { held, bound: _, atBound: __, ...facts } = findAgainst(number(value), [bound])
  const params = {
    ...{ method, path, only, count: names.length },
    actual: formatDecimal(value.round(4)),
    bound: `>= ${formatDecimal(bound.limit)}`,
  }
  const said = message(held ? 'explainability.ranked-alike' : 'explainability.ranked-otherwise', params)
  return { ...facts, outcome: held ? 'pass' : 'fail', message: said, evidence: current.at }
}

function listed(names: readonly string[]): string[] {
  const shown = names.slice(0, MAX_LISTED).map((name) => clip(name, MAX_NAME))
  return names.length > shown.length ? [...shown, `+${names.length - shown.length}`] : shown
}
