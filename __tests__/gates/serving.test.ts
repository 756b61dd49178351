import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { english } from '../support/evidence.js'
import { judgeFiles } from '../support/judged.js'
import { checksOf, fixture, said } from '../support/served.js'

describe('bounds', () => {
  test.each([
    [
      '{latency_p95_ms: {max: 50}}',
      '{"latency_p95_ms": 50, "requests": 1000}',
      /^pass: latency_p95_ms is 50, as required/,
    ],
    [
      '{latency_p95_ms: {below: 50}}',
      '{"latency_p95_ms": 50, "requests": 1000}',
      /^fail: .*the bound itself is not enough/,
    ],
    ['{latency_p95_ms: {max: 50}}', '{"latency_p95_ms": 50.001, "requests": 1000}', /^fail: .*0\.001 away/],
    ['{latency_p95_ms: "<= 50"}', '{"latency_p95_ms": 12, "requests": 1000}', /^pass/],
    ['{latency_mean_ms: {max: 50}}', '{"latency_mean_ms": 12}', /^pass/],
    ['{latency_max_ms: {max: 50}}', '{"latency_max_ms": 51}', /^fail/],
    ['{error_rate: {max: 0.01}}', '{"error_rate": 0.01, "requests": 100}', /^pass/],
    ['{error_rate: {max: 0.01}}', '{"error_rate": 0.011}', /^fail/],
    ['{throughput_rps: {min: 200}}', '{"throughput_rps": 199.99}', /^fail/],
    ['{throughput_rps: {min: 200}}', '{"throughput_rps": 200}', /^pass/],
    ['{queue/depth: {max: 3}}', '{"queue": {"depth": 2}}', /^pass/],
  ])('%s on %s', async (serving, file, expected) => {
    expect(await said(serving, file)).toMatch(expected)
  })

  test.each([
    [undefined, /^missing: No load-test file is named/],
    ['{"latency_p95_ms": NaN, "requests": 1000}', /^error: .*NaN/],
    ['{"latency_p95_ms": null}', /^error: .*null/],
    ['{"latency_p95_ms": "12 ms"}', /^error: .*the text "12 ms"/],
    ['{"latency_p95_ms": -1, "requests": 1000}', /^error: .*below zero/],
    ['{', /^error: The evidence could not be read/],
  ])('%s is never green', async (file, expected) => {
    expect(await said('{latency_p95_ms: {max: 50}}', file)).toMatch(expected)
  })
})

describe('requests', () => {
  const file = (requests: number, more = '') => `{"latency_p99_ms": 10, "requests": ${requests}${more}}`

  test('of a p99 at least five have to lie beyond it: 500', async () => {
    expect(await said('{latency_p99_ms: {max: 50}}', file(500))).toMatch(/^pass/)
    expect(await said('{latency_p99_ms: {max: 50}}', file(499))).toMatch(
      /^insufficient: .*n × \(1 − q\) = 499 × \(1 − 0\.99\) = 4\.99 .* 500 requests decide it/,
    )
  })

  test.each([
    ['p50', 10],
    ['p95', 100],
    ['p97_5', 200],
    ['p99_9', 5000],
  ])('of a %s: %i', async (name, fewest) => {
    const text = (n: number) => `{"latency_${name}_ms": 10, "requests": ${n}}`
    expect(await said(`{latency_${name}_ms: {max: 50}}`, text(fewest))).toMatch(/^pass/)
    expect(await said(`{latency_${name}_ms: {max: 50}}`, text(fewest - 1))).toMatch(/^insufficient/)
  })

  test('what breaks its bound fails, however few there were', async () => {
    expect(await said('{latency_p99_ms: {max: 5}}', file(20))).toMatch(/^fail/)
  })

  test('none, or a count that cannot be, is an error', async () => {
    const bound = '{latency_p99_ms: {max: 50}}'
    expect(await said(bound, file(0))).toMatch(/^error: .*rests on no request/)
    expect(await said('{error_rate: {max: 0.01}}', '{"error_rate": 0, "requests": 0}')).toMatch(/^error: .*no request/)
    expect(await said('{throughput_rps: {min: 1}}', '{"throughput_rps": 9, "n": 0}')).toMatch(/^error: .*0 rows/)
    expect(await said(bound, file(1000, ', "failures": 1001'))).toMatch(/^error: .*cannot be/)
    expect(await said(bound, file(1000, ', "failures": -1'))).toMatch(/^error: .*cannot be/)
    expect(await said(bound, '{"latency_p99_ms": 10, "requests": NaN}')).toMatch(/^error: .*NaN/)
    expect(await said(bound, { 'refused.csv': fixture('locust/refused_stats.csv') })).toMatch(/^error/)
  })

  test('a rate is a fraction', async () => {
    expect(await said('{error_rate: {max: 0.01}}', '{"error_rate": 5}')).toMatch(/^error: .*Write 0\.01 for 1 %/)
    expect(await said('{error_rate: {max: 0.01}}', '{"error_rate": -0.1}')).toMatch(/^error/)
  })

  test('of requests that all failed there is no latency', async () => {
    expect(await said('{latency_p99_ms: {max: 50}}', file(1000, ', "failures": 1000'))).toMatch(
      /^error: .*all 1000 requests failed/,
    )
    const refused = { 'refused.json': fixture('locust/refused.json') }
    expect(await said('{latency_mean_ms: {max: 50}}', refused)).toMatch(/^error/)
    expect(await said('{error_rate: {max: 0.01}}', refused)).toMatch(/^fail: error_rate is 1/)
    const rate = '{"latency_p99_ms": 10, "requests": 1000, "error_rate": 1}'
    expect(await said('{latency_p99_ms: {max: 50}}', rate)).toMatch(/^error: .*all 1000 requests failed/)
    expect(await said('{throughput_rps: {min: 5}}', '{"throughput_rps": 9, "error_rate": 1.0}')).toMatch(/^error/)
  })

  test.each([
    ['latency_p95', '"latency_p95": 10'],
    ['p95_ms', '"p95_ms": 10'],
    ['latencyP95', '"latencyP95": 10'],
    ['response_time_p95', '"response_time_p95": 10'],
    ['latency/p95', '"latency": {"p95": 10}'],
    ['latency.p95', '"latency": {"p95": 10}'],
    ['summary.latency_p95_ms', '"summary": {"latency_p95_ms": 10}'],
  ])('%s is a percentile of a latency, and the counts further out are of it', async (name, value) => {
    const bound = `{${name}: {max: 50}}`
    const file = (counts: string) => `{${value}, ${counts}}`
    expect(await said(bound, file('"requests": 100'))).toMatch(/^pass/)
    expect(await said(bound, file('"requests": 99'))).toMatch(/^insufficient: .* 4\.95 of them/)
    expect(await said(bound, file('"requests": 0'))).toMatch(/^error: .*rests on no request/)
    expect(await said(bound, file('"requests": 1000, "failures": 1000'))).toMatch(/^error: .*requests failed/)
  })

  test.each([
    ['{"latency_p95_ms": 40, "latency_p50_ms": 90}', /^error: .*latency_p50_ms beside it is 90/],
    ['{"latency_p95_ms": 40, "latency_p99_9_ms": 39}', /^error: .*latency_p99_9_ms/],
    ['{"latency_p95_ms": 40, "latency_max_ms": 39}', /^error: .*latency_max_ms/],
    ['{"latency_p95_ms": 40, "latency_min_ms": 41}', /^error: .*latency_min_ms/],
    ['{"latency_p95_ms": 40, "latency_p50_ms": 40, "latency_p99_ms": 40, "latency_max_ms": 40}', /^pass/],
    ['{"latency_p95_ms": 40, "p50_ttft_ms": 90, "latency_mean_ms": 90, "latency_p50_ms": null}', /^pass/],
  ])('percentiles that cannot all be true are an error: %s', async (text, expected) => {
    expect(await said('{latency_p95_ms: {max: 50}}', text)).toMatch(expected)
  })

  test('p999 is the percentile 99.9', async () => {
    const text = (n: number) => `{"latency_p999_ms": 10, "requests": ${n}}`
    expect(await said('{latency_p999_ms: {max: 50}}', text(5000))).toMatch(/^pass/)
    expect(await said('{latency_p999_ms: {max: 50}}', text(4999))).toMatch(/^insufficient/)
  })

  test('a demand for requests is not met by those of other endpoints', async () => {
    const bound = '{a/latency_p50_ms: {max: 50, min-requests: 100}}'
    const text = (n: number) => `{"a": {"latency_p50_ms": 10}, "requests": ${n}}`
    expect(await said(bound, text(99))).toMatch(/^insufficient: .*rests on 99 requests/)
    expect(await said(bound, text(1000))).toMatch(/^insufficient: .*does not say on how many/)
  })

  test('a rate of errors has to be that of its counts, which decide', async () => {
    const bound = '{error_rate: {max: 0.001}}'
    expect(await said(bound, '{"error_rate": 0, "requests": 100, "failures": 50}')).toMatch(/^error: .*are 0\.5/)
    expect(await said(bound, '{"error_rate": 0.00, "requests": 1000, "failures": 4}')).toMatch(
      /^fail: error_rate is 0\.004/,
    )
    expect(await said(bound, '{"error_rate": 0.001, "requests": 3000, "failures": 3}')).toMatch(/^pass/)
  })
})

test('failures that nothing bounds are a note', async () => {
  const noted = async (serving: string, text: string) => {
    const policy = `evidence: {load-test: l.json}\nserving: ${serving}\n`
    const { notes } = await judgeFiles(policy, { 'l.json': text })
    return notes.map(english)
  }
  const text = '{"latency_mean_ms": 9, "error_rate": 0.02, "requests": 100, "failures": 2}'
  expect(await noted('{latency_mean_ms: {max: 50}}', text)).toEqual([
    expect.stringMatching(/^0\.02 of the requests failed/),
  ])
  expect(await noted('{latency_mean_ms: {max: 50}, error_rate: {max: 0.1}}', text)).toEqual([])
  expect(await noted('{latency_mean_ms: {max: 50}}', '{"latency_mean_ms": 9, "error_rate": 0}')).toEqual([])
  const counts = '{"latency_mean_ms": 9, "requests": 1000, "failures": 999}'
  expect(await noted('{latency_mean_ms: {max: 50}}', counts)).toEqual([expect.stringMatching(/^0\.999 of/)])
})

test('whatever a file holds, the gate gives a check and does not break', async () => {
  const value = fc.oneof(
    fc.integer({ min: -3, max: 2000 }),
    fc.double(),
    fc.constantFrom(null, '3', true, [], {}, 1e308, 0.5),
    fc.dictionary(fc.constantFrom('total', 'error_rate'), fc.integer()),
  )
  const key = fc.constantFrom('requests', 'failures', 'errors', 'error_rate', 'latency_p99_ms', 'requests_judged', 'n')
  await fc.assert(
    fc.asyncProperty(fc.dictionary(key, value), async (content) => {
      const serving = '{latency_p99_ms: {max: 50}, error_rate: {max: 0.01, confidence: 0.95}}'
      const checks = await checksOf(serving, { 'l.json': JSON.stringify(content) })
      expect(checks.map(({ id }) => id)).toEqual(['serving/error_rate', 'serving/latency_p99_ms'])
      // A check only passes on a number that the file states, of at least one request.
      for (const { id, outcome } of checks) {
        const stated = content[id.replace('serving/', '')]
        if (outcome === 'pass') expect([typeof stated, content.requests === 0]).toEqual(['number', false])
      }
    }),
    { numRuns: 500 },
  )
})

describe('confidence', () => {
  test('a rate of errors is proven by enough requests alone', async () => {
    const bound = '{error_rate: {max: 0.01, confidence: 0.95}}'
    const file = (failures: number, n: number) =>
      `{"error_rate": ${failures / n}, "requests": ${n}, "failures": ${failures}}`
    expect(await said(bound, file(0, 100))).toMatch(/^insufficient: .*between 0 and 0\.02/)
    expect(await said(bound, file(0, 300))).toMatch(/^pass/)
    expect(await said(bound, file(30, 1000))).toMatch(/^fail/)
    expect(await said(bound, '{"error_rate": 0.001}')).toMatch(
      /^insufficient: error_rate is 0\.001, as required .*of how many requests/,
    )
    expect(await said(bound, '{"error_rate": 0.001, "requests": 10000}')).toMatch(/^pass/)
    expect(await said(bound, '{"error_rate": 0.5}')).toMatch(/^fail/)
  })

  test('of k6 it is of the requests that were judged, not of all', async () => {
    const summary = JSON.parse(fixture('k6/handle-summary.json'))
    summary.metrics.http_reqs.values.count = 400_000
    const [check] = await checksOf('{error_rate: {max: 0.5, confidence: 0.95}}', { 'k6.json': JSON.stringify(summary) })
    expect(check).toMatchObject({ outcome: 'pass', actual: '0.1', uncertainty: { n: 40 } })
  })
})

describe('several load tests', () => {
  const a = '{"latency_p95_ms": 10, "requests": 1000}'
  const b = '{"latency_p95_ms": 40, "requests": 1000}'

  test('the worst decides, whatever the order', async () => {
    const bound = '{latency_p95_ms: {max: 50}}'
    for (const files of [
      { 'a.json': a, 'b.json': b },
      { 'a.json': b, 'b.json': a },
    ]) {
      expect(await said(bound, files)).toBe(
        'pass: latency_p95_ms is 40, as required (<= 50). It is the worst of 2 load tests.',
      )
    }
    expect(await said('{latency_p95_ms: {max: 30}}', { 'a.json': a, 'b.json': b })).toMatch(
      /^fail: latency_p95_ms is 40/,
    )
    expect(await said(bound, { 'a.json': a, 'b.json': '{"latency_p95_ms": 10, "requests": 9}' })).toMatch(
      /^insufficient/,
    )
    expect(await said(bound, { 'a.json': a, 'b.json': '{"latency_p95_ms": NaN}' })).toMatch(/^error/)
    expect(await said(bound, { 'a.json': a, 'b.json': '{' })).toMatch(/^error/)
  })

  test('one that says nothing of it is left out', async () => {
    expect(await said('{latency_p95_ms: {max: 50}}', { 'a.json': a, 'b.json': '{"throughput_rps": 3}' })).toMatch(
      /^pass/,
    )
  })
})
