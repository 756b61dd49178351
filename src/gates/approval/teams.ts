import type { TeamRead } from '../../shared/approvals.js'
import { type Message, message } from '../../shared/message.js'
import { isTeam, loginKey } from '../../shared/person.js'

/** What these people's logins are compared by: those named, and the members of teams that could be read. */
export function circleOf(people: readonly string[], teams: readonly TeamRead[]): ReadonlySet<string> {
  return new Set(people.flatMap((written) => (isTeam(written) ? membersOf(written, teams) : [written])).map(loginKey))
}

function membersOf(written: string, teams: readonly TeamRead[]): readonly string[] {
  const members = teams.find(({ team }) => team === loginKey(written))?.members
  return isList(members) ? members : []
}

/** Why the first unreadable team among these people could not be read; undefined where all could. */
export function unreadTeam(people: readonly string[], teams: readonly TeamRead[]): Message | undefined {
  for (const written of people) {
    if (!isTeam(written)) continue
    const members = teams.find(({ team }) => team === loginKey(written))?.members
    if (isList(members)) continue
    return message('approval.team', { team: written, why: members ?? message('approval.team-not-asked') })
  }
  return undefined
}

function isList(members: TeamRead['members'] | undefined): members is readonly string[] {
  return Array.isArray(members)
}
