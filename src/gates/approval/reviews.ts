import type { Approvals, PullRequest } from '../../shared/approvals.js'
import { type Message, message } from '../../shared/message.js'
import { loginKey } from '../../shared/person.js'
import type { Approval, Check } from '../../verdict/outcome.js'
import type { Circumstances, Demand } from '../contract.js'
import { fill } from './match.js'
import { countOf, type Group, groupsOf, type Options } from './options.js'
import { authorOf, handsOf, type Voice, voicesOf } from './people.js'
import { circleOf, unreadTeam } from './teams.js'

/** Most reviews that a message explains. */
const MAX_ASIDES = 8

type Judgement = Pick<Check, 'outcome' | 'message' | 'actual' | 'distance' | 'side' | 'approvals'>

/** A check for each demand for approvals. */
export function reviewChecks(demand: Demand<Options>, { approvals, risk }: Circumstances): Check[] {
  const groups = groupsOf(demand.options)
  const counts = groups.map(({ seat }) => countOf(seat, risk))
  const judge = judged(demand.options, groups, counts, approvals)
  return groups.map(({ role, seat, pointer }, index): Check => {
    const title =
      role === undefined ? message('approval.title', { from: seat.from }) : message('approval.role', { role })
    const id = role === undefined ? 'approval/count' : `approval/role/${role}`
    return { id, title, expected: `>= ${counts[index]}`, policy: demand.locate(pointer), ...judge(index) }
  })
}

/** Nothing but a pull request that was read in full can pass. */
function judged(
  options: Options,
  groups: readonly Group[],
  counts: readonly number[],
  approvals: Approvals | undefined,
): (index: number) => Judgement {
  const reviewed = approvals?.reviewed ?? { state: 'not-asked' }
  switch (reviewed.state) {
    case 'not-asked':
      return () => ({ outcome: 'insufficient', message: message('approval.not-asked') })
    case 'unreadable':
      return () => ({ outcome: 'error', message: message('approval.unreadable', { why: reviewed.why }) })
    case 'absent':
      return () => ({ outcome: 'missing', message: reviewed.why })
    case 'read':
      return seated(options, groups, counts, reviewed.pull, approvals?.teams ?? [])
  }
}

function seated(
  options: Options,
  groups: readonly Group[],
  counts: readonly number[],
  pull: PullRequest,
  teams: Approvals['teams'],
): (index: number) => Judgement {
  const author = authorOf(pull)
  const separate = options['separate-duties'] ?? true
  const hands = separate ? handsOf(pull, options) : { why: new Map(), unknown: [] }
  const unknown = [...author.unknown, ...hands.unknown]
  const voices = voicesOf(pull, hands, author)
  const counting = voices.filter(({ not }) => not === undefined)
  const places = groups.flatMap((_, group) => Array.from({ length: counts[group] ?? 1 }, () => ({ group })))
  const circles = groups.map(({ seat }) => circleOf(seat.from, teams))
  const may = (group: number, login: string) => circles[group]?.has(loginKey(login)) ?? false
  const names = counting.map(({ login }) => login)
  const filled = fill(places, names, may)
  const byGroup = groups.map((_, group) => filled.filter((who, place) => who && places[place]?.group === group))
  return (index) => {
    const { seat, role } = groups[index] ?? {}
    const from = seat?.from ?? []
    const unread = unreadTeam(from, teams)
    if (unread !== undefined) return { outcome: 'error', message: unread }
    const seats = byGroup[index] ?? []
    const given = counting.filter(({ login }) => seats.includes(login))
    const missing = (counts[index] ?? 1) - given.length
    const about = { actual: String(given.length), approvals: given.map((voice) => approvalOf(voice, role)) }
    const commit = pull.head.slice(0, 7)
    if (missing > 0) {
      const said = message('approval.more', { count: missing, from, commit })
      const asides = voices.flatMap((voice) =>
        seats.includes(voice.login) ? [] : aside(voice, may(index, voice.login), groups[holderOf(voice, byGroup)]),
      )
      return { outcome: 'fail', message: chain(said, asides), distance: String(missing), side: 'below', ...about }
    }
    const people = given.map(({ login }) => `@${login}`)
    return unknown.length > 0
      ? {
          outcome: 'insufficient',
          message: message('approval.unknown', { people, unknown: shownUnknown(unknown) }),
          ...about,
        }
      : { outcome: 'pass', message: message('approval.pass', { people, commit }), ...about }
  }
}

function holderOf({ login }: Voice, byGroup: readonly (readonly (string | undefined)[])[]): number {
  return byGroup.findIndex((seats) => seats.includes(login))
}

/** Why a review does not count here. */
function aside({ login, not }: Voice, among: boolean, holder: Group | undefined): Message[] {
  const who = `@${login}`
  if (!among) return not === undefined ? [message('approval.not-among', { who })] : []
  if (not !== undefined) return [not]
  if (holder === undefined) return []
  return [
    holder.role === undefined
      ? message('approval.taken', { who })
      : message('approval.taken-role', { who, role: holder.role }),
  ]
}

function chain(said: Message, asides: readonly Message[]): Message {
  const shown = asides.slice(0, MAX_ASIDES)
  const left = asides.length - shown.length
  const all = left > 0 ? [...shown, message('approval.others', { count: left })] : shown
  return message('approval.sentence', {
    said: all.reduce((before, next) => message('approval.and', { before, next }), said),
  })
}

function approvalOf({ login, at, commit }: Voice, role: string | undefined): Approval {
  return { by: login, at, commit, ...(role !== undefined && { role }) }
}

const MAX_UNKNOWN = 3

function shownUnknown(unknown: readonly string[]): string[] {
  const more = unknown.length - MAX_UNKNOWN
  return [...unknown.slice(0, MAX_UNKNOWN), ...(more > 0 ? [`+${more}`] : [])]
}

/** Logins, in lower case, of everyone who had a hand in the change and so cannot excuse it from being approved. */
export function involvedIn(options: Options, { reviewed }: Approvals): string[] {
  if (reviewed.state !== 'read') return []
  const { pull } = reviewed
  const all = [authorOf(pull), ...(options['separate-duties'] === false ? [] : [handsOf(pull, options)])]
  return all.flatMap(({ why }) => [...why.keys()].filter((key) => !key.startsWith('#')))
}
