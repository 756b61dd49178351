import type { Location } from '../shared/location.js'
import { type Problem, problem } from '../shared/problem.js'
import { RETENTIONS } from '../shared/retention.js'

/** What becomes of a run whose decision could not be recorded, the mildest first. */
export const UNRECORDED = ['warn', 'error'] as const

/** `audit:` in a policy, as the schema has accepted it. Exactly one of `branch` and `folder` is there. */
export interface Audit {
  /** The short name of a branch of the judged repository. */
  readonly branch?: string
  /** A folder, relative to the judged one and below it. */
  readonly folder?: string
  readonly retention?: string
  /** Default: `error`. */
  readonly unrecorded?: (typeof UNRECORDED)[number]
}

/** `audit:` in the policy's schema. */
export const auditSchema = {
  type: 'object',
  additionalProperties: false,
  minProperties: 1,
  description: 'where each decision is recorded, in a chain that shows what was altered',
  examples: [{ branch: 'ml-governance' }],
  properties: {
    branch: {
      type: 'string',
      pattern: '\\S',
      description: 'a branch of this repository that holds nothing else; made on first use',
    },
    folder: { type: 'string', pattern: '\\S', description: 'a folder below the working directory' },
    retention: {
      enum: RETENTIONS.map(({ id }) => id),
      description: 'the rule that says how long records are kept; shown with each, nothing is ever deleted',
    },
    unrecorded: {
      enum: UNRECORDED,
      description: 'what a decision that cannot be recorded is: error (default) or warn',
    },
  },
} as const

/** What a schema cannot express: one place, a branch's name that Git takes, a folder that lies inside. */
export function auditMistakes(audit: Audit | undefined, locate: (segments: readonly string[]) => Location): Problem[] {
  if (typeof audit !== 'object' || audit === null) return []
  const { branch, folder } = audit
  const places = [branch, folder].filter((place) => place !== undefined)
  const name = (found: unknown) => String(found).slice(0, 60)
  return [
    ...(places.length === 1
      ? []
      : [problem(places.length === 0 ? 'policy.audit-nowhere' : 'policy.audit-twice', {}, locate(['audit']))]),
    ...(branch === undefined || isBranch(branch)
      ? []
      : [problem('policy.branch', { found: name(branch) }, locate(['audit', 'branch']))]),
    ...(folder === undefined || isBelow(folder)
      ? []
      : [problem('policy.folder', { found: name(folder) }, locate(['audit', 'folder']))]),
  ]
}

/** Of the names that Git takes (git-check-ref-format) those without signs that need care. */
function isBranch(name: unknown): boolean {
  return (
    typeof name === 'string' &&
    /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(name) &&
    !/\.\.|\/\/|\/\.|\.lock(?:\/|$)|[./]$/.test(name)
  )
}

function isBelow(path: unknown): boolean {
  return typeof path === 'string' && !/^[/\\]|^[A-Za-z]:|\\|\p{Cc}/u.test(path) && !path.split('/').includes('..')
}

/** `audit:` of a policy as it was in force; undefined where it demands none. */
export function auditOf(resolved: unknown): Audit | undefined {
  if (typeof resolved !== 'object' || resolved === null || !('audit' in resolved)) return undefined
  const { audit } = resolved
  return typeof audit === 'object' && audit !== null ? audit : undefined
}
