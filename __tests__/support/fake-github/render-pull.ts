import type { Call } from './call.js'
import { objectAt } from './json.js'
import { apiUrl, userJson, webUrl } from './render.js'
import type { JsonObject, PullRequest, SeededCommit, SeededReview } from './types.js'

const FIRST = Date.UTC(2026, 10, 20, 9)

/** Its commits; where none are given its head is the only one. */
export function historyOf({ history, headSha }: PullRequest): readonly SeededCommit[] {
  return history ?? [{ sha: headSha }]
}

export function reviewJson(call: Call, pull: PullRequest, review: SeededReview, index: number): JsonObject {
  const { by, state } = review
  const url = `${webUrl(call)}/pull/${pull.number}#pullrequestreview-${index}`
  const api = `${apiUrl(call)}/pulls/${pull.number}`
  const at = review.at ?? `${new Date(FIRST + index * 60_000).toISOString().slice(0, 19)}Z`
  return {
    id: 80_000 + index,
    node_id: `PRR_${index}`,
    user: by === null ? null : userJson(call, by),
    body: '',
    state,
    html_url: url,
    pull_request_url: api,
    author_association: 'MEMBER',
    _links: { html: { href: url }, pull_request: { href: api } },
    ...(state !== 'PENDING' && { submitted_at: at }),
    commit_id: review.commit === undefined ? pull.headSha : review.commit,
  }
}

/** The author's address of a commit as it is sent. */
export function emailOf(commit: JsonObject): string {
  const author = objectAt(objectAt(commit, 'commit') ?? {}, 'author') ?? {}
  return String(author.email).toLowerCase()
}

export function commitJson(call: Call, pull: Pick<PullRequest, 'author'>, commit: SeededCommit): JsonObject {
  const { sha, message = 'Train again' } = commit
  const author = commit.author === undefined ? (pull.author ?? 'kim') : commit.author
  const committer = commit.committer === undefined ? 'web-flow' : commit.committer
  const signed = (login: string | null, email?: string) => ({
    name: login ?? 'Somebody',
    email: email ?? `${login ?? 'somebody'}@example.com`,
    date: new Date(FIRST).toISOString(),
  })
  const url = `${apiUrl(call)}/commits/${sha}`
  return {
    sha,
    node_id: `C_${sha}`,
    url,
    html_url: `${webUrl(call)}/commit/${sha}`,
    comments_url: `${url}/comments`,
    commit: {
      url,
      message,
      author: signed(author, commit.email),
      committer: committer === 'web-flow' ? signed('GitHub', 'noreply@github.com') : signed(committer),
      tree: { sha, url },
      comment_count: 0,
    },
    author: author === null ? null : userJson(call, author),
    committer: committer === null ? null : userJson(call, committer),
    parents: [],
  }
}
