import { clip } from '../shared/clip.js'

/**
 * What came of one request, reduced to what decides the next step: whether the request took effect (`done`), certainly
 * did not (`refused`, `limited`, `late`), or may have (`lost`).
 */
export type Answer<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Understood and turned down, so nothing was changed. */
  | { readonly kind: 'refused'; readonly status: number; readonly said: string }
  /** Turned away by a rate limit before anything was changed. */
  | { readonly kind: 'limited'; readonly waitMs: number }
  /** No usable answer: it is unknown whether anything was changed. */
  | { readonly kind: 'lost'; readonly detail: string }
  /** Something other than GitHub's API answered: a redirect, a sign-in page. */
  | { readonly kind: 'alien'; readonly detail: string }
  /** Not sent, because the time for publishing was used up. */
  | { readonly kind: 'late' }

/** An answer as it came over the wire. */
export interface Received {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly data: unknown
}

/** Reads a body; undefined where it is not what the endpoint promises. */
type Parse<T> = (data: unknown, headers: Received['headers']) => T | undefined

/** Longest part of a server's own words that is passed on. */
const MAX_SAID = 200
/** What GitHub asks for where a limit does not say how long it lasts. */
const UNSAID_WAIT_MS = 60_000
/** Without a body of its own these say that the request may not have ended, so they are treated as no answer. */
const UNDECIDED = new Set([408, 409])

/** Sorts an answer; `parse` gives undefined for a body that is not what the endpoint promises. */
export function classify<T>(got: Received, parse: Parse<T>, now: number): Answer<T> {
  if (got.status >= 500 || UNDECIDED.has(got.status)) return { kind: 'lost', detail: `HTTP ${got.status}` }
  const waitMs = rateLimit(got, now)
  if (waitMs !== undefined) return { kind: 'limited', waitMs }
  const type = header(got, 'content-type')
  if (type !== '' && !type.includes('json')) return { kind: 'alien', detail: `HTTP ${got.status} ${type}` }
  if (got.status >= 400) return { kind: 'refused', status: got.status, said: said(got.data) }
  if (got.status >= 300) return { kind: 'alien', detail: `HTTP ${got.status} ${header(got, 'location')}`.trim() }
  const value = parse(got.data, got.headers)
  // A success that cannot be read (cut off on the way, say) has changed something, but what is not known.
  return value === undefined ? { kind: 'lost', detail: `HTTP ${got.status}` } : { kind: 'done', value }
}

/** Whether a refusal blames the annotations, in which case the rest of the check run can still be posted. */
export function blamesAnnotations(answer: { kind: string; status?: number; said?: string }): boolean {
  return answer.kind === 'refused' && answer.status === 422 && /annotation/i.test(answer.said ?? '')
}

/** Makes a server's words fit to be passed on as data: one line, short, without the token. */
export function quote(text: string, token: string): string {
  const safe = token === '' ? text : text.replaceAll(token, '***')
  const line = safe.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return clip(line, MAX_SAID)
}

function rateLimit(got: Received, now: number): number | undefined {
  if (got.status !== 403 && got.status !== 429) return undefined
  const after = header(got, 'retry-after')
  if (/^\d{1,6}$/.test(after)) return Number.parseInt(after, 10) * 1000
  const date = Date.parse(after)
  if (!Number.isNaN(date)) return Math.max(0, date - now)
  const reset = header(got, 'x-ratelimit-reset')
  if (header(got, 'x-ratelimit-remaining') === '0' && /^\d{1,12}$/.test(reset)) {
    // One second more, because the reset is given in whole seconds.
    return Math.max(0, Number.parseInt(reset, 10) * 1000 - now) + 1000
  }
  return got.status === 429 || /secondary rate limit/i.test(said(got.data)) ? UNSAID_WAIT_MS : undefined
}

function header(got: Received, name: string): string {
  const value = got.headers[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** GitHub's message and its list of errors, as one text. */
function said(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data) || typeof data.message !== 'string') return ''
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.slice(0, 3) : []
  return [data.message, ...errors.map(errorText)].filter((part) => part !== '').join('; ')
}

function errorText(error: unknown): string {
  if (typeof error === 'string') return error
  if (typeof error !== 'object' || error === null) return ''
  return ['resource', 'field', 'code', 'message']
    .map((key) => Object.getOwnPropertyDescriptor(error, key)?.value)
    .filter((part) => typeof part === 'string')
    .join(' ')
}
