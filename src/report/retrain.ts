import type { Report } from './model.js'

/**
 * Whether the data have moved so far that the model should be trained again: `true` where a check of drift failed on its
 * evidence, `false` where all of them passed. Undefined where nothing is proven either way: no drift was judged, or evidence
 * is missing, unreadable or undecided, or a failure is waived.
 */
export function retrainOf({ models }: Pick<Report, 'models'>): boolean | undefined {
  const gates = models.flatMap((model) => model.gates.filter(({ id }) => id === 'drift'))
  const outcomes = gates
    .flatMap(({ checks }) => checks.map(({ outcome }) => outcome))
    .filter((outcome) => outcome !== 'not-applicable')
  if (outcomes.includes('fail')) return true
  return outcomes.length > 0 && outcomes.every((outcome) => outcome === 'pass') ? false : undefined
}
