import { notFound } from './http-error.js'
import type { State } from './state.js'
import type { Grant } from './tokens.js'
import type { Json, Operation } from './types.js'

/** A request that was authenticated and found its operation. */
export interface Call {
  readonly state: State
  readonly grant: Grant
  /** The parts of the path, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Json | undefined
  readonly accept: string
  /** Where the server stands, for the addresses in its answers. */
  readonly baseUrl: string
  readonly path: string
}

/** An answer: JSON, or bytes as they are. */
export interface Answer {
  readonly status: number
  readonly body: Json | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export interface Route {
  readonly operation: Operation
  readonly method: string
  /** After `/repos/{owner}/{repo}/` or `/orgs/{org}/`; a last part `{path*}` takes all that remains. */
  readonly path: string
  readonly handle: (call: Call) => Answer
}

/** A number in the path; a path with anything else there does not exist. */
export function idParam(call: Call, name: string): number {
  const text = call.params[name] ?? ''
  if (!/^\d{1,15}$/.test(text)) throw notFound()
  return Number.parseInt(text, 10)
}

/** One page of a list and the Link header that leads to the others. */
export function paginate<T>(call: Call, all: readonly T[]): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(100, whole(call.query.per_page, 30))
  const page = whole(call.query.page, 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (to: number, rel: string): string => {
    const query = new URLSearchParams({ ...call.query, page: String(to) })
    return `<${call.baseUrl}${call.path}?${query.toString()}>; rel="${rel}"`
  }
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ]
  const items = all.slice((page - 1) * size, page * size)
  return { items, headers: links.length === 0 ? {} : { link: links.join(', ') } }
}

function whole(text: string | undefined, fallback: number): number {
  return text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number.parseInt(text, 10) : fallback
}
