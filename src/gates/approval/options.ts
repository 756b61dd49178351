import { PERSON } from '../../shared/person.js'

/** `approval:` in a policy. */
export interface Options extends Seat {
  /** Each takes persons of its own: nobody counts twice. */
  readonly roles?: Readonly<Record<string, Role>>
  readonly 'separate-duties'?: boolean
  /** Who trained the model; never an approver of it while duties are separate. */
  readonly 'trained-by'?: readonly string[]
  /** Whose addresses in commits are, where GitHub does not know. */
  readonly accounts?: Readonly<Record<string, string>>
  readonly deployers?: readonly string[]
}

/** How many approvals of whom. */
export interface Seat {
  readonly count?: number
  readonly from?: readonly string[]
  readonly 'by-risk'?: Readonly<Partial<Record<Risk, { readonly count: number }>>>
}

export type Role = readonly string[] | (Seat & { readonly from: readonly string[] })

/** The classes of risk, the mildest first. */
export const RISKS = ['minimal', 'limited', 'high'] as const
export type Risk = (typeof RISKS)[number]

/** Above it a count is a slip of the pen. */
export const MAX_COUNT = 20
export const MAX_ROLES = 20

const person = { type: 'string', pattern: PERSON }
const people = (description: string) => ({ type: 'array', minItems: 1, description, items: person })
const count = { type: 'integer', minimum: 1, description: 'how many people have to approve; default 1' }
const perRisk = { type: 'object', required: ['count'], additionalProperties: false, properties: { count } }

const seat = {
  count,
  from: people('who may approve: "@login" or "@org/team"'),
  'by-risk': {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    description: "more approvals where the policy's risk is that high, or higher",
    properties: Object.fromEntries(RISKS.map((risk) => [risk, perRisk])),
  },
}

export const schema = {
  type: 'object',
  description: 'Who has to approve a pull request, and who may deploy.',
  minProperties: 1,
  additionalProperties: false,
  properties: {
    ...seat,
    roles: {
      type: 'object',
      minProperties: 1,
      description: 'approvals by role, a person of its own for each',
      additionalProperties: {
        type: ['array', 'object'],
        minItems: 1,
        items: person,
        required: ['from'],
        additionalProperties: false,
        properties: seat,
      },
    },
    'separate-duties': {
      type: 'boolean',
      description: 'whoever wrote a commit or trained the model does not count as an approver; default true',
    },
    'trained-by': people('who trained the model: "@login"'),
    accounts: {
      type: 'object',
      minProperties: 1,
      description: 'whose an address in a commit is, where GitHub does not know: "lee@example.com": "@lee"',
      additionalProperties: person,
    },
    deployers: people('who may start a run that is not of a pull request: "@login", "@name[bot]" or "@org/team"'),
  },
} as const

/** A demand for approvals with its place below the gate's key. */
export interface Group {
  /** Absent for the approvals of no particular role. */
  readonly role?: string
  readonly seat: Seat & { readonly from: readonly string[] }
  readonly pointer: string
}

/** The demands for approvals: roles in order of their names, then the rest. */
export function groupsOf({ roles = {}, count, from, 'by-risk': byRisk }: Options): Group[] {
  const named = Object.entries(roles)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([role, written]): Group => {
      const seat: Group['seat'] = isList(written) ? { from: written } : written
      return { role, seat, pointer: `/roles/${role.replaceAll('~', '~0').replaceAll('/', '~1')}` }
    })
  if (from === undefined) return named
  const rest = { from, ...(count !== undefined && { count }), ...(byRisk && { 'by-risk': byRisk }) }
  return [...named, { seat: rest, pointer: '' }]
}

function isList(role: Role): role is readonly string[] {
  return Array.isArray(role)
}

/** How many are demanded: the largest number that is written for any risk, for the policy's, or for a lower one. */
export function countOf({ count = 1, 'by-risk': byRisk = {} }: Seat, risk: string | undefined): number {
  const order: readonly string[] = RISKS
  const reached = RISKS.slice(0, order.indexOf(risk ?? '') + 1)
  return Math.max(count, ...reached.map((known) => byRisk[known]?.count ?? 0))
}
