import type { Answer } from './answer.js'
import { isRecord, type Resource, resourceOf } from './body.js'
import type { Call, Client } from './client.js'
import { fitBytes, MAX_COMMENT_BYTES } from './fit.js'
import { type Look, once } from './once.js'
import { listAll } from './pages.js'
import { type Published, reason } from './reasons.js'

/** The one comment of a check on a pull request. */
export interface CommentDraft {
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
  /** What the comment's body starts with, an HTML comment: how it is found again. */
  readonly marker: string
  readonly body: string
  /** False: only a comment that is already there is brought up to date. */
  readonly createIfAbsent: boolean
}

const PERMISSION = 'pull-requests: write'
/** Several are there where earlier runs used another app's token; anybody's are not tried without end. */
const MAX_CANDIDATES = 5

/** Brings the comment up to date; `url` is empty where there is none and none was to be created. */
export async function publishComment(client: Client, draft: CommentDraft): Promise<Published> {
  const body = fitBytes(draft.body.startsWith(draft.marker) ? draft.body : draft.marker + draft.body, MAX_COMMENT_BYTES)
  const found = await findComments(client, draft)
  if (found.kind !== 'done') return { ok: false, why: reason(found, PERMISSION) }
  let foreign = false
  for (const comment of found.value.slice(0, MAX_CANDIDATES)) {
    const answer = await update(client, draft, comment, body)
    if (answer.kind === 'done') return published(answer.value)
    const gone = answer.kind === 'refused' && answer.status === 404
    const forbidden = answer.kind === 'refused' && answer.status === 403
    if (!gone && !forbidden) return { ok: false, why: reason(answer, PERMISSION) }
    foreign ||= forbidden
  }
  // A comment that another app wrote still shows the old verdict, so it is answered even where none was to be created.
  if (!draft.createIfAbsent && !foreign) return { ok: true, url: '', notes: [] }
  return create(client, draft, body, new Set(found.value.map(({ id }) => id)))
}

async function create(
  client: Client,
  draft: CommentDraft,
  body: string,
  known: ReadonlySet<string>,
): Promise<Published> {
  const call: Call<Resource> = {
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    params: { ...target(draft), body },
    parse: resourceOf,
  }
  const answer = await once(client, call, async (): Promise<Look<Resource>> => {
    const found = await findComments(client, draft)
    if (found.kind !== 'done') return { kind: 'unknown' }
    const created = found.value.find(({ id }) => !known.has(id))
    return created === undefined ? { kind: 'absent' } : { kind: 'there', value: created }
  })
  return answer.kind === 'done' ? published(answer.value) : { ok: false, why: reason(answer, PERMISSION) }
}

/** Writing the same body twice leaves the same comment, so this may be repeated. */
function update(client: Client, draft: CommentDraft, comment: Resource, body: string): Promise<Answer<Resource>> {
  const { owner, repo } = draft
  return client.insist({
    route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
    params: { owner, repo, comment_id: comment.id, body },
    parse: resourceOf,
  })
}

/**
 * The comments that start with the marker, the newest first: apps' comments, and where there are none those of the
 * person whose token it is. Anybody can write the marker; a verdict put into a stranger's comment would be theirs to
 * edit.
 */
async function findComments(client: Client, draft: CommentDraft): Promise<Answer<readonly Resource[]>> {
  const answer = await listAll(client, {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    params: target(draft),
    parse: (data) => (Array.isArray(data) ? data : undefined),
  })
  if (answer.kind !== 'done') return answer
  const marked = answer.value
    .filter(({ body }) => typeof body === 'string' && body.startsWith(draft.marker))
    .toReversed()
  const byApps = marked.filter((item) => isRecord(item.user) && item.user.type === 'Bot')
  if (byApps.length > 0 || marked.length === 0) return { kind: 'done', value: comments(byApps) }
  const login = await ownLogin(client)
  if (login.kind !== 'done') return login
  const own = marked.filter((item) => isRecord(item.user) && item.user.login === login.value)
  return { kind: 'done', value: comments(own) }
}

/** The person the token belongs to, undefined for an app's, which may not ask. */
async function ownLogin(client: Client): Promise<Answer<string | undefined>> {
  const answer = await client.insist({
    route: 'GET /user',
    params: {},
    parse: (data) => (isRecord(data) && typeof data.login === 'string' ? data.login : undefined),
  })
  return answer.kind === 'refused' ? { kind: 'done', value: undefined } : answer
}

function comments(items: readonly unknown[]): Resource[] {
  return items.map(resourceOf).filter((found) => found !== undefined)
}

function target({ owner, repo, pullRequest }: CommentDraft): Record<string, unknown> {
  return { owner, repo, issue_number: pullRequest }
}

function published({ url }: Resource): Published {
  return { ok: true, url, notes: [] }
}
