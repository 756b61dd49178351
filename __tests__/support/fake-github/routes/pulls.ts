import type { Answer, Call, Route } from '../call.js'
import { idParam, paginate } from '../call.js'
import { notFound } from '../http-error.js'
import { pullJson } from '../render.js'
import { commitJson, emailOf, historyOf, reviewJson } from '../render-pull.js'
import { demand } from '../tokens.js'
import type { PullRequest } from '../types.js'

export const PULL_ROUTES: readonly Route[] = [
  { operation: 'pulls/list-files', method: 'GET', path: 'pulls/{number}/files', handle: files },
  { operation: 'pulls/get', method: 'GET', path: 'pulls/{number}', handle: get },
  { operation: 'pulls/list', method: 'GET', path: 'pulls', handle: list },
  { operation: 'pulls/list-reviews', method: 'GET', path: 'pulls/{number}/reviews', handle: reviews },
  { operation: 'pulls/list-commits', method: 'GET', path: 'pulls/{number}/commits', handle: commits },
  { operation: 'repos/list-commits', method: 'GET', path: 'commits', handle: log },
  {
    operation: 'repos/list-pull-requests-associated-with-commit',
    method: 'GET',
    path: 'commits/{sha}/pulls',
    handle: ofCommit,
  },
]

function get(call: Call): Answer {
  return { status: 200, body: pullJson(call, pullOf(call)) }
}

/** The pull requests in a state; by default the open ones. */
function list(call: Call): Answer {
  demand(call.grant, 'read', 'pull_requests')
  const { state = 'open' } = call.query
  const all = call.state.pulls.map((pull) => pullJson(call, pull))
  const { items, headers } = paginate(
    call,
    all.filter((pull) => state === 'all' || pull.state === state),
  )
  return { status: 200, body: items, headers }
}

function pullOf(call: Call): PullRequest {
  demand(call.grant, 'read', 'pull_requests')
  const number = idParam(call, 'number')
  const pull = call.state.pulls.find((candidate) => candidate.number === number)
  if (pull === undefined) throw notFound()
  return pull
}

function reviews(call: Call): Answer {
  const pull = pullOf(call)
  const { items, headers } = paginate(call, [...(pull.reviews ?? []).entries()])
  return { status: 200, body: items.map(([index, review]) => reviewJson(call, pull, review, index)), headers }
}

/** GitHub ends this listing at 250. */
function commits(call: Call): Answer {
  const pull = pullOf(call)
  const { items, headers } = paginate(call, historyOf(pull).slice(0, 250))
  return { status: 200, body: items.map((commit) => commitJson(call, pull, commit)), headers }
}

/** The default branch's commits, by an author's address where one is asked for. */
function log(call: Call): Answer {
  demand(call.grant, 'read', 'contents')
  const { author } = call.query
  const all = call.state.log.map((commit) => commitJson(call, {}, commit))
  const { items, headers } = paginate(
    call,
    all.filter((commit) => author === undefined || emailOf(commit) === author.toLowerCase()),
  )
  return { status: 200, body: items, headers }
}

/** What it changes, a page at a time and no more than 3,000. */
function files(call: Call): Answer {
  demand(call.grant, 'read', 'pull_requests')
  const number = idParam(call, 'number')
  const pull = call.state.pulls.find((candidate) => candidate.number === number)
  if (pull === undefined) throw notFound()
  const { items, headers } = paginate(call, (pull.changedFiles ?? []).slice(0, 3_000))
  const sha = 'a'.repeat(40)
  const counts = { additions: 1, deletions: 0, changes: 1 }
  const body = items.map((filename) => {
    const url = `${call.baseUrl}/x/${filename}`
    return { sha, filename, status: 'modified', ...counts, blob_url: url, raw_url: url, contents_url: url }
  })
  return { status: 200, body, headers }
}

/** Every pull request the commit belongs to, not only those it is the head of. */
function ofCommit(call: Call): Answer {
  demand(call.grant, 'read', 'pull_requests')
  const sha = call.params.sha ?? ''
  call.state.demandCommit(sha)
  const all = call.state.pulls.filter(
    (pull) => !pull.unlisted && (pull.headSha === sha || pull.merged === sha || pull.commits?.includes(sha) === true),
  )
  const { items, headers } = paginate(call, all)
  return { status: 200, body: items.map((pull) => pullJson(call, pull)), headers }
}
