import { compareText, type Location } from '../shared/location.js'
import { PERSON } from '../shared/person.js'
import { ok, type Problem, problem, type Result } from '../shared/problem.js'
import { parseDay } from '../shared/time.js'
import type { Waiver } from '../verdict/waivers.js'

/** A day, `2026-12-31`. */
export const DATE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'

const text = { type: 'string', pattern: '\\S' }

/** `waivers:` in a policy. */
export const waiversSchema = {
  type: 'array',
  minItems: 1,
  description: 'checks that may fail until a day, each with who answers for it',
  examples: [
    [
      {
        check: 'performance/f1',
        reason: 'retraining is under way',
        owner: '@kim',
        'approved-by': '@lee',
        expires: '2027-01-31',
      },
    ],
  ],
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['check', 'reason', 'owner', 'approved-by', 'expires'],
    properties: {
      check: { ...text, description: 'the id of the check, exactly, such as performance/auc' },
      reason: { ...text, description: 'why it may fail until then' },
      owner: { type: 'string', pattern: PERSON, description: '@login or @org/team: who mends it' },
      'approved-by': {
        type: 'string',
        pattern: PERSON,
        description: '@login or @org/team: who decided; not the owner',
      },
      expires: { type: 'string', pattern: DATE, description: 'its last day (UTC), such as 2026-12-31' },
    },
  },
} as const

/** A waiver as the schema has accepted it. */
export type WrittenWaiver = Readonly<Record<'check' | 'reason' | 'owner' | 'approved-by' | 'expires', string>>

type Locate = (segments: readonly (string | number)[]) => Location

/** The waivers in order of their checks; or what a schema cannot express: days that do not exist, own approval, twice. */
export function readWaivers(written: readonly WrittenWaiver[], locate: Locate): Result<Waiver[]> {
  const problems: Problem[] = []
  const waivers = written.flatMap((one, index): Waiver[] => {
    const { check, reason, owner, expires, 'approved-by': approvedBy } = one
    const at = (...key: string[]) => locate(['waivers', index, ...key])
    if (owner.toLowerCase() === approvedBy.toLowerCase())
      problems.push(problem('policy.own-approval', { owner, check }, at('approved-by')))
    if (written.findIndex((other) => other.check === check) < index)
      problems.push(problem('policy.waived-twice', { check }, at('check')))
    const lastDay = parseDay(expires)
    if (lastDay !== undefined) return [{ check, reason, owner, approvedBy, lastDay, expires, at: at() }]
    problems.push(problem('policy.date', { name: `waivers/${index}/expires`, found: expires }, at('expires')))
    return []
  })
  if (problems.length > 0) return { ok: false, problems }
  return ok(waivers.sort((a, b) => compareText(a.check, b.check)))
}
