import { type Account, type Commit, REVIEW_STATES, type Review, type ReviewState } from '../shared/approvals.js'
import { isRecord } from './body.js'
import { coAuthorsOf } from './trailers.js'

/** What decides of a pull request. */
interface Facts {
  readonly head: string
  readonly author?: Account
  readonly count: number
}

export function factsOf(data: unknown): Facts | undefined {
  if (!isRecord(data) || !isRecord(data.head) || !isSha(data.head.sha)) return undefined
  const { commits, user } = data
  if (typeof commits !== 'number' || !Number.isSafeInteger(commits) || commits < 0) return undefined
  const author = someone(user)
  return author === undefined ? undefined : { head: data.head.sha, count: commits, ...(author && { author }) }
}

/** A pull request as listings have it; `merge` is the commit that merged it. */
export interface Brief {
  readonly number: number
  readonly head: string
  readonly open: boolean
  readonly merge?: string
}

export function briefOf(data: unknown): Brief | undefined {
  if (!isRecord(data) || !isRecord(data.head) || !isSha(data.head.sha)) return undefined
  const { number, state, merged_at: at, merge_commit_sha: merge } = data
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) return undefined
  const merged = typeof at === 'string' && isSha(merge) && { merge }
  return { number, head: data.head.sha, open: state === 'open', ...merged }
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

export function reviewOf(data: unknown): Review | undefined {
  if (!isRecord(data)) return undefined
  const state = REVIEW_STATES.find((known) => known === data.state)
  const by = someone(data.user)
  const { commit_id: commit, submitted_at: at } = data
  if (state === undefined || by === undefined || !(isSha(commit) || commit === null || commit === undefined))
    return undefined
  const timed = typeof at === 'string' && TIME.test(at)
  if (!timed && decides(state)) return undefined
  return { state, ...(by && { by }), ...(isSha(commit) && { commit }), ...(timed && { at }) }
}

function decides(state: ReviewState): boolean {
  return state !== 'PENDING' && state !== 'COMMENTED'
}

export function commitOf(data: unknown): Commit | undefined {
  if (!isRecord(data) || !isSha(data.sha) || !isRecord(data.commit)) return undefined
  const { author, committer, message: text } = data.commit
  const [by, put] = [someone(data.author), someone(data.committer)]
  if (by === undefined || put === undefined || typeof text !== 'string') return undefined
  return {
    sha: data.sha,
    hands: [
      { part: 'author', ...signature(author), ...(by && { account: by }) },
      { part: 'committer', ...signature(committer), ...(put && { account: put }) },
      ...coAuthorsOf(text).map((one) => ({ part: 'co-author' as const, ...one })),
    ],
  }
}

/** Git's own name and address, as whoever committed wrote them. */
function signature(data: unknown): { name: string; email: string } {
  const { name, email } = isRecord(data) ? data : {}
  return {
    name: typeof name === 'string' ? name.slice(0, 100) : '',
    email: typeof email === 'string' ? email.slice(0, 320) : '',
  }
}

/** An account; null where GitHub says that there is none (any more), undefined where it is not readable. */
function someone(data: unknown): Account | null | undefined {
  if (data === null || (isRecord(data) && Object.keys(data).length === 0)) return null
  return accountOf(data)
}

export function accountOf(data: unknown): Account | undefined {
  if (!isRecord(data)) return undefined
  const { login, id, type } = data
  if (typeof login !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\[bot\])?$/.test(login)) return undefined
  if (typeof type !== 'string' || (!Number.isSafeInteger(id) && typeof id !== 'bigint')) return undefined
  return { login, id: String(id), person: type === 'User' }
}

function isSha(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)
}
