import * as http from 'node:http'
import * as https from 'node:https'
import type { Received } from './answer.js'
import { isRecord } from './body.js'
import { type Environment, proxyFor } from './proxy.js'

/** What is asked of the API. */
export interface Request {
  /** Method and path template, `GET /repos/{owner}/{repo}`. */
  readonly route: `${'GET' | 'POST' | 'PATCH'} /${string}`
  /** Fills the template; what it does not name goes into the query of a GET, else into the JSON body. */
  readonly params: Readonly<Record<string, unknown>>
}

/** The code of what broke, `ECONNRESET`; there was no whole answer. */
export interface Dropped {
  readonly dropped: string
}

export interface TransportOptions {
  readonly token: string
  /** `https://api.github.com`; an Enterprise Server's has a path, `https://host/api/v3`. */
  readonly apiUrl: string
  /** Where `https_proxy` and its like stand; by default the process's own. */
  readonly env?: Environment
}

export type Transport = (request: Request, timeoutMs: number) => Promise<Received | Dropped>

/** A hundred comments of the greatest length are a third of this. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024

/**
 * One request over the wire and its answer; whatever goes wrong is told, nothing is thrown. A redirect is an answer like
 * any other: following it would turn a POST into a GET and could take the token to another host.
 */
export function transport({ token, apiUrl, env = process.env }: TransportOptions): Transport {
  const base = apiUrl.replace(/\/+$/, '')
  const headers = {
    accept: 'application/vnd.github+json',
    'user-agent': 'ml-governance-gate',
    ...(token !== '' && { authorization: `Bearer ${token}` }),
  }
  let agent: http.Agent | undefined

  return async (request, timeoutMs) => {
    const signal = AbortSignal.timeout(timeoutMs)
    try {
      const { url, method, body } = addressed(base, request)
      agent ??= agentFor(url, env)
      const type = body !== undefined && { 'content-type': 'application/json; charset=utf-8' }
      const options = { method, agent, timeout: timeoutMs, headers: { ...headers, ...type } }
      return await exchange(url, body, options, signal)
    } catch (error) {
      return { dropped: signal.aborted ? 'timeout' : errorCode(error) }
    }
  }
}

function addressed(base: string, { route, params }: Request): { method: string; url: URL; body: string | undefined } {
  const rest = new Map(Object.entries(params))
  const [method = '', template = ''] = route.split(' ')
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(String(params[name]))
    rest.delete(name)
    return value
  })
  const url = new URL(base + path)
  if (method !== 'GET') return { method, url, body: JSON.stringify(Object.fromEntries(rest)) }
  for (const [name, value] of rest) url.searchParams.set(name, String(value))
  return { method, url, body: undefined }
}

/** Connections are kept for the next request. `proxyEnv` is known to Node 24.5 and later; an older one goes straight. */
function agentFor(url: URL, env: Environment): http.Agent {
  const proxy = proxyFor(url, env)
  const proxyEnv = proxy === undefined ? {} : { HTTP_PROXY: proxy, HTTPS_PROXY: proxy }
  const { Agent } = url.protocol === 'http:' ? http : https
  return new Agent({ keepAlive: true, proxyEnv })
}

/**
 * The signal alone does not end the wait for a proxy's tunnel, which there is no socket for yet; the option `timeout`
 * does, and closes the proxy's connection.
 */
async function exchange(
  url: URL,
  body: string | undefined,
  options: https.RequestOptions,
  signal: AbortSignal,
): Promise<Received> {
  const { request } = url.protocol === 'http:' ? http : https
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    request(url, { ...options, signal })
      .on('response', resolve)
      .on('error', reject)
      .end(body)
  })
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of response) {
    bytes += piece.length
    if (bytes > MAX_ANSWER_BYTES) throw Object.assign(new Error(), { code: 'TOO_LONG' })
    pieces.push(piece)
  }
  const { statusCode: status = 0, headers } = response
  return { status, headers, data: parsed(Buffer.concat(pieces).toString(), headers['content-type']) }
}

/** JSON as a value, where it is announced and is some; anything else as it came. */
function parsed(text: string, type = ''): unknown {
  if (!type.includes('json')) return text
  try {
    return JSON.parse(text, exactId)
  } catch {
    return text
  }
}

/** Beyond 2^53 an id keeps its digits as a bigint, where Node tells how it was written (since version 21). */
function exactId(_: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value
  return context?.source !== undefined && /^\d{16,20}$/.test(context.source) ? BigInt(context.source) : value
}

/** The error's code; never its message, which may hold a header's value and so the token. */
function errorCode(error: unknown): string {
  const code = isRecord(error) ? error.code : undefined
  return typeof code === 'string' && /^[A-Z][A-Z_0-9]{1,40}$/.test(code) ? code : 'network'
}
