import { entriesOf, entryOf, type Place } from '../place.js'
import {
  areOther,
  type Facet,
  type Group,
  type GroupReading,
  groupOf,
  isScalar,
  lacking,
  SIZES,
  type Wanted,
} from './reading.js'

/** Every way in which nested maps can hold the wanted values. */
export function mapReadings(base: Place, wanted: Wanted): GroupReading[] {
  const { metric, by } = wanted
  const attribute = entryOf(base, by)
  const measured = entryOf(base, metric)
  return [
    ...(attribute === undefined ? [] : belowAttribute(attribute, wanted)),
    ...(measured === undefined ? [] : belowMetric(measured, wanted)),
    ...reading(base, `*/${metric}`, ['by'], groupsWithMetric(base, metric)),
    ...reading(base, '*', ['metric', 'by'], attribute || measured ? [] : groupsOfValues(base)),
  ]
}

/** `{gender: {accuracy: {F: 0.9}}}`, `{gender: {F: {accuracy: 0.9}}}`, `{gender: {F: 0.9}}`. */
function belowAttribute(attribute: Place, { metric, by }: Wanted): GroupReading[] {
  const measured = entryOf(attribute, metric)
  const values = measured === undefined ? [] : groupsOfValues(measured)
  return [
    ...reading(attribute, `${by}/${metric}/*`, [], values),
    ...reading(attribute, `${by}/*/${metric}`, [], groupsWithMetric(attribute, metric)),
    ...reading(attribute, `${by}/*`, ['metric'], measured === undefined ? groupsOfValues(attribute) : []),
  ]
}

/** `{accuracy: {gender: {F: 0.9}}}`, `{accuracy: {F: 0.9}}`. */
function belowMetric(measured: Place, { metric, by }: Wanted): GroupReading[] {
  const attribute = entryOf(measured, by)
  if (attribute === undefined) return reading(measured, `${metric}/*`, ['by'], groupsOfValues(measured))
  return reading(attribute, `${metric}/${by}/*`, [], groupsOfValues(attribute))
}

function reading({ at }: Place, shape: string, unnamed: readonly Facet[], groups: readonly Group[]): GroupReading[] {
  const names = groups.map(({ name }) => name)
  return groups.length === 0 || areOther(names, unnamed) ? [] : [{ shape, at, unnamed, groups }]
}

/** Groups of `{F: 0.9, M: 0.8}`; none where anything but plain values stands there. */
function groupsOfValues(place: Place): Group[] {
  const entries = entriesOf(place).filter(([name]) => !SIZES.includes(name))
  if (!entries.every(([, { node }]) => isScalar(node))) return []
  return entries.map(([name, value]) => groupOf(name, value))
}

/**
 * Groups of `{F: {accuracy: 0.9, n: 100}, M: {…}}`; none where no entry holds the metric. A group that lacks it, or
 * that holds something else than a map, stays as a group without a value.
 */
function groupsWithMetric(place: Place, metric: string): Group[] {
  const entries = entriesOf(place).filter(([name, { node }]) => {
    return !(isScalar(node) && (SIZES.includes(name) || name === metric))
  })
  const valued = entries.map(([name, group]) => ({ name, group, value: entryOf(group, metric) }))
  if (!valued.some(({ value }) => value !== undefined && isScalar(value.node))) return []
  return valued.map(({ name, group, value }) => groupOf(name, value ?? lacking(group)))
}
