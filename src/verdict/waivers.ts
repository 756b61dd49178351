import { type Location, shown } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { DAY } from '../shared/time.js'
import type { Check, OnInsufficient, Outcome } from './outcome.js'

/** Leave, given in a policy, for one check to fail until a day. */
export interface Waiver {
  /** The id of the check that it covers, exactly. */
  readonly check: string
  readonly reason: string
  /** `@login` or `@org/team`: who mends what is waived. */
  readonly owner: string
  /** `@login` or `@org/team`: who took the decision. */
  readonly approvedBy: string
  /** Midnight UTC at the beginning of its last day, in milliseconds since 1970. */
  readonly lastDay: number
  /** The last day as written, `2026-12-31`. */
  readonly expires: string
  readonly at: Location
}

/** What of a run decides whether a waiver holds. */
export interface Circumstances {
  /** Milliseconds since 1970, UTC. */
  readonly now: number
  /** Whether the waivers come from where the judged change could not write them. */
  readonly waivable: boolean
  /** Logins of those who must not approve a waiver for themselves: the author of the pull request, who started the run. */
  readonly interested: readonly string[]
}

/** Failing checks that a waiver may cover, under what an undecided check counts as. An error is never one of them. */
function isCoverable(outcome: Outcome, onInsufficient: OnInsufficient): boolean {
  return outcome === 'fail' || outcome === 'missing' || (outcome === 'insufficient' && onInsufficient === 'fail')
}

/** Why a waiver does not hold; undefined where it does. */
function objection(waiver: Waiver, { now, interested, waivable }: Circumstances): Objection | undefined {
  const { approvedBy: approver, expires, lastDay } = waiver
  // Written so that a clock that is none proves nothing.
  if (!(now < lastDay + DAY)) return { outcome: 'fail', why: message('waivers.expired', { expires }) }
  const login = approver.slice(1).toLowerCase()
  if (interested.some((one) => one.toLowerCase() === login))
    return { outcome: 'fail', why: message('waivers.self-approved', { approver }) }
  return waivable ? undefined : { outcome: 'not-applicable', why: message('waivers.not-in-force') }
}

interface Objection {
  /** What becomes of the waiver's own check. */
  readonly outcome: Outcome
  readonly why: Message
}

/** `expires in 36 days`; the last day counts in full. */
function countdown({ lastDay }: Waiver, now: number): Message {
  const days = Math.ceil((lastDay - now) / DAY)
  if (days <= 0) return message('waivers.today')
  return days === 1 ? message('waivers.tomorrow') : message('waivers.days', { days })
}

/** Checks with what their waivers do to them: a waiver that holds turns a failure into `waived`, and nothing else. */
export function waive(
  checks: readonly Check[],
  waivers: readonly Waiver[],
  on: Circumstances,
  onInsufficient: OnInsufficient,
): Check[] {
  return checks.map((check) => {
    const waiver = waivers.find((one) => one.check === check.id)
    if (waiver === undefined || !isCoverable(check.outcome, onInsufficient)) return check
    const said = check.message
    const why = objection(waiver, on)?.why
    if (why !== undefined) return { ...check, message: message('waivers.does-not-hold', { said, why }) }
    return { ...check, outcome: 'waived', message: message('waivers.holds', { ...facts(waiver, on), said }) }
  })
}

function facts(waiver: Waiver, { now }: Circumstances) {
  const { reason, owner, approvedBy: approver, expires } = waiver
  return { reason, owner, approver, expires, countdown: countdown(waiver, now) }
}

/**
 * One check a waiver, `waivers/<id of the check>`: whether it holds, how long still, and whether it is needed. `checks`
 * are those before any waiver was applied.
 */
export function waiverChecks(
  checks: readonly Check[],
  waivers: readonly Waiver[],
  on: Circumstances,
  onInsufficient: OnInsufficient,
): Check[] {
  return waivers.map((waiver) => {
    const { check: id, at, reason } = waiver
    const about = { id: `waivers/${id}`, title: message('waivers.title', { id }), policy: at }
    const covered = checks.find((check) => check.id === id)
    const why = objection(waiver, on)
    if (why !== undefined && why.outcome === 'fail') return { ...about, outcome: 'fail', message: why.why }
    if (covered === undefined) return { ...about, outcome: 'fail', message: message('waivers.orphan', { id, reason }) }
    if (why !== undefined) return { ...about, outcome: why.outcome, message: why.why }
    return { ...about, ...usefulness(waiver, covered, on, onInsufficient) }
  })
}

function usefulness(
  waiver: Waiver,
  covered: Check,
  on: Circumstances,
  onInsufficient: OnInsufficient,
): Pick<Check, 'outcome' | 'message'> {
  const params = facts(waiver, on)
  const { id, outcome } = covered
  if (isCoverable(outcome, onInsufficient)) return { outcome: 'pass', message: message('waivers.used', params) }
  switch (outcome) {
    case 'error':
      return { outcome: 'not-applicable', message: message('waivers.error', { id }) }
    case 'not-applicable':
      return { outcome: 'not-applicable', message: message('waivers.nothing-to-cover', { id }) }
    case 'insufficient':
      return { outcome: 'pass', message: message('waivers.undecided', { ...params, id }) }
    default:
      return { outcome: 'pass', message: message('waivers.unneeded', { ...params, id, place: shown(waiver.at) }) }
  }
}
