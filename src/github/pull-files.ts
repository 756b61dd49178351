import { type Message, message } from '../shared/message.js'
import { type ClientOptions, makeClient } from './client.js'
import { listAll } from './pages.js'
import { reason } from './reasons.js'
import { wrongPart } from './target.js'

/** A pull request. */
export interface Pull {
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
}

/** Paths that a pull request adds, changes, removes or moves, former ones too. */
export type ChangedFiles =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'unreadable'; readonly why: Message }

/** Lists the files that a pull request changes; GitHub lists no more than 3,000, and a list that may be cut off is none. */
export async function changedFiles(pull: Pull, options: ClientOptions): Promise<ChangedFiles> {
  const token = options.token.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) return { kind: 'unreadable', why: message('github.no-token') }
  const { owner, repo, pullRequest } = pull
  const part = wrongPart(pull)
  if (part !== undefined) return { kind: 'unreadable', why: message('github.bad-target', { part }) }
  const answer = await listAll(makeClient({ ...options, token }), {
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    params: { owner, repo, pull_number: pullRequest },
    parse: (data) => (Array.isArray(data) ? data : undefined),
  })
  if (answer.kind !== 'done') return { kind: 'unreadable', why: reason(answer, 'pull-requests: read') }
  const named = answer.value.flatMap(({ filename, previous_filename: before }) => [filename, before])
  return { kind: 'files', paths: named.filter((path) => typeof path === 'string') }
}
