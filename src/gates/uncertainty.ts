import type { Sample } from '../evidence/sample/sample.js'
import { type Decimal, decimal, formatDecimal } from '../shared/decimal.js'
import { type Message, message, type Texts } from '../shared/message.js'
import { type Interval, intervalOf, standardErrorOf } from '../stats/basis.js'
import { detectable, detectableProportion } from '../stats/detectable.js'
import type { Check, Outcome, Uncertainty } from '../verdict/outcome.js'
import { type Bound, satisfies, type Unit } from './bound.js'
import { approximate, type Quantity } from './quantity.js'

/** The level of the interval that is shown where the policy demands no confidence. */
const SHOWN_LEVEL = 0.95

/**
 * The level of the two-sided interval whose ends are the one-sided bounds at this confidence: 0.90 for 95 %. Rounded,
 * because 2 × 0.95 − 1 is not 0.9 in binary.
 */
export function levelFor(confidence: number | undefined): number {
  return confidence === undefined ? SHOWN_LEVEL : Math.round((2 * confidence - 1) * 1e12) / 1e12
}

/** How many units of a value make one of the fraction that statistics speak of. */
export function scaleOf(unit: Unit): 1 | 100 {
  return unit === 'percent' ? 100 : 1
}

/** An interval of a fraction in the unit that the value is stated in. */
export function inUnit(found: Interval | undefined, unit: Unit): Interval | undefined {
  return found && { ...found, low: found.low * scaleOf(unit), high: found.high * scaleOf(unit) }
}

/** An observed value with what it rests on, in the unit that it is stated in. */
export interface Sampled {
  readonly quantity: Quantity
  readonly sample: Sample
  readonly unit?: Unit | undefined
}

/** The value's interval in its own unit; undefined where nothing is known to make one from. */
export function intervalFor({ quantity, sample, unit }: Sampled, level: number): Interval | undefined {
  if (sample.basis === undefined) return undefined
  return inUnit(intervalOf(approximate(quantity) / scaleOf(unit), sample.basis, level), unit)
}

/**
 * The smallest change against the bound that would be noticed four times out of five, in the value's own unit; undefined
 * where its standard error is not known.
 */
export function detectableFor({ quantity, sample: { basis }, unit }: Sampled, level: number): number | undefined {
  if (basis === undefined) return undefined
  const scale = scaleOf(unit)
  const value = approximate(quantity) / scale
  const change =
    basis.kind === 'proportion'
      ? detectableProportion(value, basis.trials, level)
      : detectable(standardErrorOf(value, basis) ?? 0, level)
  return change === undefined ? undefined : change * scale
}

/** The smallest change of `a − factor × b` that would be noticed: both are linear in their standard errors. */
export function detectableBetween(a: Sampled, b: Sampled, level: number, factor = 1): number | undefined {
  const [one, other] = [detectableFor(a, level), detectableFor(b, level)]
  return one === undefined || other === undefined ? undefined : Math.hypot(one, factor * other)
}

/** What is known of how sure a value is, as facts for a check. */
export function uncertaintyOf(
  sample: Sample,
  interval: Interval | undefined,
  level: number,
  change?: number,
  confidence?: number,
): Uncertainty {
  const { n, positives, negatives } = sample
  return {
    ...(n !== undefined && { n }),
    ...(positives !== undefined && { positives }),
    ...(negatives !== undefined && { negatives }),
    ...(interval && { interval: shownInterval(interval, level, confidence) }),
    ...(change !== undefined && { detectable: outwards(change, 'up') }),
  }
}

/** An interval as texts; `confidence` where its ends are the one-sided bounds that a policy demands. */
export function shownInterval(
  { low, high, method }: Interval,
  level: number,
  confidence?: number,
): NonNullable<Uncertainty['interval']> {
  const ends = { low: outwards(low, 'down'), high: outwards(high, 'up'), level: String(level), method }
  return confidence === undefined ? ends : { ...ends, confidence: String(confidence) }
}

/** Digits that an interval is shown with, at least. */
const DIGITS = 4

/** A double as decimal text of four decimals, or two significant digits where it is smaller; rounded away from the value. */
export function outwards(value: number, direction: 'down' | 'up'): string {
  const exact = decimal(String(value))
  const digits = Math.max(DIGITS, Math.min(1 - exact.e, 20))
  return formatDecimal(exact.round(digits, rounding(exact, direction)))
}

/** big.js rounds towards zero with 0 and away from it with 3. */
function rounding(value: Decimal, direction: 'down' | 'up'): 0 | 3 {
  return value.lt('0') === (direction === 'down') ? 3 : 0
}

/**
 * What an interval says of bounds that must all hold: `pass` where all of it satisfies each, `fail` where none of it
 * satisfies one of them, else `insufficient`. The ends are one-sided bounds, so each answer errs at most as often as
 * the confidence allows.
 */
export function proven(
  { low, high }: Pick<Interval, 'low' | 'high'>,
  bounds: readonly Bound[],
): Outcome & ('pass' | 'fail' | 'insufficient') {
  const ends = [low, high].map((end) => decimal(String(end)))
  const holdsAt = (bound: Bound) => ends.map((end) => satisfies(end.cmp(bound.limit), bound.relation))
  const answers = bounds.map(holdsAt)
  if (answers.some((held) => !held.some(Boolean))) return 'fail'
  return answers.every((held) => held.every(Boolean)) ? 'pass' : 'insufficient'
}

/** What is known of a value that has to hold at a confidence, beside its interval. */
export interface Sure {
  readonly confidence: number
  /** Whether the value itself is on the right side. */
  readonly held: boolean
  /** What its interval says; undefined where there is none. */
  readonly shown: 'pass' | 'fail' | 'insufficient' | undefined
  /** Why the predictions that are named do not give it. */
  readonly unmeasured?: Message | undefined
}

/**
 * The outcome that an interval gives, and the sentence that says so. Without an interval a value on the right side is
 * undecided, and one on the wrong side fails: else it would help a model to leave out on how many rows it was measured.
 */
export function withConfidence(
  { expected, uncertainty }: Pick<Check, 'expected' | 'uncertainty'>,
  said: Message,
  { confidence, held, shown: outcome, unmeasured }: Sure,
): Pick<Check, 'outcome' | 'message'> {
  const percent = `${Math.round(confidence * 10_000) / 100}`
  const interval = uncertainty?.interval
  if (outcome === undefined || interval === undefined) {
    if (!held) return { outcome: 'fail', message: message('uncertainty.broken', { said, percent }) }
    const n = uncertainty?.n
    if (unmeasured !== undefined)
      return { outcome: 'insufficient', message: message('uncertainty.unmeasured', { said, percent, why: unmeasured }) }
    const id = n === undefined ? 'uncertainty.unknown' : 'uncertainty.none'
    return { outcome: 'insufficient', message: message(id, { said, percent, ...(n !== undefined && { n }) }) }
  }
  const { low, high } = interval
  return {
    outcome,
    message: message(`uncertainty.${outcome}`, { said, percent, low, high, bound: expected ?? '' }),
  }
}

export const texts: Texts = {
  en: () => ({
    'uncertainty.pass': '{said} Proven at {percent} % confidence: between {low} and {high}.',
    'uncertainty.fail':
      '{said} Disproved at {percent} % confidence: between {low} and {high}, and {bound} is required.',
    'uncertainty.insufficient':
      '{said} Not decided at {percent} % confidence: between {low} and {high}, and {bound} is required. More rows narrow this.',
    'uncertainty.broken':
      '{said} At {percent} % confidence it cannot hold either: nothing is known of the value that would make this a matter of chance.',
    'uncertainty.unmeasured':
      '{said} Whether that holds at {percent} % confidence cannot be decided: the file does not say what an interval is made from, and the predictions do not give the value: {why}',
    'uncertainty.range': 'A confidence of {found} is not possible; it lies between 0.5 and 1. Write 0.95 for 95 %.',
    'uncertainty.none':
      '{said} Whether that holds at {percent} % confidence cannot be decided: {n} rows are known, but not what an interval of this value is made from. Write its standard error or `tp`, `fp`, `tn`, `fn` beside it (and in the baseline, where it is compared), or name the predictions under `evidence: predictions`.',
    'uncertainty.unknown':
      '{said} Whether that holds at {percent} % confidence cannot be decided: the file does not say on how many rows the value rests. Write `n` (or `tp`, `fp`, `tn`, `fn`) beside it, or name the predictions under `evidence: predictions`.',
  }),
  ko: () => ({
    'uncertainty.pass': '{said} {percent}% 신뢰 수준에서 입증되었습니다({low} ~ {high}).',
    'uncertainty.fail': '{said} {percent}% 신뢰 수준에서 반증되었습니다({low} ~ {high}, 기준 {bound}).',
    'uncertainty.insufficient':
      '{said} {percent}% 신뢰 수준에서 판정할 수 없습니다({low} ~ {high}, 기준 {bound}). 표본이 많을수록 구간이 좁아집니다.',
    'uncertainty.broken':
      '{said} {percent}% 신뢰 수준에서도 성립할 수 없습니다. 우연의 결과라고 볼 근거가 되는 정보가 없습니다.',
    'uncertainty.unmeasured':
      '{said} 구간을 계산할 정보가 파일에 없고 예측에서도 값을 구할 수 없으므로 {percent}% 신뢰 수준에서 판정할 수 없습니다. {why}',
    'uncertainty.range': '신뢰 수준은 0.5와 1 사이여야 하는데 {found}입니다. 95%는 0.95로 쓰십시오.',
    'uncertainty.none':
      '{said} 행 수({n})는 알 수 있으나 이 값의 구간을 계산할 정보가 없어 {percent}% 신뢰 수준에서 판정할 수 없습니다. 값 옆에(비교하는 경우 베이스라인에도) 표준 오차나 `tp`, `fp`, `tn`, `fn`을 쓰거나 `evidence: predictions`에 예측 파일을 지정하십시오.',
    'uncertainty.unknown':
      '{said} 값이 몇 개의 행에서 나왔는지 파일에 없으므로 {percent}% 신뢰 수준에서 판정할 수 없습니다. 값 옆에 `n`(또는 `tp`, `fp`, `tn`, `fn`)을 쓰거나 `evidence: predictions`에 예측 파일을 지정하십시오.',
  }),
}
