import { describe, expect, test } from '@jest/globals'
import { blamesAnnotations, classify, quote } from '../../src/github/answer.js'

const NOW = Date.UTC(2026, 0, 1)
const json = { 'content-type': 'application/json; charset=utf-8' }
const read = (data: unknown) => (typeof data === 'object' && data !== null ? data : undefined)

function sorted(status: number, headers: Record<string, unknown> = {}, data: unknown = { message: 'no' }) {
  return classify({ status, headers: { ...json, ...headers }, data }, read, NOW)
}

describe('sorting an answer', () => {
  test.each([200, 201])('%d with the promised body is done', (status) => {
    expect(sorted(status)).toEqual({ kind: 'done', value: { message: 'no' } })
  })

  test.each([500, 502, 503, 504, 408, 409])('%d leaves open whether anything was changed', (status) => {
    expect(sorted(status)).toEqual({ kind: 'lost', detail: `HTTP ${status}` })
  })

  test('a success whose body was cut off leaves open what was changed', () => {
    expect(sorted(201, {}, '{"id": 4')).toEqual({ kind: 'lost', detail: 'HTTP 201' })
  })

  test.each([400, 401, 403, 404, 410, 422, 451])('%d is a refusal', (status) => {
    expect(sorted(status)).toEqual({ kind: 'refused', status, said: 'no' })
  })

  test.each([200, 403, 404])('%d in HTML does not come from the API', (status) => {
    expect(sorted(status, { 'content-type': 'text/html' }, '<html>')).toMatchObject({ kind: 'alien' })
  })

  test('a redirect does not come from the API', () => {
    expect(sorted(302, { location: 'https://sso.example/in' })).toEqual({
      kind: 'alien',
      detail: 'HTTP 302 https://sso.example/in',
    })
  })
})

describe('rate limits', () => {
  test.each([
    ['seconds', 429, { 'retry-after': '7' }, 7_000],
    ['seconds on a 403', 403, { 'retry-after': '7' }, 7_000],
    ['a date', 429, { 'retry-after': 'Thu, 01 Jan 2026 00:00:09 GMT' }, 9_000],
    ['a date that has passed', 429, { 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
    ['the reset', 403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${NOW / 1000 + 5}` }, 6_000],
    ['nothing', 429, {}, 60_000],
  ])('the wait is read from %s', (_from, status, headers, waitMs) => {
    expect(sorted(status, headers)).toEqual({ kind: 'limited', waitMs })
  })

  test('a secondary limit is known by its message', () => {
    const data = { message: 'You have exceeded a secondary rate limit.' }
    expect(sorted(403, {}, data)).toEqual({ kind: 'limited', waitMs: 60_000 })
  })

  test('a 403 with requests left is a missing permission', () => {
    const headers = { 'x-ratelimit-remaining': '4999', 'x-ratelimit-reset': `${NOW / 1000 + 5}` }
    expect(sorted(403, headers)).toMatchObject({ kind: 'refused', status: 403 })
  })
})

describe('what a server says', () => {
  test('its errors follow its message', () => {
    const errors = [{ resource: 'CheckRun', code: 'invalid', field: 'annotations' }, 'plain', 7, null]
    const answer = sorted(422, {}, { message: 'Validation Failed', errors })
    expect(answer).toMatchObject({ said: 'Validation Failed; CheckRun annotations invalid; plain' })
    expect(blamesAnnotations(answer)).toBe(true)
  })

  test('a 422 about something else does not blame the annotations', () => {
    expect(blamesAnnotations(sorted(422, {}, { message: 'No commit found for SHA' }))).toBe(false)
    expect(blamesAnnotations(sorted(400, {}, { message: 'annotations' }))).toBe(false)
  })

  test('it is quoted on one line, at 200 characters, without the token', () => {
    expect(quote('a\r\n::error::b\u202ec secret-1', 'secret-1')).toBe('a ::error::b c ***')
    const long = quote('𝄞'.repeat(300), '')
    expect(long.length).toBeLessThanOrEqual(200)
    expect(Buffer.from(long).toString()).toBe(long)
  })

  test('the token is taken out before the text is cut', () => {
    expect(quote(`${'x'.repeat(195)}secret-1`, 'secret-1')).not.toContain('secr')
  })
})
