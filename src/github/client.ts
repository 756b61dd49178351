import { type Answer, classify, quote, type Received } from './answer.js'
import { type Request, type TransportOptions, transport } from './transport.js'

/**
 * Why this is not Octokit: its retry and throttling plugins repeat a request inside the client, where "look first, then
 * create again" cannot stand between two tries. The retry plugin repeats a POST after a dropped connection, the
 * throttling plugin leaves a plain 429 to it and ignores its `Retry-After`, both wait without knowing of a deadline, and
 * an abort signal spans all of their tries and waits at once. So every repetition is one of the few lines below, and what
 * remains of a client, filling in a path and sending JSON, is `transport.ts`.
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

export interface Call<T> extends Request {
  /** Reads the body; undefined where it is not what the endpoint promises. */
  readonly parse: (data: unknown, headers: Received['headers']) => T | undefined
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

export interface ClientOptions extends TransportOptions {
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
