import type { Files, Specimen, Specimens } from '../../gates/specimens.js'
import type { DemandedGate, Policy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import { type Message, message } from '../../shared/message.js'
import type { Check, Enforcement, Outcome, Verdict } from '../../verdict/outcome.js'
import { decide } from '../../verdict/verdict.js'
import { frameworksOf } from '../frameworks.js'
import { judge, type Run } from '../judge.js'
import { SpecimenReader, withFiles } from './evidence.js'
import { makers } from './makers.js'

/** One check, tried with evidence that is just bad enough for it. */
export interface Tried {
  readonly id: string
  /** What differs from evidence that passes. */
  readonly change: Message
  readonly outcome: Outcome
  /** What this check alone does to the verdict, all others passing. */
  readonly verdict: Verdict
  readonly blocks: boolean
  readonly enforcement: Enforcement
  /** Other checks that the same evidence fails; none, as a rule. */
  readonly also: readonly string[]
}

/** Every check of a policy: those that were tried, and those that could not be. */
export interface SelfTest {
  /** In order of id; a check with several bounds once for each. */
  readonly checks: readonly Tried[]
  readonly notTested: readonly { readonly id: string; readonly why: Message }[]
}

/** Most checks that are judged altogether: each specimen means judging the whole policy. */
const MAX_JUDGED = 100_000

/** Tries every check of the policy; `now`, in milliseconds since 1970, decides whether its waivers still hold. */
export async function selfTest(policy: Policy, now: number): Promise<SelfTest> {
  const sets = specimensOf(policy.gates)
  const reader = new SpecimenReader()
  const goodFiles = sets.reduce<Files>((all, { good }) => withFiles(all, good), {})
  const frameworks = await frameworksOf(policy, { from: 'head' }, now)
  const asked = sets.find(({ approvals }) => approvals !== undefined)?.approvals
  const judged = async (files: Files, approvals = asked, remember = false) =>
    judge(policy, await reader.read(files, remember), { ...runAt(now), ...(approvals && { approvals }) }, frameworks)
  const good = await judged(goodFiles, asked, true)
  const passing = new Set(checksOf(good).flatMap(({ id, outcome }) => (outcome === 'pass' ? [id] : [])))
  const all = sets.flatMap(({ bad }) => bad)
  const possible = all.filter(({ id }) => passing.has(id))
  const limit = Math.floor(MAX_JUDGED / Math.max(1, checksOf(good).length))
  const checks: Tried[] = []
  for (const specimen of possible.slice(0, limit)) {
    checks.push(
      tried(specimen, policy, good, await judged(withFiles(goodFiles, specimen.files()), specimen.approvals), passing),
    )
  }
  checks.sort((a, b) => compareIds(a, b))
  return { checks, notTested: notTested(sets, good, checks, possible.slice(limit), limit) }
}

function runAt(now: number): Run {
  return { now, waivable: true, interested: [], commits: [] }
}

/** What each gate brings along. A gate must not state a metric that another one states, so they are asked twice. */
function specimensOf(gates: readonly DemandedGate[]): Specimens[] {
  const asked = (taken: (id: string) => readonly string[]) =>
    gates.flatMap((demand) => {
      const specimens = makers.get(demand.id)?.(demand, taken(demand.id))
      return specimens === undefined ? [] : [{ id: demand.id, specimens }]
    })
  const first = asked(() => [])
  const others = (id: string) => first.filter((it) => it.id !== id).flatMap(({ specimens }) => specimens.metrics)
  return asked(others).map(({ specimens }) => specimens)
}

function checksOf({ gates }: ModelReport): Check[] {
  return gates.flatMap(({ checks }) => checks)
}

function tried(
  { id, change }: Specimen,
  { onInsufficient }: Policy,
  good: ModelReport,
  bad: ModelReport,
  passing: ReadonlySet<string>,
): Tried {
  const found = new Map(checksOf(bad).map((check) => [check.id, check]))
  // A check that is gone does not block.
  const outcome = found.get(id)?.outcome ?? 'not-applicable'
  const alone = good.gates.map(({ enforcement, checks }) => ({
    enforcement,
    checks: checks.flatMap((check) => (check.id === id ? [{ outcome }] : passing.has(check.id) ? [check] : [])),
  }))
  const verdict = decide(alone, onInsufficient)
  const gate = good.gates.find(({ checks }) => checks.some((check) => check.id === id))
  const also = [...passing].filter((other) => other !== id && found.get(other)?.outcome !== 'pass')
  // An error blocks too, but it would not show that the demand is compared with the value.
  const blocks = verdict === 'fail' && outcome !== 'error'
  return { id, change, outcome, verdict, blocks, enforcement: gate?.enforcement ?? 'block', also }
}

/** Every check that the policy has and that was not tried, each with its reason. */
function notTested(
  sets: readonly Specimens[],
  good: ModelReport,
  checks: readonly Tried[],
  beyond: readonly Specimen[],
  limit: number,
): SelfTest['notTested'] {
  const done = new Set(checks.map(({ id }) => id))
  const impossible = sets.flatMap((set) => set.impossible)
  const many = beyond.map(({ id }) => ({ id, why: message('specimen.many', { limit }) }))
  const named = new Set([...impossible, ...many].map(({ id }) => id))
  const rest = checksOf(good)
    .filter(({ id }) => !done.has(id) && !named.has(id))
    .map(({ id, outcome, message: why }) => ({
      id,
      why: outcome === 'pass' ? message('specimen.none') : message('specimen.good', { why }),
    }))
  return [...impossible, ...many, ...rest].sort(compareIds)
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
