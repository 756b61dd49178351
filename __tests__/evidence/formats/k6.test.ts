import { expect, test } from '@jest/globals'
import { ask } from '../../support/asked.js'
import { english } from '../../support/evidence.js'
import { judgeFiles } from '../../support/judged.js'
import { said } from '../../support/served.js'

/** Summaries of k6 beside the fixtures: what its scripts add, and what they leave out. */

const summary = (metrics: object) => ({
  metrics: {
    http_reqs: { values: { count: 1000, rate: 10 } },
    http_req_duration: { values: { avg: 1, 'p(99.9)': 2 } },
    iterations: { values: {} },
    iteration_duration: { values: {} },
    ...metrics,
  },
  root_group: {},
})

test('the rate of errors is of the requests that were judged, not of those that the script exempts', async () => {
  const file = summary({ http_req_failed: { values: { rate: 0.5, passes: 50, fails: 50 } } })
  expect(await ask(file, 'error_rate')).toBe('0.5')
  expect(await ask(file, 'failures')).toBe('50')
  expect(await ask(file, 'requests')).toBe('1000')
  expect(await ask(file, 'latency_p99_9_ms')).toBe('2')
})

test('without counts of failures there is no rate of errors', async () => {
  expect(await ask(summary({}), 'error_rate')).toBe('absent')
  expect(await ask(summary({ http_req_failed: { values: { rate: 0.5, passes: 50 } } }), 'error_rate')).toBe('absent')
})

test('a metric of the script that is called as one of load tests hides it only where they differ', async () => {
  const failed = { http_req_failed: { values: { rate: 0.05, passes: 50, fails: 950 } } }
  const own = (metrics: object) => summary({ ...failed, ...metrics })
  const rate = (value: number) => ({ error_rate: { values: { rate: value, passes: 1, fails: 1 } } })
  expect(await ask(own(rate(0.05)), 'error_rate')).toBe('0.05')
  expect(await ask(own(rate(0.5)), 'error_rate')).toMatch(
    /^refused: .*Name `metrics\/error_rate\/rate` for that one, or a value of `http_req_failed`/,
  )
  expect(await ask(own(rate(0.5)), 'metrics/error_rate/rate')).toBe('0.5')
  expect(await ask(own(rate(0.5)), 'error_rate/rate')).toBe('0.5')
  expect(await ask(own({ error_rate: { avg: 1, 'p(95)': 0.05 } }), 'error_rate')).toMatch(/`metrics\/error_rate\/avg`/)
  expect(await ask(own({ errors: { values: { count: 3 } } }), 'errors/count')).toBe('3')
  expect(await ask(own(rate(0.5)), 'latency_mean_ms')).toBe('1')
  expect(await ask(own({ failures: { count: 50, rate: 1 } }), 'failures')).toBe('50')
  expect(await ask(own({ failures: { count: 0, rate: 50 } }), 'failures')).toMatch(/`metrics\/failures\/count`/)
  expect(await ask(summary({ error_rate: { values: { rate: 0.5 } } }), 'error_rate/rate')).toBe('0.5')
})

test('what rests on the requests does so whatever the script counts under these names', async () => {
  const file = summary({
    http_req_failed: { values: { rate: 0.05, passes: 50, fails: 950 } },
    requests: { values: { count: 4000000, rate: 9 } },
    failures: { values: { count: 0, rate: 0 } },
  })
  const check = (serving: string) => said(serving, { 'k.json': JSON.stringify(file) })
  expect(await check('{latency_p99_9_ms: {max: 50}}')).toMatch(/^insufficient: .*1000 requests are too few/)
  expect(await check('{error_rate: {max: 0.06, confidence: 0.95}}')).toMatch(/^insufficient|^pass/)
  expect(await check('{error_rate: {max: 0.06, min-requests: 1001}}')).toMatch(/^insufficient/)
  expect(await check('{throughput_rps: {min: 1}}')).toMatch(/^pass/)
  expect(await check('{failures: {max: 10}}')).toMatch(/^error: .*metrics\/failures\/count/)
})

test('that requests failed is noted, whatever the script calls an error', async () => {
  const file = summary({
    http_req_failed: { values: { rate: 0.05, passes: 50, fails: 950 } },
    error_rate: { values: { rate: 0, passes: 0, fails: 1000 } },
  })
  const policy = 'evidence: {load-test: k.json}\nserving: {latency_mean_ms: {max: 50}}\n'
  const { notes } = await judgeFiles(policy, { 'k.json': JSON.stringify(file) })
  expect(notes.map(english)).toEqual([expect.stringMatching(/^0\.05 of the requests failed/)])
})

test('of a group of values one is named that is there', async () => {
  const text = await said('{error_rate: {max: 0.1}}', {
    'k.json': JSON.stringify(summary({ error_rate: { values: { rate: 0.5 } } })),
  })
  expect(text).toMatch(/^error: .*Name one of them, such as error_rate\/rate\./)
})

test.each<[string, unknown, string | RegExp]>([
  ['kept in a summary', { 'rate<1': { ok: true } }, '0'],
  ['crossed in a summary', { 'rate<1': { ok: false }, 'rate<2': { ok: true } }, '1'],
  ['kept in an export', { 'rate<1': false }, '0'],
  ['crossed in an export', { 'rate<1': true }, '1'],
  ['a text', { 'rate<1': { ok: 'false' } }, /thresholds\/rate<1 is not what the tool writes/],
  ['nothing', { 'rate<1': {}, 'rate<2': { ok: false } }, /thresholds\/rate<1 is not what the tool writes/],
])('a threshold: %s', async (_, thresholds, expected) => {
  const found = await ask(summary({ checks: { values: {}, thresholds } }), 'thresholds_crossed')
  if (typeof expected === 'string') expect(found).toBe(expected)
  else expect(found).toMatch(expected)
})
