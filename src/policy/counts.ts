import { type Problem, problem } from '../shared/problem.js'
import type { PolicyDocument } from './document.js'
import type { Counts } from './policy.js'

/** `evidence: counts` as a policy writes it: a path, or what is named. */
export function countsOf(written: unknown, document: PolicyDocument): Counts | undefined {
  if (written === undefined) return undefined
  const named = typeof written === 'string' ? { path: written } : (written as Omit<Counts, 'at'>)
  return { groups: [], ...named, at: document.locate(['evidence', 'counts']) }
}

/** Counts beside predictions, and an attribute that a column of counts would stand for. */
export function countMistakes(evidence: unknown, document: PolicyDocument): Problem[] {
  if (typeof evidence !== 'object' || evidence === null || !('counts' in evidence)) return []
  const { counts } = evidence
  const both =
    'predictions' in evidence ? [problem('policy.counts-beside', {}, document.locate(['evidence', 'counts']))] : []
  const groups: unknown = typeof counts === 'object' && counts !== null && 'groups' in counts ? counts.groups : []
  if (!Array.isArray(groups)) return both
  return [
    ...both,
    ...groups.flatMap((name: unknown, index) => {
      const at = document.locate(['evidence', 'counts', 'groups', index])
      if (typeof name !== 'string') return []
      if (TAKEN.includes(name)) return [problem('policy.counts-column', { name, taken: TAKEN }, at)]
      return groups.indexOf(name) < index ? [problem('policy.counts-twice', { name }, at)] : []
    }),
  ]
}

/** Columns that mean something else. */
const TAKEN = ['slice', 'n', 'tp', 'fp', 'tn', 'fn', 'score', 'low', 'high', 'positives', 'negatives', 'score_sum']
