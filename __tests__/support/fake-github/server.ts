import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Answer } from './call.js'
import { Faults } from './faults.js'
import { HttpError, notFound } from './http-error.js'
import { type Found, findRoute } from './router.js'
import type { State } from './state.js'
import { type Grant, grantOf } from './tokens.js'
import type { Fault, Json, RecordedRequest } from './types.js'

const MAX_BODY_BYTES = 10 * 1024 * 1024

/** The HTTP side: reads a request, records it, lets a fault strike it, and answers. */
export class ApiServer {
  readonly requests: RecordedRequest[] = []
  readonly faults = new Faults()
  private readonly timers = new Set<NodeJS.Timeout>()
  private readonly http: Server

  constructor(
    private readonly state: State,
    private readonly tokens: ReadonlyMap<string, Grant>,
    private readonly basePath: string,
  ) {
    this.http = createServer((request, response) => {
      // A client that hangs up while it sends is its own affair, not the test's.
      this.serve(request, response).catch(() => response.destroy())
    })
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.http.once('error', reject)
      this.http.listen(0, '127.0.0.1', resolve)
    })
  }

  get baseUrl(): string {
    const address = this.http.address() as AddressInfo
    return `http://127.0.0.1:${address.port}${this.basePath}`
  }

  /** Ends at once, late answers and open connections included. Calling it again does nothing. */
  async close(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer)
    if (!this.http.listening) return
    await new Promise<void>((resolve) => {
      this.http.close(() => resolve())
      this.http.closeAllConnections()
    })
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await readBody(request)
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const rawPath = (request.url ?? '/').split('?')[0] ?? '/'
    const path = rawPath.startsWith(this.basePath) ? rawPath.slice(this.basePath.length) : '/'
    const found = findRoute(request.method ?? '', path)
    const grant = grantOf(this.tokens, request.headers.authorization)
    const record = this.record(request, rawPath, Object.fromEntries(url.searchParams), text, found, grant)
    record.fault = this.faults.take(record)
    const answer = this.answer(record, path, found, grant)
    await this.send(response, record, answer)
  }

  private record(
    request: IncomingMessage,
    path: string,
    query: Record<string, string>,
    text: string,
    found: Found | undefined,
    grant: Grant | undefined,
  ): RecordedRequest {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    if (headers.authorization !== undefined) headers.authorization = '[redacted]'
    const names = { operation: found?.route.operation, token: grant?.name }
    const what = { method: request.method ?? '', path, query, body: parse(text), headers }
    const record: RecordedRequest = { ...what, ...names, status: undefined, fault: undefined }
    this.requests.push(record)
    return record
  }

  /** The answer, with the state already changed; undefined where a fault keeps the state from changing. */
  private answer(record: RecordedRequest, path: string, found?: Found, grant?: Grant): Answer | undefined {
    const { fault } = record
    if (fault === 'drop-before') return undefined
    if (typeof fault === 'object' && 'status' in fault) {
      const body = fault.body ?? { message: `Injected ${fault.status}` }
      return { status: fault.status, body, ...(fault.headers === undefined ? {} : { headers: fault.headers }) }
    }
    try {
      return this.handle(record, path, found, grant)
    } catch (error) {
      if (error instanceof HttpError) return refusal(error)
      // A mistake of the stand-in must not look like a refusal of GitHub's, which a publisher survives.
      return { status: 599, body: { message: `The stand-in broke: ${String(error)}` } }
    }
  }

  private handle(record: RecordedRequest, path: string, found?: Found, grant?: Grant): Answer {
    if (record.headers['user-agent'] === undefined) {
      throw new HttpError(403, { message: 'Request forbidden by administrative rules: no User-Agent header.' })
    }
    if (record.headers.authorization === undefined) throw new HttpError(401, { message: 'Requires authentication' })
    if (grant === undefined) throw new HttpError(401, { message: 'Bad credentials' })
    const { owner = '', repo = '', org } = found?.params ?? {}
    const named = `${owner}/${repo}`.toLowerCase()
    const state = [this.state, ...this.state.others].find((it) => `${it.owner}/${it.repo}`.toLowerCase() === named)
    const asked = state ?? (org === undefined ? undefined : this.state)
    // To a token that may not see it a private repository does not exist.
    if (found === undefined || asked === undefined || asked.hiddenFrom.includes(grant.name)) throw notFound()
    if (typeof record.body === 'string') throw new HttpError(400, { message: 'Problems parsing JSON' })
    const { query, body } = record
    const accept = record.headers.accept ?? ''
    const where = { state: asked, baseUrl: this.baseUrl, path }
    return found.route.handle({ ...where, grant, params: found.params, query, body, accept })
  }

  private async send(response: ServerResponse, record: RecordedRequest, answer: Answer | undefined): Promise<void> {
    const { fault } = record
    if (answer === undefined || fault === 'drop-after') {
      response.socket?.destroy()
      return
    }
    if (isDelay(fault)) await this.wait(fault.delayMs)
    if (response.destroyed) return
    record.status = answer.status
    const bytes = answer.body instanceof Uint8Array || typeof answer.body === 'string'
    const type = answer.body instanceof Uint8Array ? 'application/octet-stream' : 'application/json; charset=utf-8'
    const limits = { 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '999' }
    response.writeHead(answer.status, { 'content-type': type, ...limits, ...answer.headers })
    response.end(bytes ? answer.body : JSON.stringify(answer.body))
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.timers.delete(timer)
        resolve()
      }, ms)
      this.timers.add(timer)
    })
  }
}

function refusal(error: HttpError): Answer {
  const documentation = 'https://docs.github.com/rest'
  return { status: error.status, body: { ...error.body, documentation_url: documentation, status: `${error.status}` } }
}

function isDelay(fault: Fault | undefined): fault is { readonly delayMs: number } {
  return typeof fault === 'object' && 'delayMs' in fault
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size > MAX_BODY_BYTES) throw new Error('body too large')
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** JSON where it is JSON, the text itself where it is not, undefined where there was none. */
function parse(text: string): Json | undefined {
  if (text === '') return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
