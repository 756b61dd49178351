import { bindingSpecimens, COMMIT, goodStated, namedKinds } from '../../gates/binding-specimens.js'
import type { FileKind, Files, Setting, Specimen, Specimens } from '../../gates/specimens.js'
import type { DemandedGate, Policy } from '../../policy/policy.js'
import type { ModelReport } from '../../report/model.js'
import { type Message, message } from '../../shared/message.js'
import type { Check } from '../../verdict/outcome.js'
import { frameworksOf } from '../frameworks.js'
import { judge, type Run } from '../judge.js'
import { controlSpecimens, controlsOf, throughIt } from './controls.js'
import { SpecimenReader, withFiles } from './evidence.js'
import { makers } from './makers.js'
import { checksOf, type Tried, tried } from './tried.js'

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
  const goodFiles = filesToBind(
    policy,
    sets.reduce<Files>((all, { good }) => withFiles(all, good), {}),
  )
  const bound = { ...policy.bindings, now, kinds: new Set(Object.keys(goodFiles) as FileKind[]) }
  const approvals = sets.find((set) => set.approvals !== undefined)?.approvals
  const setting: Setting = { stated: goodStated(bound), from: 'base', ...(approvals && { approvals }) }
  const judged = judgeOf(policy, now, setting)
  const good = await judged(goodFiles, {}, true)
  const passing = new Set(checksOf(good).flatMap(({ id, outcome }) => (outcome === 'pass' ? [id] : [])))
  const all = [...sets.flatMap(({ bad }) => bad), ...bindingSpecimens(bound)]
  const possible = all.filter(({ id }) => passing.has(id))
  const limit = Math.floor(MAX_JUDGED / Math.max(1, checksOf(good).length))
  const open = new Set(controlsOf(policy).filter((id) => passing.has(id)))
  const checks: Tried[] = []
  for (const specimen of possible.slice(0, limit)) {
    const bad = await judged(withFiles(goodFiles, specimen.files()), specimen)
    for (const it of [specimen, ...throughIt(specimen, bad, open)]) {
      open.delete(it.id)
      checks.push(tried(it, policy, good, bad, passing))
    }
  }
  for (const specimen of controlSpecimens(policy)) {
    const bad = await judged(goodFiles, specimen)
    const fallen = throughIt(specimen, bad, open).some(({ id }) => id === specimen.id)
    if (fallen && open.delete(specimen.id)) checks.push(tried(specimen, policy, good, bad, passing))
  }
  checks.sort(compareIds)
  return { checks, notTested: notTested(sets, good, checks, possible.slice(limit), limit) }
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

/** The files, and one of each kind that the policy binds by name: it is read although no gate may ask for it. */
function filesToBind({ bindings }: Policy, files: Files): Files {
  const lacking = namedKinds(bindings.facets).filter((kind) => files[kind] === undefined)
  return withFiles(
    files,
    Object.fromEntries(
      lacking.map((kind) => [kind, kind === 'model-card' ? { 'evidence.md': '# Model\n' } : { 'evidence.json': '{}' }]),
    ),
  )
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
    .map(({ id, outcome, message: why }: Check) => ({
      id,
      why: outcome === 'pass' ? message('specimen.none') : message('specimen.good', { why }),
    }))
  return [...impossible, ...many, ...rest].sort(compareIds)
}

function compareIds(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
