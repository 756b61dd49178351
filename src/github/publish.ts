import { message } from '../shared/message.js'
import { type CheckRunDraft, publishCheckRun } from './check-run.js'
import { type Client, type ClientOptions, makeClient } from './client.js'
import { type CommentDraft, publishComment } from './comment.js'
import type { Published } from './reasons.js'
import { type Target, wrongPart } from './target.js'

export type { CheckRunDraft } from './check-run.js'
export type { CommentDraft } from './comment.js'
export type { Published } from './reasons.js'

/** Speaks to GitHub. Neither function throws over anything that a server or a network does. */
export interface Publisher {
  postCheckRun(draft: CheckRunDraft): Promise<Published>
  upsertComment(draft: CommentDraft): Promise<Published>
}

export type PublisherOptions = ClientOptions

/** One publisher for a run: what it sends shares one deadline and one distance between writes. */
export function makePublisher(options: PublisherOptions): Publisher {
  const token = options.token.trim()
  let client: Client | undefined

  async function publish<D extends Target>(
    draft: D,
    how: (client: Client, draft: D) => Promise<Published>,
  ): Promise<Published> {
    // A token that cannot be sent in a header fails deep inside the client, in an error that quotes it.
    if (!/^[\x21-\x7e]+$/.test(token)) return { ok: false, why: message('github.no-token') }
    const wrong = wrongPart(draft)
    if (wrong !== undefined) return { ok: false, why: message('github.bad-target', { part: wrong }) }
    client ??= makeClient({ ...options, token })
    return how(client, draft)
  }

  return {
    postCheckRun: (draft) => publish(draft, publishCheckRun),
    upsertComment: (draft) => publish(draft, publishComment),
  }
}
