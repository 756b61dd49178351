import type { Evidence, Source } from '../../evidence/evidence.js'
import { isOverall } from '../../evidence/groups/vocabulary.js'
import { type GroupLookup, selectGroups } from '../../evidence/groups.js'
import { lookUpGroups } from '../../evidence/measure/lookup.js'
import { familyOf } from '../../evidence/measure/names.js'
import { groupSample } from '../../evidence/sample/beside.js'
import type { Node } from '../../evidence/tree.js'
import { shown } from '../../shared/location.js'
import { type Message, message } from '../../shared/message.js'
import { asFraction } from '../bound.js'
import { disagreement, withReason } from '../metric.js'
import { percentDoubt } from '../percent.js'
import { isGone, type NotRead, type NumberRead, ofSomeRows, onScale, toNumber, unavailable } from '../reading.js'
import { ratesOf, synonymsOf } from './definitions.js'
import { measuredGroups, withoutGroupValue } from './measured-groups.js'
import type { Rule } from './options.js'

/** One group with a finite value. */
export interface Group extends NumberRead {
  readonly name: string
}

export type Comparable = readonly [Group, Group, ...Group[]]

/** The groups of one rate: at least two. */
export interface Rate {
  readonly metric: string
  readonly groups: Comparable
}

export type Rates = { readonly kind: 'rates'; readonly rates: readonly [Rate, ...Rate[]] } | NotRead

/** Whether the policy asks for one metric only, and for one attribute only. */
export interface Sole {
  readonly metric: boolean
  readonly by: boolean
}

export function soleOf(rules: readonly { readonly rule: Rule }[]): Sole {
  return {
    metric: new Set(rules.flatMap(({ rule }) => ratesOf(rule.metric))).size === 1,
    by: new Set(rules.map(({ rule }) => rule.by)).size === 1,
  }
}

/** A group's name without what people write in two ways: case and blanks. `A+` and `A-` stay two. */
export function plainName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The groups a rule compares, of each rate that its metric stands for; else why they cannot be compared. */
export function readRates(evidence: Evidence, rule: Rule, sole: Sole): Rates {
  const [first, ...others] = ratesOf(rule.metric)
  const head = readRate(evidence, rule, first, sole)
  if ('kind' in head) return head
  const rates: [Rate, ...Rate[]] = [head]
  for (const rate of others) {
    const read = readRate(evidence, rule, rate, sole)
    if ('kind' in read) return read
    rates.push(read)
  }
  return { kind: 'rates', rates }
}

/**
 * What predictions give is taken, because it was computed here; a file that states the groups too has to state the same
 * groups and values. Where predictions say nothing of them, the file has the say.
 */
function readRate({ groups: source, measured }: Evidence, rule: Rule, rate: string, sole: Sole): Rate | NotRead {
  const found = measuredGroups(measured, rule, rate)
  if (found !== undefined && 'kind' in found) return found
  if (found !== undefined && !source.declared) return comparable(rule, rate, found)
  const stated = statedGroups(source, rule, rate, sole)
  if (found === undefined) {
    const why = unmeasuredBecause(measured, rule, rate)
    if ('kind' in stated) return withReason(stated, why)
    return comparable(rule, rate, why === undefined ? stated : stated.map((group) => ({ ...group, unmeasured: why })))
  }
  if ('kind' in stated) return stated.outcome === 'missing' && !isGone(source) ? comparable(rule, rate, found) : stated
  return differing(stated, found, rate) ?? comparable(rule, rate, found)
}

/** Why the predictions that are named, which could have the groups, do not. */
function unmeasuredBecause(measured: Evidence['measured'], rule: Rule, rate: string): Message | undefined {
  if (!measured.declared) return undefined
  const { by, attributes } = rule
  if (familyOf(rate) === undefined) return message('fairness.no-metric', { metric: rate })
  const looked = lookUpGroups(measured, rate, attributes)
  const found = looked === undefined || 'problem' in looked ? [] : looked.map((one) => one.found)
  const [lacking] = found.flatMap((one) => (one.kind === 'unasked' && one.why !== undefined ? [one.why] : []))
  return lacking ?? message('fairness.undivided', { by, attributes })
}

/** The groups that files state, each with a finite value. */
export function statedGroups(source: Source<Node>, rule: Rule, rate: string, sole: Sole): Group[] | NotRead {
  const gap = unavailable(source, 'groups')
  if (gap !== undefined) return gap
  const { by, unit } = rule
  const items = source.items.map(({ file, content }) => ({ path: file.path, content }))
  const names = [rate, ...synonymsOf(rule.metric, rate)]
  const lookups = names.flatMap((name) => namesOf(rule).map((attribute) => selectGroups(items, name, attribute, sole)))
  const lookup = lookups.find(({ kind }) => kind !== 'absent') ?? lookups[0]
  const paths = items.map(({ path }) => path)
  if (lookup === undefined || lookup.kind !== 'found') {
    return notFound(lookup ?? { kind: 'absent', nearest: [] }, rate, by, paths)
  }
  const groups: Group[] = []
  for (const { name, value, at, place } of lookup.groups) {
    if (value.kind === 'map' || value.kind === 'list') {
      const params = { group: name, place: shown(at) }
      return { kind: 'none', outcome: 'error', message: message('fairness.group-shape', params), at }
    }
    const reading = onScale(toNumber(value, name, at), rate, unit)
    if (reading.kind === 'none') return withoutGroupValue(name, reading)
    const doubt = percentDoubt(place, rate, reading.value, unit)
    const sample = groupSample(place, name, rate, asFraction(reading.value, unit))
    const group = ofSomeRows({ ...reading, name, sample, ...(doubt && { doubt }) }, name)
    if (group.kind === 'none') return withoutGroupValue(name, group)
    groups.push(group)
  }
  return groups
}

/** How a file may have the groups: an intersection's attributes stand in columns of their own, or one after the other. */
function namesOf({ by, attributes }: Rule): (string | readonly string[])[] {
  return attributes.length === 1 ? [by] : [attributes, by, attributes.join(', '), attributes.join(' & ')]
}

/** The error of a file that states other groups or values than the predictions give; a row for everyone is none. */
function differing(stated: readonly Group[], found: readonly Group[], rate: string): NotRead | undefined {
  const byName = new Map(found.map((group) => [group.name, group]))
  for (const group of stated) {
    const other = byName.get(group.name)
    const wrong = other && disagreement(group, other, rate, `${rate} (${group.name})`)
    if (wrong !== undefined) return wrong
  }
  const strangers = stated.filter(({ name }) => !byName.has(name) && !isOverall(name))
  const [stranger] = strangers
  if (stranger === undefined) return undefined
  const params = { strangers: strangers.map(({ name }) => name), found: found.map(({ name }) => name) }
  return { kind: 'none', outcome: 'error', message: message('fairness.strangers', params), at: stranger.at }
}

/** At least two groups, and each that the rule names. */
function comparable({ by, groups: named = [] }: Rule, metric: string, groups: readonly Group[]): Rate | NotRead {
  const found = groups.map(({ name }) => name)
  const lacking = named.filter((name) => !found.includes(name))
  const [first, second, ...rest] = groups
  const at = first && { at: first.at }
  const none = { kind: 'none', outcome: 'missing', ...at } as const
  // One group in two spellings is one.
  if (first === undefined || second === undefined || new Set(found.map(plainName)).size < 2) {
    return { ...none, message: message('fairness.one-group', { metric, by, found }) }
  }
  if (lacking.length > 0) return { ...none, message: message('fairness.lacking', { metric, by, lacking, found }) }
  return { metric, groups: [first, second, ...rest] }
}

function notFound(
  lookup: Exclude<GroupLookup, { kind: 'found' }>,
  metric: string,
  by: string,
  paths: readonly string[],
): NotRead {
  const place = paths[0] === undefined ? {} : { at: { path: paths[0] } }
  if (lookup.kind === 'absent') {
    const id = lookup.nearest.length > 0 ? 'fairness.absent-near' : 'fairness.absent'
    return {
      kind: 'none',
      outcome: 'missing',
      message: message(id, { metric, by, paths, nearest: lookup.nearest }),
      ...place,
    }
  }
  const said =
    lookup.kind === 'unnamed'
      ? message('fairness.unnamed', { paths, unnamed: lookup.unnamed.map((facet) => FACETS[facet]) })
      : message('fairness.ambiguous', { metric, by, paths, readings: lookup.readings })
  return { kind: 'none', outcome: 'error', message: said, ...place }
}

/** What the file calls the two names that a policy gives to a comparison. */
const FACETS = { metric: 'metric', by: 'attribute' }
