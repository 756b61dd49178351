import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { type Bound, boundsOf, decimalOf, largestValue, satisfies, showBound } from '../bound.js'
import { isPossible, json, type MakeSpecimens, type Specimens, wrongSide } from '../specimens.js'
import { fewestFor, isLatency, isThroughput, percentileOf } from './measures.js'
import type { MetricOptions, Options } from './options.js'

const ZERO = decimal('0')
const ONE = decimal('1')
const TWO = decimal('2')
/** So many that every percentile is decided, and an interval is far narrower than a step. */
const REQUESTS = '1000000000000000'

interface Case {
  readonly metric: string
  readonly sure: boolean
  /** Requests that its value must rest on. */
  readonly least: Decimal | undefined
  readonly bounds: readonly Bound[]
}

/** For each bound the value just beyond it, of a load test of very many requests. */
export const specimens: MakeSpecimens<Options> = ({ options }) => {
  const cases = Object.entries(options).map(([metric, own]) => caseOf(metric, own))
  const good = new Map(cases.map((it) => [it.metric, formatDecimal(goodValue(it))]))
  const each = cases.flatMap((it) => [...it.bounds.map((bound) => beyondOf(it, bound, good)), ...fewerOf(it, good)])
  return {
    good: filesOf(good),
    bad: each.flatMap((it) => ('why' in it ? [] : [it])),
    impossible: each.flatMap((it) => ('why' in it ? [it] : [])),
    metrics: [],
  }
}

function caseOf(metric: string, options: MetricOptions): Case {
  const own = typeof options === 'string' ? ({} as Exclude<MetricOptions, string>) : options
  const { confidence, 'min-requests': written } = own
  const percentile = percentileOf(metric)
  const usual = percentile && fewestFor(percentile)
  const least = written === undefined ? usual : decimalOf(written).round(0, 3)
  return { metric, sure: confidence !== undefined, least, bounds: boundsOf(options) }
}

type Made = Specimens['bad'][number] | Specimens['impossible'][number]

function beyondOf({ metric, sure, bounds }: Case, bound: Bound, good: ReadonlyMap<string, string>): Made {
  const id = `serving/${metric}`
  const value = wrongSide(bound, sure)
  const isNegative = (isLatency(metric) || isThroughput(metric)) && value.lt(ZERO)
  // With two bounds of which one allows nothing that the other forbids, only this one may be broken.
  const others = bounds.filter((it) => it !== bound).every((it) => satisfies(value.cmp(it.limit), it.relation))
  if (isNegative || !others || !isPossible(metric, undefined, value)) {
    return { id, why: message('specimen.cannot-fail', { metric, bound: showBound(bound) }) }
  }
  const change = message('specimen.value', { value: formatDecimal(value), bound: showBound(bound) })
  return { id, change, files: () => filesOf(new Map([...good, [metric, formatDecimal(value)]])) }
}

/** A request less than the value has to rest on; a load test of none at all measured nothing. */
function fewerOf({ metric, least }: Case, good: ReadonlyMap<string, string>): Made[] {
  if (least === undefined || !least.gt(ONE)) return []
  const requests = formatDecimal(least.minus(ONE))
  const change = message('specimen.requests', { requests, least: formatDecimal(least) })
  return [{ id: `serving/${metric}`, change, files: () => filesOf(good, requests) }]
}

/** A value well within the bounds: half-way between them, or between the one and the end of the scale. */
function goodValue({ metric, bounds }: Case): Decimal {
  const lower = bounds.find(({ relation }) => relation.startsWith('>'))?.limit
  const upper = bounds.find(({ relation }) => relation.startsWith('<'))?.limit
  const low = lower ?? (upper?.lt(ZERO) ? upper.minus(ONE) : ZERO)
  const high = upper ?? largestValue(metric, undefined) ?? low.abs().times(TWO).plus(ONE)
  return low.plus(high).div(TWO)
}

/** A load test a measure: percentiles in one file would have to be in order. */
function filesOf(values: ReadonlyMap<string, string>, requests = REQUESTS): Specimens['good'] {
  const files = [...values].map(([metric, value], index): [string, string] => [
    `serving-${index + 1}.json`,
    json([
      ...new Map([
        ['requests', requests],
        [metric, value],
      ]),
    ]),
  ])
  return { 'load-test': Object.fromEntries(files) }
}
