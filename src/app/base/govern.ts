import type { PolicyText } from '../../policy/document.js'
import { parsePolicies, type Shortcuts } from '../../policy/parse.js'
import type { PolicySource } from '../../report/model.js'
import type { Change } from '../../shared/change.js'
import { type Message, message } from '../../shared/message.js'
import { digestOf } from '../digest.js'
import type { PolicyOrigin } from '../run.js'
import type { Base, BasePolicy } from './base.js'
import { compareAll, inForce } from './combine.js'
import { stepShortcuts } from './inputs.js'
import { type Governed, layersOf, ownPolicy } from './own.js'

/**
 * Which policy is in force. The judged commit's own has to be valid in any case, because after the merge it will be the
 * one; on a pull request the base branch's decides, and every difference is told.
 */
export async function govern(head: PolicyOrigin, base: Base, shortcuts: Shortcuts, exists: Exists): Promise<Governed> {
  const own = await ownPolicy(head, shortcuts)
  if (!own.ok) return own
  const { policies } = own
  const ownSource = { ...own.source, ...(base.commit !== undefined && { commit: base.commit }) }
  const { reading, asked } = base
  const inputs = base.inputs ?? []
  if (reading.state === 'base') return withBase({ head, base, shortcuts, exists }, own, ownSource, reading.policy)
  if (asked === 'head') {
    const changes = { state: 'head' as const, ...(inputs.length > 0 && { changes: inputs }) }
    const notes = [message('base.head-in-force'), notCompared(reading)]
    return { ok: true, policies, source: { ...ownSource, ...changes }, notes: [...notes, ...own.notes] }
  }
  if (reading.state === 'refused')
    return { ok: false, problems: [reading.problem], source: { ...own.source, resolved: null } }
  const note =
    reading.state === 'bootstrap'
      ? message('base.bootstrap', { where: reading.where })
      : message('base.unread', { why: reading.why })
  const told = { ...ownSource, state: reading.state, ...(inputs.length > 0 && { changes: inputs }) }
  return { ok: true, policies, source: told, notes: [note, ...own.notes] }
}

function notCompared(reading: Exclude<Base['reading'], { state: 'base' }>): Message {
  if (reading.state === 'bootstrap') return message('base.bootstrap', { where: reading.where })
  return message('base.not-compared', { why: reading.state === 'unread' ? reading.why : reading.problem.message })
}

/** Whether the checkout has a file. */
type Exists = (path: string) => boolean

interface Sides {
  readonly head: PolicyOrigin
  readonly base: Base
  readonly shortcuts: Shortcuts
  readonly exists: Exists
}

type Own = Extract<Governed, { ok: true }>

async function withBase(sides: Sides, own: Own, ownSource: PolicySource, written: BasePolicy): Promise<Governed> {
  const { head, base, shortcuts } = sides
  // Most pull requests leave the policy alone; its lines are then those of the judged commit.
  const same = written.text.trim() === head.text.trim() && sameBeside(written, head)
  const text = same ? head : written
  const parsed = await parsePolicies(text, shortcuts)
  if (!parsed.ok) {
    const [first] = parsed.problems
    const facts = { path: written.source, count: parsed.problems.length, first: first?.message ?? '' }
    const source = { ...ownSource, state: base.asked === 'head' ? ('head' as const) : ('base-invalid' as const) }
    return { ...own, source, notes: [message('base.invalid', facts), ...own.notes] }
  }
  const changes = [...(base.inputs ?? []), ...(await compared(text, own.policies, base, shortcuts))]
  if (base.asked === 'head') {
    const source = { ...ownSource, state: 'head' as const, changes }
    return { ...own, source, notes: [message('base.head-in-force'), ...own.notes] }
  }
  const added = same ? parsed : await parsePolicies(withAdded(written, head), shortcuts)
  const { models, notes } = same
    ? { models: parsed.value.models, notes: [] }
    : inForce(parsed.value, own.policies, added.ok ? added.value : parsed.value, sides.exists)
  const policies = { models, several: parsed.value.several || models.length > 1 }
  const { layers: _, ...unlayered } = ownSource
  const source: PolicySource = {
    ...unlayered,
    source: same ? head.source : written.source,
    from: 'base',
    state: 'base',
    sha256: digestOf(text.text),
    ...layersOf(text),
    resolved: resolvedOf(parsed.value.resolved, policies),
    changes,
  }
  return { ok: true, policies, source, notes: [...notes, ...parsed.value.notes] }
}

/** What was in force of each model, whichever side it is from. */
function resolvedOf(resolved: unknown, { models, several }: Own['policies']): unknown {
  if (!several) return resolved
  return { version: 1, ...(resolved as object), models: models.flatMap(({ policy }) => policy?.resolved ?? []) }
}

/** The base's policy with the models that only the judged commit has beside it. */
function withAdded(base: BasePolicy, { found }: PolicyOrigin): PolicyText {
  if (base.found === undefined || found === undefined) return base
  const known = new Set(base.found.entries.map(({ path }) => path))
  const entries = [...base.found.entries, ...found.entries.filter(({ path }) => !known.has(path))]
  return { ...base, found: { ...base.found, entries } }
}

/** A pull request may leave its policy alone and change one that this extends, or what describes a model. */
function sameBeside(base: PolicyText, head: PolicyText): boolean {
  const texts = ({ extended, found }: PolicyText) => [
    extended?.layers.map(({ source, text }) => [source, text]) ?? [],
    found?.entries.map(({ path, text }) => [path, text]) ?? [],
  ]
  return JSON.stringify(texts(base)) === JSON.stringify(texts(head))
}

/** The base's side is what the base's own workflow would have made of it: its evidence comes from its inputs. */
async function compared(text: PolicyText, own: Own['policies'], base: Base, shortcuts: Shortcuts): Promise<Change[]> {
  const parsed = await parsePolicies(text, base.step === undefined ? shortcuts : stepShortcuts(base.step, shortcuts))
  return parsed.ok ? compareAll(parsed.value, own) : []
}
