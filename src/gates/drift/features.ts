import type { Place } from '../../evidence/place.js'
import { clip } from '../../shared/clip.js'
import { decimal, parseDecimal } from '../../shared/decimal.js'
import { pointerTo, shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { closest } from '../../shared/nearest.js'
import type { Check } from '../../verdict/outcome.js'
import { type BoundOptions, boundsOf } from '../bound.js'
import { type Asked, compare, someBounds, withoutValue } from '../compare.js'
import type { Demand } from '../contract.js'
import { type NotRead, type Reading, toNumber } from '../reading.js'
import { notRead, type Reports, wasRead } from './dataset.js'
import { METHODS } from './methods.js'
import type { Options } from './options.js'
import type { DriftReport, Feature } from './report.js'

const ZERO = decimal('0')
const MAX_SHOWN = 5
const MESSAGES = { pass: 'drift.pass', fail: 'drift.fail', atBound: 'drift.at-bound' }

/** The checks of one feature: one a method, or one of what the report itself says of it. */
export function featureChecks(feature: string, demand: Demand<Options>, reports: Reports): Check[] {
  const options = demand.options.features?.[feature]
  if (options === undefined) return []
  if (typeof options === 'string') return [stableCheck(feature, demand, reports)]
  return Object.keys(options).flatMap((method) => methodCheck(feature, method, options[method] ?? {}, demand, reports))
}

function methodCheck(
  feature: string,
  method: string,
  options: BoundOptions,
  { locate }: Demand<Options>,
  reports: Reports,
): Check[] {
  const asked = askedOf(feature, method, options, locate)
  if (asked === undefined) return []
  const reading = wasRead(reports) ? readValue(feature, method, reports) : reports
  if (reading.kind === 'none') return [withoutValue(asked, reading)]
  const { quantity, at, written } = reading
  const params = { feature, method, place: shown(at) }
  return [compare(asked, { quantity, at, written, sample: {}, messages: MESSAGES, params })]
}

/** What is asked of one feature by one method. */
export function askedOf(
  feature: string,
  method: string,
  options: BoundOptions,
  locate: Demand<Options>['locate'],
): Asked | undefined {
  const bounds = someBounds(boundsOf(options))
  const at = pointerTo(pointerTo('/features', feature), method)
  return (
    bounds && {
      id: `drift/${feature}/${method}`,
      title: message('drift.title', { feature, method }),
      bounds,
      place: ({ option }) => locate(option ? pointerTo(at, option) : at),
    }
  )
}

/** The value of a feature by a method, which must be one: of two reports that say the same, the first. */
function readValue(feature: string, method: string, reports: readonly DriftReport[]): Reading {
  const found = featuresNamed(feature, reports)
  if ('outcome' in found) return found
  const values = found.flatMap(({ values: all }) => all.get(method) ?? [])
  const [first, ...others] = values
  if (first === undefined) return otherMethods(feature, method, found)
  const differs = others.find((it) => !sameNumber(first, it))
  if (differs !== undefined) {
    const places = [first, differs].map(
      ({ at, node }) => `${shown(at)} (${'text' in node ? clip(node.text, 40) : '…'})`,
    )
    return none('error', message('drift.several', { feature, method, places }), first)
  }
  return onScale(toNumber(first.node, `${feature}/${method}`, first.at), feature, method)
}

/** A p-value outside 0 to 1, or a distance below 0, is none. */
export function onScale(reading: Reading, feature: string, method: string): Reading {
  if (reading.kind === 'none') return reading
  const { value, at, text } = reading
  const largest = METHODS.get(method)?.largest
  if (value.gte(ZERO) && (largest === undefined || value.lte(decimal(largest)))) return reading
  const params = { feature, method, found: clip(text, 40), place: shown(at) }
  const id = largest === undefined ? 'drift.negative' : 'drift.off-scale'
  return { kind: 'none', outcome: 'error', message: message(id, params), at }
}

function featuresNamed(feature: string, reports: readonly DriftReport[]): readonly Feature[] | NotRead {
  const all = reports.flatMap(({ features }) => features)
  const found = all.filter(({ name }) => name === feature)
  if (found.length > 0) return found
  const paths = reports.map(({ path }) => path)
  const [path] = paths
  const at = path === undefined ? {} : { at: { path } }
  const missing = (why: Message): NotRead => ({ kind: 'none', outcome: 'missing', message: why, ...at })
  if (all.length === 0) return missing(message('drift.no-features', { path: paths.join(', ') }))
  const names = all.map(({ name }) => name)
  const near = closest(names, feature)
  return near.length > 0
    ? missing(message('drift.absent-near', { feature, paths, nearest: near }))
    : missing(message('drift.absent', { feature, paths, features: listed(names) }))
}

/** Which methods the report has instead, each with its value. */
function otherMethods(feature: string, method: string, found: readonly Feature[]): NotRead {
  const has = found.flatMap(({ values }) =>
    [...values].map(([name, { node }]) => `${clip(name, 60)} (${'text' in node ? clip(node.text, 30) : '…'})`),
  )
  const [first] = found
  const place = first === undefined ? '' : shown(first.place.at)
  const why =
    has.length === 0
      ? message('drift.no-method', { feature, method, place })
      : message('drift.other-method', { feature, method, has: listed(has), place })
  return none('missing', why, first?.place)
}

function stableCheck(feature: string, { locate }: Demand<Options>, reports: Reports): Check {
  const about = {
    id: `drift/${feature}`,
    title: message('drift.title-feature', { feature }),
    expected: 'stable',
    policy: locate(pointerTo('/features', feature)),
  }
  const found = wasRead(reports) ? featuresNamed(feature, reports) : reports
  if ('outcome' in found) return { ...about, ...notRead(found) }
  const GRAVEST = ['contradiction', 'no-value', 'drifted', 'nothing', 'stable'] as const
  const said = GRAVEST.find((it) => found.some((one) => one.said === it)) ?? 'nothing'
  const place = found.find((one) => one.said === said)?.place.at ?? { path: '' }
  const params = { feature, place: shown(place) }
  const answer = {
    contradiction: { outcome: 'error', message: message('drift.contradiction', { features: [feature] }) },
    'no-value': { outcome: 'error', message: message('drift.no-value', { features: [feature] }) },
    drifted: { outcome: 'fail', message: message('drift.said-drifted', params) },
    nothing: { outcome: 'missing', message: message('drift.said-nothing', params) },
    stable: { outcome: 'pass', message: message('drift.said-stable', params) },
  } as const
  return { ...about, ...answer[said], evidence: place }
}

function none(outcome: NotRead['outcome'], why: Message, place: Place | undefined): NotRead {
  return { kind: 'none', outcome, message: why, ...(place && { at: place.at }) }
}

function listed(names: readonly string[]): string[] {
  const unique = [...new Set(names)].map((it) => clip(it, 100))
  return unique.length > MAX_SHOWN ? [...unique.slice(0, MAX_SHOWN), `… (+${unique.length - MAX_SHOWN})`] : unique
}

function sameNumber(a: Place, b: Place): boolean {
  if (a.node.kind !== 'number' || b.node.kind !== 'number') return false
  const [left, right] = [parseDecimal(a.node.text), parseDecimal(b.node.text)]
  return left !== undefined && right !== undefined && left.eq(right)
}
