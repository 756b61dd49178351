import type { ClientOptions } from '../../github/client.js'
import { type ApprovalReader, approvalReader } from '../../github/reviews.js'
import type { Approvals, Asked, Reviewed, Started, TeamRead } from '../../shared/approvals.js'
import { type Message, message } from '../../shared/message.js'
import { reasonOf } from '../../shared/problem.js'
import type { RunContext } from '../environment.js'
import type { ActionOptions } from '../inputs.js'

/**
 * Asks GitHub who approved the judged commit, and the runner who started it. Reviews are read now, never from the event:
 * a run again has the event of the first one.
 */
export async function readApprovals(
  asked: Asked,
  context: RunContext,
  options: Pick<ActionOptions, 'token' | 'teamToken'>,
  pace: ClientOptions['pace'] = {},
): Promise<Approvals> {
  const [owner = '', repo = ''] = context.subject.repository?.split('/') ?? []
  const reader = (token: string) => approvalReader(owner, repo, { token, apiUrl: context.apiUrl, pace })
  const own = reader(options.token)
  const ofTeams = options.teamToken === '' ? own : reader(options.teamToken)
  const reviewed = asked.reviews
    ? await orUnreadable(
        () => reviewedBy(own, context),
        (why): Reviewed => ({ state: 'unreadable', why }),
      )
    : { state: 'not-asked' as const }
  const started = asked.actors ? startedBy(context) : { state: 'not-asked' as const }
  const teams: TeamRead[] = []
  // A pull request deploys nothing, so that teams of deployers alone need not be read for it.
  for (const team of asked.reviews || started.state === 'started' ? asked.teams : []) {
    teams.push({
      team,
      members: await orUnreadable(
        () => membersOf(ofTeams, team),
        (why) => why,
      ),
    })
  }
  return { reviewed, started, teams }
}

/** Whatever the client trips over, an address that is none for instance, approves nothing. */
async function orUnreadable<T>(read: () => Promise<T>, failed: (why: Message) => T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    return failed(message('app.github-client', { why: reasonOf(error) }))
  }
}

async function reviewedBy(
  reader: ApprovalReader,
  { subject, queued, base, event = '' }: RunContext,
): Promise<Reviewed> {
  const { commit = '', pull_request: pull } = subject
  if (pull !== undefined) return asReviewed(await reader.pull(pull, commit))
  // The queue's commit is a merge of the pull request's head, which must not change while it waits there.
  if (base?.proposed === true && queued !== undefined) return asReviewed(await reader.pull(queued, undefined))
  const found = await reader.pullOf(commit, event.startsWith('pull_request'))
  if (!found.ok) return { state: 'unreadable', why: found.why }
  if (found.value === undefined)
    return { state: 'absent', why: message('approval.no-pull', { commit: commit.slice(0, 7) }) }
  return asReviewed(await reader.pull(found.value.number, found.value.head))
}

function asReviewed(read: Awaited<ReturnType<ApprovalReader['pull']>>): Reviewed {
  return read.ok ? { state: 'read', pull: read.value } : { state: 'unreadable', why: read.why }
}

function startedBy({ base, event = '', actors }: RunContext): Started {
  if (base?.proposed === true || /^pull_request|^merge_group$/.test(event)) return { state: 'proposed' }
  return actors.length > 0 ? { state: 'started', actors } : { state: 'unreadable', why: message('approval.no-actor') }
}

async function membersOf(reader: ApprovalReader, team: string): Promise<readonly string[] | Message> {
  const read = await reader.members(team)
  return read.ok ? read.value : read.why
}
