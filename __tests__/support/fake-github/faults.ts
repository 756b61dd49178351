import type { Fault, Matcher, RecordedRequest } from './types.js'

/** The faults that wait for their request. */
export class Faults {
  private readonly waiting: { matcher: Matcher; fault: Fault; left: number }[] = []

  add(matcher: Matcher, fault: Fault, times: number): void {
    this.waiting.push({ matcher, fault, left: times })
  }

  /** The fault that strikes this request, used up by it: the first one given that matches. */
  take(request: RecordedRequest): Fault | undefined {
    const hit = this.waiting.find((entry) => entry.left > 0 && matches(entry.matcher, request))
    if (hit === undefined) return undefined
    hit.left -= 1
    return hit.fault
  }

  /** How many faults have not struck yet; Infinity where one strikes for ever. */
  get left(): number {
    return this.waiting.reduce((sum, entry) => sum + entry.left, 0)
  }
}

function matches(matcher: Matcher, request: RecordedRequest): boolean {
  if (matcher === '*') return true
  if (typeof matcher === 'string') return request.operation === matcher
  if (typeof matcher === 'function') return matcher(request)
  const query = new URLSearchParams(request.query).toString()
  matcher.lastIndex = 0 // a pattern with the `g` flag would remember the request before
  return matcher.test(`${request.method} ${request.path}${query === '' ? '' : `?${query}`}`)
}

/** GitHub's answer above its secondary rate limit. */
export function secondaryRateLimit(retryAfterSeconds: number): Fault {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'
  return { status: 403, body: { message }, headers: { 'retry-after': String(retryAfterSeconds) } }
}

/** GitHub's answer when the hour's requests are used up; `resetAt` is in seconds since 1970. */
export function primaryRateLimit(resetAt: number): Fault {
  const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(resetAt) }
  return { status: 403, body: { message: 'API rate limit exceeded for installation.' }, headers }
}

/** What stands in front of GitHub when GitHub is away: a page, not JSON. */
export function badGateway(status: 502 | 503 | 504 = 502): Fault {
  return { status, body: '<html><body>Unicorn!</body></html>', headers: { 'content-type': 'text/html' } }
}
