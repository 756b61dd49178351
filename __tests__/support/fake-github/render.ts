import type { Call } from './call.js'
import { historyOf } from './render-pull.js'
import type { CheckRun, Comment } from './state.js'
import type { App } from './tokens.js'
import type { JsonObject, PullRequest } from './types.js'

const LONG_AGO = '2020-01-01T00:00:00Z'

/** Where people look at the repository; the answers' `html_url` begins with it. */
export function webUrl(call: Call): string {
  return `https://github.com/${call.state.owner}/${call.state.repo}`
}

export function apiUrl(call: Call): string {
  return `${call.baseUrl}/repos/${call.state.owner}/${call.state.repo}`
}

export function checkRunJson(call: Call, run: CheckRun): JsonObject {
  const url = `${apiUrl(call)}/check-runs/${run.id}`
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    head_sha: run.headSha,
    name: run.name,
    url,
    html_url: `${webUrl(call)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${webUrl(call)}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    external_id: run.externalId,
    check_suite: { id: 5000 + run.suite },
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    app: appJson(call, run.app),
    pull_requests: [],
  }
}

export function annotationJson(call: Call, run: CheckRun, annotation: JsonObject): JsonObject {
  return {
    path: annotation.path ?? '',
    blob_href: `${webUrl(call)}/blob/${run.headSha}/${String(annotation.path)}`,
    start_line: annotation.start_line ?? 1,
    end_line: annotation.end_line ?? 1,
    start_column: annotation.start_column ?? null,
    end_column: annotation.end_column ?? null,
    annotation_level: annotation.annotation_level ?? null,
    title: annotation.title ?? null,
    message: annotation.message ?? null,
    raw_details: annotation.raw_details ?? null,
  }
}

export function commentJson(call: Call, comment: Comment): JsonObject {
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${apiUrl(call)}/issues/comments/${comment.id}`,
    html_url: `${webUrl(call)}/pull/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${apiUrl(call)}/issues/${comment.issue}`,
    body: comment.body,
    user: userJson(call, comment.login),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.app === undefined ? 'CONTRIBUTOR' : 'NONE',
    performed_via_github_app: comment.app === undefined ? null : appJson(call, comment.app),
  }
}

/** A pull request with the fields a publisher may read; GitHub sends many more. */
export function pullJson(call: Call, pull: PullRequest): JsonObject {
  const home = `${call.state.owner}/${call.state.repo}`
  const headRepo = pull.headRepo === undefined ? home : pull.headRepo
  const author = pull.author ?? 'kim'
  const headRef = pull.headRef ?? `change-${pull.number}`
  const baseRef = pull.baseRef ?? call.state.defaultBranch
  return {
    id: 700_000 + pull.number,
    number: pull.number,
    state: pull.merged === undefined ? (pull.state ?? 'open') : 'closed',
    commits: historyOf(pull).length,
    draft: pull.draft ?? false,
    title: `Change ${pull.number}`,
    url: `${apiUrl(call)}/pulls/${pull.number}`,
    html_url: `${webUrl(call)}/pull/${pull.number}`,
    user: userJson(call, author),
    head: { ref: headRef, sha: pull.headSha, label: `${author}:${headRef}`, repo: repoJson(headRepo, home) },
    base: {
      ref: baseRef,
      sha: pull.baseSha ?? '',
      label: `${call.state.owner}:${baseRef}`,
      repo: repoJson(home, home),
    },
    merged_at: pull.merged === undefined ? null : LONG_AGO,
    merge_commit_sha: pull.merged ?? null,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
  }
}

function repoJson(fullName: string | null, home: string): JsonObject | null {
  if (fullName === null) return null
  const [owner = '', name = ''] = fullName.split('/')
  return { full_name: fullName, name, owner: { login: owner }, fork: fullName !== home, private: false }
}

function appJson(call: Call, app: App): JsonObject {
  return {
    id: app.id,
    slug: app.slug,
    node_id: `A_${app.id}`,
    owner: userJson(call, 'github'),
    name: app.name,
    description: null,
    external_url: 'https://example.com',
    html_url: `https://github.com/apps/${app.slug}`,
    created_at: LONG_AGO,
    updated_at: LONG_AGO,
    permissions: {},
    events: [],
  }
}

/** The account's number: the same for the same login, whatever its case. */
export function idOf(login: string): number {
  let id = 7
  for (const sign of login.toLowerCase()) id = (id * 31 + sign.charCodeAt(0)) % 1_000_003
  return id
}

export function userJson(call: Call, login: string): JsonObject {
  const bot = login.endsWith('[bot]')
  const url = `${call.baseUrl}/users/${encodeURIComponent(login)}`
  const lists = ['followers', 'following', 'gists', 'starred', 'subscriptions', 'organizations', 'repos', 'events']
  const links = [...lists, 'received_events'].map((list) => [`${list}_url`, `${url}/${list}`])
  return {
    login,
    id: idOf(login),
    node_id: `U_${login}`,
    avatar_url: 'https://example.com/avatar.png',
    gravatar_id: '',
    url,
    html_url: `https://github.com/${encodeURIComponent(login)}`,
    type: bot ? 'Bot' : 'User',
    site_admin: false,
    ...Object.fromEntries(links),
  }
}
