import { createHash } from 'node:crypto'
import type { JsonObject } from './fake-github/types.js'

/** An event that starts a workflow: its payload, and what the runner's variables say about it. */
export interface WorkflowEvent {
  readonly name: string
  readonly payload: JsonObject
  /** `GITHUB_SHA`: on a pull request the test merge, never the head. */
  readonly sha: string
  /** `GITHUB_REF` */
  readonly ref: string
  readonly repository: string
  readonly actor: string
  /** `GITHUB_HEAD_REF` and `GITHUB_BASE_REF`: on pull requests only. */
  readonly headRef?: string
  readonly baseRef?: string
}

interface Common {
  /** `owner/repo`; default `acme/churn`, as in the stand-in API. */
  readonly repository?: string
  readonly actor?: string
}

const HOME = 'acme/churn'
const ACTOR = 'kim'

export interface PullRequestEvent extends Common {
  readonly number?: number
  readonly headSha: string
  readonly baseSha?: string
  /** The commit `GITHUB_SHA` names. */
  readonly mergeSha?: string
  readonly headRef?: string
  readonly baseRef?: string
  /** `true` for a fork of `someone`, a full name for a certain one, `deleted` for one that is gone. */
  readonly fork?: boolean | 'deleted' | `${string}/${string}`
  readonly draft?: boolean
  readonly author?: string
  readonly action?: 'opened' | 'synchronize' | 'reopened' | 'labeled' | 'ready_for_review'
}

/** `pull_request`: runs the workflow of the test merge, with a token that only reads where the head is a fork's. */
export function pullRequest(of: PullRequestEvent): WorkflowEvent {
  const { baseRef = 'main', headRef = 'change', number = 7 } = of
  const refs = { headRef, baseRef, ref: `refs/pull/${number}/merge`, sha: of.mergeSha ?? sha('m') }
  return { name: 'pull_request', payload: pullPayload(of), ...refs, ...common(of) }
}

/** `pull_request_target`: the same payload, run with the default branch's workflow and commit. */
export function pullRequestTarget(of: PullRequestEvent): WorkflowEvent {
  const { baseRef = 'main', headRef = 'change' } = of
  const refs = { headRef, baseRef, ref: `refs/heads/${baseRef}`, sha: of.baseSha ?? sha('b') }
  return { name: 'pull_request_target', payload: pullPayload(of), ...refs, ...common(of) }
}

export interface PushEvent extends Common {
  readonly sha: string
  readonly before?: string
  readonly branch?: string
}

export function push(of: PushEvent): WorkflowEvent {
  const ref = `refs/heads/${of.branch ?? 'main'}`
  const payload = { ref, before: of.before ?? '0'.repeat(40), after: of.sha, ...repositoryPart(of) }
  return { name: 'push', payload, sha: of.sha, ref, ...common(of) }
}

export interface MergeGroupEvent extends Common {
  readonly headSha: string
  readonly baseSha?: string
  readonly baseRef?: string
  /** The pull request the queue's branch is named after; the payload itself names none. */
  readonly number?: number
}

export function mergeGroup(of: MergeGroupEvent): WorkflowEvent {
  const { baseRef = 'main', baseSha = sha('b'), number = 7 } = of
  const ref = `refs/heads/gh-readonly-queue/${baseRef}/pr-${number}-${baseSha}`
  const group = { head_sha: of.headSha, head_ref: ref, base_sha: baseSha, base_ref: `refs/heads/${baseRef}` }
  const payload = { action: 'checks_requested', merge_group: group, ...repositoryPart(of) }
  return { name: 'merge_group', payload, sha: of.headSha, ref, ...common(of) }
}

export interface WorkflowDispatchEvent extends Common {
  readonly sha: string
  readonly branch?: string
  readonly inputs?: Readonly<Record<string, string>>
}

export function workflowDispatch(of: WorkflowDispatchEvent): WorkflowEvent {
  const ref = `refs/heads/${of.branch ?? 'main'}`
  const payload = { ref, inputs: { ...of.inputs }, workflow: '.github/workflows/ml.yaml', ...repositoryPart(of) }
  return { name: 'workflow_dispatch', payload, sha: of.sha, ref, ...common(of) }
}

export interface WorkflowRunEvent extends Common {
  readonly headSha: string
  /** The default branch's commit, where this workflow runs. */
  readonly sha?: string
  /** Numbers the payload names; GitHub names none where the head is a fork's. */
  readonly pullRequests?: readonly number[]
}

/** `workflow_run`: the second, privileged stage after an unprivileged workflow. */
export function workflowRun(of: WorkflowRunEvent): WorkflowEvent {
  const run = {
    id: 4241,
    head_sha: of.headSha,
    head_branch: 'change',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    pull_requests: (of.pullRequests ?? []).map((number) => ({ number, head: { sha: of.headSha } })),
  }
  const payload = { action: 'completed', workflow_run: run, ...repositoryPart(of) }
  return { name: 'workflow_run', payload, sha: of.sha ?? sha('b'), ref: 'refs/heads/main', ...common(of) }
}

/** A made-up commit: the same seed, the same forty digits. */
export function sha(seed: string): string {
  return createHash('sha1').update(seed).digest('hex')
}

function pullPayload(of: PullRequestEvent): JsonObject {
  const home = of.repository ?? HOME
  const { fork = false, number = 7, author = ACTOR } = of
  const name = home.split('/')[1] ?? ''
  const headRepo = fork === 'deleted' ? null : fork === true ? `someone/${name}` : fork === false ? home : fork
  const pull = {
    number,
    state: 'open',
    draft: of.draft ?? false,
    title: `Change ${number}`,
    html_url: `https://github.com/${home}/pull/${number}`,
    user: { login: author, type: 'User' },
    head: { ref: of.headRef ?? 'change', sha: of.headSha, repo: headRepo === null ? null : repoPart(headRepo, home) },
    base: { ref: of.baseRef ?? 'main', sha: of.baseSha ?? sha('b'), repo: repoPart(home, home) },
  }
  return { action: of.action ?? 'synchronize', number, pull_request: pull, ...repositoryPart(of) }
}

function repoPart(fullName: string, home: string): JsonObject {
  const [login = '', name = ''] = fullName.split('/')
  return { full_name: fullName, name, owner: { login }, fork: fullName !== home, default_branch: 'main' }
}

function repositoryPart(of: Common): JsonObject {
  const home = of.repository ?? HOME
  return { repository: repoPart(home, home), sender: { login: of.actor ?? ACTOR, type: 'User' } }
}

function common(of: Common): { repository: string; actor: string } {
  return { repository: of.repository ?? HOME, actor: of.actor ?? ACTOR }
}
