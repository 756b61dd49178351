import { decimalOf } from '../../evidence/formats/build.js'
import { entryOf, type Place } from '../../evidence/place.js'
import { clip } from '../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { number, type Quantity, quotient } from '../quantity.js'
import { type NotRead, toNumber } from '../reading.js'
import type { DriftReport, Feature, Said } from './report.js'

/** The share of features that drifted, and what it rests on; or why there is none. */
export type Share = NotRead | ShareRead

export interface ShareRead {
  readonly kind: 'share'
  readonly quantity: Quantity
  /** How many were compared, where that is known. */
  readonly count: Decimal | undefined
  readonly at: Location
}

const ZERO = decimal('0')
const ONE = decimal('1')
const HALF = decimal('0.5')
/** What double arithmetic may add to a share that is written with all of its digits. */
const ARITHMETIC = decimal('1e-9')
const MAX_LISTED = 5

/**
 * The share that a report states, which the features that it lists must not contradict; where it states none, theirs.
 * What the report's own limit is (`drift_share` of Evidently) is never taken for the share.
 */
export function shareOf(report: DriftReport): Share {
  const { root, features, path } = report
  const wrong = features.filter(({ said }) => said === 'contradiction')
  if (wrong.length > 0) return none('error', 'drift.contradiction', { features: namesOf(wrong) }, wrong[0]?.place.at)
  const unmeasured = features.filter(({ said }) => said === 'no-value')
  if (unmeasured.length > 0) {
    return none('error', 'drift.no-value', { features: namesOf(unmeasured) }, unmeasured[0]?.place.at)
  }
  const stated = entryOf(root, 'share')
  if (stated === undefined) return ofFeatures(report)
  const share = toNumber(stated.node, 'share', stated.at)
  if (share.kind === 'none') return share
  const params = { found: share.text, place: shown(share.at) }
  if (!(share.value.gte(ZERO) && share.value.lte(ONE))) return none('error', 'drift.no-share', params, share.at)
  const drifted = countAt(root, 'drifted')
  const count = countAt(root, 'count') ?? countBehind(share.value, drifted)
  if (count?.eq(ZERO)) return none('missing', 'drift.nothing-compared', { path }, share.at)
  const detail = disagreement({ share: share.value, text: share.text, drifted, count }, features)
  if (detail !== undefined) return none('error', 'drift.disagrees', { ...params, why: detail }, share.at)
  const exact = drifted !== undefined && count !== undefined && countAt(root, 'count') !== undefined
  return { kind: 'share', quantity: exact ? quotient(drifted, count) : number(share.value), count, at: share.at }
}

function none(outcome: NotRead['outcome'], id: string, params: Message['params'], at?: Location): NotRead {
  return { kind: 'none', outcome, message: message(id, params), ...(at && { at }) }
}

/** The share among the features that are listed, where nothing else is stated. */
function ofFeatures({ root, features, path }: DriftReport): Share {
  if (features.length === 0) {
    const tests = entryOf(root, 'tests') !== undefined
    return none('missing', tests ? 'drift.tests-only' : 'drift.no-features', { path }, { path })
  }
  const silent = features.filter(({ said }) => said === 'nothing')
  const at = entryOf(root, 'features')?.at ?? { path }
  if (silent.length > 0) {
    return none('insufficient', 'drift.unsaid', { count: silent.length, features: namesOf(silent) }, at)
  }
  const count = wholeNumber(features.length)
  return { kind: 'share', quantity: quotient(wholeNumber(having(features, 'drifted').length), count), count, at }
}

interface Stated {
  readonly share: Decimal
  readonly text: string
  readonly drifted: Decimal | undefined
  readonly count: Decimal | undefined
}

/** Why the share cannot be true of the counts beside it, or of the features that are listed. */
function disagreement({ share, text, drifted, count }: Stated, features: readonly Feature[]): Message | undefined {
  const slack = halfDigit(text).plus(ARITHMETIC)
  if (drifted !== undefined && count !== undefined && share.times(count).minus(drifted).abs().gt(slack.times(count))) {
    return message('drift.other-counts', { drifted: formatDecimal(drifted), count: formatDecimal(count) })
  }
  const columns = new Set(features.map(({ name }) => name))
  const listed = wholeNumber(columns.size)
  const found = wholeNumber(new Set(having(features, 'drifted').map(({ name }) => name)).size)
  const said = { drifted: formatDecimal(found), listed: columns.size }
  if (columns.size === 0) return undefined
  if (count === undefined) return share.eq(ZERO) && found.gt(ZERO) ? message('drift.other-features', said) : undefined
  // A report may count more columns than it lists, never fewer.
  if (count.lt(listed)) return message('drift.other-features', said)
  const all = drifted ?? share.times(count)
  const tolerance = drifted === undefined ? slack.times(count) : ZERO
  if (all.plus(tolerance).lt(found)) return message('drift.other-features', said)
  // Of a column that was compared in several ways, and of one that says nothing, the report may count what it likes.
  const plain = columns.size === features.length && having(features, 'nothing').length === 0
  const most = found.plus(count.minus(listed))
  return plain && all.minus(tolerance).gt(most) ? message('drift.other-features', said) : undefined
}

function having(features: readonly Feature[], said: Said): Feature[] {
  return features.filter((it) => it.said === said)
}

function countAt(root: Place, key: string): Decimal | undefined {
  return decimalOf(entryOf(root, key))
}

/** How many columns there were, of a share and a count of those that drifted. */
function countBehind(share: Decimal, drifted: Decimal | undefined): Decimal | undefined {
  return drifted === undefined || share.eq(ZERO) ? undefined : drifted.div(share).round(0)
}

function wholeNumber(count: number): Decimal {
  return decimal(String(count))
}

/** Half of the last digit that a number is written with. */
function halfDigit(text: string): Decimal {
  const [, fraction = '', exponent = '0'] = /^[-+]?\d*\.?(\d*)(?:[eE]([-+]?\d{1,4}))?$/.exec(text) ?? []
  const digits = fraction.length - Number.parseInt(exponent, 10)
  // A share without decimals is 0 or 1, and no rounded number.
  return digits <= 0 ? ZERO : decimal(`1e-${Math.min(400, digits)}`).times(HALF)
}

/** The first few names, and how many more there are. */
export function namesOf(features: readonly { readonly name: string }[]): string[] {
  const names = features.slice(0, MAX_LISTED).map(({ name }) => clip(name, 60))
  return features.length > MAX_LISTED ? [...names, `… (+${features.length - MAX_LISTED})`] : names
}
