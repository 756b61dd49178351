import type { Answer, Call, Route } from '../call.js'
import { idParam, paginate } from '../call.js'
import { isObject, textAt } from '../json.js'
import { commentLimits } from '../limits.js'
import { checkBody } from '../openapi.js'
import { commentJson } from '../render.js'
import { type Comment, timestamp } from '../state.js'
import { demand, type Level } from '../tokens.js'

export const COMMENT_ROUTES: readonly Route[] = [
  { operation: 'issues/list-comments', method: 'GET', path: 'issues/{number}/comments', handle: list },
  { operation: 'issues/create-comment', method: 'POST', path: 'issues/{number}/comments', handle: create },
  { operation: 'issues/update-comment', method: 'PATCH', path: 'issues/comments/{id}', handle: update },
]

function list(call: Call): Answer {
  const issue = permitted(call, 'read', idParam(call, 'number'))
  const since = call.query.since ?? ''
  const all = call.state.comments.filter((comment) => comment.issue === issue && comment.updatedAt >= since)
  const { items, headers } = paginate(call, all)
  return { status: 200, body: items.map((comment) => commentJson(call, comment)), headers }
}

function create(call: Call): Answer {
  const issue = permitted(call, 'write', idParam(call, 'number'))
  commentLimits(call.body)
  checkBody('issues/create-comment', call.body)
  const now = timestamp()
  const { login, app } = call.grant
  const dates = { createdAt: now, updatedAt: now }
  const comment: Comment = { id: call.state.nextId(), issue, login, app, ...dates, body: bodyOf(call), edits: 0 }
  call.state.comments.push(comment)
  return { status: 201, body: commentJson(call, comment) }
}

function update(call: Call): Answer {
  const comment = call.state.comment(idParam(call, 'id'))
  permitted(call, 'write', comment.issue)
  commentLimits(call.body)
  checkBody('issues/update-comment', call.body)
  // Somebody else's comment too: write access is enough, which is why a publisher has to look whose it is.
  comment.body = bodyOf(call)
  comment.updatedAt = timestamp()
  comment.edits += 1
  return { status: 200, body: commentJson(call, comment) }
}

/** A pull request's comments open with either permission, an issue's with `issues` alone. */
function permitted(call: Call, level: Level, issue: number): number {
  call.state.demandIssue(issue)
  const isPull = call.state.pulls.some((pull) => pull.number === issue)
  demand(call.grant, level, 'issues', ...(isPull ? (['pull_requests'] as const) : []))
  return issue
}

function bodyOf(call: Call): string {
  return isObject(call.body) ? (textAt(call.body, 'body') ?? '') : ''
}
