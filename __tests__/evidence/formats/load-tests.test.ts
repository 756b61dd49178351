import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/asked.js'

/** What load testers write beside the fixtures: older versions, odd names, and files that look better than the test was. */

describe('locust', () => {
  const HEADINGS = 'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Requests/s,50%,99%'
  const stats = (...rows: string[]) => [HEADINGS, ...rows].join('\r\n')

  test('an endpoint may be called as the sum is', async () => {
    for (const name of ['Total', 'Aggregated']) {
      const file = stats(
        `GET,${name},10,0,5,5,1,5,5`,
        'GET,/slow,10,9,900,900,1,900,900',
        ',Aggregated,20,9,400,400,2,400,900',
      )
      expect(await ask(file, 'error_rate', 'run_stats.csv')).toBe('0.45')
      expect(await ask(file, 'latency_p99_ms', 'run_stats.csv')).toBe('900')
      expect(await ask(file, `endpoints/GET ${name}/latency_p99_ms`, 'run_stats.csv')).toBe('5')
    }
  })

  test('an endpoint that nothing was asked of took no time', async () => {
    const file = stats('GET,/never,0,0,0,0,0,0,0', 'GET,/a,10,0,9,9,1,9,9', ',Aggregated,10,0,9,9,1,9,9')
    expect(await ask(file, 'endpoints/GET /never/latency_p99_ms', 'run_stats.csv')).toMatch(/no request was answered/)
    expect(await ask(file, 'endpoints/GET /a/latency_p99_ms', 'run_stats.csv')).toBe('9')
  })

  test('without a sum nothing stands for all requests', async () => {
    expect(await ask(stats('GET,/a,10,0,9,9,1,9,9', 'GET,/b,1,0,9,9,1,9,9'), 'error_rate', 'run_stats.csv')).toMatch(
      /expected a row `Aggregated`/,
    )
  })

  test.each([
    ['Method', 'Total'],
    ['Type', 'Aggregated'],
  ])('before 1.0: %s and None, %s', async (method, sum) => {
    const file = `"${method}","Name","# requests","# failures","Median response time","Average response time","Requests/s"\n"GET","/a",10,1,8,9,1\n"None","${sum}",10,1,8,9,1\n`
    expect(await ask(file, 'error_rate', 'run_requests.csv')).toBe('0.1')
    expect(await ask(file, 'latency_p50_ms', 'run_requests.csv')).toBe('8')
    expect(await ask(file, 'endpoints/GET /a/latency_mean_ms', 'run_requests.csv')).toBe('9')
  })
})

describe('vegeta', () => {
  const report = (success: unknown, requests = 100) => ({
    latencies: { mean: 1500000, '50th': 1000000, '99th': 2000000 },
    requests,
    success,
    status_codes: {},
  })

  test('the rate of errors is one less its success, to the last digit', async () => {
    expect(await ask(report(0.9999), 'error_rate')).toBe('0.0001')
    expect(await ask(report(0.3333333333333333, 3), 'error_rate')).toBe('0.6666666666666667')
    expect(await ask(report(0.9999), 'latency_mean_ms')).toBe('1.5')
  })

  test.each([1.5, -0.1, null, '1'])('a success of %s is none', async (success) => {
    expect(await ask(report(success), 'error_rate')).toMatch(
      /success is not what the tool writes; expected 0 ≤ success ≤ 1/,
    )
  })
})

describe('wrk', () => {
  const report = (distribution: string) =>
    `Running 30s test @ http://h/\n  2 threads and 100 connections\n  Thread Stats   Avg      Stdev     Max   +/- Stdev\n    Latency     1.22ms  909.00us   1.61m    90.00%\n    Req/Sec     1.00k     1.00     2.00k    90.00%\n${distribution}  60000 requests in 30.00s, 1.00MB read\nRequests/sec:   2000.00\n`

  test('each latency has a unit of its own', async () => {
    expect(await ask(report(''), 'latency_mean_ms', 'wrk.txt')).toBe('1.22')
    expect(await ask(report(''), 'latency_max_ms', 'wrk.txt')).toBe('96600')
    expect(await ask(report(''), 'latency_p99_ms', 'wrk.txt')).toBe('absent')
    expect(await ask(report(''), 'error_rate', 'wrk.txt')).toBe('0')
  })

  test('wrk2 writes percentiles with decimals, and a second table that is not corrected', async () => {
    const file = report(
      '  Latency Distribution (HdrHistogram - Recorded Latency)\n 50.000%    1.00ms\n 90.000%  850.00us\n 99.000%    5.00ms\n 99.900%    1.01s\n100.000%    1.61m\n\n  Latency Distribution (HdrHistogram - Uncorrected Latency)\n 99.000%    2.00ms\n',
    )
    const names = ['p50', 'p90', 'p99', 'p99_9', 'p99_900']
    const found = await Promise.all(names.map((name) => ask(file, `latency_${name}_ms`, 'wrk.txt')))
    expect(found).toEqual(['1.00', '0.85', '5.00', '1010', 'absent'])
  })
})

describe('ab', () => {
  const report = (failed: string) =>
    `This is ApacheBench, Version 2.0\n\nComplete requests:      100\n${failed}Requests per second:    427.24 [#/sec] (mean)\n`

  test.each([
    ['no failures', 'Failed requests:        0\n', '0'],
    ['answers outside 2xx', 'Failed requests:        0\nNon-2xx responses:      7\n', '0.07'],
    ['no answer', 'Failed requests:        40\n   (Connect: 1, Receive: 2, Length: 0, Exceptions: 37)\n', '0.4'],
    ['no answer, before 2.2', 'Failed requests:        40\n   (Connect: 20, Length: 0, Exceptions: 20)\n', '0.4'],
    ['not written', 'Failed requests:        0\nWrite errors:           30\n', '0.3'],
    ['not written, before 2.0', 'Failed requests:        0\nBroken pipe errors:     30\n', '0.3'],
  ])('%s', async (_, failed, rate) => {
    expect(await ask(report(failed), 'error_rate', 'ab.txt')).toBe(rate)
  })

  test.each(['Failed requests:        40\n', ''])('failures that are not told apart: %j', async (failed) => {
    expect(await ask(report(failed), 'error_rate', 'ab.txt')).toMatch(/Failed requests is not what the tool writes/)
  })
})

describe('vLLM', () => {
  const result = (more: object) => ({
    duration: 4,
    total_input_tokens: 9,
    request_throughput: 9,
    completed: 30,
    ...more,
  })

  test('what is missing to the number of prompts failed, where it does not count failures', async () => {
    expect(await ask(result({ num_prompts: 40 }), 'error_rate')).toBe('0.25')
    expect(await ask(result({ num_prompts: 40, failed: 0 }), 'error_rate')).toBe('0')
    expect(await ask(result({ num_prompts: 20 }), 'error_rate')).toMatch(/failures is not what the tool writes/)
  })

  test('a time that it did not measure is not zero', async () => {
    const file = result({ mean_itl_ms: 0, p99_itl_ms: 0, mean_ttft_ms: 0.5, p1_ttft_ms: 0 })
    expect(await ask(file, 'p99_itl_ms')).toMatch(/zero for a time that it did not measure/)
    expect(await ask(file, 'p1_ttft_ms')).toBe('0')
    expect(await ask(result({ mean_ttft_ms: Number.NaN, p99_ttft_ms: 7 }), 'p99_ttft_ms')).toBe('7')
  })
})

describe('perf_analyzer', () => {
  const table = (...rows: string[]) => ['Concurrency,Inferences/Second,Server Queue,p99 latency', ...rows].join('\n')

  test('two rows of one level are an error', async () => {
    expect(await ask(table('1,100,2,1000', '1,100,2,900000'), 'concurrency/1/latency_p99_ms', 'perf.csv')).toMatch(
      /Concurrency 1 stands in the file twice/,
    )
  })

  test('several levels have no values in common, and keep their own columns', async () => {
    const file = table('1,100,2,1000', '2,150,3,2500')
    expect(await ask(file, 'concurrency/2/latency_p99_ms', 'perf.csv')).toBe('2.5')
    expect(await ask(file, 'concurrency/2/Server Queue', 'perf.csv')).toBe('3')
    expect(await ask(file, 'latency_p99_ms', 'perf.csv')).toBe('absent')
  })

  test('no inference took no time', async () => {
    expect(await ask(table('1,0,0,0'), 'latency_p99_ms', 'perf.csv')).toMatch(/no request was answered/)
    expect(await ask(table('1,0,0,0'), 'p99 latency', 'perf.csv')).toBe('absent')
  })
})

describe('GenAI-Perf', () => {
  const HEADINGS = 'Metric,avg,min,max,p99,p95,p90,p75,p50,p25'
  const report = (rows: readonly string[], values: readonly string[] = []) =>
    [HEADINGS, ...rows, '', 'Metric,Value', ...values].join('\r\n')

  test('the unit stands in the name, commas before every third digit', async () => {
    const file = report(
      ['Request Latency (us),"1,500,000",1,1,"2,000,000.5",1,1,1,1,1'],
      ['Request Count (count),"1,200"'],
    )
    expect(await ask(file, 'latency_mean_ms', 'genai.csv')).toBe('1500')
    expect(await ask(file, 'latency_p99_ms', 'genai.csv')).toBe('2000.0005')
    expect(await ask(file, 'requests', 'genai.csv')).toBe('1200')
  })

  test('one metric in two rows, and no requests', async () => {
    const row = 'Request Latency (ms),1,1,1,1,1,1,1,1,1'
    expect(await ask(report([row, row]), 'latency_p99_ms', 'genai.csv')).toMatch(
      /Request Latency stands in the file twice/,
    )
    expect(await ask(report([row], ['Request Count (count),0.00']), 'latency_p99_ms', 'genai.csv')).toMatch(
      /nothing was measured/,
    )
  })
})
