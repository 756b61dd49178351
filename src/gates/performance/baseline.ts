import type { Evidence } from '../../evidence/evidence.js'
import type { Pairing } from '../../evidence/measure/paired.js'
import { decimal } from '../../shared/decimal.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { differenceOf, type Interval } from '../../stats/basis.js'
import { detectable } from '../../stats/detectable.js'
import { criticalValue } from '../../stats/normal.js'
import type { Check } from '../../verdict/outcome.js'
import type { Bound, Unit } from '../bound.js'
import { readMetric } from '../metric.js'
import { type Doubt, doubted } from '../percent.js'
import { approximate, difference, findAgainst, type Quantity, shownQuantity } from '../quantity.js'
import type { NotRead, NumberRead } from '../reading.js'
import { detectableBetween, inUnit, levelFor, proven, scaleOf, uncertaintyOf, withConfidence } from '../uncertainty.js'
import { largestChange, showTolerance, type Tolerance } from './change.js'
import { pairedChange, readBaseline } from './paired.js'

const ZERO = decimal('0')

type Judgement = Omit<Check, 'id' | 'title' | 'policy'>

/**
 * Is the metric no worse than the baseline by more than is tolerated? With a confidence this is a test of
 * non-inferiority: the tolerated change must lie outside the interval of the difference, so that "not shown to be
 * worse" is not taken for "as good".
 */
export function judgeChange(
  metric: string,
  tolerance: Tolerance,
  { unit, confidence }: { readonly unit: Unit; readonly confidence: number | undefined },
  evidence: Evidence,
): Judgement {
  const current = readMetric(evidence, metric, unit)
  if (current.kind === 'none') return withoutNumber(current)
  const { reading: baseline, pairing } = readBaseline(evidence, metric, unit)
  if (baseline.kind === 'none') return withoutNumber(baseline)
  if (current.at.path === baseline.at.path) {
    const why = message('performance.own-baseline', { path: current.at.path })
    return { outcome: 'error', message: why, evidence: baseline.at }
  }
  const judged = compareChange({ metric, tolerance, current, baseline, unit, pairing }, confidence)
  return doubted(judged, doubtOf(tolerance, current.doubt, baseline.doubt))
}

/** A share of the baseline is the same whatever the unit of both is. */
function doubtOf({ relative }: Tolerance, now: Doubt | undefined, before: Doubt | undefined): Doubt | undefined {
  return relative && now !== undefined && before !== undefined ? undefined : (now ?? before)
}

interface Compared {
  readonly metric: string
  readonly tolerance: Tolerance
  readonly current: NumberRead
  readonly baseline: NumberRead
  readonly unit: Unit
  /** Both were measured on the same rows. */
  readonly pairing: Pairing | undefined
}

function compareChange(compared: Compared, confidence: number | undefined): Judgement {
  const { metric, tolerance, current, baseline } = compared
  const params = {
    metric,
    current: shownQuantity(current.quantity, ZERO),
    baseline: shownQuantity(baseline.quantity, ZERO),
    place: shown(baseline.at),
  }
  const limit = largestChange(tolerance, baseline.value)
  if (limit === undefined) {
    return { outcome: 'error', message: message('performance.relative-to-zero', params), evidence: baseline.at }
  }
  const change = changeOf(compared)
  const bounds: readonly [Bound] = [{ relation: '<=', limit, option: '' }]
  const { held, bound: _, atBound: __, ...facts } = findAgainst(change, bounds)
  const expected = showTolerance(tolerance, limit)
  const level = levelFor(confidence)
  const interval = changeInterval(compared, level)
  const noticed = noticeable(compared, interval, level)
  const uncertainty = uncertaintyOf(current.sample, interval, level, noticed, confidence)
  const check = { expected, ...facts, uncertainty, evidence: current.at }
  const said = onSameRows(
    compared,
    message(`performance.${held ? 'held' : 'moved'}-${tolerance.direction}`, {
      ...params,
      bound: expected,
      change: shownQuantity({ ...change, over: change.over.abs() }, ZERO),
    }),
  )
  if (confidence === undefined) return { ...check, outcome: held ? 'pass' : 'fail', message: said }
  const judged = withConfidence(check, said, { confidence, held, shown: interval && proven(interval, bounds) })
  if (judged.outcome === 'fail' || interval !== undefined || compared.pairing === undefined)
    return { ...check, ...judged }
  const percent = `${Math.round(confidence * 10_000) / 100}`
  return { ...check, ...judged, message: message('performance.paired-unknown', { said, percent }) }
}

function onSameRows({ pairing }: Compared, said: Message): Message {
  return pairing === undefined ? said : message('performance.paired', { said, rows: pairing.rows })
}

/** The smallest change that would be noticed four times out of five: of pairs from how wide their interval is. */
function noticeable(compared: Compared, interval: Interval | undefined, level: number): number | undefined {
  const { pairing, current, baseline, unit } = compared
  if (pairing !== undefined && interval !== undefined) {
    return detectable((interval.high - interval.low) / 2 / criticalValue(level), level)
  }
  const sampled = ({ quantity, sample }: NumberRead) => ({ quantity, sample, unit })
  return detectableBetween(sampled(current), sampled(baseline), level)
}

/** The change in the tolerated direction; negative where the metric moved the other way. */
function changeOf({ tolerance, current, baseline }: Compared): Quantity {
  const [now, before] = [current.quantity, baseline.quantity]
  return tolerance.direction === 'drop' ? difference(before, now) : difference(now, before)
}

/** The interval of that change: of pairs where there are any and they differ, else as of two that were measured independently. */
function changeInterval(compared: Compared, level: number): Interval | undefined {
  const { metric, tolerance, pairing, unit } = compared
  const paired = pairing && pairedChange(pairing, metric, tolerance.direction, level)
  const found = paired ?? independentChange(compared, level)
  return inUnit(found, unit)
}

/** How the two pair is not known from two files: this is too wide then, on the safe side. */
function independentChange({ tolerance, current, baseline, unit }: Compared, level: number): Interval | undefined {
  const scale = scaleOf(unit)
  const [now, before] = [current, baseline].map(({ quantity, sample: { basis } }) =>
    basis === undefined ? undefined : { value: approximate(quantity) / scale, basis },
  )
  if (now === undefined || before === undefined) return undefined
  return tolerance.direction === 'drop' ? differenceOf(before, now, level) : differenceOf(now, before, level)
}

function withoutNumber({ outcome, message, at }: NotRead): Judgement {
  return at === undefined ? { outcome, message } : { outcome, message, evidence: at }
}
