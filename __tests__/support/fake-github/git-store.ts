import { createHash } from 'node:crypto'
import { HttpError, invalidRequest, notFound } from './http-error.js'

/** A name in a tree, as Git keeps it. */
export interface TreeItem {
  readonly path: string
  readonly mode: string
  readonly type: 'blob' | 'tree'
  readonly sha: string
}

export interface GitCommit {
  readonly tree: string
  readonly parents: readonly string[]
  readonly message: string
  readonly date: string
}

/** What a `POST git/trees` adds: a file, at a path of any depth. */
export interface TreeAddition {
  readonly path: string
  readonly mode: string
  readonly sha: string
}

/** The database of objects and branches, each object under the name that Git itself would give it. */
export class GitStore {
  private readonly blobs = new Map<string, Buffer>()
  private readonly trees = new Map<string, readonly TreeItem[]>()
  private readonly commits = new Map<string, GitCommit>()
  /** `heads/main` to commit. */
  private readonly refs = new Map<string, string>()

  addBlob(bytes: Buffer): string {
    return put(this.blobs, 'blob', bytes, bytes)
  }

  blob(sha: string): Buffer | undefined {
    return this.blobs.get(sha)
  }

  tree(sha: string): readonly TreeItem[] | undefined {
    return this.trees.get(sha)
  }

  commit(sha: string): GitCommit | undefined {
    return this.commits.get(sha)
  }

  ref(name: string): string | undefined {
    return this.refs.get(name)
  }

  /** A commit that a test names as it likes, with its files. */
  seed(sha: string, files: ReadonlyMap<string, Buffer>): void {
    const additions = [...files].map(([path, bytes]) => ({ path, mode: '100644', sha: this.addBlob(bytes) }))
    const date = '2020-01-01T00:00:00Z'
    this.commits.set(sha, { tree: this.addTree(undefined, additions), parents: [], message: 'A change', date })
  }

  seedRef(name: string, sha: string): void {
    this.refs.set(name, sha)
  }

  /** The tree `base` with files added or replaced. */
  addTree(base: string | undefined, additions: readonly TreeAddition[]): string {
    const items = new Map((base === undefined ? [] : (this.trees.get(base) ?? [])).map((item) => [item.path, item]))
    const inside = new Map<string, TreeAddition[]>()
    for (const addition of additions) {
      const [name = '', ...rest] = addition.path.split('/')
      if (rest.length === 0) items.set(name, { path: name, mode: addition.mode, type: 'blob', sha: addition.sha })
      else inside.set(name, [...(inside.get(name) ?? []), { ...addition, path: rest.join('/') }])
    }
    for (const [name, below] of inside) {
      const old = items.get(name)
      const sha = this.addTree(old?.type === 'tree' ? old.sha : undefined, below)
      items.set(name, { path: name, mode: '040000', type: 'tree', sha })
    }
    const key = ({ path, type }: TreeItem) => (type === 'tree' ? `${path}/` : path)
    const sorted = [...items.values()].sort((a, b) => Buffer.compare(Buffer.from(key(a)), Buffer.from(key(b))))
    const lines = sorted.map(({ mode, path, sha }) =>
      Buffer.concat([Buffer.from(`${mode.replace(/^0/, '')} ${path}\0`), Buffer.from(sha, 'hex')]),
    )
    return put(this.trees, 'tree', Buffer.concat(lines), sorted)
  }

  addCommit(commit: GitCommit): string {
    const seconds = Math.floor(Date.parse(commit.date) / 1000)
    const who = `github-actions[bot] <bot@example.com> ${seconds} +0000`
    const parents = commit.parents.map((parent) => `parent ${parent}\n`).join('')
    const text = `tree ${commit.tree}\n${parents}author ${who}\ncommitter ${who}\n\n${commit.message}`
    return put(this.commits, 'commit', Buffer.from(text), commit)
  }

  createRef(name: string, sha: string): void {
    if (!this.commits.has(sha)) throw new HttpError(422, { message: 'Object does not exist' })
    if (this.refs.has(name)) throw new HttpError(422, { message: 'Reference already exists' })
    this.refs.set(name, sha)
  }

  /** Moves a branch, and refuses what would lose a commit. */
  updateRef(name: string, sha: string, force: boolean): void {
    const old = this.refs.get(name)
    if (old === undefined) throw new HttpError(422, { message: 'Reference does not exist' })
    if (!this.commits.has(sha)) throw new HttpError(422, { message: 'Object does not exist' })
    if (!force && !this.history(sha).has(old)) throw new HttpError(422, { message: 'Update is not a fast forward' })
    this.refs.set(name, sha)
  }

  /** A commit and all that came before it. */
  history(sha: string): Set<string> {
    const seen = new Set<string>()
    const next = [sha]
    for (let one = next.pop(); one !== undefined; one = next.pop()) {
      if (seen.has(one)) continue
      seen.add(one)
      next.push(...(this.commits.get(one)?.parents ?? []))
    }
    return seen
  }

  /** Every file of a tree by its path. */
  files(tree: string, prefix = ''): Map<string, Buffer> {
    const items = this.trees.get(tree) ?? []
    return new Map(
      items.flatMap(({ path, type, sha }) =>
        type === 'tree'
          ? [...this.files(sha, `${prefix}${path}/`)]
          : [[`${prefix}${path}`, this.blobs.get(sha) ?? Buffer.alloc(0)] as const],
      ),
    )
  }
}

function put<T>(store: Map<string, T>, type: string, bytes: Buffer, value: T): string {
  const sha = createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
  if (!store.has(sha)) store.set(sha, value)
  return sha
}

/** Refuses a path that Git would not keep. */
export function demandPath(path: string): void {
  const bad = path.split('/').some((part) => part === '' || part === '.' || part === '..' || part === '.git')
  if (bad) throw invalidRequest('tree.path contains a malformed path component')
}

/** The object, or the answer that it is not there. */
export function there<T>(found: T | undefined): T {
  if (found === undefined) throw notFound()
  return found
}
