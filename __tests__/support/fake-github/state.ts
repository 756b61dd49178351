import { GitStore } from './git-store.js'
import { notFound } from './http-error.js'
import type { App } from './tokens.js'
import type { FakeGitHubOptions, JsonObject, PullRequest, RepoFile, SeededCommit } from './types.js'

/** A check run as the server holds it. */
export interface CheckRun {
  readonly id: number
  readonly app: App
  readonly suite: number
  readonly headSha: string
  name: string
  status: string
  conclusion: string | null
  externalId: string | null
  detailsUrl: string | null
  startedAt: string | null
  completedAt: string | null
  title: string | null
  summary: string | null
  text: string | null
  /** Every annotation ever sent: an update appends, nothing removes. */
  readonly annotations: JsonObject[]
  images: JsonObject[]
  actions: JsonObject[]
  /** How often it was updated after its creation. */
  updates: number
  /** The run that GitHub Actions itself keeps for a job: no workflow token may change it. */
  readonly ofJob: boolean
}

/** A comment as the server holds it. */
export interface Comment {
  readonly id: number
  readonly issue: number
  readonly login: string
  readonly app: App | undefined
  readonly createdAt: string
  updatedAt: string
  body: string
  /** How often its body was replaced. */
  edits: number
}

const HEADS = /^(?:refs\/)?(?:heads|tags)\//

/** The repository behind the server. */
export class State {
  readonly owner: string
  readonly repo: string
  readonly defaultBranch: string
  readonly pulls: readonly PullRequest[]
  readonly log: readonly SeededCommit[]
  readonly teams: ReadonlyMap<string, readonly string[]>
  readonly checkRuns: CheckRun[] = []
  readonly comments: Comment[] = []
  /** Further repositories of the server. */
  readonly others: readonly State[]
  /** Names of the tokens that may not see it. */
  readonly hiddenFrom: readonly string[]
  readonly git = new GitStore()
  private readonly shas: Set<string>
  private readonly branches: ReadonlyMap<string, string>
  private readonly issues: ReadonlySet<number>
  private readonly files: ReadonlyMap<string, Readonly<Record<string, RepoFile>>>
  private readonly suitesPerCommit: number
  private lastId = 1000

  constructor(options: FakeGitHubOptions) {
    this.owner = options.owner ?? 'acme'
    this.repo = options.repo ?? 'churn'
    this.defaultBranch = options.defaultBranch ?? 'main'
    this.pulls = options.pulls ?? []
    this.others = (options.others ?? []).map((other) => new State(other))
    this.hiddenFrom = options.hiddenFrom ?? []
    this.log = options.log ?? []
    this.teams = new Map(Object.entries(options.teams ?? {}))
    this.suitesPerCommit = options.suitesPerCommit ?? 2
    this.branches = new Map(Object.entries(options.branches ?? {}))
    this.issues = new Set([...(options.issues ?? []), ...this.pulls.map((pull) => pull.number)])
    const files = Object.entries(options.files ?? {})
    this.files = new Map(files.map(([ref, tree]) => [this.branches.get(ref) ?? ref, tree]))
    const ofPulls = this.pulls.flatMap((pull) => [
      pull.headSha,
      pull.baseSha ?? '',
      pull.merged ?? '',
      ...(pull.commits ?? []),
    ])
    this.shas = new Set([...(options.shas ?? []), ...this.branches.values(), ...this.files.keys(), ...ofPulls])
    this.shas.delete('')
    for (const sha of this.shas) {
      const seeded = Object.entries(this.files.get(sha) ?? {}).map(([path, file]) => [path, bytesOf(file)] as const)
      this.git.seed(sha, new Map(seeded))
    }
    for (const [name, sha] of this.branches) this.git.seedRef(`heads/${name}`, sha)
  }

  nextId(): number {
    this.lastId += 1
    return this.lastId
  }

  /** Refuses a commit that does not exist. */
  demandCommit(sha: string): void {
    if (!this.shas.has(sha)) throw notFound(`No commit found for SHA: ${sha}`)
  }

  /** The commit a branch, tag or SHA names; undefined where it names none. */
  resolve(ref: string): string | undefined {
    const short = ref.replace(HEADS, '')
    const found = this.branches.get(short) ?? short
    return this.shas.has(found) ? found : undefined
  }

  /** The files at a ref; undefined where the ref does not exist. */
  filesAt(ref: string): ReadonlyMap<string, RepoFile> | undefined {
    const sha = this.resolve(ref)
    return sha === undefined ? undefined : new Map(Object.entries(this.files.get(sha) ?? {}))
  }

  /** The suite the next check run of an App on a commit lands in: each in turn. */
  nextSuite(app: App, sha: string): number {
    const before = this.checkRuns.filter((run) => run.app.id === app.id && run.headSha === sha).length
    return 1 + (before % this.suitesPerCommit)
  }

  checkRun(id: number): CheckRun {
    const found = this.checkRuns.find((run) => run.id === id)
    if (found === undefined) throw notFound()
    return found
  }

  comment(id: number): Comment {
    const found = this.comments.find((comment) => comment.id === id)
    if (found === undefined) throw notFound()
    return found
  }

  /** Refuses an issue or pull request that does not exist. */
  demandIssue(number: number): void {
    if (!this.issues.has(number)) throw notFound()
  }
}

/** A link's content is where it leads. */
function bytesOf(file: RepoFile): Buffer {
  return typeof file === 'object' && 'symlink' in file ? Buffer.from(file.symlink) : Buffer.from(file)
}

/** Now, as GitHub writes it. */
export function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`
}
