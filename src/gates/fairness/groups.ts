import type { Source } from '../../evidence/evidence.js'
import { type GroupLookup, selectGroups } from '../../evidence/groups.js'
import type { Node } from '../../evidence/tree.js'
import type { Decimal } from '../../shared/decimal.js'
import type { Location } from '../../shared/location.js'
import { message } from '../../shared/message.js'
import { type NotRead, onScale, toNumber, unavailable } from '../reading.js'
import type { Rule } from './options.js'

/** One group with a finite value. */
export interface Group {
  readonly name: string
  readonly value: Decimal
  readonly at: Location
}

export type Groups = { readonly kind: 'groups'; readonly groups: readonly [Group, Group, ...Group[]] } | NotRead

/** Whether the policy asks for one metric only, and for one attribute only. */
export interface Sole {
  readonly metric: boolean
  readonly by: boolean
}

/** The groups a rule compares: at least two, each with a finite value; else why it cannot be compared. */
export function readGroups(source: Source<Node>, { metric, by, unit }: Rule, sole: Sole): Groups {
  const gap = unavailable(source, 'groups')
  if (gap !== undefined) return gap
  const items = source.items.map(({ file, content }) => ({ path: file.path, content }))
  const lookup = selectGroups(items, metric, by, sole)
  if (lookup.kind !== 'found')
    return notFound(
      lookup,
      metric,
      by,
      items.map(({ path }) => path),
    )
  const groups: Group[] = []
  for (const { name, value, at } of lookup.groups) {
    const reading = onScale(toNumber(value, name, at), metric, unit)
    if (reading.kind === 'none')
      return { ...reading, message: message('fairness.group-value', { group: name, why: reading.message }) }
    groups.push({ name, value: reading.value, at })
  }
  return comparable(groups, metric, by)
}

/** Groups that can be compared: at least two. */
export function comparable(groups: readonly Group[], metric: string, by: string): Groups {
  const [first, second, ...rest] = groups
  if (first !== undefined && second !== undefined) return { kind: 'groups', groups: [first, second, ...rest] }
  return {
    kind: 'none',
    outcome: 'missing',
    message: message('fairness.one-group', { metric, by, found: groups.map(({ name }) => name) }),
    ...(first && { at: first.at }),
  }
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
