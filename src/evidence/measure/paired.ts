import type { Location } from '../../shared/location.js'
import type { Problem } from '../../shared/problem.js'
import type { Interval } from '../../stats/interval.js'
import type { Source } from '../evidence.js'
import type { Measurements } from './contract.js'
import { lookUpMeasured, type MeasuredLookup } from './lookup.js'

/** A baseline's predictions beside those of the model that is judged. */
export interface Pairing {
  readonly rows: number
  /** Why the two are not of the same rows; empty where they are, and every difference is of pairs. */
  readonly problems: readonly Problem[]
  /** The baseline's metrics. */
  readonly baseline: Measurements
  /** The interval of current minus baseline, on the scale of fractions; undefined where the pairs say nothing. */
  readonly difference: (metric: string, level: number) => Interval | undefined
}

/**
 * A baseline's metric as a gate looks it up. `unasked`: no predictions of a baseline are named, or they give no such
 * metric, so other evidence has the say. `apart`: both tables were read, and they are not of the same rows.
 */
export type PairedLookup =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'unavailable'; readonly problem: Problem }
  | { readonly kind: 'apart'; readonly problem: Problem; readonly at: Location }
  | {
      readonly kind: 'paired'
      readonly found: Exclude<MeasuredLookup, { kind: 'unasked' }>
      readonly pairing: Pairing
      readonly at: Location
    }

/** Looks the baseline's metric of all rows up. */
export function lookUpPaired(source: Source<Pairing>, metric: string): PairedLookup {
  const items = source.items.map(({ file, content }) => ({ file, content: content.baseline }))
  const found = lookUpMeasured({ ...source, items }, metric)
  if (found.kind === 'unasked' || found.kind === 'unavailable') return found
  const [item] = source.items
  if (item === undefined) return { kind: 'unasked' }
  const at = { path: item.file.path }
  const [problem] = item.content.problems
  return problem === undefined ? { kind: 'paired', found, pairing: item.content, at } : { kind: 'apart', problem, at }
}
