import type { PullRequest } from '../shared/approvals.js'
import { type Message, message } from '../shared/message.js'
import { withAccounts } from './addresses.js'
import type { Answer } from './answer.js'
import { type Client, type ClientOptions, makeClient } from './client.js'
import { listAll } from './pages.js'
import { reason } from './reasons.js'
import { accountOf, type Brief, briefOf, commitOf, factsOf, reviewOf } from './review-body.js'
import { wrongPart } from './target.js'

/** What was read, or why it was not; nothing in between. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: Message }

/** Reads who approved. Nothing is written, and nothing throws over what a server or a network does. */
export interface ApprovalReader {
  /** The pull request with all its reviews and commits, where `head` is still its head. */
  pull(number: number, head: string | undefined): Promise<Read<PullRequest>>
  /**
   * The pull request that brought a commit, and its head; undefined where there is none. `open`: it is known to be open,
   * and so looked for among all of those, too: a fork's commits belong to none of this repository's branches.
   */
  pullOf(sha: string, open: boolean): Promise<Read<Brief | undefined>>
  /** Logins of those who belong to a team, child teams included. */
  members(team: string): Promise<Read<readonly string[]>>
}

/** GitHub lists no more of a pull request's commits. */
const MAX_COMMITS = 250

/** `owner` and `repo` are the judged repository's. */
export function approvalReader(owner: string, repo: string, options: ClientOptions): ApprovalReader {
  const token = options.token.trim()
  let made: Client | undefined

  /** A token that cannot be sent in a header fails deep inside the client, in an error that quotes it. */
  async function asking<T>(
    target: { readonly pullRequest?: number; readonly headSha?: string },
    how: (client: Client) => Promise<Read<T>>,
  ): Promise<Read<T>> {
    if (!/^[\x21-\x7e]+$/.test(token)) return unread(message('github.no-token'))
    const part = wrongPart({ owner, repo, ...target })
    if (part !== undefined) return unread(message('github.bad-target', { part }))
    made ??= makeClient({ ...options, token })
    return how(made)
  }

  const repository = { owner, repo }
  return {
    pull: (number, head) => asking({ pullRequest: number }, (client) => readPull(client, repository, number, head)),
    pullOf: (sha, open) => asking({ headSha: sha }, (client) => findPull(client, repository, sha, open)),
    members: (team) => asking({}, (client) => readMembers(client, team)),
  }
}

export type Repository = Readonly<Record<'owner' | 'repo', string>>

async function readPull(
  client: Client,
  repository: Repository,
  number: number,
  judged: string | undefined,
): Promise<Read<PullRequest>> {
  const params = { ...repository, pull_number: number }
  const facts = await client.insist({ route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', params, parse: factsOf })
  if (facts.kind !== 'done') return refused(facts)
  const { head, author, count } = facts.value
  if (judged !== undefined && head !== judged)
    return unread(message('github.moved-on', { number, head: head.slice(0, 7), commit: judged.slice(0, 7) }))
  if (count > MAX_COMMITS) return unread(message('github.many-commits', { number, count, limit: MAX_COMMITS }))
  const reviews = await listOf(client, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', params, reviewOf)
  if (reviews.kind !== 'done') return refused(reviews)
  const commits = await listOf(client, 'GET /repos/{owner}/{repo}/pulls/{pull_number}/commits', params, commitOf)
  if (commits.kind !== 'done') return refused(commits)
  // A listing that was cut off, or is of another head, would hide who wrote what is approved.
  if (commits.value.length !== count || !commits.value.some(({ sha }) => sha === head))
    return unread(message('github.not-whole', { number }))
  const known = await withAccounts(client, repository, commits.value)
  if (known.kind !== 'done') return unread(reason(known, 'contents: read'))
  return {
    ok: true,
    value: { number, head, ...(author && { author }), commits: known.value, reviews: reviews.value },
  }
}

/** Every item of a listing, or no answer at all: one that cannot be read may be the one that takes an approval back. */
async function listOf<T extends object>(
  client: Client,
  route: `GET /${string}`,
  params: Readonly<Record<string, unknown>>,
  read: (item: unknown) => T | undefined,
): Promise<Answer<readonly T[]>> {
  const items: T[] = []
  const answer = await listAll(client, {
    route,
    params,
    parse: (data) => {
      if (!Array.isArray(data)) return undefined
      const page = data.map(read)
      if (page.some((item) => item === undefined)) return undefined
      items.push(...page.filter((item) => item !== undefined))
      return data
    },
  })
  return answer.kind === 'done' ? { kind: 'done', value: items } : answer
}

/** Of the pull requests of a commit the one that it merged, else the open one that it is the head of. */
async function findPull(
  client: Client,
  repository: Repository,
  sha: string,
  open: boolean,
): Promise<Read<Brief | undefined>> {
  const params = { ...repository, commit_sha: sha }
  const pulls = await listOf(client, 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', params, briefOf)
  if (pulls.kind !== 'done') return refused(pulls)
  const merged = pulls.value.filter(({ merge }) => merge === sha)
  const isHead = (pull: (typeof pulls.value)[number]) => pull.open && pull.head === sha
  let found = merged.length > 0 ? merged : pulls.value.filter(isHead)
  if (open && found.length === 0) {
    const params = { ...repository, state: 'open' }
    const all = await listOf(client, 'GET /repos/{owner}/{repo}/pulls', params, briefOf)
    if (all.kind !== 'done') return refused(all)
    found = all.value.filter(isHead)
  }
  if (found.length > 1)
    return unread(
      message('github.several-pulls', { commit: sha.slice(0, 7), pulls: found.map((it) => `#${it.number}`) }),
    )
  return { ok: true, value: found[0] }
}

async function readMembers(client: Client, team: string): Promise<Read<readonly string[]>> {
  const [org = '', slug = ''] = team.split('/')
  const route = 'GET /orgs/{org}/teams/{team_slug}/members'
  const members = await listOf(client, route, { org, team_slug: slug }, accountOf)
  if (members.kind === 'refused' && (members.status === 403 || members.status === 404)) {
    const said = members.said === '' ? message('github.said-nothing') : members.said
    return unread(message('github.team', { status: members.status, said }))
  }
  return members.kind === 'done' ? { ok: true, value: members.value.map(({ login }) => login) } : refused(members)
}

function unread(why: Message): { ok: false; why: Message } {
  return { ok: false, why }
}

function refused(answer: Exclude<Answer<unknown>, { kind: 'done' }>): { ok: false; why: Message } {
  return unread(reason(answer, 'pull-requests: read'))
}
