import type { Feature } from '../drift/features.js'
import { entryOf, firstEntryOf, type Place } from '../place.js'
import { atOf, moved, textOf } from './build.js'

/** Under which keys what Evidently writes has the parts of a feature. */
export interface FeatureKeys {
  readonly method: string
  readonly value: string
  /** The first that is there. */
  readonly threshold: readonly string[]
  readonly drifted: string
}

/** One feature, as a report or a test suite of Evidently has it. */
export function featureOf(name: string, place: Place, keys: FeatureKeys): Feature {
  const node = (found: Place | undefined) => found && moved(found)
  const flag = entryOf(place, keys.drifted)?.node
  return {
    name,
    column: name,
    at: atOf(place),
    method: textOf(entryOf(place, keys.method)),
    value: node(entryOf(place, keys.value)),
    threshold: node(firstEntryOf(place, keys.threshold)),
    drifted: flag?.kind === 'boolean' ? flag.text === 'true' : undefined,
  }
}
