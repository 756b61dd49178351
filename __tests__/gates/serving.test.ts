import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/app/judge.js'
import { selfTest } from '../../src/app/self-test/self-test.js'
import { optionsOf } from '../../src/gates/serving/sla.js'
import { parsePolicy } from '../../src/policy/parse.js'
import { english, evidenceFrom, policyFrom } from '../support/evidence.js'
import { judgeFiles, NOW, saidOf } from '../support/judged.js'
import { repo } from '../support/repo.js'

type Files = Readonly<Record<string, string>>

async function checksOf(serving: string, files: Files | undefined) {
  const evidence = await evidenceFrom(files === undefined ? {} : { 'load-test': files })
  return judge(policyFrom(`serving: ${serving}`), evidence).gates.flatMap(({ checks }) => checks)
}

/** What came of the only check, as `outcome: what is said`. */
async function said(serving: string, files: Files | string | undefined): Promise<string> {
  const checks = await checksOf(serving, typeof files === 'string' ? { 'load.json': files } : files)
  return checks.map(({ outcome, message }) => `${outcome}: ${english(message)}`).join('\n')
}

function fixture(path: string): string {
  return readFileSync(repo(`__tests__/fixtures/${path}`), 'utf8')
}

function mistakesIn(serving: string): string[] {
  const parsed = parsePolicy({ text: `serving: ${serving}`, place: (position) => ({ path: 'p.yaml', ...position }) })
  return parsed.ok ? [] : parsed.problems.map(({ message }) => english(message))
}

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
    expect(await said('{throughput_rps: {min: 1}}', '{"throughput_rps": 9, "n": 0}')).toMatch(/^error: .*no request/)
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
  expect(checks.map(({ outcome, blocks, also }) => ({ outcome, blocks, also }))).toEqual(
    Array.from({ length: 6 }, () => ({ outcome: 'fail', blocks: true, also: [] })),
  )
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

test('a service level as options', () => {
  expect(optionsOf({ latency_p99_ms: 50, error_rate: 0.01, throughput_rps: 100, owner: 3 })).toEqual({
    latency_p99_ms: { max: 50 },
    error_rate: { max: 0.01 },
    throughput_rps: { min: 100 },
  })
})
