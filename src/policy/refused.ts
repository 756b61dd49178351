import { compareLocations, compareText } from '../shared/location.js'
import { type Problem, problem, type Result } from '../shared/problem.js'

/** Most mistakes that are listed; the others are counted. */
const MAX_LISTED = 200

/** Problems in the order of their places, the first ones of very many. */
export function refused(problems: readonly Problem[]): Result<never> {
  const sorted = inOrder(problems)
  const more = sorted.length - MAX_LISTED
  const rest = more > 0 ? [problem('policy.more', { count: more })] : []
  return { ok: false, problems: [...sorted.slice(0, MAX_LISTED), ...rest] }
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compareLocations(a.at ?? NOWHERE, b.at ?? NOWHERE) || compareText(a.message.id, b.message.id),
  )
}

const NOWHERE = { path: '' }
