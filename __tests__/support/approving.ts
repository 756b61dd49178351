import { readApprovals } from '../../src/app/approval/read.js'
import { readContext } from '../../src/app/environment.js'
import { check, type PolicyOrigin } from '../../src/app/run.js'
import { Workspace } from '../../src/app/workspace.js'
import type { Report } from '../../src/report/model.js'
import { pullRequest, sha, type WorkflowEvent } from './events.js'
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub, TOKENS } from './fake-github/index.js'
import type { PullRequest } from './fake-github/types.js'
import { NOW } from './judged.js'
import { makeWorkspace } from './workspace.js'

export const HEAD = sha('head')
export const OLDER = sha('older')

/** A run of the gate against the stand-in API. */
export interface Approving {
  readonly policy: string
  /** The pull request, beside number 7, head `HEAD` and author `kim`. */
  readonly pull?: Partial<PullRequest>
  readonly teams?: FakeGitHubOptions['teams']
  readonly log?: FakeGitHubOptions['log']
  readonly shas?: readonly string[]
  readonly event?: WorkflowEvent
  readonly triggering?: string
  readonly token?: string
  readonly teamToken?: string
  readonly from?: PolicyOrigin['from']
  readonly before?: (github: FakeGitHub) => void
  readonly pace?: Parameters<typeof readApprovals>[3]
}

/** What comes of the policy, and the requests it took. */
export async function approving(of: Approving): Promise<{ report: Report; github: FakeGitHub }> {
  const pull = { number: 7, headSha: HEAD, author: 'kim', ...of.pull }
  await using github = await startFakeGitHub({
    pulls: [pull],
    shas: [HEAD, OLDER, ...(of.shas ?? [])],
    ...(of.teams && { teams: of.teams }),
    ...(of.log && { log: of.log }),
  })
  of.before?.(github)
  const event = of.event ?? pullRequest({ headSha: HEAD, author: pull.author })
  const env = {
    GITHUB_REPOSITORY: github.repository,
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: event.ref,
    GITHUB_SHA: event.sha,
    GITHUB_ACTOR: event.actor,
    GITHUB_TRIGGERING_ACTOR: of.triggering ?? event.actor,
  }
  const context = readContext(env, event.payload, '.')
  await using folder = await makeWorkspace({})
  const workspace = Workspace.open(folder.root, '.')
  if (!workspace.ok) throw new Error('no workspace')
  const place: PolicyOrigin['place'] = (at) => ({ path: 'p.yaml', ...at })
  const origin: PolicyOrigin = { text: of.policy, source: 'p.yaml', from: of.from ?? 'head', place }
  const options = { policy: { kind: 'file', path: 'p.yaml', named: true }, evidence: {}, language: 'en' } as const
  const pace = { backoffMs: 2, lookUpDelayMs: 2, writeSpacingMs: 0, ...of.pace }
  const report = await check(options, origin, workspace.value, context.subject, NOW, {
    approvals: (asked) =>
      readApprovals(asked, context, { token: of.token ?? TOKENS.full, teamToken: of.teamToken ?? '' }, pace),
  })
  return { report, github }
}
