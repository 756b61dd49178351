import { getOctokit } from '@actions/github'
import { type Answer, classify, quote, type Received } from './answer.js'
import { isRecord } from './body.js'

/**
 * Why there are no retry and throttling plugins here: Octokit's repeat a request inside the client, where "look first,
 * then create again" cannot stand between two tries. The retry plugin repeats a POST after a dropped connection, the
 * throttling plugin leaves a plain 429 to it and ignores its `Retry-After`, both wait without knowing of a deadline, and
 * an abort signal spans all of their tries and waits at once. So every repetition is one of the few lines below.
 */
export interface Client {
  /** Sends once; turned away by a rate limit it waits, where time allows, and sends a second time. */
  send<T>(call: Call<T>): Promise<Answer<T>>
  /** For requests that may be repeated without harm: tries again when an answer is lost. */
  insist<T>(call: Call<T>): Promise<Answer<T>>
  /** Waits; false at once where the deadline comes first. */
  pause(ms: number): Promise<boolean>
  readonly pace: Pace
}

export interface Call<T> {
  /** Method and path template, `GET /repos/{owner}/{repo}`. */
  readonly route: `${'GET' | 'POST' | 'PATCH'} /${string}`
  readonly params: Readonly<Record<string, unknown>>
  /** Reads the body; undefined where it is not what the endpoint promises. */
  readonly parse: (data: unknown) => T | undefined
}

/** How patient a client is. */
interface Pace {
  readonly requestTimeoutMs: number
  /** Before the first repetition; the next waits twice as long. */
  readonly backoffMs: number
  /** Before looking for something that may just have been created: listings lag behind writes. */
  readonly lookUpDelayMs: number
  /** Between two writes, as GitHub asks in order to stay clear of its secondary limits. */
  readonly writeSpacingMs: number
}

export interface ClientOptions {
  readonly token: string
  readonly apiUrl: string
  /** For everything that one client sends, counted from its first request. */
  readonly deadlineMs?: number
  readonly pace?: Partial<Pace>
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  readonly sleep?: (ms: number) => Promise<void>
}

/** How often a request is repeated after its answer was lost. */
export const MAX_REPEATS = 2

// Ten seconds is also when GitHub itself ends a request, so that one given up here does not take effect much later.
const PACE: Pace = { requestTimeoutMs: 10_000, backoffMs: 1_000, lookUpDelayMs: 2_000, writeSpacingMs: 1_000 }
const DEADLINE_MS = 60_000

const ignore = () => {}
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** One client for everything that is sent in a run. */
export function makeClient(options: ClientOptions): Client {
  const pace = { ...PACE, ...options.pace }
  const { now, left, pause } = clockOf(options)
  const post = transport(options)
  let nextWrite = 0

  /** Takes the next turn before waiting for it, so that two chains of writes stay apart as well. */
  async function writeTurn(): Promise<boolean> {
    const at = Math.max(now(), nextWrite)
    nextWrite = at + pace.writeSpacingMs
    return pause(at - now())
  }

  async function attempt<T>(call: Call<T>): Promise<Answer<T>> {
    if (!call.route.startsWith('GET ') && !(await writeTurn())) return { kind: 'late' }
    const timeout = Math.floor(Math.min(pace.requestTimeoutMs, left()))
    if (timeout <= 0) return { kind: 'late' }
    const got = await post(call, timeout)
    if ('dropped' in got) return { kind: 'lost', detail: got.dropped }
    return tidy(classify(got, call.parse, now()), options.token)
  }

  async function send<T>(call: Call<T>): Promise<Answer<T>> {
    const answer = await attempt(call)
    if (answer.kind !== 'limited' || !(await pause(answer.waitMs))) return answer
    return attempt(call)
  }

  async function insist<T>(call: Call<T>): Promise<Answer<T>> {
    let answer = await send(call)
    for (let repeat = 0; answer.kind === 'lost' && repeat < MAX_REPEATS; repeat++) {
      if (!(await pause(pace.backoffMs * 2 ** repeat))) break
      answer = await send(call)
    }
    return answer
  }

  return { send, insist, pause, pace }
}

/** The time, how much of it is left, and waiting within it. */
interface Clock {
  now(): number
  /** Until the deadline, which is set when this is asked first. */
  left(): number
  readonly pause: Client['pause']
}

function clockOf(options: ClientOptions): Clock {
  // Monotonic, so that a corrected system clock neither shortens nor stretches the deadline.
  const now = options.now ?? (() => performance.timeOrigin + performance.now())
  const sleep = options.sleep ?? ((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)))
  let deadline: number | undefined

  function left(): number {
    deadline ??= now() + (options.deadlineMs ?? DEADLINE_MS)
    return deadline - now()
  }

  async function pause(ms: number): Promise<boolean> {
    if (ms >= left()) return false
    if (ms > 0) await sleep(ms)
    return true
  }

  return { now, left, pause }
}

/** Makes the words of an answer fit to be shown. */
function tidy<T>(answer: Answer<T>, token: string): Answer<T> {
  if (answer.kind === 'refused') return { ...answer, said: quote(answer.said, token) }
  if (answer.kind === 'alien') return { ...answer, detail: quote(answer.detail, token) }
  return answer
}

type Transport = (call: Call<unknown>, timeoutMs: number) => Promise<Received | { readonly dropped: string }>

/** One request over the wire; whatever goes wrong is told, nothing is thrown. */
function transport({ token, apiUrl }: ClientOptions): Transport {
  const octokit = getOctokit(token, {
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'ml-governance-gate',
    log: silent,
  })
  return async ({ route, params }, timeoutMs) => {
    // The logger is given a second time because the transport has its own, which warns on the console of an endpoint's
    // deprecation. A redirect is not followed because following turns a POST into a GET.
    const request = { log: silent, redirect: 'manual' as const, signal: AbortSignal.timeout(timeoutMs) }
    try {
      const { status, headers, data } = await octokit.request(route as string, { ...params, request })
      return { status, headers, data }
    } catch (error) {
      return errorResponse(error) ?? { dropped: errorCode(error) }
    }
  }
}

function errorResponse(error: unknown): Received | undefined {
  if (!isRecord(error) || typeof error.status !== 'number' || !isRecord(error.response)) return undefined
  const { headers, data } = error.response
  return { status: error.status, headers: isRecord(headers) ? headers : {}, data }
}

/** The innermost code, `ECONNRESET`; never an error's message, which may hold a header's value and so the token. */
function errorCode(error: unknown): string {
  let code = 'network'
  for (let at = error, depth = 0; isRecord(at) && depth < 5; at = at.cause, depth++) {
    if (at.name === 'TimeoutError') code = 'timeout'
    if (typeof at.code === 'string' && /^[A-Z][A-Z_0-9]{1,40}$/.test(at.code)) code = at.code
  }
  return code
}
