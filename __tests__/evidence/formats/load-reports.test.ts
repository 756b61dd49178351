import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/asked.js'
import { fixture, said } from '../../support/served.js'

/** What is printed for people: a file may hold several runs, and tables that look alike. */

describe('several runs in one file', () => {
  const refusal = (count: number) => new RegExp(`^refused: The file holds ${count} runs .* into a file of its own`)

  test.each([
    ['wrk/latency.txt', 'wrk.txt'],
    ['ab/report.txt', 'ab.txt'],
    ['ab/percentiles.csv', 'ab.csv'],
    ['hey/report.txt', 'hey.txt'],
    ['locust/run_stats.csv', 'run_stats.csv'],
    ['genai-perf/profile_export_genai_perf.csv', 'genai.csv'],
  ])('%s twice: none of them is taken', async (path, name) => {
    const text = fixture(path)
    expect(await ask(`${text}\n${text}`, 'latency_max_ms', name)).toMatch(refusal(2))
    expect(await ask(text, 'latency_max_ms', name)).not.toMatch(/refused/)
  })

  test('of two tools, and of one that did not finish', async () => {
    const wrk = fixture('wrk/plain.txt')
    const between = 'Completed 100 requests\n'.repeat(100)
    expect(await ask(`${wrk}${between}${fixture('hey/report.txt')}`, 'error_rate', 'load.txt')).toMatch(refusal(2))
    expect(await ask(`${wrk}\n${fixture('wrk/refused.txt')}`, 'error_rate', 'load.txt')).toMatch(refusal(2))
    expect(await ask(`${wrk}Running 30s test @ http://h/\n`, 'error_rate', 'load.txt')).toMatch(refusal(2))
  })

  test('where headings were cut off, and beyond what a script prints between', async () => {
    const run = (n: number) => `  ${n} requests in 30.00s, 1.00MB read\n`
    const printed = 'Completed 100 requests\n'.repeat(5000)
    const file = `Running 30s test @ http://h/\n${run(100)}${printed}${run(200)}  Non-2xx or 3xx responses: 199\n`
    expect(await ask(file, 'error_rate', 'wrk.txt')).toMatch(/2 runs \(they begin or end at the lines 2, 5003\)/)
    expect(await ask(`${printed}${run(100)}`.repeat(30), 'error_rate', 'wrk.txt')).toMatch(/^refused/)
    expect(await ask(`Running 30s test @ http://h/\n${printed.repeat(21)}`, 'error_rate', 'wrk.txt')).toMatch(
      /more than 100000 lines/,
    )
  })

  test('a line that a script prints after the run is none', async () => {
    const file = `${fixture('wrk/plain.txt')}Requests/sec: 92.2\nSummary:\nRunning time: 30s\n99% 1.00ms\n`
    expect(await ask(file, 'error_rate', 'wrk.txt')).toMatch(/^0\.1/)
    expect(await ask(file, 'latency_p99_ms', 'wrk.txt')).toBe('absent')
  })
})

describe('wrk2', () => {
  const report = (column: string, rest = '') =>
    `Running 11s test @ http://h/\n  2 threads and 10 connections\n  Thread calibration: mean lat.: 2.3ms, rate sampling interval: 10ms\n  Thread Stats   Avg      Stdev     ${column}   +/- Stdev\n    Latency     2.37ms    2.78ms  23.17ms   96.74%\n    Req/Sec   318.83     89.73   500.00     58.85%\n${rest}  6598 requests in 11.00s, 811.22KB read\nRequests/sec:    599.76\n`
  const LIST =
    '  Latency Distribution (HdrHistogram - Recorded Latency)\n 50.000%    1.91ms\n 99.000%   20.42ms\n 99.900%   21.68ms\n100.000%   23.18ms\n'
  const SPECTRUM =
    '\n  Detailed Percentile spectrum:\n       Value   Percentile   TotalCount 1/(1-Percentile)\n\n       0.081     0.000000            1         1.00\n       4.155     0.950000          553        20.00\n       5.839     0.975000          568        40.00\n      19.743     0.981250          572        53.33\n      20.175     0.985938          574        71.11\n      23.183     1.000000          582          inf\n#[Mean    =        2.371, StdDeviation   =        2.783]\n#[Max     =       23.168, Total count    =          582]\n#[Buckets =           27, SubBuckets     =         2048]\n'
  const found = (file: string, ...names: string[]) =>
    Promise.all(names.map((name) => ask(file, `latency_${name}_ms`, 'wrk.txt')))

  test('the third column is what its heading says', async () => {
    expect(await found(report('99%'), 'max', 'p99', 'mean')).toEqual(['absent', '23.17', '2.37'])
    expect(await found(report('Max'), 'max', 'p99')).toEqual(['23.17', 'absent'])
    expect(await found(report('Med'), 'max', 'p99', 'mean')).toEqual(['absent', 'absent', '2.37'])
  })

  test('the largest value is that of 100.000%, whatever the column says', async () => {
    expect(await found(report('99%', LIST), 'max', 'p99', 'p99_9')).toEqual(['23.18', '20.42', '21.68'])
    expect(await found(report('Max', LIST), 'max')).toEqual(['23.18'])
  })

  test('the spectrum has further percentiles; those of the second one are not corrected', async () => {
    const second = `\n  Latency Distribution (HdrHistogram - Uncorrected Latency (measured without taking delayed starts into account))\n 50.000%    1.00ms\n 90.000%    1.00ms\n${SPECTRUM.replace('0.975000', '0.850000')}`
    const file = report('Max', `${LIST}${SPECTRUM}${second}`)
    const names = ['p95', 'p97_5', 'p98_125', 'p98_594', 'max', 'p0', 'p90', 'p85']
    expect(await found(file, ...names)).toEqual([
      '4.155',
      '5.839',
      '19.743',
      'absent',
      '23.18',
      'absent',
      'absent',
      'absent',
    ])
  })

  test('only requests whose latency was recorded count for a percentile', async () => {
    const bound = '{latency_p99_9_ms: {max: 1000}}'
    expect(await said(bound, { 'wrk.txt': report('Max', `${LIST}${SPECTRUM}`) })).toMatch(
      /^insufficient: .*582 requests are too few/,
    )
    expect(await said(bound, { 'wrk.txt': report('Max', LIST) })).toMatch(/^pass: .*the file does not say/)
    const fewer = report('Max', LIST).replace('6598', '4999')
    expect(await said(bound, { 'wrk.txt': fewer })).toMatch(/^insufficient: .*4999 requests are too few/)
    const demand = '{latency_mean_ms: {max: 1000, min-requests: 600}}'
    expect(await said(demand, { 'wrk.txt': report('Max', LIST) })).toMatch(/^insufficient: .*does not say on how many/)
    expect(await said('{error_rate: {max: 0.01, min-requests: 6000}}', { 'wrk.txt': report('Max', LIST) })).toMatch(
      /^pass/,
    )
  })

  test('a value of the list and one of the spectrum may be in disorder by the rounding of the list', async () => {
    const file = report('Max', `${LIST}${SPECTRUM.replace('19.743', '20.424')}`)
    expect(await said('{latency_p98_125_ms: {max: 1000}}', { 'wrk.txt': file })).toMatch(/^pass/)
    const wrong = report('Max', `${LIST}${SPECTRUM.replace('19.743', '20.426')}`)
    expect(await said('{latency_p98_125_ms: {max: 1000}}', { 'wrk.txt': wrong })).toMatch(
      /^error: .*latency_p99_ms beside/,
    )
  })
})

test('requests without an answer have no latency, which its percentiles rest on', async () => {
  const wrk = fixture('wrk/latency-no-errors.txt')
  const timeouts = wrk.replace(/^(Requests)/m, '  Socket errors: connect 0, read 0, write 0, timeout 100\n$1')
  expect(await said('{latency_p99_ms: {max: 1000}}', { 'wrk.txt': timeouts })).toMatch(/^insufficient: .*476 requests/)
  expect(await ask(timeouts, 'requests', 'wrk.txt')).toBe('576')
  const hey = fixture('hey/report.txt')
  const lost = `${hey.trimEnd()}\n\nError distribution:\n  [100]\tGet "http://h/": EOF\n\n`
  expect(await ask(lost, 'requests_timed', 'hey.txt')).toBe(await ask(hey, 'requests', 'hey.txt'))
})

describe('locust', () => {
  const HEADINGS =
    'Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Requests/s,50%,66%,95%,99%,100%'
  const stats = (times: string) => `${HEADINGS}\n,Aggregated,1000,0,${times}\n`
  const of = (metric: string, times: string) => said(`{latency_${metric}_ms: {max: 50000}}`, { 'l.csv': stats(times) })

  test.each([
    // Rounded times beside exact ones.
    ['2007.52,2019.4,2007.52,2057.08,4.9,2000,2000,2100,2100,2100'],
    ['32,34.7,30.04,287.5,109,32,32,35,58,290'],
    ['0.4,0.4,0.3,0.45,109,0,0,0,0,0'],
    ['10400,10400,10400,10449,109,10000,10000,10000,10000,10000'],
    ['99.6,99.6,99.6,99.7,109,100,100,100,100,100'],
  ])('its rounding is no contradiction: %s', async (times) => {
    for (const metric of ['p50', 'p66', 'p95', 'p99', 'min', 'max']) expect(await of(metric, times)).toMatch(/^pass/)
  })

  test.each([
    ['p95', '32,34.7,30,287.5,109,32,32,300,300,300'],
    ['p99', '32,34.7,30,2040,109,32,32,35,2100,2100'],
    ['p66', '34.9,34.7,30,287.5,109,32,33.5,34,34,34'],
    ['max', '32,34.7,30,50,109,32,32,35,58,60'],
  ])('what it cannot explain is: %s of %s', async (metric, times) => {
    expect(await of(metric, times)).toMatch(/^error: .*which cannot be/)
  })

  test('the median is that of its own column', async () => {
    const file = stats('1,50,1,100,109,100,100,100,100,100')
    expect(await ask(file, 'latency_p50_ms', 'l.csv')).toBe('1')
  })
})

describe('ab', () => {
  const report = (...lines: string[]) =>
    `This is ApacheBench, Version 2.3\n\nComplete requests:      100\n${lines.join('\n')}\nRequests per second:    427.24 [#/sec] (mean)\n\nPercentage of the requests served within a certain time (ms)\n  50%      2\n`
  const failed = (length: number, receive = 0) =>
    `Failed requests:        ${length + receive}\n   (Connect: 0, Receive: ${receive}, Length: ${length}, Exceptions: 0)`

  test('answers of another length may be requests without an answer, which no one can tell', async () => {
    const file = report(failed(40, 2), 'Non-2xx responses:      7', 'Total transferred:      7000 bytes')
    expect(await ask(file, 'error_rate', 'ab.txt')).toMatch(/^refused: 40 answers are not as long as the first/)
    expect(await ask(file, 'failures', 'ab.txt')).toBe('absent')
    expect(await said('{error_rate: {max: 0.5}}', { 'ab.txt': file })).toMatch(/^error: .*such as hey, wrk or k6/)
    expect(await said('{latency_p50_ms: {max: 5}}', { 'ab.txt': file })).toMatch(/^pass/)
  })

  test('where there are as many answers outside 2xx, they are the ones', async () => {
    expect(await ask(report(failed(7, 2), 'Non-2xx responses:      7'), 'error_rate', 'ab.txt')).toBe('0.09')
    expect(await ask(report(failed(8, 2), 'Non-2xx responses:      7'), 'error_rate', 'ab.txt')).toMatch(/^refused/)
    expect(await ask(report(failed(6, 2), 'Non-2xx responses:      7'), 'error_rate', 'ab.txt')).toMatch(/^refused/)
  })

  test('where all others failed anyway, all did', async () => {
    const file = report(failed(40), 'Non-2xx responses:      100')
    expect(await ask(file, 'error_rate', 'ab.txt')).toBe('1')
    expect(await said('{latency_p50_ms: {max: 5}}', { 'ab.txt': file })).toMatch(/^error/)
  })

  test.each([report('Failed requests:        0'), report(failed(0))])(
    'where no byte came back nothing was answered, which ab calls no failure',
    async (text) => {
      const file = text.replace('Requests per', 'Total transferred:      0 bytes\nRequests per')
      expect(await ask(file, 'error_rate', 'ab.txt')).toBe('1')
      expect(await said('{latency_p50_ms: {max: 5}}', { 'ab.txt': file })).toMatch(/^error/)
      expect(await ask(text, 'error_rate', 'ab.txt')).toBe('0')
    },
  )

  test('with -S: minimum, mean and maximum', async () => {
    const file = report('Failed requests:        0', '              min   avg   max', 'Total:         29    33  281')
    const names = ['min', 'mean', 'max'].map((name) => ask(file, `latency_${name}_ms`, 'ab.txt'))
    expect(await Promise.all(names)).toEqual(['29', '33', '281'])
  })
})

describe('what is not read', () => {
  test.each([
    ['Running 2s test @ http://h/\n5 connections\n\n┌─────────┬──────┐\n│ Stat    │ 2.5% │\n', 'autocannon `--json`'],
    [
      'npm warn\r\nRunning 500 requests test @ http://h/\r\n1 connections with 2 pipelining factor\r\n',
      'autocannon `--json`',
    ],
    ['Bucket         #    %       Histogram\n[0s,    1ms]   6    1.00%   \n', 'vegeta `report -type=json`'],
    [
      'Value(ms)  Percentile  TotalCount  1/(1-Percentile)\n0.077225   0.000000    0           1.000000\n',
      'vegeta `report',
    ],
    ['{"attack":"","seq":0,"code":200}\n{"attack":"","seq":1,"code":200}\n', 'vegeta `report -type=json`'],
    [
      '\n     checks.........: 84.52% ✓ 366  ✗ 67\n   ✓ http_req_duration..............: avg=17.35ms  min=209.31µs\n',
      'k6 `--summary-export',
    ],
    [
      '{"type":"Metric","data":{"name":"vus","type":"gauge"},"metric":"vus"}\n{"metric":"vus","type":"Point"}\n',
      'k6 `--summary-export',
    ],
    ['<p>\n This is ApacheBench, Version 2.3 <i>&lt;$Revision$&gt;</i><br>\n', 'ab without `-w`'],
  ])('says what is, one option away: %j', async (text, instead) => {
    const said = await ask(text, 'latency_mean_ms', 'load.txt')
    expect(said).toMatch(/^refused: This is .*, which is not read\. Use /)
    expect(said).toContain(instead)
  })

  test('wrk is told from autocannon, whatever its lines end with', async () => {
    for (const end of ['\n', '\r\n']) {
      const file = fixture('wrk/plain.txt').replaceAll('\n', end)
      expect(await ask(file, 'error_rate', 'wrk.txt')).toMatch(/^0\.1/)
    }
  })
})
