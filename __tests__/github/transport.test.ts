import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from '@jest/globals'
import { resourceOf } from '../../src/github/body.js'
import { type Request, transport } from '../../src/github/transport.js'

const TOKEN = 'ghs_secret'
const POST: Request = {
  route: 'POST /repos/{owner}/{repo}/check-runs',
  params: { owner: 'acme', repo: 'churn', name: '기준' },
}

interface Listener extends AsyncDisposable {
  readonly url: string
  readonly requests: IncomingMessage[]
}

/** A server that answers as it is told and notes what it was asked. */
async function listen(answer: (response: ServerResponse, body: string) => void): Promise<Listener> {
  const requests: IncomingMessage[] = []
  const server = createServer(async (request, response) => {
    requests.push(request)
    let body = ''
    for await (const piece of request.setEncoding('utf8')) body += piece
    answer(response, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, [Symbol.asyncDispose]: close }
}

function json(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text)
}

test('a body is sent as JSON, what the path takes is not in it, and an answer is read as JSON', async () => {
  await using server = await listen((response, body) => json(response, body, 201))
  const post = transport({ token: TOKEN, apiUrl: `${server.url}/api/v3//`, env: {} })
  expect(await post(POST, 5_000)).toMatchObject({ status: 201, data: { name: '기준' } })
  const [request] = server.requests
  expect(request?.url).toBe('/api/v3/repos/acme/churn/check-runs')
  expect(request?.headers).toMatchObject({
    authorization: `Bearer ${TOKEN}`,
    'content-type': 'application/json; charset=utf-8',
    'content-length': '17',
    'user-agent': 'ml-governance-gate',
  })
})

test('what the path of a GET does not take goes into its query, and both are encoded', async () => {
  await using server = await listen((response) => json(response, '[]'))
  const get = transport({ token: TOKEN, apiUrl: server.url, env: {} })
  const params = { ref: 'a/b?c', check_name: 'a & b', page: 2 }
  expect(await get({ route: 'GET /commits/{ref}/check-runs', params }, 5_000)).toMatchObject({ data: [] })
  expect(server.requests[0]?.url).toBe('/commits/a%2Fb%3Fc/check-runs?check_name=a+%26+b&page=2')
})

test('one connection serves one request after the other', async () => {
  await using server = await listen((response) => json(response, '{}'))
  const post = transport({ token: TOKEN, apiUrl: server.url, env: {} })
  for (let count = 0; count < 3; count++) await post(POST, 5_000)
  expect(new Set(server.requests.map(({ socket }) => socket)).size).toBe(1)
  expect(server.requests).toHaveLength(3)
})

test.each([301, 302, 303, 307, 308])('a %d is not followed, so no other host sees the token', async (status) => {
  await using other = await listen((response) => json(response, '{}'))
  await using server = await listen((response) => response.writeHead(status, { location: other.url }).end())
  const post = transport({ token: TOKEN, apiUrl: server.url, env: {} })
  expect(await post(POST, 5_000)).toMatchObject({ status, headers: { location: other.url } })
  expect(other.requests).toEqual([])
})

describe('an answer', () => {
  const asked = async (answer: (response: ServerResponse) => void, timeoutMs = 5_000) => {
    await using server = await listen(answer)
    return await transport({ token: TOKEN, apiUrl: server.url, env: {} })(POST, timeoutMs)
  }

  test.each([
    ['that is cut off stays text', '{"id": 10', '{"id": 10'],
    ['without a body is empty', '', ''],
  ])('%s', async (_, text, data) => {
    expect(await asked((response) => json(response, text))).toMatchObject({ status: 200, data })
  })

  test('of another type stays text', async () => {
    const page = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}')
    expect(await asked(page)).toMatchObject({ data: '{}' })
  })

  test('never has an id that is almost right', async () => {
    const got = await asked((response) =>
      json(response, '{"id": 9007199254740993, "html_url": "https://github.com/x"}'),
    )
    const id = 'data' in got ? resourceOf(got.data)?.id : 'nothing'
    const [major = 0] = process.versions.node.split('.').map((part) => Number.parseInt(part, 10))
    expect(id).toBe(major >= 21 ? '9007199254740993' : undefined)
  })

  test.each([
    ['that ends in its head', (response: ServerResponse) => response.destroy(), 'ECONNRESET'],
    [
      'that ends in its body',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' })
        response.write('{', () => response.destroy())
      },
      'ECONNRESET',
    ],
    ['that never comes', () => {}, 'timeout'],
    ['that never ends', (response: ServerResponse) => response.write('{'), 'timeout'],
  ])('%s is none', async (_, answer, dropped) => {
    expect(await asked(answer, dropped === 'timeout' ? 300 : 5_000)).toEqual({ dropped })
  })

  test('without end is left', async () => {
    const mebibyte = Buffer.alloc(1024 * 1024, 'a')
    const flood = (response: ServerResponse) => {
      const more = () => {
        if (!response.destroyed) response.write(mebibyte, more)
      }
      more()
    }
    expect(await asked(flood, 50_000)).toEqual({ dropped: 'TOO_LONG' })
  })
})

describe('nothing is thrown, and the reason never holds the token', () => {
  test.each([
    ['an address that is none', { apiUrl: 'api' }, 'ERR_INVALID_URL'],
    ['a scheme that is not spoken', { apiUrl: 'ftp://api' }, 'ERR_INVALID_PROTOCOL'],
    ['a token that is no header', { token: `${TOKEN}\nx` }, 'ERR_INVALID_CHAR'],
  ])('at %s', async (_, options, dropped) => {
    expect(await transport({ token: TOKEN, apiUrl: 'http://127.0.0.1:9', env: {}, ...options })(POST, 5_000)).toEqual({
      dropped,
    })
  })
})
