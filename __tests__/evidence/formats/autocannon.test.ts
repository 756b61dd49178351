import { expect, test } from '@jest/globals'
import { ask } from '../../support/asked.js'
import { said } from '../../support/served.js'

/** Results of autocannon beside the fixtures, and requests that it does not count. */

const result = (sent: number, total: number, more: object = {}) => ({
  connections: 5,
  pipelining: 1,
  duration: 2.01,
  errors: 0,
  non2xx: 0,
  requests: { sent, total },
  latency: { min: 1, p1: 1, p97_5: 9 },
  ...more,
})

test.each<[string, object, string | RegExp]>([
  ['under way when it ended', result(4953, 4948), '0'],
  ['one more', result(4954, 4948), /^0\.0002/],
  ['a tenth had no answer', result(5502, 4948), /^0\.0998/],
  ['with pipelining', result(25814, 25764, { pipelining: 10 }), '0'],
  ['with more workers than connections', result(4956, 4948, { workers: 8 }), '0'],
  ['counted as errors', result(5502, 4948, { errors: 549 }), /^0\.0998/],
  ['none was answered', result(5000, 0), '1'],
  ['versions that do not say', { ...result(0, 4948), requests: { total: 4948 } }, '0'],
  // As with `-R 1000`: autocannon counts a second's requests twice.
  ['a limit on the rate', result(6055, 5055, { duration: 5.02 }), /^refused: 6055 requests were sent, 5055 answered/],
  ['each connection closed', result(12733, 6366, { duration: 3.01 }), /^refused: .*closes each connection/],
  ['a tenth, for long', result(110000, 99000, { duration: 40 }), /^refused/],
])('requests without an answer: %s', async (_, file, rate) => {
  expect(await ask(file, 'error_rate')).toMatch(typeof rate === 'string' ? new RegExp(`^${rate}$`) : rate)
})

test('they count in all that rests on requests', async () => {
  const file = { 'a.json': JSON.stringify(result(5502, 4948)) }
  expect(await said('{error_rate: {max: 0.01}}', file)).toMatch(/^fail/)
  expect(await said('{error_rate: {max: 0.2, confidence: 0.95}}', file)).toMatch(/^pass/)
  expect(await said('{error_rate: {max: 0.2, min-requests: 5497}}', file)).toMatch(/^pass/)
  expect(await said('{latency_p97_5_ms: {max: 10, min-requests: 4949}}', file)).toMatch(/^insufficient/)
  const allBad = { 'a.json': JSON.stringify(result(5502, 4948, { non2xx: 4948 })) }
  expect(await said('{error_rate: {max: 0.01}}', allBad)).toMatch(/^fail: error_rate is 1/)
  const limited = { 'a.json': JSON.stringify(result(6055, 5055)) }
  expect(await said('{error_rate: {max: 0.5}}', { 'a.json': JSON.stringify(result(9055, 5055)) })).toMatch(/^error/)
  expect(await said('{latency_p97_5_ms: {max: 10}}', limited)).toMatch(/^pass/)
  const none = { 'a.json': JSON.stringify(result(6055, 5055, { non2xx: 5055 })) }
  expect(await said('{latency_p97_5_ms: {max: 10}}', none)).toMatch(/^error/)
  expect(await said('{error_rate: {max: 0.5}}', none)).toMatch(/^fail: error_rate is 1/)
})

test('its average is of samples, which may be of another length than a second', async () => {
  const sampled = (more: object) =>
    result(4953, 4948, { requests: { sent: 4953, total: 4948, average: 12300 }, ...more })
  expect(await ask(sampled({}), 'throughput_rps')).toBe('12300')
  expect(await ask(sampled({ sampleInt: 1000 }), 'throughput_rps')).toBe('12300')
  expect(await ask(sampled({ sampleInt: 5000, duration: 2 }), 'throughput_rps')).toBe('2474')
})

test('latencies may be of answers with 2xx alone', async () => {
  const file = result(4953, 4948, { latency: { p97_5: 9, totalCount: 150 } })
  expect(await said('{latency_p97_5_ms: {max: 10}}', { 'a.json': JSON.stringify(file) })).toMatch(/^insufficient/)
})

test('its least time is the least above zero', async () => {
  const zero = result(4953, 4948, { latency: { min: 1, p0_001: 0, p97_5: 9 } })
  expect(await ask(zero, 'latency_min_ms')).toMatch(/^refused: autocannon writes the least time above zero/)
  expect(await said('{latency_p97_5_ms: {max: 10}}', { 'a.json': JSON.stringify(zero) })).toMatch(/^pass/)
  expect(await said('{latency_p0_001_ms: {max: 10}}', { 'a.json': JSON.stringify(zero) })).toMatch(/^pass/)
  expect(await ask(result(4953, 4948), 'latency_min_ms')).toBe('1')
})

test('the latencies of autocannon are none where nothing was answered, by its own names too', async () => {
  const file = { latency: { mean: 0, p97_5: 0 }, requests: { total: 0 }, non2xx: 0, errors: 4 }
  expect(await ask(file, 'latency_p97_5_ms')).toMatch(/no request was answered/)
  expect(await ask(file, 'latency/p97_5')).toMatch(/no request was answered/)
  expect(await ask(file, 'error_rate')).toBe('1')
})

test('answers whose body is not the expected one are failures for autocannon', async () => {
  const file = (counts: object) => ({ latency: { p97_5: 1 }, requests: { total: 40 }, non2xx: 0, errors: 0, ...counts })
  expect(await ask(file({ mismatches: 10 }), 'error_rate')).toBe('0.25')
  expect(await ask(file({ mismatches: 10, non2xx: 4, errors: 10 }), 'failures')).toBe('24')
  // A 503 has another body as well, and counts in both.
  expect(await ask(file({ mismatches: 40, non2xx: 4 }), 'error_rate')).toBe('1')
  expect(await ask(file({ mismatches: -4, non2xx: 4 }), 'error_rate')).toBe('0.1')
})
