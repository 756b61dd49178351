import { shown } from '../shared/location.js'
import { message } from '../shared/message.js'
import type { Problem, Result } from '../shared/problem.js'
import { problem } from '../shared/problem.js'
import { type Extended, type Layer, type PolicyDocument, readDocument } from './document.js'
import { layered } from './layers.js'
import { type Below, loosened, unknownNames } from './loosened.js'
import { policyIn, refused, type Shortcuts } from './parse.js'
import type { Policy } from './policy.js'

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
  const at = own.locate(['extends'])
  const misplaced = has(own, 'may-loosen') ? [problem('extends.own-list', {}, own.locate(['may-loosen']))] : []
  if (!has(own, 'extends')) return refused([...problems, ...misplaced])
  if (extended === undefined) return refused([...problems, ...misplaced, problem('extends.unread', {}, at)])
  const read = extended.layers.map((layer) => ({ layer, ...readDocument(layer) }))
  const lower = read.flatMap(({ document }) => (document === undefined ? [] : [withoutOwnKeys(document)]))
  const parsed = await policyIn(layered(own, ...lower), problems, shortcuts)
  const below: Below[] = []
  const broken: Problem[] = []
  // From the bottom up, so that each is judged with what it extends itself.
  for (let index = read.length - 1; index >= 0; index -= 1) {
    const { layer, document, problems: syntax } = read[index] as (typeof read)[number]
    const alone =
      document === undefined
        ? refused(syntax)
        : await policyIn(layered(...chain(lower.slice(index))), syntax, shortcuts, true)
    if (!alone.ok) {
      broken.push(notAPolicy(layer, alone.problems, at))
      break
    }
    const list = listIn(document)
    const unknown = unknownNames(list, alone.value)
    if (unknown.length > 0) broken.push(problem('extends.unknown-name', { source: layer.source, names: unknown }, at))
    below.push({ source: nameOf(layer), policy: alone.value, list })
  }
  const found = [...misplaced, ...extended.problems, ...broken]
  if (found.length > 0) return refused([...(parsed.ok ? problems : ownMistakes(parsed.problems, extended)), ...found])
  if (!parsed.ok) return parsed
  const loose = loosened(below, parsed.value)
  if (loose.length > 0) return refused([...problems, ...loose])
  const notes = extended.layers.map((layer) =>
    layer.copy === undefined
      ? message('extends.note', { source: nameOf(layer) })
      : message('extends.copy', { source: nameOf(layer), copy: layer.copy }),
  )
  const resolved = { ...(parsed.value.resolved as object), extends: Reflect.get(own.data as object, 'extends') }
  return { ok: true, value: { ...parsed.value, resolved, notes: [...notes, ...parsed.value.notes] } }
}

/** As people name it: with the ref, where it is of another repository. */
function nameOf({ source, ref }: Layer): string {
  return ref === undefined ? source : `${source}@${ref}`
}

function chain([first, ...rest]: readonly PolicyDocument[]): [PolicyDocument, ...PolicyDocument[]] {
  if (first === undefined) throw new Error('no document')
  return [first, ...rest]
}

function notAPolicy(layer: Layer, [first, ...rest]: readonly Problem[], at: Problem['at']): Problem {
  const place = first?.at === undefined ? nameOf(layer) : shown(first.at)
  const params = { source: nameOf(layer), place, first: first?.message ?? '', more: rest.length }
  return problem('extends.not-a-policy', params, at)
}

/** The mistakes that are the policy's own: not those of a policy below it, nor what one that could not be had may supply. */
function ownMistakes(all: readonly Problem[], { layers }: Extended): Problem[] {
  const below = layers.map(({ place }) => place({ line: 1, column: 1 }).path)
  const supplied = ['policy.required', 'policy.no-gate']
  return all.filter(({ at, message: { id } }) => !below.includes(at?.path ?? '') && !supplied.includes(id))
}

function has({ data }: PolicyDocument, key: string): boolean {
  return typeof data === 'object' && data !== null && Object.hasOwn(data, key)
}

/** Only the policy itself says what it extends, and only an extended one what others may loosen. */
function withoutOwnKeys(document: PolicyDocument): PolicyDocument {
  const entries = Object.entries(document.data as object)
  const data: Record<string, unknown> = Object.create(null)
  for (const [key, value] of entries) if (key !== 'extends' && key !== 'may-loosen') data[key] = value
  return { ...document, data }
}

function listIn(document: PolicyDocument | undefined): readonly string[] {
  const list: unknown =
    document && has(document, 'may-loosen') ? Reflect.get(document.data as object, 'may-loosen') : []
  return Array.isArray(list) ? list.filter((name) => typeof name === 'string') : []
}
