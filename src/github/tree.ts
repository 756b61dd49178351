import { type Message, message } from '../shared/message.js'
import { isRecord } from './body.js'
import { type ClientOptions, makeClient } from './client.js'
import type { Commit } from './contents.js'
import { reason } from './reasons.js'
import { wrongPart } from './target.js'

/** The regular files of a commit: path → the name that Git gives to the content. */
export type TreeRead =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: 'unreadable'; readonly why: Message }

/** Lists all files of a commit in one request; a list that GitHub cuts off is none. */
export async function treeOf({ owner, repo, sha }: Commit, options: ClientOptions): Promise<TreeRead> {
  const token = options.token.trim()
  if (!/^[\x21-\x7e]+$/.test(token)) return { kind: 'unreadable', why: message('github.no-token') }
  const part = wrongPart({ owner, repo, headSha: sha })
  if (part !== undefined) return { kind: 'unreadable', why: message('github.bad-target', { part }) }
  const client = makeClient({ ...options, token, pace: { requestTimeoutMs: 30_000, ...options.pace } })
  const route = 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}'
  const answer = await client.insist({ route, params: { owner, repo, tree_sha: sha, recursive: '1' }, parse: listOf })
  if (answer.kind !== 'done') return { kind: 'unreadable', why: reason(answer, 'contents: read') }
  if (answer.value.truncated) return { kind: 'unreadable', why: message('github.tree-cut') }
  return { kind: 'files', files: answer.value.files }
}

function listOf(
  data: unknown,
): { readonly files: ReadonlyMap<string, string>; readonly truncated: boolean } | undefined {
  if (!isRecord(data) || !Array.isArray(data.tree)) return undefined
  const files = new Map<string, string>()
  for (const entry of data.tree) {
    // A link (mode 120000) is no file of its own.
    if (!isRecord(entry) || entry.type !== 'blob' || entry.mode === '120000') continue
    if (typeof entry.path === 'string' && typeof entry.sha === 'string') files.set(entry.path, entry.sha)
  }
  return { files, truncated: data.truncated !== false }
}
