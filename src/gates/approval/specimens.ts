import type { Account, Approvals, Review } from '../../shared/approvals.js'
import { message } from '../../shared/message.js'
import { isTeam, loginKey } from '../../shared/person.js'
import type { MakeSpecimens, Specimens } from '../specimens.js'
import { countOf, groupsOf, listOf, type Options } from './options.js'

const HEAD = 'a'.repeat(40)
const OLDER = 'b'.repeat(40)
const AT = '2026-01-01T00:00:00Z'

/**
 * Everybody who may approve does, and then for each demand the same with all those approvals on the commit before: what
 * a stale approval does is what a gate that looks at names alone would miss.
 */
export const specimens: MakeSpecimens<Options> = ({ options }) => {
  const groups = groupsOf(options)
  const members = teamsOf(options)
  const people = (from: readonly string[]) =>
    from.flatMap((who) => (isTeam(who) ? (members.get(loginKey(who)) ?? []) : [who.slice(1)]))
  const everyone = groups.flatMap(({ seat }) => people(seat.from))
  const good = (stale: readonly string[], actor: string): Approvals => ({
    reviewed: {
      state: 'read',
      pull: {
        number: 1,
        head: HEAD,
        author: account(AUTHOR),
        commits: [{ sha: HEAD, hands: [{ part: 'author', name: '', email: '', account: account(AUTHOR) }] }],
        reviews: [...new Set(everyone)].map((login) => review(login, stale.includes(login))),
      },
    },
    started: { state: 'started', actors: [actor] },
    teams: [...members].map(([team, logins]) => ({ team, members: logins })),
  })
  const [deployer = AUTHOR] = people(listOf(options.deployers))
  const bad: Specimens['bad'] = groups.map(({ role, seat }) => ({
    id: role === undefined ? 'approval/count' : `approval/role/${role}`,
    change: message('specimen.stale', { people: seat.from }),
    files: () => ({}),
    approvals: good(people(seat.from), deployer),
  }))
  const stranger = { id: 'approval/deployers', change: message('specimen.stranger'), files: () => ({}) }
  return {
    good: {},
    approvals: good([], deployer),
    bad: options.deployers === undefined ? bad : [...bad, { ...stranger, approvals: good([], AUTHOR) }],
    impossible: [],
    metrics: [],
  }
}

/** No login has two hyphens in a row, so that it is nobody's. */
const AUTHOR = 'made--up'
function teamsOf(options: Options): ReadonlyMap<string, readonly string[]> {
  const named = [...groupsOf(options).flatMap(({ seat }) => seat.from), ...listOf(options.deployers)]
  // Enough of them for every demand by people of its own.
  const size = groupsOf(options).reduce((sum, { seat }) => sum + countOf(seat, 'high'), 1)
  const teams = [...new Set(named.filter(isTeam).map(loginKey))].sort()
  return new Map(
    teams.map((team, index) => [team, Array.from({ length: size }, (_, one) => `made-up--${index}-${one}`)]),
  )
}

function account(login: string): Account {
  return { login, id: login, person: true }
}

function review(login: string, stale: boolean): Review {
  return { by: account(login), state: 'APPROVED', commit: stale ? OLDER : HEAD, at: AT }
}
