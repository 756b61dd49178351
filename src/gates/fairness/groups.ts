import type { Source } from '../../evidence/evidence.js'
import { type GroupLookup, selectGroups } from '../../evidence/groups.js'
import { groupSample } from '../../evidence/sample/beside.js'
import type { Sample } from '../../evidence/sample/sample.js'
import type { Node } from '../../evidence/tree.js'
import type { Location } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { asFraction } from '../bound.js'
import { number, type Quantity } from '../quantity.js'
import { type NotRead, onScale, toNumber, unavailable } from '../reading.js'
import { ratesOf, synonymsOf } from './definitions.js'
import type { Rule } from './options.js'

/** One group with a finite value. */
export interface Group {
  readonly name: string
  readonly quantity: Quantity
  readonly at: Location
  readonly sample: Sample
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

/** The groups a rule compares, of each rate that its metric stands for; else why they cannot be compared. */
export function readRates(source: Source<Node>, rule: Rule, sole: Sole): Rates {
  const gap = unavailable(source, 'groups')
  if (gap !== undefined) return gap
  const [first, ...others] = ratesOf(rule.metric).map((rate) => readRate(source, rule, rate, sole))
  if (first === undefined) throw new Error(`no rate for ${rule.metric}`)
  if ('kind' in first) return first
  const rates: [Rate, ...Rate[]] = [first]
  for (const read of others) {
    if ('kind' in read) return read
    rates.push(read)
  }
  return { kind: 'rates', rates }
}

function readRate(source: Source<Node>, rule: Rule, rate: string, sole: Sole): Rate | NotRead {
  const { by, unit } = rule
  const items = source.items.map(({ file, content }) => ({ path: file.path, content }))
  const lookups = [rate, ...synonymsOf(rule.metric, rate)].map((name) => selectGroups(items, name, by, sole))
  const lookup = lookups.find(({ kind }) => kind !== 'absent') ?? lookups[0]
  const paths = items.map(({ path }) => path)
  if (lookup === undefined || lookup.kind !== 'found') {
    return notFound(lookup ?? { kind: 'absent', nearest: [] }, rate, by, paths)
  }
  const groups: Group[] = []
  for (const { name, value, at, place } of lookup.groups) {
    const reading = onScale(toNumber(value, name, at), rate, unit)
    if (reading.kind === 'none')
      return { ...reading, message: message('fairness.group-value', { group: name, why: reading.message }) }
    const sample = groupSample(place, name, rate, asFraction(reading.value, unit))
    groups.push({ name, quantity: number(reading.value), at, sample })
  }
  return comparable(rule, rate, groups)
}

/** At least two groups, and each that the rule names. */
function comparable({ by, groups: named = [] }: Rule, metric: string, groups: readonly Group[]): Rate | NotRead {
  const found = groups.map(({ name }) => name)
  const lacking = named.filter((name) => !found.includes(name))
  const [first, second, ...rest] = groups
  const at = first && { at: first.at }
  const none = { kind: 'none', outcome: 'missing', ...at } as const
  if (first === undefined || second === undefined) {
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
