import { entriesOf, entryOf, type Place } from '../place.js'
import { WRAPPERS } from './names.js'
import {
  areOther,
  doubtfulNames,
  type Facet,
  type Group,
  type GroupReading,
  groupOf,
  isScalar,
  lacking,
  SIZES,
  type Wanted,
} from './reading.js'
import { doubtfulSizes } from './sizes.js'

/** Every way in which nested maps can hold the wanted values. */
export function mapReadings(base: Place, wanted: Wanted): GroupReading[] {
  const { metric, by } = wanted
  const attribute = entryOf(base, by)
  const measured = entryOf(base, metric)
  return [
    ...heldBy(attribute).flatMap((place) => belowAttribute(place, wanted)),
    ...heldBy(measured).flatMap((place) => belowMetric(place, wanted)),
    ...reading(base, `*/${metric}`, ['by'], groupsWithMetric(base, metric)),
    ...reading(base, '*', ['metric', 'by'], attribute || measured ? NONE : groupsOfValues(base)),
  ]
}

/**
 * Where the groups of an attribute or a metric stand: below a key that says so, beside which there is something else
 * (`{gender: {overall: {…}, by_group: {…}}}`), or else in the map itself.
 */
export function heldBy(named: Place | undefined): Place[] {
  if (named === undefined) return []
  const wrapped = WRAPPERS.flatMap((name) => entryOf(named, name) ?? []).filter(({ node }) => !isScalar(node))
  return wrapped.length > 0 ? wrapped : [named]
}

/** `{gender: {accuracy: {F: 0.9}}}`, `{gender: {F: {accuracy: 0.9}}}`, `{gender: {F: 0.9}}`. */
function belowAttribute(attribute: Place, { metric, by }: Wanted): GroupReading[] {
  const measured = entryOf(attribute, metric)
  return [
    ...heldBy(measured).flatMap((place) => reading(attribute, `${by}/${metric}/*`, [], groupsOfValues(place))),
    ...reading(attribute, `${by}/*/${metric}`, [], groupsWithMetric(attribute, metric)),
    ...reading(attribute, `${by}/*`, ['metric'], measured === undefined ? groupsOfValues(attribute) : NONE),
  ]
}

/** `{accuracy: {gender: {F: 0.9}}}`, `{accuracy: {F: 0.9}}`. */
function belowMetric(measured: Place, { metric, by }: Wanted): GroupReading[] {
  const attribute = entryOf(measured, by)
  if (attribute === undefined) return reading(measured, `${metric}/*`, ['by'], groupsOfValues(measured))
  return heldBy(attribute).flatMap((place) => reading(attribute, `${metric}/${by}/*`, [], groupsOfValues(place)))
}

/** The groups of a map, and what stands among them that may be one more. */
interface Members {
  readonly groups: readonly Group[]
  readonly doubts: readonly string[]
}

const NONE: Members = { groups: [], doubts: [] }

function reading({ at }: Place, shape: string, unnamed: readonly Facet[], { groups, doubts }: Members): GroupReading[] {
  const names = groups.map(({ name }) => name)
  if (groups.length === 0 || areOther(names, unnamed)) return []
  return [{ shape, at, unnamed, groups, doubts: [...doubts, ...doubtfulNames(groups, unnamed)] }]
}

/** Groups of `{F: 0.9, M: 0.8}`; none where anything but plain values stands there. */
function groupsOfValues(place: Place): Members {
  const all = entriesOf(place)
  const entries = all.filter(([name]) => !SIZES.includes(name))
  if (!entries.every(([, { node }]) => isScalar(node))) return NONE
  const groups = entries.map(([name, value]) => groupOf(name, value))
  const sizes = all.filter(([name]) => SIZES.includes(name))
  return { groups, doubts: doubtfulSizes(sizes, groups) }
}

/**
 * Groups of `{F: {accuracy: 0.9, n: 100}, M: {…}}`; none where no entry holds the metric. A group that lacks it, or
 * that holds something else than a map, stays as a group without a value.
 */
function groupsWithMetric(place: Place, metric: string): Members {
  const all = entriesOf(place)
  const sizes = all.filter(([name, { node }]) => isScalar(node) && SIZES.includes(name))
  const entries = all.filter(([name, { node }]) => !(isScalar(node) && (SIZES.includes(name) || name === metric)))
  const valued = entries.map(([name, group]) => ({ name, group, value: entryOf(group, metric) }))
  if (!valued.some(({ value }) => value !== undefined && isScalar(value.node))) return NONE
  const groups = valued.map(({ name, group, value }) => groupOf(name, value ?? lacking(group)))
  return { groups, doubts: doubtfulSizes(sizes, groups) }
}
