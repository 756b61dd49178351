import { isBot, isTeam, loginKey } from '../../shared/person.js'
import { type Problem, problem } from '../../shared/problem.js'
import type { Demand, Gate } from '../contract.js'
import { deployerChecks } from './deployers.js'
import { fill } from './match.js'
import {
  countOf,
  type Group,
  groupsOf,
  listOf,
  MAX_COUNT,
  MAX_ROLES,
  type Options,
  RISKS,
  type Seat,
  schema,
} from './options.js'
import { involvedIn, reviewChecks } from './reviews.js'
import { terms } from './terms.js'
import { texts } from './texts.js'

/** Have the right people, other than those who made it, approved exactly this; and may who started the run deploy it? */
export const gate: Gate<Options> = {
  id: 'approval',
  needs: [],
  schema,
  texts,
  asks: (options) => {
    const groups = groupsOf(options)
    const people = [...groups.flatMap(({ seat }) => seat.from), ...listOf(options.deployers)]
    const teams = [...new Set(people.filter(isTeam).map(loginKey))].sort()
    return { reviews: groups.length > 0, actors: options.deployers !== undefined, teams }
  },
  involved: involvedIn,
  mistakes,
  terms,
  evaluate: (demand, _evidence, circumstances = {}) => [
    ...reviewChecks(demand, circumstances),
    ...deployerChecks(demand, circumstances),
  ],
}

const ROLE = /^[a-z][a-z0-9_-]{0,63}$/

function mistakes({ options, locate }: Demand<Options>): Problem[] {
  const { roles = {}, from, count, 'by-risk': byRisk } = options
  const names = Object.keys(roles)
  const nobody = from === undefined && (count !== undefined || byRisk !== undefined)
  const groups = groupsOf(options)
  const seats = groups.flatMap(({ role, seat, pointer }) => [
    ...(role === undefined || ROLE.test(role)
      ? []
      : [problem('approval.role-name', { role: role.slice(0, 60) }, locate(pointer))]),
    ...seatMistakes(seat, pointer, locate),
  ])
  const nothing = from === undefined && names.length === 0 && options.deployers === undefined
  return [
    ...(nobody ? [problem('approval.no-from', {}, locate(count === undefined ? '/by-risk' : '/count'))] : []),
    ...(nothing && !nobody ? [problem('approval.no-from', {}, locate(''))] : []),
    ...(names.length > MAX_ROLES ? [problem('approval.many-roles', { limit: MAX_ROLES }, locate('/roles'))] : []),
    ...(seats.length > 0 || names.length > MAX_ROLES ? seats : unfillable(groups, locate)),
    ...listOf(options['trained-by']).flatMap((who, index) =>
      isTeam(who) ? [problem('approval.trained-team', { who }, locate(`/trained-by/${index}`))] : [],
    ),
  ]
}

/** Demands that name the same few people: nobody counts twice, so that together they can never be met. */
function unfillable(groups: readonly Group[], locate: Demand<Options>['locate']): Problem[] {
  const named = groups.filter(({ seat }) => !seat.from.some(isTeam))
  const circles = named.map(({ seat }) => new Set(seat.from.map(loginKey)))
  const places = named.flatMap(({ seat }, group) => Array.from({ length: countOf(seat, 'high') }, () => ({ group })))
  const people = [...new Set(circles.flatMap((circle) => [...circle]))].sort()
  const filled = fill(places, people, (group, who) => circles[group]?.has(who) ?? false)
  const empty = places[filled.indexOf(undefined)]
  const at = empty && named[empty.group]
  return at === undefined
    ? []
    : [problem('approval.unfillable', { people: people.map((who) => `@${who}`) }, locate(at.pointer))]
}

function seatMistakes(seat: Seat & { from: readonly string[] }, pointer: string, locate: Demand<Options>['locate']) {
  const { count, from, 'by-risk': byRisk = {} } = seat
  const list = (index: number) => locate(`${pointer}/from/${index}`)
  const counts = [
    { value: count ?? 1, at: `${pointer}/count` },
    ...RISKS.map((risk) => ({ value: byRisk[risk]?.count ?? 1, at: `${pointer}/by-risk/${risk}/count` })),
  ]
  const most = Math.max(...counts.map(({ value }) => value))
  const logins = new Set(from.map(loginKey)).size
  return [
    ...counts
      .filter(({ value }) => value > MAX_COUNT)
      .map(({ value, at }) => problem('approval.many', { found: value, limit: MAX_COUNT }, locate(at))),
    ...from.flatMap((who, index) => [
      ...(isBot(who) ? [problem('approval.bot', { who }, list(index))] : []),
      ...(from.findIndex((other) => loginKey(other) === loginKey(who)) < index
        ? [problem('approval.twice', { who }, list(index))]
        : []),
    ]),
    ...(most <= MAX_COUNT && !from.some(isTeam) && logins < most
      ? [problem('approval.too-few', { count: most, people: logins }, locate(`${pointer}/from`))]
      : []),
  ]
}
