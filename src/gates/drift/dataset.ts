import { entryOf } from '../../evidence/place.js'
import { decimal, formatDecimal, parseDecimal } from '../../shared/decimal.js'
import { shown } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { worstOutcome } from '../../verdict/verdict.js'
import { decimalOf } from '../bound.js'
import { type Asked, compare, withoutValue } from '../compare.js'
import type { Demand } from '../contract.js'
import type { NotRead } from '../reading.js'
import type { Options } from './options.js'
import type { DriftReport } from './report.js'
import { namesOf, type Share, type ShareRead, shareOf } from './share.js'

/** What was read of a kind of evidence, or why nothing was. */
export type Reports = readonly DriftReport[] | NotRead

export function wasRead(reports: Reports): reports is readonly DriftReport[] {
  return !('outcome' in reports)
}

const MESSAGES = { pass: 'drift.share-pass', fail: 'drift.share-fail', atBound: 'drift.share-fail' }

/** The check of the share of features that drifted; of several reports the gravest answer. */
export function shareCheck({ options, locate }: Demand<Options>, reports: Reports): Check[] {
  const { 'max-share': limit, 'min-features': least } = options
  if (limit === undefined) return []
  const asked: Asked = {
    id: 'drift/max-share',
    title: message('drift.title-share'),
    bounds: [{ relation: '<=', limit: decimalOf(limit), option: 'max-share' }],
    place: () => locate('/max-share'),
  }
  if (!wasRead(reports)) return [withoutValue(asked, reports)]
  return [gravest(reports.map((report) => ofShare(asked, shareOf(report), least)))]
}

function ofShare(asked: Asked, share: Share, least: number | undefined): Check {
  const read = share.kind === 'share' && least !== undefined ? enough(share, least) : share
  if (read.kind === 'none') return withoutValue(asked, read)
  const { quantity, count, at } = read
  const unnamed = quantity.over.eq('0') ? '–' : message('drift.unnamed')
  const drifted = read.drifted.length === 0 ? unnamed : namesOf(read.drifted.map((name) => ({ name })))
  const features = count === undefined ? '?' : formatDecimal(count)
  return compare(asked, {
    quantity,
    at,
    sample: {},
    messages: MESSAGES,
    params: { features, drifted, place: shown(at) },
  })
}

function enough(share: ShareRead, least: number): Share {
  if (share.count?.gte(decimal(String(least)))) return share
  const found = share.count === undefined ? '?' : formatDecimal(share.count)
  const why = message('drift.few-features', { found, least, place: shown(share.at) })
  return { kind: 'none', outcome: 'insufficient', message: why, at: share.at }
}

/** The check of what a report says of the data set as a whole. */
export function datasetCheck({ options, locate }: Demand<Options>, reports: Reports): Check[] {
  if (options.dataset === undefined) return []
  const about = {
    id: 'drift/dataset',
    title: message('drift.title-dataset'),
    expected: 'stable',
    policy: locate('/dataset'),
  }
  if (!wasRead(reports)) return [{ ...about, ...notRead(reports) }]
  return [gravest(reports.map((report) => ({ ...about, ...ofDataset(report) })))]
}

function ofDataset({ root, path }: DriftReport): Pick<Check, 'outcome' | 'message' | 'evidence'> {
  const flag = entryOf(root, 'dataset_drift')
  if (flag === undefined) {
    return { outcome: 'missing', message: message('drift.dataset-unsaid', { path }), evidence: { path } }
  }
  const { node, at } = flag
  const place = shown(at)
  if (node.kind === 'refused') {
    const why = message('reading.refused', { selector: 'dataset_drift', found: node.why, place })
    return { outcome: 'error', message: why, evidence: at }
  }
  if (node.kind !== 'boolean') {
    const found = 'text' in node ? node.text : node.kind
    return {
      outcome: 'error',
      message: message('drift.no-flag', { what: 'dataset_drift', found, place }),
      evidence: at,
    }
  }
  const held = node.text === 'false'
  return {
    outcome: held ? 'pass' : 'fail',
    message: message(held ? 'drift.dataset-stable' : 'drift.dataset-drifted', { place }),
    evidence: at,
  }
}

/** The facts of a reading that gave nothing, for a check that compares with no number. */
export function notRead({ outcome, message: why, at }: NotRead): Pick<Check, 'outcome' | 'message' | 'evidence'> {
  return { outcome, message: why, ...(at && { evidence: at }) }
}

/** The gravest of several checks of one demand; of equal ones the first. */
export function gravest(checks: readonly Check[]): Check {
  const worst = worstOutcome(checks.map(({ outcome }) => outcome))
  const alike = checks.filter(({ outcome }) => outcome === worst)
  const [found] = alike.sort((a, b) => distanceOf(b).cmp(distanceOf(a)))
  if (found === undefined) throw new Error('a demand without a check')
  return found
}

function distanceOf({ distance = '0' }: Check) {
  return parseDecimal(distance) ?? decimal('0')
}
