import { type Message, message } from '../shared/message.js'
import { isRecord } from './body.js'
import { type ClientOptions, makeClient } from './client.js'
import { reason } from './reasons.js'
import { wrongPart } from './target.js'

/** A branch, tag or commit of a repository. */
export interface Ref {
  readonly owner: string
  readonly repo: string
  readonly ref: string
}

/**
 * What a ref names. `absent` is said only where the repository itself can be seen; `unseen` is what GitHub answers for one
 * that does not exist and for one that the token may not read alike.
 */
export type CommitFound =
  | { readonly kind: 'commit'; readonly sha: string }
  | { readonly kind: 'absent' | 'unseen' }
  | { readonly kind: 'unreadable'; readonly why: Message }

/** The commit that a branch, tag or short digest names now; nothing throws over what a server or a network does. */
export async function commitOf({ owner, repo, ref }: Ref, options: ClientOptions): Promise<CommitFound> {
  const token = options.token.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) return { kind: 'unreadable', why: message('github.no-token') }
  const part = wrongPart({ owner, repo })
  if (part !== undefined) return { kind: 'unreadable', why: message('github.bad-target', { part }) }
  const client = makeClient({ ...options, token })
  const answer = await client.insist({
    route: 'GET /repos/{owner}/{repo}/commits/{ref}',
    // Its files are not asked for; one of them is the least that there can be.
    params: { owner, repo, ref, per_page: 1 },
    parse: (data) => (isRecord(data) && typeof data.sha === 'string' && SHA.test(data.sha) ? data.sha : undefined),
  })
  if (answer.kind === 'done') return { kind: 'commit', sha: answer.value }
  if (answer.kind === 'refused' && answer.status === 422) return { kind: 'absent' }
  if (answer.kind === 'refused' && answer.status === 404) return { kind: 'unseen' }
  return { kind: 'unreadable', why: reason(answer, 'contents: read') }
}

const SHA = /^[0-9a-f]{40,64}$/
