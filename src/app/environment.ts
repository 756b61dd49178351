import type { Subject } from '../report/model.js'

/** The process's variables. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The run on GitHub: what is judged, and where results can be shown. */
export interface RunContext {
  readonly workspace: string
  readonly subject: Subject
  /** Where a check run and a comment belong; absent where the run cannot be told apart well enough. */
  readonly target?: Target
  readonly apiUrl: string
  readonly serverUrl: string
  /** Path of the workflow file in the repository, `.github/workflows/x.yaml`. */
  readonly workflowPath?: string
  readonly job?: string
  /** The step's own `id`, where it has one. */
  readonly step?: string
  /** `OWNER/REPO` of the action that runs, where it is not a local one. */
  readonly action?: string
  readonly base?: BaseCommit
  /** The event's name; of a `workflow_run` that of the run before it. */
  readonly event?: string
  /** Logins of who started the run, and of who ran it again. */
  readonly actors: readonly string[]
  /** The pull request that a merge group's branch is named after. */
  readonly queued?: number
  readonly outputFile?: string
  readonly summaryFile?: string
  readonly temporary?: string
}

/** The commit that the judged one is to be merged into, or came after. */
export interface BaseCommit {
  /** Whether it is a pull request or a merge group that is judged; else it is a push. */
  readonly proposed: boolean
  /** Absent where the event does not name it. */
  readonly sha?: string
}

export interface Target {
  readonly owner: string
  readonly repo: string
  readonly headSha: string
  readonly pullRequest?: number
}

/** Reads the runner's variables and the event's payload, which is trusted for nothing but its own shape. */
export function readContext(env: Environment, payload: unknown, cwd: string): RunContext {
  const repository = env.GITHUB_REPOSITORY
  const pull = pullRequestOf(env, payload)
  const head = headShaOf(payload)
  // On a pull request GITHUB_SHA is a merge commit; without the payload's word nobody knows the head.
  const merge = /^refs\/pull\//.test(env.GITHUB_REF ?? '') && head === undefined
  const commit = head ?? env.GITHUB_SHA
  const [owner, repo, ...rest] = repository?.split('/') ?? []
  const target = !merge &&
    owner &&
    repo &&
    rest.length === 0 &&
    commit && { owner, repo, headSha: commit, ...(pull && { pullRequest: pull }) }
  return {
    workspace: env.GITHUB_WORKSPACE || cwd,
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    actors: actorsOf(env),
    subject: defined({
      repository,
      commit,
      merge_commit: mergeCommitOf(env, commit),
      pull_request: pull,
      workflow: env.GITHUB_WORKFLOW,
      run: integer(env.GITHUB_RUN_ID),
      attempt: integer(env.GITHUB_RUN_ATTEMPT),
      actor: env.GITHUB_ACTOR,
      author: text(at(payload, 'pull_request', 'user', 'login')),
    }),
    ...defined({
      target: target || undefined,
      workflowPath: workflowPathOf(env, repository),
      job: env.GITHUB_JOB,
      // The runner makes up a name with two underscores for a step without an id.
      step: env.GITHUB_ACTION?.startsWith('__') ? undefined : env.GITHUB_ACTION,
      action: env.GITHUB_ACTION_REPOSITORY,
      base: baseOf(env, payload),
      event: eventOf(env, payload),
      queued: integer(QUEUE.exec(env.GITHUB_REF ?? '')?.[1]),
      outputFile: env.GITHUB_OUTPUT,
      summaryFile: env.GITHUB_STEP_SUMMARY,
      temporary: env.RUNNER_TEMP,
    }),
  }
}

/**
 * The commit that reviewers see. On a pull request GITHUB_SHA is a merge commit nobody reviews; a merge group and a
 * `workflow_run` name theirs in the payload.
 */
function headShaOf(payload: unknown): string | undefined {
  return (
    text(at(payload, 'pull_request', 'head', 'sha')) ??
    text(at(payload, 'merge_group', 'head_sha')) ??
    text(at(payload, 'workflow_run', 'head_sha'))
  )
}

/** The merge of head and base that a checkout takes on a pull request; on every other event it would be another story. */
function mergeCommitOf({ GITHUB_REF: ref = '', GITHUB_SHA: sha }: Environment, commit: string | undefined) {
  return /^refs\/pull\/\d+\/merge$/.test(ref) && sha !== commit ? sha : undefined
}

/**
 * A change that is proposed is told by the runner's own variables: what a step writes to the event's file cannot turn it
 * into a push. For a push the base is the commit that the branch had before.
 */
function baseOf(env: Environment, payload: unknown): BaseCommit | undefined {
  const event = env.GITHUB_EVENT_NAME ?? ''
  const proposed = /^pull_request|^merge_group$/.test(event) || /^refs\/pull\//.test(env.GITHUB_REF ?? '')
  if (!proposed && event !== 'push') return undefined
  const named = proposed
    ? (at(payload, 'pull_request', 'base', 'sha') ?? at(payload, 'merge_group', 'base_sha'))
    : at(payload, 'before')
  const sha = typeof named === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(named) ? named : undefined
  return { proposed, ...(sha && { sha }) }
}

/** The runner's own variable comes first: a step can write to the event's file. */
function pullRequestOf(env: Environment, payload: unknown): number | undefined {
  const named = integer(/^refs\/pull\/(\d+)\//.exec(env.GITHUB_REF ?? '')?.[1])
  if (named !== undefined) return named
  const number = at(payload, 'pull_request', 'number')
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** `refs/heads/gh-readonly-queue/main/pr-7-…`, the commit it is based on at the end. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40,64}$/

function eventOf({ GITHUB_EVENT_NAME: name }: Environment, payload: unknown): string | undefined {
  return name === 'workflow_run' ? (text(at(payload, 'workflow_run', 'event')) ?? name) : name
}

function actorsOf({ GITHUB_ACTOR: actor, GITHUB_TRIGGERING_ACTOR: again }: Environment): string[] {
  return [actor, again].flatMap((login, index, all) => (login && all.indexOf(login) === index ? [login] : []))
}

/** From `OWNER/REPO/.github/workflows/x.yaml@refs/…`; a workflow of another repository is not in this checkout. */
function workflowPathOf(env: Environment, repository: string | undefined): string | undefined {
  const reference = env.GITHUB_WORKFLOW_REF
  if (reference === undefined || repository === undefined || !reference.startsWith(`${repository}/`)) return undefined
  return reference.slice(repository.length + 1).split('@')[0]
}

/** A property deep in unknown data, own properties only. */
function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  )
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^[0-9]{1,15}$/.test(value) ? Number.parseInt(value, 10) : undefined
}

/** Without the members that have no value. */
function defined<T extends Record<string, unknown>>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
