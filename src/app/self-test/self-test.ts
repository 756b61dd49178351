import { bindingSpecimens, COMMIT, goodStated } from '../../gates/binding-specimens.js'
import type { FileKind, Files, Setting } from '../../gates/specimens.js'
import { auditOf } from '../../policy/audit.js'
import type { Policy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { frameworksOf } from '../frameworks.js'
import { judge, type Run } from '../judge.js'
import { type Climbed, climb, type Found } from './climb.js'
import { controlSpecimens, controlsOf, throughIt } from './controls.js'
import { SpecimenReader, withFiles } from './evidence.js'
import { type MadeUpSets, makeUp } from './make-up.js'
import { checksOf, type Tried, tried } from './tried.js'

/** Every check of a policy: those that were tried, and those that could not be. */
export interface SelfTest {
  /** In order of id; a check with several bounds once for each. */
  readonly checks: readonly Tried[]
  readonly notTested: readonly Untested[]
}

interface Untested {
  readonly id: string
  readonly why: Message
}

/** Most checks that are judged altogether: each specimen means judging the whole policy. */
const MAX_JUDGED = 100_000

/** Tries every check of the policy; `now`, in milliseconds since 1970, decides whether its waivers still hold. */
export async function selfTest(policy: Policy, now: number): Promise<SelfTest> {
  const made = await makeUp(policy, now)
  const { sets, files } = made
  const bound = { ...policy.bindings, now, kinds: new Set(Object.keys(files) as FileKind[]) }
  const approvals = sets.find((set) => set.approvals !== undefined)?.approvals
  const setting: Setting = { stated: goodStated(bound), from: 'base', ...(approvals && { approvals }) }
  const judged = judgeOf(policy, now, setting)
  const good = await judged(files, {}, true)
  const passing = passingIn(good)
  const all = [...sets.flatMap(({ bad }) => bad), ...bindingSpecimens(bound)]
  const possible = all.filter(({ id }) => passing.has(id))
  const limit = Math.floor(MAX_JUDGED / Math.max(1, checksOf(good).length))
  const open = new Set(controlsOf(policy).filter((id) => passing.has(id)))
  const checks: Tried[] = []
  const take = ({ specimen, good, bad }: Found) => {
    const passing = passingIn(good)
    const fallen = throughIt(specimen, bad, open).filter(({ id }) => passing.has(id))
    for (const it of [specimen, ...fallen]) {
      open.delete(it.id)
      checks.push(tried(it, policy, good, bad, passing))
    }
  }
  for (const specimen of possible.slice(0, limit)) {
    take({ specimen, good, bad: await judged(withFiles(files, specimen.files()), specimen) })
  }
  const sought = sets.flatMap((set) => set.sought ?? [])
  const climbed = await climb(sought, made.rounds, (other) => judged(withFiles(files, other), {}))
  climbed.found.forEach(take)
  for (const specimen of controlSpecimens(policy)) {
    const bad = await judged(files, specimen)
    const fallen = throughIt(specimen, bad, open).some(({ id }) => id === specimen.id)
    if (fallen && open.delete(specimen.id)) checks.push(tried(specimen, policy, good, bad, passing))
  }
  checks.sort(compareIds)
  const beyond = possible.slice(limit).map(({ id }) => ({ id, why: message('specimen.many', { limit }) }))
  return {
    checks,
    notTested: [...beyond, ...untested(made, good, [...checks, ...beyond], climbed, policy)].sort(compareIds),
  }
}

function passingIn(report: ModelReport): ReadonlySet<string> {
  return new Set(checksOf(report).flatMap(({ id, outcome }) => (outcome === 'pass' ? [id] : [])))
}

type Judged = (files: Files, setting: Setting, remember?: boolean) => Promise<ModelReport>

/** Judges files in a setting, of which only what differs from the good one is said. */
function judgeOf(policy: Policy, now: number, good: Setting): Judged {
  const reader = new SpecimenReader(policy)
  return async (files, other, remember = false) => {
    const setting = { ...good, ...other }
    const { approvals, now: at = now, from = 'base' } = setting
    const run: Run = {
      ...{ now: at, waivable: true, interested: [], commits: [COMMIT] },
      ...(approvals && { approvals }),
    }
    const evidence = await reader.read({ files, setting, now: at }, remember)
    return judge(policy, evidence, run, await frameworksOf(policy, { from }, at))
  }
}

/** Every check that the policy has and that was not tried, each with its reason. */
function untested(
  { sets }: MadeUpSets,
  good: ModelReport,
  told: readonly { readonly id: string }[],
  { unfound, judged }: Climbed,
  { resolved }: Policy,
): Untested[] {
  const done = new Set(told.map(({ id }) => id))
  const impossible = sets.flatMap((set) => set.impossible)
  const outcomes = new Map(checksOf(good).map((check) => [check.id, check]))
  const reasonOf = (id: string) => {
    const check = outcomes.get(id)
    return check === undefined || check.outcome === 'pass'
      ? message('specimen.unfound', { count: judged })
      : message('specimen.good', { why: check.message })
  }
  const lost = unfound.map(({ id }) => ({ id, why: reasonOf(id) }))
  const named = new Set([...impossible, ...lost].map(({ id }) => id))
  const rest = checksOf(good)
    .filter(({ id }) => !done.has(id) && !named.has(id))
    .map(({ id, outcome, message: why }: Check) => ({
      id,
      why: outcome === 'pass' ? message('specimen.none') : message('specimen.good', { why }),
    }))
  const trail = auditOf(resolved) === undefined ? [] : [{ id: 'audit/recorded', why: message('specimen.audit') }]
  return [...impossible, ...lost, ...rest, ...trail]
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
