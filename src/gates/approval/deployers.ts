import { message } from '../../shared/message.js'
import { loginKey } from '../../shared/person.js'
import type { Check } from '../../verdict/outcome.js'
import type { Circumstances, Demand } from '../contract.js'
import { listOf, type Options } from './options.js'
import { circleOf, unreadTeam } from './teams.js'

/** Whether everyone who started the run may deploy: on a run again that is who did it first, too. */
export function deployerChecks({ options, locate }: Demand<Options>, { approvals }: Circumstances): Check[] {
  if (options.deployers === undefined) return []
  const deployers = listOf(options.deployers)
  const judged = judge(deployers, approvals?.started ?? { state: 'not-asked' }, approvals?.teams ?? [])
  const title = message('approval.deployers-title')
  return [{ id: 'approval/deployers', title, policy: locate('/deployers'), ...judged }]
}

type Known = NonNullable<Circumstances['approvals']>

function judge(
  deployers: readonly string[],
  started: Known['started'],
  teams: Known['teams'],
): Pick<Check, 'outcome' | 'message'> {
  switch (started.state) {
    case 'not-asked':
      return { outcome: 'insufficient', message: message('approval.not-asked') }
    case 'unreadable':
      return { outcome: 'error', message: message('approval.unreadable', { why: started.why }) }
    case 'proposed':
      return { outcome: 'not-applicable', message: message('approval.proposed') }
    case 'started': {
      const unread = unreadTeam(deployers, teams)
      if (unread !== undefined) return { outcome: 'error', message: unread }
      const people = started.actors.map((login) => `@${login}`)
      const circle = circleOf(deployers, teams)
      const others = started.actors.filter((login) => !circle.has(loginKey(login))).map((login) => `@${login}`)
      if (people.length > 0 && others.length === 0)
        return { outcome: 'pass', message: message('approval.deployer', { people }) }
      return { outcome: 'fail', message: message('approval.no-deployer', { people: others, deployers }) }
    }
  }
}
