import type { Check } from '../verdict/outcome.js'
import type { Report } from './model.js'

/**
 * Whether the data have moved so far that the model should be trained again: `true` where a check of drift failed on its
 * evidence, `false` where all of them passed. Undefined where nothing is proven either way: no drift was judged, or evidence
 * is missing, unreadable or undecided, too old or of something else, or a failure is waived.
 */
export function retrainOf({ models }: Pick<Report, 'models'>): boolean | undefined {
  const gates = models.flatMap((model) => model.gates.filter(({ id }) => id === 'drift'))
  if (models.some((model) => model.gates.some(({ checks }) => checks.some(isUnsound)))) return undefined
  const outcomes = gates
    .flatMap(({ checks }) => checks.map(({ outcome }) => outcome))
    .filter((outcome) => outcome !== 'not-applicable')
  if (outcomes.includes('fail')) return true
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'pass') ? false : undefined
}

/** Whether the comparison is too old, or not of the commit, model or data that were to be judged. */
function isUnsound({ id, outcome }: Pick<Check, 'id' | 'outcome'>): boolean {
  return /^evidence\/(?:bind\/|age\/drift)/.test(id) && outcome !== 'pass' && outcome !== 'not-applicable'
}
