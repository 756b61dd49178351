import {
  answerProblems,
  type FakeGitHub,
  type Json,
  type JsonObject,
  type Operation,
  TOKENS,
} from '../support/fake-github/index.js'

export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/** Sends one request below `/repos/acme/churn/`; every good answer is held against GitHub's description of it. */
export async function send(
  github: FakeGitHub,
  operation: Operation | undefined,
  call: string,
  body?: Json,
  token: string | undefined = TOKENS.full,
): Promise<Reply> {
  const [method = '', path = ''] = call.split(' ')
  const headers = { 'user-agent': 'test', ...(token === '' ? {} : { authorization: `token ${token}` }) }
  const response = await fetch(`${github.url}/repos/acme/churn/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const reply = { status: response.status, headers: response.headers, body: (await response.json()) as Json }
  const problems = operation !== undefined && response.ok ? answerProblems(operation, reply.status, reply.body) : []
  if (problems.length > 0) throw new Error(`the answer is not GitHub's: ${problems.join('\n')}`)
  return reply
}

/** A value inside an answer. */
export function at(value: Json, ...keys: (string | number)[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => (inner as JsonObject | undefined)?.[key], value)
}
