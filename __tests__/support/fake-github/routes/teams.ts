import type { Answer, Call, Route } from '../call.js'
import { paginate } from '../call.js'
import { notFound } from '../http-error.js'
import { userJson } from '../render.js'
import { demand } from '../tokens.js'

export const TEAM_ROUTES: readonly Route[] = [
  { operation: 'teams/list-members-in-org', method: 'GET', path: 'teams/{team_slug}/members', handle: members },
]

/** A workflow's own token may not ask; a team that is not there, or not to be seen, is not found. */
function members(call: Call): Answer {
  demand(call.grant, 'read', 'members')
  const all = call.state.teams.get(`${call.params.org}/${call.params.team_slug}`)
  if (all === undefined) throw notFound()
  const { items, headers } = paginate(call, all)
  return { status: 200, body: items.map((login) => userJson(call, login)), headers }
}
