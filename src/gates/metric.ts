import type { Evidence, Source } from '../evidence/evidence.js'
import type { Measurement } from '../evidence/measure/contract.js'
import { lookUpMeasured, type MeasuredLookup } from '../evidence/measure/lookup.js'
import type { Node } from '../evidence/tree.js'
import { decimal, decimalsWritten, formatDecimal } from '../shared/decimal.js'
import { type Location, shown } from '../shared/location.js'
import { type Message, message, type Texts } from '../shared/message.js'
import { roundingOf, type Unit } from './bound.js'
import { number, quotient, shownQuantity } from './quantity.js'
import { isGone, type NotRead, type NumberRead, onScale, type Reading, readNumber } from './reading.js'
import { scaleOf } from './uncertainty.js'

const HUNDRED = decimal('100')
const HALF = decimal('0.5')
/** What double arithmetic may add to a value that is written with all of its digits. */
const ARITHMETIC = decimal('1e-9')

/**
 * Reads a metric. What predictions give is taken, exactly where it is a quotient of counts: it was computed here. A file
 * that states the metric too has to state the same, as far as its digits go. Where predictions say nothing of it, the
 * file has the say.
 */
export function readMetric(evidence: Evidence, metric: string, unit: Unit): Reading {
  const found = lookUpMeasured(evidence.measured, metric)
  const stated = readNumber(evidence.metrics, 'metrics', metric, unit)
  if (stated.kind === 'none' && isGone(evidence.metrics)) return stated
  if (found.kind === 'unasked') {
    const { why } = found
    if (stated.kind === 'none') return withReason(stated, why)
    return why === undefined ? stated : { ...stated, unmeasured: why }
  }
  return agreed(stated, found, metric, unit)
}

/** What predictions give, as long as no file states something else or cannot be read. */
export function agreed(
  stated: Reading,
  found: Exclude<MeasuredLookup, { kind: 'unasked' }>,
  metric: string,
  unit: Unit,
): Reading {
  if (stated.kind === 'none' && stated.outcome === 'error') return stated
  const read = fromPredictions(found, metric, unit)
  if (read.kind === 'none' || stated.kind === 'none') return read
  return disagreement(stated, read, metric) ?? read
}

/** The error of a file that states something else than the rows give; undefined where they agree. */
export function disagreement(
  stated: NumberRead,
  read: NumberRead,
  metric: string,
  label = metric,
): NotRead | undefined {
  if (agrees(stated, read, metric)) return undefined
  const params = {
    metric: label,
    stated: stated.text,
    place: shown(stated.at),
    measured: shownQuantity(read.quantity, stated.value),
    path: read.at.path,
  }
  return { kind: 'none', outcome: 'error', message: message('measured.differs', params), at: stated.at }
}

/** Why nothing is there, with why the rows do not give it either. */
export function withReason(stated: NotRead, why: Message | undefined): NotRead {
  if (why === undefined || stated.outcome !== 'missing') return stated
  return { ...stated, message: message('measured.nor', { why: stated.message, nor: why }) }
}

/** A measured value, or why there is none, as a reading. */
export function fromPredictions(
  found: Exclude<MeasuredLookup, { kind: 'unasked' }>,
  metric: string,
  unit: Unit,
): Reading {
  switch (found.kind) {
    case 'measured':
      return onScale(numberOf(found.measurement, found.at, unit), metric, unit)
    case 'undefined':
      return {
        kind: 'none',
        outcome: 'insufficient',
        message: message('measured.undefined', { metric, why: found.why, path: found.at.path }),
        at: found.at,
      }
    case 'unavailable': {
      const { message: why, at, absent } = found.problem
      const said = message(absent ? 'reading.absent-file' : 'reading.unreadable', { why })
      return { kind: 'none', outcome: absent ? 'missing' : 'error', message: said, ...(at && { at }) }
    }
  }
}

function numberOf(measurement: Measurement, at: Location, unit: Unit): Reading {
  const { value, exact, n, positives, negatives, within, basis } = measurement
  const scaled = (text: string) => (unit === 'percent' ? decimal(text).times(HUNDRED) : decimal(text))
  const read = scaled(String(value))
  const quantity =
    exact === undefined ? number(read) : quotient(scaled(String(exact.over)), decimal(String(exact.under)))
  const sample = {
    n,
    ...(positives !== undefined && { positives }),
    ...(negatives !== undefined && { negatives }),
    ...(within !== undefined && { within: within * scaleOf(unit) }),
    ...(basis !== undefined && { basis }),
  }
  return { kind: 'number', value: read, text: formatDecimal(read), at, quantity, sample }
}

/** The note that files beside predictions state nothing the policy asks for, so that nobody compared them with anything. */
export function unstatedNotes(named: Source<Node>, measured: Evidence['measured'], states: () => boolean): Message[] {
  if (!measured.declared || named.items.length === 0 || states()) return []
  return [message('measured.unstated', { paths: named.items.map(({ file }) => file.path) })]
}

/** Whether a file states what was measured: no further away than half of its last digit, and what is not known of it. */
function agrees({ value, text }: NumberRead, { value: measured, sample }: NumberRead, metric: string): boolean {
  const distance = value
    .minus(measured)
    .abs()
    .minus(String(sample.within ?? 0))
  const last = decimal(`1e${Math.min(400, Math.max(-400, -decimalsWritten(text)))}`)
  return distance.lte(roundingOf(metric, value, last.times(HALF))) || distance.lte(value.abs().times(ARITHMETIC))
}

export const texts: Texts = {
  en: () => ({
    'measured.differs':
      '{metric}: the file says {stated} ({place}), the rows give {measured} ({path}). Both have to come from the same rows; write the metrics again.',
    'measured.undefined': '{metric} has no value in {path}: {why}',
    'measured.within': '{said} Known to ± {within}: the histogram does not tell scores in one bin apart.',
    'measured.open':
      '{said} That is not decided: the histogram does not tell scores in one bin apart, so the value is known to ± {within} only. Write more bins.',
    'measured.nor': '{why} Nor do the rows give it: {nor}',
    'measured.unstated':
      '{paths} states none of the values that are demanded, so nothing there was compared with the predictions. Check that it is the right file.',
  }),
  ko: () => ({
    'measured.differs':
      '{metric}: 파일의 값은 {stated}({place})이지만 행에서 계산한 값은 {measured}({path})입니다. 둘은 같은 행에서 나와야 합니다. 지표를 다시 쓰십시오.',
    'measured.undefined': '{path}에서 {metric} 값을 구할 수 없습니다. {why}',
    'measured.within': '{said} 히스토그램은 한 구간의 점수를 구별하지 않으며, 이에 따른 오차는 ±{within} 이내입니다.',
    'measured.open':
      '{said} 다만 히스토그램은 한 구간의 점수를 구별하지 않아 ±{within} 범위에서만 알 수 있어 판정할 수 없습니다. 구간을 더 잘게 나누십시오.',
    'measured.nor': '{why} 행에서도 구할 수 없습니다. {nor}',
    'measured.unstated':
      '{paths} 파일에는 요구되는 값이 하나도 없어 예측과 비교하지 못했습니다. 올바른 파일인지 확인하십시오.',
  }),
}
