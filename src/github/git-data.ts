import type { Answer } from './answer.js'
import { isRecord } from './body.js'
import type { Client } from './client.js'

/** A branch of a repository, by its short name. */
export interface Branch {
  readonly owner: string
  readonly repo: string
  readonly branch: string
}

/** What a branch points to. */
export interface Head {
  readonly commit: string
  readonly tree: string
}

/** What a folder of a commit holds. */
export interface TreeEntry {
  readonly path: string
  readonly type: string
  readonly sha: string
}

/** A file to add. */
export interface TreeFile {
  readonly path: string
  readonly content: string
}

const NAME = /^[0-9a-f]{40,64}$/

function shaOf(data: unknown): string | undefined {
  return isRecord(data) && typeof data.sha === 'string' && NAME.test(data.sha) ? data.sha : undefined
}

/** The calls to GitHub's database of Git objects that appending a file takes. Objects may be written twice without harm. */
export function gitData(client: Client, { owner, repo, branch }: Branch) {
  const at = { owner, repo }
  const ref = `heads/${branch}`
  return {
    /** The commit at the branch's end; refused with 404 where there is no such branch. */
    tip: (): Promise<Answer<string>> =>
      client.insist({
        route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
        params: { ...at, ref },
        parse: (data) => (isRecord(data) && data.ref === `refs/${ref}` ? shaOf(data.object) : undefined),
      }),
    treeOf: (commit: string): Promise<Answer<string>> =>
      client.insist({
        route: 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
        params: { ...at, commit_sha: commit },
        parse: (data) => (isRecord(data) ? shaOf(data.tree) : undefined),
      }),
    list: (tree: string): Promise<Answer<readonly TreeEntry[]>> =>
      client.insist({
        route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}',
        params: { ...at, tree_sha: tree },
        parse: entriesOf,
      }),
    blob: (sha: string): Promise<Answer<Uint8Array>> =>
      client.insist({
        route: 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}',
        params: { ...at, file_sha: sha },
        parse: bytesOf,
      }),
    /** A tree with these files besides those of `base`. */
    addFiles: (base: string | undefined, files: readonly TreeFile[]): Promise<Answer<string>> =>
      client.insist({
        route: 'POST /repos/{owner}/{repo}/git/trees',
        params: {
          ...at,
          ...(base !== undefined && { base_tree: base }),
          tree: files.map(({ path, content }) => ({ path, mode: '100644', type: 'blob', content })),
        },
        parse: shaOf,
      }),
    /** Without author and committer, so that GitHub signs it for a token of an App. */
    commit: (tree: string, parent: string | undefined, message: string): Promise<Answer<string>> =>
      client.insist({
        route: 'POST /repos/{owner}/{repo}/git/commits',
        params: { ...at, message, tree, parents: parent === undefined ? [] : [parent] },
        parse: shaOf,
      }),
    /** Sent once: whoever repeats it has to look for its effect first. Never forced. */
    move: (to: string): Promise<Answer<true>> =>
      client.send({
        route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
        params: { ...at, ref, sha: to, force: false },
        parse: () => true as const,
      }),
    /** Sent once, like `move`. */
    create: (to: string): Promise<Answer<true>> =>
      client.send({
        route: 'POST /repos/{owner}/{repo}/git/refs',
        params: { ...at, ref: `refs/${ref}`, sha: to },
        parse: () => true as const,
      }),
  }
}

function entriesOf(data: unknown): TreeEntry[] | undefined {
  // A listing that was cut short would hide the newest file.
  if (!isRecord(data) || !Array.isArray(data.tree) || data.truncated === true) return undefined
  return data.tree.flatMap((item: unknown) => {
    const sha = shaOf(item)
    if (!isRecord(item) || sha === undefined || typeof item.path !== 'string') return []
    return [{ path: item.path, type: String(item.type), sha }]
  })
}

function bytesOf(data: unknown): Uint8Array | undefined {
  if (!isRecord(data) || data.encoding !== 'base64' || typeof data.content !== 'string') return undefined
  const bytes = Buffer.from(data.content, 'base64')
  return bytes.byteLength === data.size ? bytes : undefined
}
