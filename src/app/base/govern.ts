import { comparePolicies } from '../../policy/compare/compare.js'
import type { Extended, PolicyText } from '../../policy/document.js'
import { parsePolicy, type Shortcuts } from '../../policy/parse.js'
import type { Policy } from '../../policy/policy.js'
import type { PolicySource } from '../../report/model.js'
import type { Change } from '../../shared/change.js'
import { type Message, message } from '../../shared/message.js'
import type { PolicyOrigin } from '../run.js'
import type { Base, BasePolicy } from './base.js'
import { stepShortcuts } from './inputs.js'
import { type Governed, layersOf, ownPolicy, sha256 } from './own.js'
import { relocated } from './relocate.js'

/**
 * Which policy is in force. The judged commit's own has to be valid in any case, because after the merge it will be the
 * one; on a pull request the base branch's decides, and every difference is told.
 */
export async function govern(head: PolicyOrigin, base: Base, shortcuts: Shortcuts): Promise<Governed> {
  const own = await ownPolicy(head, shortcuts)
  if (!own.ok) return own
  const { policy } = own
  const ownSource = { ...own.source, ...(base.commit !== undefined && { commit: base.commit }) }
  const { reading, asked } = base
  const inputs = base.inputs ?? []
  if (reading.state === 'base') return withBase(head, policy, ownSource, base, reading.policy, shortcuts)
  if (asked === 'head') {
    const changes = { state: 'head' as const, ...(inputs.length > 0 && { changes: inputs }) }
    const notes = [message('base.head-in-force'), notCompared(reading)]
    return { ok: true, policy, source: { ...ownSource, ...changes }, notes: [...notes, ...own.notes] }
  }
  if (reading.state === 'refused')
    return { ok: false, problems: [reading.problem], source: { ...own.source, resolved: null } }
  const note =
    reading.state === 'bootstrap'
      ? message('base.bootstrap', { where: reading.where })
      : message('base.unread', { why: reading.why })
  const told = { ...ownSource, state: reading.state, ...(inputs.length > 0 && { changes: inputs }) }
  return { ok: true, policy, source: told, notes: [note, ...own.notes] }
}

function notCompared(reading: Exclude<Base['reading'], { state: 'base' }>): Message {
  if (reading.state === 'bootstrap') return message('base.bootstrap', { where: reading.where })
  return message('base.not-compared', { why: reading.state === 'unread' ? reading.why : reading.problem.message })
}

async function withBase(
  head: PolicyOrigin,
  own: Policy,
  ownSource: PolicySource,
  base: Base,
  written: BasePolicy,
  shortcuts: Shortcuts,
): Promise<Governed> {
  // Most pull requests leave the policy alone; its lines are then those of the judged commit.
  const same = written.text.trim() === head.text.trim() && sameLayers(written.extended, head.extended)
  const text = same ? head : written
  const parsed = await parsePolicy(text, shortcuts)
  if (!parsed.ok) {
    const [first] = parsed.problems
    const facts = { path: written.source, count: parsed.problems.length, first: first?.message ?? '' }
    const source = { ...ownSource, state: base.asked === 'head' ? ('head' as const) : ('base-invalid' as const) }
    return { ok: true, policy: own, source, notes: [message('base.invalid', facts), ...own.notes] }
  }
  const changes = [...(base.inputs ?? []), ...(await compared(text, own, base, shortcuts))]
  if (base.asked === 'head') {
    const source = { ...ownSource, state: 'head' as const, changes }
    return { ok: true, policy: own, source, notes: [message('base.head-in-force'), ...own.notes] }
  }
  const { layers: _, ...unlayered } = ownSource
  const source: PolicySource = {
    ...unlayered,
    source: same ? head.source : written.source,
    from: 'base',
    state: 'base',
    sha256: sha256(text.text),
    ...layersOf(text),
    resolved: parsed.value.resolved,
    changes,
  }
  return { ok: true, policy: same ? parsed.value : relocated(parsed.value, own), source, notes: parsed.value.notes }
}

/** A pull request may leave its policy alone and change one that this extends. */
function sameLayers(base: Extended | undefined, head: Extended | undefined): boolean {
  const texts = (extended: Extended | undefined) => extended?.layers.map(({ source, text }) => [source, text]) ?? []
  return JSON.stringify(texts(base)) === JSON.stringify(texts(head))
}

/** The base's side is what the base's own workflow would have made of it: its evidence comes from its inputs. */
async function compared(text: PolicyText, own: Policy, base: Base, shortcuts: Shortcuts): Promise<Change[]> {
  const parsed = await parsePolicy(text, base.step === undefined ? shortcuts : stepShortcuts(base.step, shortcuts))
  return parsed.ok ? comparePolicies(parsed.value, own) : []
}
