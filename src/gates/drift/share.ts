import { decimalOf } from '../../evidence/formats/build.js'
import { firstOfEach } from '../../evidence/formats/names.js'
import { entryOf, type Place } from '../../evidence/place.js'
import { clip } from '../../shared/clip.js'
import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { type Location, shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { number, type Quantity, quotient } from '../quantity.js'
import { type NotRead, type Reading, toNumber } from '../reading.js'
import type { DriftReport, Feature, Said } from './report.js'

/** The share of features that drifted, and what it rests on; or why there is none. */
export type Share = NotRead | ShareRead

export interface ShareRead {
  readonly kind: 'share'
  readonly quantity: Quantity
  /** How many were compared, where that is known. */
  readonly count: Decimal | undefined
  readonly at: Location
  /** The features that are listed as drifted, each with its value by its method. */
  readonly drifted: readonly string[]
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
  const share = statedShare(root)
  if (share === undefined) return ofFeatures(report)
  if (share.kind === 'none') return share
  const { value, text, at } = share
  const params = { found: clip(text, 40), place: shown(at) }
  const drifted = countAt(root, 'drifted')
  const counted = countAt(root, 'count')
  const listed = new Set(features.map(({ name }) => name)).size
  const count = counted ?? countBehind(value, text, drifted, listed)
  if (count?.eq(ZERO)) return none('missing', 'drift.nothing-compared', { path }, at)
  const why = disagreement({ share: value, text, drifted, count }, features)
  if (why !== undefined) return none('error', 'drift.disagrees', { ...params, why }, at)
  if (!(value.gte(ZERO) && value.lte(ONE))) return none('error', 'drift.no-share', params, at)
  // No drift among nobody knows how many may be no drift among none.
  if (value.eq(ZERO) && count === undefined && listed === 0) return none('insufficient', 'drift.no-count', params, at)
  return {
    kind: 'share',
    quantity: drifted !== undefined && counted !== undefined ? quotient(drifted, counted) : number(value),
    count: count ?? (listed > 0 ? wholeNumber(listed) : undefined),
    at,
    drifted: having(features, 'drifted').map(shownFeature),
  }
}

/** The share as a report states it, or as its counts do; undefined where it states neither. */
function statedShare(root: Place): Reading | undefined {
  const stated = entryOf(root, 'share')
  if (stated !== undefined) return toNumber(stated.node, 'share', stated.at)
  const [drifted, count] = [countAt(root, 'drifted'), countAt(root, 'count')]
  const at = entryOf(root, 'drifted')?.at
  if (drifted === undefined || count === undefined || at === undefined) return undefined
  const share = count.eq(ZERO) ? ZERO : drifted.div(count)
  return { kind: 'number', value: share, quantity: number(share), text: formatDecimal(share), at, sample: {} }
}

function none(outcome: NotRead['outcome'], id: string, params: Message['params'], at?: Location): NotRead {
  return { kind: 'none', outcome, message: message(id, params), ...(at && { at }) }
}

/** The share among the columns that are listed, where nothing else is stated; one that was compared in several ways counts once. */
function ofFeatures({ root, features, path }: DriftReport): Share {
  if (features.length === 0) {
    const tests = entryOf(root, 'tests') !== undefined
    return none('missing', tests ? 'drift.tests-only' : 'drift.no-features', { path }, { path })
  }
  const columns = firstOfEach(features, ({ name }) => name)
  const drifted = having(features, 'drifted')
  const names = new Set(drifted.map(({ name }) => name))
  const silent = having(features, 'nothing').filter(({ name }) => !names.has(name))
  const at = entryOf(root, 'features')?.at ?? { path }
  if (silent.length > 0) {
    return none('insufficient', 'drift.unsaid', { count: silent.length, features: namesOf(silent) }, at)
  }
  const count = wholeNumber(columns.length)
  const quantity = quotient(wholeNumber(drifted.length), count)
  return { kind: 'share', quantity, count, at, drifted: drifted.map(shownFeature) }
}

interface Stated {
  readonly share: Decimal
  readonly text: string
  readonly drifted: Decimal | undefined
  readonly count: Decimal | undefined
}

/** Why the share cannot be true of the counts beside it, or of the features that are listed. */
function disagreement({ share, text, drifted, count }: Stated, features: readonly Feature[]): Message | undefined {
  const slack = slackOf(text)
  const impossible = drifted?.lt(ZERO) || count?.lt(ZERO) || (count !== undefined && drifted?.gt(count))
  if (impossible) return message('drift.other-counts', { drifted: told(drifted), count: told(count) })
  if (drifted !== undefined && count !== undefined && share.times(count).minus(drifted).abs().gt(slack.times(count))) {
    return message('drift.other-counts', { drifted: told(drifted), count: told(count) })
  }
  const columns = new Set(features.map(({ name }) => name))
  const listed = wholeNumber(columns.size)
  const found = wholeNumber(having(features, 'drifted').length)
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

function told(count: Decimal | undefined): string {
  return count === undefined ? '?' : clip(formatDecimal(count), 20)
}

/** The columns of which one of their methods says so, each once. */
function having(features: readonly Feature[], said: Said): Feature[] {
  return firstOfEach(
    features.filter((it) => it.said === said),
    ({ name }) => name,
  )
}

function countAt(root: Place, key: string): Decimal | undefined {
  return decimalOf(entryOf(root, key))
}

/**
 * How many columns there were, of a share and a count of those that drifted: as many as are listed where the share can
 * be rounded from that.
 */
function countBehind(share: Decimal, text: string, drifted: Decimal | undefined, listed: number): Decimal | undefined {
  if (drifted === undefined || share.eq(ZERO)) return undefined
  const all = wholeNumber(listed)
  const fits = share.times(all).minus(drifted).abs().lte(slackOf(text).times(all))
  return listed > 0 && fits ? all : drifted.div(share).round(0)
}

/** How far a share that is written so may be from the true one. */
function slackOf(text: string): Decimal {
  return halfDigit(text).plus(ARITHMETIC)
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

/** `age (psi 0.2)`; the name alone where the report has no value of it. */
function shownFeature({ name, values }: Feature): string {
  const [first] = values
  if (first === undefined) return name
  const [method, { node }] = first
  return withValue(name, method, 'text' in node ? node.text : '…')
}

/** A feature with its value by a method. */
export function withValue(name: string, method: string, value: string): string {
  return `${clip(name, 60)} (${clip(method, 40)} ${clip(value, 24)})`
}

/** The first few names, and how many more there are. */
export function namesOf(features: readonly { readonly name: string }[]): string[] {
  const names = features.slice(0, MAX_LISTED).map(({ name }) => clip(name, 140))
  return features.length > MAX_LISTED ? [...names, `… (+${features.length - MAX_LISTED})`] : names
}
