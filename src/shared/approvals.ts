import type { Message } from './message.js'

/** Who approved and who acts, as far as it could be asked: plain data. */
export interface Approvals {
  readonly reviewed: Reviewed
  readonly started: Started
  /** The teams that were asked for. */
  readonly teams: readonly TeamRead[]
}

/** What is asked of GitHub. */
export interface Asked {
  /** Whether the pull request's reviews and commits are. */
  readonly reviews: boolean
  /** Whether it is who started the run. */
  readonly actors: boolean
  /** `acme/model-risk`, in lower case. */
  readonly teams: readonly string[]
}

/** The pull request of the judged commit. Only `read` can ever approve anything. */
export type Reviewed =
  | { readonly state: 'read'; readonly pull: PullRequest }
  /** It could not be asked: a permission, a failure, an answer that is not whole. */
  | { readonly state: 'unreadable'; readonly why: Message }
  /** It was asked, and there is none. */
  | { readonly state: 'absent'; readonly why: Message }
  | { readonly state: 'not-asked' }

/** Who started the run. */
export type Started =
  | { readonly state: 'started'; readonly actors: readonly string[] }
  /** A change is only proposed: nothing is deployed. */
  | { readonly state: 'proposed' }
  | { readonly state: 'unreadable'; readonly why: Message }
  | { readonly state: 'not-asked' }

export interface TeamRead {
  /** `acme/model-risk`, in lower case. */
  readonly team: string
  /** Logins; or why they could not be read. */
  readonly members: readonly string[] | Message
}

export interface PullRequest {
  readonly number: number
  /** The commit that is judged, in full: the head. */
  readonly head: string
  /** Absent where the account is gone. */
  readonly author?: Account
  /** All of them. */
  readonly commits: readonly Commit[]
  /** All of them, the oldest first. */
  readonly reviews: readonly Review[]
}

export interface Account {
  readonly login: string
  /** The account's number, which stays when its login changes. */
  readonly id: string
  /** Not an app, an organisation, or a placeholder of an import. */
  readonly person: boolean
}

export const REVIEW_STATES = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export interface Review {
  /** Absent where the account is gone. */
  readonly by?: Account
  readonly state: ReviewState
  /** The commit that was looked at, in full; absent where GitHub no longer knows it. */
  readonly commit?: string
  /** `2026-11-25T08:30:00Z`; absent while it is pending. */
  readonly at?: string
}

export interface Commit {
  readonly sha: string
  readonly hands: readonly Hand[]
}

/** Somebody who had a hand in a commit, as the commit says. */
export interface Hand {
  readonly part: 'author' | 'committer' | 'co-author'
  readonly name: string
  readonly email: string
  /** Where GitHub knows whose address it is. */
  readonly account?: Account
}
