import type { Answer, Call, Route } from '../call.js'
import { idParam, paginate } from '../call.js'
import { notFound } from '../http-error.js'
import { pullJson } from '../render.js'
import { demand } from '../tokens.js'

export const PULL_ROUTES: readonly Route[] = [
  { operation: 'pulls/get', method: 'GET', path: 'pulls/{number}', handle: get },
  {
    operation: 'repos/list-pull-requests-associated-with-commit',
    method: 'GET',
    path: 'commits/{sha}/pulls',
    handle: ofCommit,
  },
]

function get(call: Call): Answer {
  demand(call.grant, 'read', 'pull_requests')
  const number = idParam(call, 'number')
  const pull = call.state.pulls.find((candidate) => candidate.number === number)
  if (pull === undefined) throw notFound()
  return { status: 200, body: pullJson(call, pull) }
}

/** Every pull request the commit belongs to, not only those it is the head of. */
function ofCommit(call: Call): Answer {
  demand(call.grant, 'read', 'pull_requests')
  const sha = call.params.sha ?? ''
  call.state.demandCommit(sha)
  const all = call.state.pulls.filter((pull) => pull.headSha === sha || pull.commits?.includes(sha) === true)
  const { items, headers } = paginate(call, all)
  return { status: 200, body: items.map((pull) => pullJson(call, pull)), headers }
}
