import { type Decimal, decimal, decimalsOf, formatDecimal } from '../../shared/decimal.js'
import { type Message, message } from '../../shared/message.js'
import { type Bound, boundsOf, largestValue, satisfies, showBound, type Unit } from '../bound.js'
import {
  beside,
  type Files,
  isPossible,
  json,
  type MakeSpecimens,
  type Sought,
  type Specimens,
  stepOf,
  wrongSide,
} from '../specimens.js'
import { showTolerance, type Tolerance, toleranceOf } from './change.js'
import type { MetricOptions, Options } from './options.js'

const ZERO = decimal('0')
const HALF = decimal('0.5')
const ONE = decimal('1')
const HUNDRED = decimal('100')

/** All metrics stand in one file, and what they are compared with in another. */
const FILE = 'performance.json'

/** One metric of the policy. */
interface Case {
  readonly metric: string
  readonly unit: Unit
  readonly sure: boolean
  readonly bounds: readonly Bound[]
  readonly tolerances: readonly Tolerance[]
}

/**
 * For each bound the value just beyond it, for each tolerated change a baseline just too far away. What comes from rows is
 * sought on ladders.
 */
export const specimens: MakeSpecimens<Options> = ({ options }, _, rows) => {
  const cases = Object.entries(options).map(([metric, asked]) => caseOf(metric, asked))
  const isRead = ({ metric }: Case) => !rows.metric(metric)
  const figures = (it: Case): Figures => {
    const { metrics, baseline } = stated(it, goodValue(it))
    if (isRead(it)) return { metrics, baseline }
    return { metrics: [], baseline: rows.paired || it.tolerances.length === 0 ? [] : baseline }
  }
  const good = new Map(cases.map((it) => [it.metric, figures(it)]))
  const each = cases.flatMap((it) => [...it.bounds.map((bound) => beyond(it, bound)), ...changes(it)])
  const impossible = each.flatMap((it) => ('why' in it ? [it] : []))
  const sought = cases.filter((it) => !isRead(it)).flatMap((it) => soughtOf(it, rows.paired))
  return {
    good: filesOf(good),
    bad: each.flatMap((it) => {
      if ('why' in it || rows.metric(it.metric)) return []
      const { id, change, metric, figures } = it
      return [{ id, change, files: () => filesOf(new Map([...good, [metric, figures]])) }]
    }),
    impossible,
    metrics: cases.map(({ metric }) => metric),
    sought: sought.filter(({ id }) => !impossible.some((it) => it.id === id)),
  }
}

function soughtOf({ metric, bounds, tolerances }: Case, paired: boolean): Sought[] {
  const change = (direction: string) => ({ id: `performance/${metric}/max-${direction}` })
  return [
    ...bounds.map((bound) => ({ id: `performance/${metric}`, bound })),
    ...tolerances.map(({ direction }): Sought => ({ ...change(direction), ...(paired && { of: 'change' }) })),
  ]
}

function caseOf(metric: string, options: MetricOptions): Case {
  const written = typeof options === 'string' ? {} : options
  const { unit, confidence, 'max-drop': drop, 'max-rise': rise } = written
  return {
    metric,
    unit,
    sure: confidence !== undefined,
    bounds: boundsOf(options),
    tolerances: [
      ...(drop === undefined ? [] : [toleranceOf('drop', drop)]),
      ...(rise === undefined ? [] : [toleranceOf('rise', rise)]),
    ],
  }
}

type Entries = readonly (readonly [string, string])[]

/** What the two files say of one metric: keys and numbers. */
interface Figures {
  readonly metrics: Entries
  readonly baseline: Entries
}

type Made =
  | { readonly id: string; readonly metric: string; readonly change: Message; readonly figures: Figures }
  | Specimens['impossible'][number]

/** The value beyond a bound; the baseline goes along, so that the change stays as it was. */
function beyond(it: Case, bound: Bound): Made {
  const { metric, unit, sure } = it
  const id = `performance/${metric}`
  const value = wrongSide(bound, sure)
  if (!isPossible(metric, unit, value)) return cannotFail(id, metric, showBound(bound))
  const change = message('specimen.value', { value: formatDecimal(value), bound: showBound(bound) })
  return { id, metric, change, figures: stated(it, value) }
}

function changes(it: Case): Made[] {
  return it.tolerances.map((tolerance) => {
    const { metric, unit } = it
    const id = `performance/${metric}/max-${tolerance.direction}`
    const bound = showTolerance(tolerance)
    for (const current of allowedValues(it)) {
      const baseline = tooFar(tolerance, current)
      if (baseline === undefined || !isPossible(metric, unit, baseline)) continue
      // A share of nothing, or of less, is an error of the other check.
      if (it.tolerances.some(({ relative }) => relative) && baseline.lte(ZERO)) continue
      const params = { current: formatDecimal(current), baseline: formatDecimal(baseline), bound }
      return { id, metric, change: message('specimen.change', params), figures: stated(it, current, baseline) }
    }
    return cannotFail(id, metric, bound)
  })
}

function cannotFail(id: string, metric: string, bound: string): Made {
  return { id, why: message('specimen.cannot-fail', { metric, bound }) }
}

/** A baseline from which the current value has moved one step more than is tolerated; undefined where there is none. */
function tooFar({ direction, limit, relative }: Tolerance, current: Decimal): Decimal | undefined {
  const drop = direction === 'drop'
  if (!relative) {
    const change = limit.plus(stepOf(limit))
    return drop ? current.plus(change) : current.minus(change)
  }
  // A drop of more than p per cent: baseline × (100 − p) > 100 × current; a rise: baseline × (100 + p) < 100 × current.
  const share = drop ? HUNDRED.minus(limit) : HUNDRED.plus(limit)
  if (share.lte(ZERO) || current.lte(ZERO)) return undefined
  const digits = decimalsOf(current) + 2
  const edge = current
    .times(HUNDRED)
    .div(share)
    .round(digits, drop ? 3 : 0)
  const step = decimal(`1e-${digits}`)
  const found = drop ? edge.plus(step) : edge.minus(step)
  return found.gt(ZERO) ? found : undefined
}

/** Values that satisfy all bounds, the one of the good set first. */
function allowedValues(it: Case): Decimal[] {
  const { metric, unit, bounds, sure } = it
  const edges = bounds.flatMap(({ limit }) => [limit, limit.plus(stepOf(limit)), limit.minus(stepOf(limit))])
  const ends = [ONE, decimal('0.1'), decimal('0.9'), HUNDRED, decimal('1000'), ZERO]
  // At a bound itself nothing is proven.
  const satisfied = (sign: number, { relation }: Bound) => satisfies(sign, relation) && !(sure && sign === 0)
  const holds = (value: Decimal) => bounds.every((bound) => satisfied(value.cmp(bound.limit), bound))
  return [goodValue(it), ...edges, ...ends].filter((value) => isPossible(metric, unit, value) && holds(value))
}

/** A value well within the bounds: half-way between them, or between the one and the end of the scale. */
function goodValue({ metric, unit, bounds }: Case): Decimal {
  const lower = bounds.find(({ relation }) => relation.startsWith('>'))?.limit
  const upper = bounds.find(({ relation }) => relation.startsWith('<'))?.limit
  const largest = largestValue(metric, unit)
  const [low, high] = [
    lower ?? (largest !== undefined || upper?.gt(ZERO) ? ZERO : (upper?.minus(ONE) ?? ZERO)),
    upper ?? largest ?? (lower === undefined ? ONE.plus(ONE) : lower.plus(lower.abs().times('2')).plus(ONE)),
  ]
  return low.plus(high).times(HALF)
}

/**
 * The baseline of a value that has not moved. Where no change at all is tolerated and that has to be proven, the value
 * has to be better than the baseline by a step.
 */
function unmoved({ sure, tolerances }: Case, value: Decimal): Decimal {
  const strict = tolerances.filter(({ limit }) => sure && limit.eq(ZERO))
  const [only] = strict
  if (only === undefined || strict.length > 1) return value
  return only.direction === 'drop' ? value.minus(stepOf(value)) : value.plus(stepOf(value))
}

function stated(it: Case, value: Decimal, baseline = unmoved(it, value)): Figures {
  const { metric, sure } = it
  const entries = (figure: Decimal): Entries => [
    [metric, formatDecimal(figure)],
    ...beside(metric, { value: figure, sure }),
  ]
  return { metrics: entries(value), baseline: entries(baseline) }
}

function filesOf(figures: ReadonlyMap<string, Figures>): Files {
  const text = (kind: keyof Figures) => {
    const all = [...figures.values()].flatMap((one) => one[kind])
    // A standard error that is a metric of the policy too is what the policy says of it.
    return json([...new Map([...all, ...all.filter(([key]) => figures.has(key))])])
  }
  const found = (['metrics', 'baseline'] as const).map((kind) => [kind, text(kind)] as const)
  // Where all of it comes from tables there is no file.
  return Object.fromEntries(found.flatMap(([kind, said]) => (said === '{}' ? [] : [[kind, { [FILE]: said }]])))
}
