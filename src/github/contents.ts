import { type Message, message } from '../shared/message.js'
import type { Answer } from './answer.js'
import { isRecord } from './body.js'
import { type Client, type ClientOptions, makeClient } from './client.js'
import { reason } from './reasons.js'
import { wrongPart } from './target.js'

/** A commit of a repository. */
export interface Commit {
  readonly owner: string
  readonly repo: string
  readonly sha: string
}

/**
 * What came of reading a file of a commit. `absent` is said only where the commit itself could be read with the same
 * token: to one that lacks the permission GitHub answers that nothing is there.
 */
export type FileRead =
  | { readonly kind: 'file'; readonly bytes: Uint8Array }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: Message }

/** Reads the files of one commit; nothing is written, nothing throws over what a server or a network does. */
export interface CommitFiles {
  /** `path` is relative to the repository, with forward slashes; `limit` in bytes. */
  read(path: string, limit: number): Promise<FileRead>
}

/** Up to here GitHub sends a file's content with its description. */
const MAX_INLINE_BYTES = 1024 * 1024

/** A file of ten megabytes takes longer than a check run's answer. */
const PACE = { requestTimeoutMs: 30_000 }

/** The files of a commit as the API has them, whatever a checkout holds: a job may have changed its own clone. */
export function commitFiles(commit: Commit, options: ClientOptions): CommitFiles {
  const token = options.token.trim()
  const read = new Map<string, Promise<FileRead>>()
  let client: Client | undefined
  let seen: Promise<FileRead | undefined> | undefined

  async function readOnce(path: string, limit: number): Promise<FileRead> {
    if (!/^[\x21-\x7e]+$/.test(token)) return unreadable(message('github.no-token'))
    const part = wrongPart({ owner: commit.owner, repo: commit.repo, headSha: commit.sha })
    if (part !== undefined) return unreadable(message('github.bad-target', { part }))
    client ??= makeClient({ ...options, token, pace: { ...PACE, ...options.pace } })
    const found = await fetchFile(client, commit, path, limit)
    if (found.kind !== 'absent') return found
    seen ??= unseen(client, commit)
    return (await seen) ?? found
  }

  return {
    read: (path, limit) => {
      const key = `${limit} ${path}`
      const known = read.get(key) ?? readOnce(path, limit)
      read.set(key, known)
      return known
    },
  }
}

/** Why nothing of the commit can be seen; undefined where it can. */
async function unseen(client: Client, { owner, repo, sha }: Commit): Promise<FileRead | undefined> {
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
  const params = { owner, repo, commit_sha: sha }
  const parse = (data: unknown) => (isRecord(data) && data.sha === sha ? true : undefined)
  const answer = await client.insist({ route, params, parse })
  return answer.kind === 'done' ? undefined : unreadable(whyNot(answer))
}

/** A file's description as the Contents API gives it; a folder comes as a list. */
type Entry = { readonly kind: 'folder' } | { readonly kind: 'entry'; readonly data: Readonly<Record<string, unknown>> }

async function fetchFile(client: Client, commit: Commit, path: string, limit: number): Promise<FileRead> {
  // A `..` would lead to another endpoint, an empty part to a folder.
  if (path.split('/').some((part) => part === '' || part === '.' || part === '..' || /\p{Cc}/u.test(part))) {
    return unreadable(message('github.bad-path', { path }))
  }
  const { owner, repo, sha } = commit
  const route = 'GET /repos/{owner}/{repo}/contents/{path}'
  const answer = await client.insist({ route, params: { owner, repo, path, ref: sha }, parse: entryOf })
  if (answer.kind === 'refused' && answer.status === 404) return { kind: 'absent' }
  if (answer.kind !== 'done') return unreadable(whyNot(answer))
  if (answer.value.kind === 'folder') return unreadable(message('github.not-a-file', { path, type: 'folder' }))
  const { type, size, encoding, content, sha: blob } = answer.value.data
  if (type !== 'file') return unreadable(message('github.not-a-file', { path, type: String(type).slice(0, 20) }))
  if (typeof size !== 'number' || size > limit) {
    return unreadable(message('github.file-too-large', { path, size: String(size), limit }))
  }
  if (encoding === 'base64' && typeof content === 'string' && size <= MAX_INLINE_BYTES) {
    return fileOf(path, content, size)
  }
  return typeof blob === 'string' && /^[0-9a-f]{40,64}$/.test(blob)
    ? fetchBlob(client, commit, path, blob, size)
    : unreadable(message('github.file-damaged', { path }))
}

async function fetchBlob(
  client: Client,
  { owner, repo }: Commit,
  path: string,
  blob: string,
  size: number,
): Promise<FileRead> {
  const route = 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}'
  const parse = (data: unknown) =>
    isRecord(data) && data.encoding === 'base64' && typeof data.content === 'string' ? data.content : undefined
  const answer = await client.insist({ route, params: { owner, repo, file_sha: blob }, parse })
  return answer.kind === 'done' ? fileOf(path, answer.value, size) : unreadable(whyNot(answer))
}

function entryOf(data: unknown): Entry | undefined {
  if (Array.isArray(data)) return { kind: 'folder' }
  return isRecord(data) && typeof data.type === 'string' ? { kind: 'entry', data } : undefined
}

/** The bytes behind base64 in lines; anything but the announced number of them is no file. */
function fileOf(path: string, content: string, size: number): FileRead {
  const bytes = Buffer.from(content, 'base64')
  return bytes.byteLength === size ? { kind: 'file', bytes } : unreadable(message('github.file-damaged', { path }))
}

function unreadable(why: Message): FileRead {
  return { kind: 'unreadable', why }
}

function whyNot(answer: Exclude<Answer<unknown>, { kind: 'done' }>): Message {
  return reason(answer, 'contents: read')
}
