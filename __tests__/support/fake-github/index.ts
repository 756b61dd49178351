import { blankRun } from './routes/checks.js'
import { ApiServer } from './server.js'
import { type CheckRun, type Comment, State, timestamp } from './state.js'
import { ACTIONS_APP, type App, tokenTable } from './tokens.js'
import type { FakeGitHubOptions, Fault, JsonObject, Matcher, Operation, RecordedRequest } from './types.js'

export { badGateway, primaryRateLimit, secondaryRateLimit } from './faults.js'
export { annotationFault } from './limits.js'
export { answerProblems } from './openapi.js'
export type { CheckRun, Comment } from './state.js'
export { ACTIONS_APP, type Grant, OTHER_APP, TOKENS } from './tokens.js'
export type {
  FakeGitHubOptions,
  Fault,
  Json,
  JsonObject,
  Matcher,
  Operation,
  PullRequest,
  RecordedRequest,
} from './types.js'

/** A check run that was there before: what it is not told stands as in a completed, successful one. */
export interface SeededCheckRun {
  readonly name: string
  readonly headSha: string
  /** Default: GitHub Actions. */
  readonly app?: App
  readonly conclusion?: string
  readonly externalId?: string
  readonly annotations?: readonly JsonObject[]
  /** Default: whatever the next one would land in. */
  readonly suite?: number
  /** The run GitHub Actions keeps for a job: a PATCH of it is refused whatever the token. */
  readonly ofJob?: boolean
}

export interface SeededComment {
  readonly issue: number
  readonly body: string
  /** Default: a person, `lee`. */
  readonly login?: string
  readonly app?: App
}

/**
 * A GitHub to test against: a real HTTP server on 127.0.0.1 that keeps state and enforces GitHub's documented limits.
 *
 * ```ts
 * const github = await startFakeGitHub({ shas: [HEAD], pulls: [{ number: 7, headSha: HEAD }] })
 * github.fail('checks/create', 'drop-after')           // the run is made, the answer is lost
 * await publish({ apiUrl: github.url, token: TOKENS.full })
 * expect(github.checkRuns).toHaveLength(1)             // it looked before it posted again
 * await github.close()
 * ```
 *
 * What it refuses stands in `limits.ts` and, for the shape of every body, in GitHub's own API description
 * (`openapi.ts`); it is the stricter of the two wherever sources differ. If the stand-in itself breaks it answers 599.
 */
export class FakeGitHub implements AsyncDisposable {
  /** Where it answers, for `GITHUB_API_URL`. */
  readonly url: string

  constructor(
    private readonly state: State,
    private readonly server: ApiServer,
  ) {
    this.url = server.baseUrl
  }

  /** `owner/repo`, as in `GITHUB_REPOSITORY`. */
  get repository(): string {
    return `${this.state.owner}/${this.state.repo}`
  }

  /** Every request so far, in the order of arrival, refused and dropped ones included. */
  get requests(): readonly RecordedRequest[] {
    return this.server.requests
  }

  /** The requests of one operation. */
  requestsOf(operation: Operation): readonly RecordedRequest[] {
    return this.requests.filter((request) => request.operation === operation)
  }

  /** The requests that were not reads. */
  get writes(): readonly RecordedRequest[] {
    return this.requests.filter((request) => request.method !== 'GET')
  }

  /** The check runs there are, oldest first, with every annotation appended to them. */
  get checkRuns(): readonly CheckRun[] {
    return this.state.checkRuns
  }

  /** The comments there are, oldest first. */
  get comments(): readonly Comment[] {
    return this.state.comments
  }

  /** The commits of a branch, the newest first, and the files at its end; undefined where there is no such branch. */
  branch(
    name: string,
  ): { readonly commits: readonly string[]; readonly files: ReadonlyMap<string, Buffer> } | undefined {
    const { git } = this.state
    const head = git.ref(`heads/${name}`)
    return head === undefined
      ? undefined
      : { commits: [...git.history(head)], files: git.files(git.commit(head)?.tree ?? '') }
  }

  /** Faults that have not struck: 0 at a test's end shows that all that were planned happened. */
  get faultsLeft(): number {
    return this.server.faults.left
  }

  /**
   * Lets the next `times` matching requests go wrong (default 1; `Infinity` for ever). Faults strike in the order
   * given: `fail('*', A); fail('*', B)` strikes the first request with A and the second with B.
   */
  fail(matcher: Matcher, fault: Fault, times = 1): void {
    this.server.faults.add(matcher, fault, times)
  }

  /** Puts a check run there that somebody posted before. */
  seedCheckRun(seed: SeededCheckRun): CheckRun {
    const { headSha, app = ACTIONS_APP, ofJob = false } = seed
    this.state.demandCommit(headSha)
    const suite = seed.suite ?? this.state.nextSuite(app, headSha)
    const blank = blankRun({ id: this.state.nextId(), app, suite, headSha, ofJob })
    const done = { status: 'completed', conclusion: seed.conclusion ?? 'success', completedAt: timestamp() }
    const named = { name: seed.name, externalId: seed.externalId ?? null, annotations: [...(seed.annotations ?? [])] }
    const run: CheckRun = { ...blank, ...done, ...named }
    this.state.checkRuns.push(run)
    return run
  }

  /** Puts a comment there that somebody wrote before. */
  seedComment(seed: SeededComment): Comment {
    this.state.demandIssue(seed.issue)
    const now = timestamp()
    const who = { login: seed.login ?? 'lee', app: seed.app }
    const text = { issue: seed.issue, body: seed.body, createdAt: now, updatedAt: now }
    const comment: Comment = { id: this.state.nextId(), ...who, ...text, edits: 0 }
    this.state.comments.push(comment)
    return comment
  }

  /** Stops at once. Its state and requests stay readable. */
  async close(): Promise<void> {
    await this.server.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }
}

/** Starts a server of its own; a test that starts one closes it. */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const state = new State(options)
  const server = new ApiServer(state, tokenTable(options.tokens), options.basePath ?? '')
  await server.listen()
  return new FakeGitHub(state, server)
}
