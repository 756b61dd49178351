import { pointerTo } from '../../shared/location.js'
import { PERSON } from '../../shared/person.js'

/** `approval:` in a policy. */
export interface Options extends Seat {
  /** Each takes persons of its own: nobody counts twice. */
  readonly roles?: Readonly<Record<string, Role>>
  readonly 'separate-duties'?: boolean
  /** Who trained the model; never an approver of it while duties are separate. */
  readonly 'trained-by'?: People
  /** Whose addresses in commits are, where GitHub does not know. */
  readonly accounts?: Readonly<Record<string, string>>
  readonly deployers?: People
}

/** `@login`, `@org/team`, or a list of them. */
export type People = string | readonly string[]

/** How many approvals of whom. */
export interface Seat {
  readonly count?: number
  readonly from?: People
  readonly 'by-risk'?: Readonly<Partial<Record<Risk, { readonly count: number }>>>
}

type Role = People | (Seat & { readonly from: People })

/** The classes of risk, the mildest first. */
export const RISKS = ['minimal', 'limited', 'high'] as const
type Risk = (typeof RISKS)[number]

/** Above it a count is a slip of the pen. */
export const MAX_COUNT = 20
export const MAX_ROLES = 20

const person = { type: 'string', pattern: PERSON }
const list = { type: ['string', 'array'], pattern: PERSON, minItems: 1, items: person }
const count = { type: 'integer', minimum: 1, description: 'how many people have to approve; default 1' }
const perRisk = { type: 'object', required: ['count'], additionalProperties: false, properties: { count } }

/** One definition each: they are said of several keys. */
const $defs = {
  'approval-people': list,
  'approval-by-risk': {
    type: 'object',
    minProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(RISKS.map((risk) => [risk, { $ref: '#/$defs/approval-per-risk' }])),
  },
  'approval-per-risk': perRisk,
}

const people = (description: string) => ({ $ref: '#/$defs/approval-people', description })

const seat = {
  count,
  from: people('who may approve: "@login" or "@org/team"'),
  'by-risk': {
    $ref: '#/$defs/approval-by-risk',
    description: "more approvals where the policy's risk is that high, or higher",
  },
}

export const schema = {
  $defs,
  type: 'object',
  description: 'Who has to approve a pull request, and who may deploy.',
  examples: [{ from: '@org/reviewers' }],
  minProperties: 1,
  additionalProperties: false,
  properties: {
    ...seat,
    roles: {
      type: 'object',
      minProperties: 1,
      description: 'approvals by role, a person of its own for each',
      additionalProperties: {
        ...list,
        type: ['string', 'array', 'object'],
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
      const seat = isSeat(written) ? { ...written, from: listOf(written.from) } : { from: listOf(written) }
      return { role, seat, pointer: pointerTo('/roles', role) }
    })
  if (from === undefined) return named
  const rest = { from: listOf(from), ...(count !== undefined && { count }), ...(byRisk && { 'by-risk': byRisk }) }
  return [...named, { seat: rest, pointer: '' }]
}

function isSeat(role: Role): role is Exclude<Role, People> {
  return typeof role === 'object' && !Array.isArray(role)
}

/** One person, or several; none where nothing is written. */
export function listOf(people: People | undefined): readonly string[] {
  return typeof people === 'string' ? [people] : (people ?? [])
}

/** How many are demanded: the largest number that is written for any risk, for the policy's, or for a lower one. */
export function countOf({ count = 1, 'by-risk': byRisk = {} }: Seat, risk: string | undefined): number {
  const order: readonly string[] = RISKS
  const reached = RISKS.slice(0, order.indexOf(risk ?? '') + 1)
  return Math.max(count, ...reached.map((known) => byRisk[known]?.count ?? 0))
}
