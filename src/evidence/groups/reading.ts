import { clip } from '../../shared/clip.js'
import { type Location, shown } from '../../shared/location.js'
import type { Place } from '../place.js'
import type { Node } from '../tree.js'
import { isTuple } from './names.js'
import { isOther, isOverall, isStatistic } from './vocabulary.js'

/** Longest text that describes a doubt. */
const MAX_DOUBT = 120

/** One group's value of the metric. */
export interface Group {
  readonly name: string
  /** What stands there; only a gate decides whether it is a number to compare. */
  readonly value: Node
  readonly at: Location
  readonly place: Place
}

/** What a file may leave unsaid. */
export type Facet = 'metric' | 'by'

/** One way in which a file can be understood as the values of a metric by group. */
export interface GroupReading {
  /** The shape as a path with `*` in place of the group. */
  readonly shape: string
  readonly at: Location
  /** What the file does not name and the policy has to supply. */
  readonly unnamed: readonly Facet[]
  readonly groups: readonly Group[]
  /** Places that may belong to the groups and may not: with one of them the reading is not certain. */
  readonly doubts: readonly string[]
}

/** What is looked for. */
export interface Wanted {
  readonly metric: string
  readonly by: string
  /** The attributes whose intersections are looked for in records that name all of them; in nothing else. */
  readonly parts?: readonly string[]
}

/** What stands between the parts of a group of several attributes, as in groups that predictions give. */
export const BETWEEN = ' & '

/** Names under which files say how many rows a group has; never a group, never a metric. */
export const SIZES: readonly string[] = ['n', 'count', 'support']

/** Whether names stand, all of them, for something plainly other than the groups they would be taken for. */
export function areOther(names: readonly string[], unnamed: readonly Facet[]): boolean {
  const stranger = strangerTo(unnamed)
  return names.some(stranger) && names.every((name) => stranger(name) || isOverall(name))
}

/** What is no group: where the file names metric and attribute only a statistic, else whatever else it may hold. */
function strangerTo(unnamed: readonly Facet[]): (name: string) => boolean {
  return unnamed.length > 0 ? isOther : isStatistic
}

/** What makes a reading uncertain, as a place and what stands there. */
export function doubt({ at }: { readonly at: Location }, what: string): string {
  return `${shown(at)} ${clip(what, MAX_DOUBT)}`
}

/**
 * Names among groups that are none: what the others are cannot be told either. A group of several attributes is none
 * of the one attribute that a file leaves unsaid.
 */
export function doubtfulNames(groups: readonly Group[], unnamed: readonly Facet[]): string[] {
  const stranger = strangerTo(unnamed)
  const isOfSeveral = (name: string) => unnamed.includes('by') && isTuple(name)
  return groups.filter(({ name }) => stranger(name) || isOfSeveral(name)).map((group) => doubt(group, group.name))
}

export function isScalar(node: Node): boolean {
  return node.kind !== 'map' && node.kind !== 'list'
}

export function groupOf(name: string, place: Place): Group {
  return { name, value: place.node, at: place.at, place }
}

/** Stands for a value that a group lacks: the group stays, so that nobody can hide one by leaving its value out. */
export function lacking(place: Place): Place {
  const { line = 1, column = 1 } = place.at
  return { node: { kind: 'null', at: { line, column }, text: '' }, at: place.at }
}
