import type { Grant } from './tokens.js'

/** Any JSON value, as a request body arrives. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
export type JsonObject = { [key: string]: Json }

/** The calls the server answers, by the name GitHub's own API description gives them. */
export const OPERATIONS = [
  'checks/create',
  'checks/update',
  'checks/get',
  'checks/list-annotations',
  'checks/list-for-ref',
  'issues/list-comments',
  'issues/create-comment',
  'issues/update-comment',
  'pulls/get',
  'pulls/list',
  'pulls/list-reviews',
  'pulls/list-commits',
  'teams/list-members-in-org',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-commits',
  'repos/get-content',
  'git/get-commit',
  'repos/get-commit',
  'git/get-blob',
  'pulls/list-files',
  'git/get-ref',
  'git/get-tree',
  'git/create-tree',
  'git/create-commit',
  'git/create-ref',
  'git/update-ref',
] as const
export type Operation = (typeof OPERATIONS)[number]

/** One request as the server saw it. The token never stands in here: `headers.authorization` is redacted. */
export interface RecordedRequest {
  readonly method: string
  /** Decoded by nobody: exactly the path sent, without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** The parsed JSON; undefined where there was no body, the text itself where it was not JSON. */
  readonly body: Json | undefined
  readonly headers: Readonly<Record<string, string>>
  /** Undefined for a path the server does not know. */
  readonly operation: Operation | undefined
  /** The name of the token used, as given in `tokens`; undefined where none or an unknown one was sent. */
  readonly token: string | undefined
  /** The status answered; undefined while pending and where the connection was dropped. */
  status: number | undefined
  /** The fault that was injected into this request. */
  fault: Fault | undefined
}

/**
 * What may go wrong with a request:
 * - an answer with this `status` instead of the real one; the state stays as it was
 * - `drop-before`: the connection is destroyed and the state stays as it was
 * - `drop-after`: the state changes, then the connection is destroyed. The caller cannot tell the two apart, and
 *   sending the same again would post twice
 * - `delayMs`: the state changes at once, the answer comes late
 */
export type Fault =
  | { readonly status: number; readonly body?: Json; readonly headers?: Readonly<Record<string, string>> }
  | 'drop-before'
  | 'drop-after'
  | { readonly delayMs: number }

/** Which requests a fault strikes: an operation, `*`, a pattern tested on `METHOD /path?query`, or a predicate. */
export type Matcher = Operation | '*' | RegExp | ((request: RecordedRequest) => boolean)

export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly headRef?: string
  /** `owner/name` of the repository the head stands in; null for a deleted fork. Default: this repository. */
  readonly headRepo?: string | null
  readonly baseRef?: string
  readonly baseSha?: string
  readonly state?: 'open' | 'closed'
  readonly draft?: boolean
  readonly author?: string
  /** The reviews it has, the oldest first. */
  readonly reviews?: readonly SeededReview[]
  /** Its commits, the oldest first; default: its head, by its author. */
  readonly history?: readonly SeededCommit[]
  /** The commit that merged it; absent while it is open. */
  readonly merged?: string
  /** Its commits are in a fork only: it is listed for none of them. */
  readonly unlisted?: true
  /** The paths that it changes. */
  readonly changedFiles?: readonly string[]
  /** Further commits that belong to it: it is listed for these as well as for its head. */
  readonly commits?: readonly string[]
}

export interface SeededReview {
  /** Null for an account that is gone. A login that ends in `[bot]` is an app's. */
  readonly by: string | null
  readonly state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED' | 'PENDING'
  /** Default: the pull request's head. */
  readonly commit?: string | null
  /** `2026-11-25T08:30:00Z`; default: one minute after the review before. */
  readonly at?: string
}

export interface SeededCommit {
  readonly sha: string
  /** The login behind the author's address; null where GitHub knows none. Default: the pull request's author. */
  readonly author?: string | null
  /** Default: `web-flow`, as of a commit that was made on GitHub's pages. */
  readonly committer?: string | null
  /** The author's address; default `LOGIN@example.com`. */
  readonly email?: string
  readonly message?: string
}

/** A file of the repository; a `symlink` is answered as GitHub answers one that leads out of the repository. */
export type RepoFile = string | Uint8Array | { readonly symlink: string }

export interface FakeGitHubOptions {
  /** Further repositories, each with an owner and a name of its own. */
  readonly others?: readonly FakeGitHubOptions[]
  /** Names of the tokens to which it does not exist. */
  readonly hiddenFrom?: readonly string[]
  readonly owner?: string
  readonly repo?: string
  /** The commits that exist. Heads and bases of `pulls`, `branches` and the keys of `files` are added to them. */
  readonly shas?: readonly string[]
  readonly pulls?: readonly PullRequest[]
  /** Issue numbers that exist besides the pull requests. */
  readonly issues?: readonly number[]
  /** Branch (or tag) name to commit. */
  readonly branches?: Readonly<Record<string, string>>
  readonly defaultBranch?: string
  /** Commit or branch to path to file. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, RepoFile>>>>
  /** Commits of the default branch, the newest first. */
  readonly log?: readonly SeededCommit[]
  /** `org/team` to the logins of its members. */
  readonly teams?: Readonly<Record<string, readonly string[]>>
  /** Tokens besides those of `TOKENS`: the secret to what it may do. */
  readonly tokens?: Readonly<Record<string, Grant>>
  /**
   * How many check suites an App has on one commit (default 2). A new check run lands in one of them in turn, since
   * GitHub gives no choice either: runs of one name in two suites do not replace each other.
   */
  readonly suitesPerCommit?: number
  /** A prefix of every path, such as `/api/v3` of an Enterprise Server. */
  readonly basePath?: string
}
