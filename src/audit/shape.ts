import { pointerTo } from '../shared/location.js'
import { type Message, message } from '../shared/message.js'
import { type Problem, problem } from '../shared/problem.js'

/**
 * Reads a value of parsed JSON as what it should be, or notes what is wrong with it. Where something was noted, the
 * value that is given back means nothing.
 */
export type Shape<T> = (value: unknown, pointer: string, wrong: Problem[]) => T

/** Own members alone, none where it is no object. */
function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function refuse(expected: Message | readonly string[], pointer: string, wrong: Problem[]): never {
  wrong.push(problem('audit.field', { pointer: pointer === '' ? '/' : pointer, expected }))
  return undefined as never
}

/** What a test accepts; `expected` names it in a message. */
function plain<T>(expected: Message | readonly string[], accepts: (value: unknown) => boolean): Shape<T> {
  return (value, pointer, wrong) => (accepts(value) ? (value as T) : refuse(expected, pointer, wrong))
}

export const text = plain<string>(message('audit.text'), (value) => typeof value === 'string')
export const count = plain<number>(
  message('audit.count'),
  (value) => Number.isSafeInteger(value) && (value as number) >= 0,
)
export const anything = plain<unknown>(message('audit.value'), (value) => value !== undefined)

/** A text that looks like `pattern`. */
export function like(pattern: RegExp, expected: Message): Shape<string> {
  return plain(expected, (value) => typeof value === 'string' && pattern.test(value))
}

export function oneOf<const T extends string>(allowed: readonly T[]): Shape<T> {
  return plain(allowed, (value) => allowed.some((one) => one === value))
}

/** What may be absent. */
export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, pointer, wrong) => (value === undefined ? undefined : shape(value, pointer, wrong))
}

/** What is `null` where there is none. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, pointer, wrong) => (value === null ? null : shape(value, pointer, wrong))
}

/** A list; an absent one is empty, so that a record without it is still read. */
export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, pointer, wrong) => {
    if (value === undefined) return []
    if (!Array.isArray(value)) return refuse(message('audit.list'), pointer, wrong)
    return value.map((item: unknown, index) => shape(item, pointerTo(pointer, index), wrong))
  }
}

/** Names that a file chose, each with a value; an absent one is empty. */
export function names<T>(shape: Shape<T>): Shape<ReadonlyMap<string, T>> {
  return (value, pointer, wrong) => {
    if (value === undefined) return new Map()
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse(message('audit.object'), pointer, wrong)
    return new Map(
      Object.entries(value).map(([name, item]) => [name, shape(item, pointerTo(pointer, name), wrong)] as const),
    )
  }
}

/** An object; members that are not named are left alone, so that a later version may add some. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Shape<T[K]> }): Shape<T> {
  const known = Object.entries<Shape<unknown>>(fields)
  return (value, pointer, wrong) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return refuse(message('audit.object'), pointer, wrong)
    const read = known.map(([name, shape]) => [name, shape(member(value, name), pointerTo(pointer, name), wrong)])
    return Object.fromEntries(read.filter(([, found]) => found !== undefined)) as T
  }
}
