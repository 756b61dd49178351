import { type Location, shown } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { type Problem, problem, type Result } from '../shared/problem.js'
import type { Extended, Layer } from './beside.js'
import { type PolicyDocument, readDocument } from './document.js'
import { layered } from './layers.js'
import { type Below, loosened, unknownNames } from './loosened.js'
import { policyIn, refused, type Shortcuts } from './parse.js'
import type { Policy } from './policy.js'

/** A policy laid on those that it extends. */
export interface Assembled {
  readonly document: PolicyDocument
  /** Every mistake in what is extended; where there is any, nothing is known of what is demanded. */
  readonly problems: readonly Problem[]
  /** Which of the mistakes that were found in the whole are the policy's own. */
  readonly own: (problems: readonly Problem[]) => readonly Problem[]
  /** Where a policy is less strict than those below it. */
  readonly check: (policy: Policy) => Problem[]
  readonly notes: readonly Message[]
}

/**
 * A policy that extends others → policy: theirs lie below it, and it may only be stricter than each of them, save in
 * what they list under `may-loosen`. Every mistake at once; what is wrong with an extended policy is said at `extends`.
 */
export async function parseExtended(
  extended: Extended | undefined,
  own: PolicyDocument,
  problems: readonly Problem[],
  shortcuts: Shortcuts,
): Promise<Result<Policy>> {
  const whole = await assembled(extended, own, shortcuts)
  const parsed = await policyIn(whole.document, problems, shortcuts)
  if (whole.problems.length > 0) {
    return refused([...(parsed.ok ? problems : whole.own(parsed.problems)), ...whole.problems])
  }
  if (!parsed.ok) return parsed
  const loose = whole.check(parsed.value)
  if (loose.length > 0) return refused(loose)
  return { ok: true, value: { ...parsed.value, ...told(whole, own, parsed.value) } }
}

/** What a policy says of what it extends. */
export function told({ notes }: Assembled, own: PolicyDocument, policy: Pick<Policy, 'resolved' | 'notes'>) {
  const reference: unknown = has(own, 'extends') ? Reflect.get(own.data as object, 'extends') : undefined
  const resolved = { ...(policy.resolved as object), ...(reference !== undefined && { extends: reference }) }
  return { resolved, notes: [...notes, ...policy.notes] }
}

/** Lays a policy on those that it extends, and judges these by themselves. */
export async function assembled(
  extended: Extended | undefined,
  own: PolicyDocument,
  shortcuts: Shortcuts,
): Promise<Assembled> {
  const at = own.locate(['extends'])
  const misplaced = has(own, 'may-loosen') ? [problem('extends.own-list', {}, own.locate(['may-loosen']))] : []
  const unread = has(own, 'extends') && extended === undefined ? [problem('extends.unread', {}, at)] : []
  const { layers, problems } = extended ?? { layers: [], problems: [] }
  const read = layers.map((layer) => ({ layer, ...readDocument(layer) }))
  const lower = read.flatMap(({ document }) => (document === undefined ? [] : [without(document, OWN_KEYS)]))
  const { below, broken } = await judgedAlone(read, lower, at, shortcuts)
  return {
    document: layered(own, ...lower),
    problems: [...misplaced, ...unread, ...problems, ...broken],
    own: (all) => ownMistakes(all, layers),
    check: (policy) => loosened(below, policy),
    notes: layers.map(noteOf),
  }
}

type ReadLayer = { readonly layer: Layer } & ReturnType<typeof readDocument>

/** Each policy below with what it extends itself, the lowest first; and what is wrong with them. */
async function judgedAlone(
  read: readonly ReadLayer[],
  lower: readonly PolicyDocument[],
  at: Location,
  shortcuts: Shortcuts,
) {
  const below: Below[] = []
  const broken: Problem[] = []
  for (const [index, { layer, document, problems }] of [...read.entries()].reverse()) {
    const [first, ...rest] = lower.slice(index).map((one) => without(one, ['models']))
    const alone =
      document === undefined || first === undefined
        ? refused(problems)
        : await policyIn(layered(first, ...rest), problems, shortcuts, true)
    if (!alone.ok) {
      broken.push(notAPolicy(layer, alone.problems, at))
      break
    }
    const list = listIn(document)
    const unknown = unknownNames(list, alone.value)
    if (unknown.length > 0) broken.push(problem('extends.unknown-name', { source: layer.source, names: unknown }, at))
    below.push({ source: nameOf(layer), policy: alone.value, list })
  }
  return { below, broken }
}

function noteOf(layer: Layer): Message {
  const source = nameOf(layer)
  return layer.copy === undefined
    ? message('extends.note', { source })
    : message('extends.copy', { source, copy: layer.copy })
}

/** As people name it: with the ref, where it is of another repository. */
function nameOf({ source, ref }: Layer): string {
  return ref === undefined ? source : `${source}@${ref}`
}

function notAPolicy(layer: Layer, [first, ...rest]: readonly Problem[], at: Problem['at']): Problem {
  const place = first?.at === undefined ? nameOf(layer) : shown(first.at)
  const params = { source: nameOf(layer), place, first: first?.message ?? '', more: rest.length }
  return problem('extends.not-a-policy', params, at)
}

/** The mistakes that are the policy's own: not those of a policy below it, nor what one that could not be had may supply. */
function ownMistakes(all: readonly Problem[], layers: readonly Layer[]): Problem[] {
  const below = layers.map(({ place }) => place({ line: 1, column: 1 }).path)
  const supplied = ['policy.required', 'policy.no-gate']
  return all.filter(({ at, message: { id } }) => !below.includes(at?.path ?? '') && !supplied.includes(id))
}

function has({ data }: PolicyDocument, key: string): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key)
}

/** Only the policy itself says what it extends, and only an extended one what others may loosen. */
const OWN_KEYS = ['extends', 'may-loosen']

/** A document without some of its keys. */
export function without(document: PolicyDocument, keys: readonly string[]): PolicyDocument {
  const data: Record<string, unknown> = Object.create(null)
  for (const [key, value] of Object.entries(document.data as object)) if (!keys.includes(key)) data[key] = value
  return { ...document, data }
}

function listIn(document: PolicyDocument | undefined): readonly string[] {
  const list: unknown =
    document && has(document, 'may-loosen') ? Reflect.get(document.data as object, 'may-loosen') : []
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}
