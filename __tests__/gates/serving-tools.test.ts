import { describe, expect, test } from '@jest/globals'
import { selfTest } from '../../src/app/self-test/self-test.js'
import { english, parsed, policyFrom } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { checksOf, fixture, said } from '../support/served.js'

function mistakesIn(serving: string): string[] {
  const policy = parsed(`serving: ${serving}`, 'p.yaml')
  return policy.ok ? [] : policy.problems.map(({ message }) => english(message))
}

describe('what tools write', () => {
  test('milliseconds inside, and the unit of the source beside', async () => {
    const checks = await checksOf('{latency_p99_ms: {max: 50, min-requests: 40}}', {
      'v.json': fixture('vegeta/report.json'),
    })
    const source: { latencies: Record<string, number> } = JSON.parse(fixture('vegeta/report.json'))
    const nanoseconds = source.latencies['99th'] ?? Number.NaN
    expect(checks).toMatchObject([
      { outcome: 'pass', actual: String(nanoseconds / 1_000_000), written: `${nanoseconds} ns` },
    ])
  })

  test.each([
    ['k6/handle-summary.json', 'latency_p95_ms'],
    ['locust/run_stats.csv', 'latency_p95_ms'],
    ['vegeta/report.json', 'latency_p95_ms'],
    ['hey/report.txt', 'latency_p95_ms'],
    ['wrk/latency.txt', 'latency_p99_ms'],
    ['ab/report.txt', 'latency_p95_ms'],
    ['autocannon/run.json', 'latency_p99_ms'],
    ['genai-perf/profile_export_genai_perf.csv', 'latency_p99_ms'],
    ['genai-perf-json/profile_export_genai_perf.json', 'latency_p99_ms'],
    ['vllm-bench/result.json', 'latency_p99_ms'],
  ])('%s: requests are known, so that %s holds with enough and is undecided with too few', async (path, metric) => {
    const files = { [path]: fixture(path) }
    expect(await said(`{${metric}: {max: 1000, min-requests: 10}}`, files)).toMatch(/^pass: /)
    expect(await said(`{${metric}: {max: 1000, min-requests: 100000}}`, files)).toMatch(
      /^insufficient: .*rests on \d+ requests, and the policy demands 100000/,
    )
    expect(await said(`{${metric}: {max: 0.001}}`, files)).toMatch(/^fail: /)
  })

  test.each([
    ['k6/handle-summary.json', '0.1'],
    ['locust/run_stats.csv', '0.25'],
    ['wrk/plain.txt', '0.1012'],
    ['hey/report.txt', undefined],
    ['autocannon/run.json', '0.1'],
    ['vllm-bench/result.json', undefined],
  ])('%s: its errors are counted, and held against the bound', async (path, rate) => {
    const [check] = await checksOf('{error_rate: {max: 0.0001, confidence: 0.95}}', { [path]: fixture(path) })
    if (rate !== undefined) expect(check?.actual).toBe(rate)
    expect(check?.uncertainty?.interval?.method).toBe('wilson')
    expect(check?.outcome).not.toBe('pass')
  })

  test('an endpoint by its name', async () => {
    const files = { 'run_stats.csv': fixture('locust/run_stats.csv') }
    const bound = '{endpoints/GET /predict/latency_mean_ms: {max: 1000}}'
    expect(await said(bound, files)).toMatch(/^pass: endpoints\/GET/)
    const typo = '{endpoints/GET /predct/latency_mean_ms: {max: 1000}}'
    expect(await said(typo, files)).toMatch(/^missing: .*Nearest names there: .*endpoints\/GET \/predict/)
    const other = '{endpoints/GET /predict/latency_p42_ms: {max: 1000}}'
    expect(await said(other, files)).toMatch(/There are: endpoints\/GET \/predict\/latency_p50_ms/)
  })

  test('a level of load, of which Triton counts no requests: that is said', async () => {
    const files = { 'levels.csv': fixture('perf-analyzer/levels.csv') }
    expect(await said('{concurrency/1/latency_p50_ms: {max: 50}}', files)).toMatch(/^pass: .*the file does not say\.$/)
    expect(await said('{concurrency/1/latency_p50_ms: {max: 50, min-requests: 10}}', files)).toMatch(
      /^insufficient: .*demands 10/,
    )
  })
})

test('a latency rests on the requests that have one', async () => {
  const file = (requests: number, more = '') => `{"latency_p99_ms": 10, "requests": ${requests}${more}}`
  const bound = '{latency_p99_ms: {max: 50}}'
  expect(await said(bound, file(1000, ', "requests_timed": 500'))).toMatch(/^pass/)
  expect(await said(bound, file(1000, ', "requests_timed": 499'))).toMatch(/^insufficient: .*499 requests are too few/)
  expect(await said('{latency_mean_ms: {max: 50}}', '{"latency_mean_ms": 9, "requests_timed": 0}')).toMatch(
    /^error: .*rests on no request/,
  )
  expect(
    await said('{error_rate: {max: 0.1, min-requests: 1000}}', file(1000, ', "requests_timed": 5, "error_rate": 0')),
  ).toMatch(/^pass/)
})

describe('a percentile that is not there', () => {
  test('is missing; what there is is listed, and how k6 writes more', async () => {
    const text = await said('{latency_p99_ms: {max: 50}}', { 'k6.json': fixture('k6/handle-summary-new.json') })
    expect(text).toMatch(/^missing: latency_p99_ms is not in k6\.json, and is never worked out from other values/)
    expect(text).toContain('latency_p95_ms')
    expect(text).toContain('wrote k6.json writes it with --summary-trend-stats "avg,min,med,max,p(99)"')
    const plain = { 'wrk.txt': fixture('wrk/plain.txt') }
    expect(await said('{latency_p99_ms: {max: 50}}', plain)).toMatch(/writes it with --latency\.$/)
    expect(await said('{latency_p95_ms: {max: 50}}', plain)).not.toContain('--latency')
  })

  test('also where the two beside it are there', async () => {
    const file = '{"latency_p95_ms": 10, "latency_p99_9_ms": 20, "requests": 100000}'
    expect(await said('{latency_p99_ms: {max: 50}}', file)).toMatch(/^missing: .*latency_p95_ms, latency_p99_9_ms/)
  })

  test('another name is looked for as everywhere', async () => {
    expect(await said('{latency_p95: {max: 50}}', '{"latency_p95_ms": 10}')).toMatch(/^missing: .*Nearest names/)
  })
})

describe('mistakes in a policy', () => {
  test.each([
    ['{}', /serving/],
    ['{latency_p95_ms: 50}', /bare number 50.*\{max: 50\}/],
    ['{latency_p95_ms: {min: 50}}', /from below alone \(>= 50\).*Write \{max: 50\}/],
    ['{throughput_rps: {max: 50}}', /from above alone.*Write \{min: 50\}/],
    ['{error_rate: {min: 0.01}}', /from below alone/],
    ['{error_rate: {max: 5}}', /looks like per cent/],
    ['{error_rate: {max: 1}}', /could never fail/],
    ['{error_rate: {max: -0.01}}', /never below zero/],
    ['{latency_p95_ms: {min: 60, max: 50}}', /above 60 and below 50/],
    ['{latency_p95_ms: {max: 50, confidence: 0.95}}', /cannot be decided/],
    ['{error_rate: {max: 0.01, confidence: 95}}', /confidence of 95/],
    ['{latency_p95_ms: {min-requests: 100}}', /demands nothing/],
    ['{latency_p95_ms: {max: 50, min-requests: 0}}', /min-requests/],
    ['{latency_p95_ms: {max: 50, min-requests: 10.5}}', /whole number/],
    ['{latency_p95_ms: {maximum: 50}}', /Did you mean max/],
    ['{latency_p95_ms: {max: 50ms}}', /50ms/],
  ])('%s', (serving, expected) => {
    const found = mistakesIn(serving)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })

  test('all are told at once', () => {
    expect(mistakesIn('{latency_p95_ms: {min: 50, confidence: 2}, error_rate: {max: 5}}')).toHaveLength(4)
  })
})

test('every bound blocks in the self-test', async () => {
  const policy = `serving:
  latency_p95_ms: {max: 50}
  latency_p99_9_ms: {below: 80, min: 1}
  error_rate: {max: 0.01, confidence: 0.95}
  throughput_rps: {min: 200}
  endpoints/GET /predict/latency_mean_ms: "<= 20"`
  const { checks, notTested } = await selfTest(policyFrom(policy), NOW)
  expect(notTested).toEqual([])
  const broken = checks.filter(({ outcome }) => outcome === 'fail')
  expect(broken.map(({ blocks, also }) => ({ blocks, also }))).toEqual(
    Array.from({ length: 6 }, () => ({ blocks: true, also: [] })),
  )
  const fewer = checks.filter((check) => !broken.includes(check))
  expect(fewer.map(({ id, change, outcome, verdict }) => [id, english(change), outcome, verdict])).toEqual([
    ['serving/latency_p95_ms', '99 requests, 100 needed', 'insufficient', 'warn'],
    ['serving/latency_p99_9_ms', '4999 requests, 5000 needed', 'insufficient', 'warn'],
  ])
})

test('a request less than the policy demands is undecided, and blocks where that counts as a failure', async () => {
  const policy = 'on-insufficient: fail\nserving: {latency_mean_ms: {max: 50, min-requests: 40}}'
  const { checks } = await selfTest(policyFrom(policy), NOW)
  expect(checks.map(({ change, outcome, blocks }) => [english(change), outcome, blocks])).toEqual([
    ['50.01 for <= 50', 'fail', true],
    ['39 requests, 40 needed', 'insufficient', true],
  ])
})

test('a policy and files as they are used', async () => {
  const policy = 'evidence: {load-test: out/*.json}\nserving: {latency_p95_ms: {max: 50}, error_rate: {max: 0.01}}\n'
  const report = await judgeFiles(policy, { 'out/k6.json': fixture('k6/handle-summary.json') })
  expect(saidOf(report, 'serving')).toEqual([
    'serving/error_rate fail: error_rate is 0.1; <= 0.01 is required (0.09 away).',
    expect.stringMatching(/^serving\/latency_p95_ms insufficient: .*40 requests are too few/),
  ])
  expect(report.verdict).toBe('fail')
})
