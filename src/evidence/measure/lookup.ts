import type { Location } from '../../shared/location.js'
import type { Message } from '../../shared/message.js'
import type { Problem } from '../../shared/problem.js'
import type { Source } from '../evidence.js'
import type { GroupMeasurements, Measured, Measurement, Measurements } from './contract.js'
import { familyOf } from './names.js'

/**
 * A metric of predictions as a gate looks it up. `unasked`: predictions are not declared, or the name is no metric of
 * theirs, so other evidence has the say; `why` where they lack a column for it. `unavailable`: they are declared and could
 * not be read.
 */
export type MeasuredLookup =
  | { readonly kind: 'measured'; readonly measurement: Measurement; readonly at: Location }
  | { readonly kind: 'undefined'; readonly why: Message; readonly at: Location }
  | { readonly kind: 'unavailable'; readonly problem: Problem }
  | { readonly kind: 'unasked'; readonly why?: Message }

/** Looks a metric of all rows up. */
export function lookUpMeasured(source: Source<Measurements>, metric: string): MeasuredLookup {
  if (!source.declared || familyOf(metric) === undefined) return { kind: 'unasked' }
  const [problem] = [...source.unreadable, ...source.absent]
  if (problem !== undefined) return { kind: 'unavailable', problem }
  const [item] = source.items
  return item === undefined ? { kind: 'unasked' } : placed(item.content.metric(metric), { path: item.file.path })
}

/** One group, and its metric as a gate looks it up. */
export interface MeasuredGroup {
  readonly group: GroupMeasurements
  readonly found: MeasuredLookup
}

/**
 * Looks a metric up in each group of an attribute, or of an intersection of several. Undefined where predictions say
 * nothing of such groups: not declared, not divided so, or no metric of theirs.
 */
export function lookUpGroups(
  source: Source<Measurements>,
  metric: string,
  attributes: readonly string[],
): readonly MeasuredGroup[] | Extract<MeasuredLookup, { kind: 'unavailable' }> | undefined {
  if (!source.declared || familyOf(metric) === undefined) return undefined
  const [problem] = [...source.unreadable, ...source.absent]
  if (problem !== undefined) return { kind: 'unavailable', problem }
  const [item] = source.items
  if (item === undefined) return undefined
  const { groups, lacks } = item.content
  const found = groups(attributes)
  if (found === undefined && lacks !== undefined) {
    return { kind: 'unavailable', problem: { message: lacks(attributes), at: { path: item.file.path }, absent: true } }
  }
  return found?.map((group) => ({ group, found: placed(group.metric(metric), { path: item.file.path }) }))
}

function placed(measured: Measured, at: Location): MeasuredLookup {
  if (measured.kind === 'unknown')
    return measured.why === undefined ? { kind: 'unasked' } : { ...measured, kind: 'unasked' }
  return { ...measured, at }
}
