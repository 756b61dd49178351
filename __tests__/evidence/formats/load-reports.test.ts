import { describe, expect, test } from '@jest/globals'
import { ask } from '../../support/asked.js'
import { fixture } from '../../support/served.js'

/** What is printed for people: a file may hold several runs, and tables that look alike. */

describe('several runs in one file', () => {
  const refusal = (count: number) => new RegExp(`^refused: The file holds ${count} runs .* into a file of its own`)

  test.each([
    ['wrk/latency.txt', 'wrk.txt'],
    ['ab/report.txt', 'ab.txt'],
    ['ab/percentiles.csv', 'ab.csv'],
    ['hey/report.txt', 'hey.txt'],
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
    const file = `${fixture('wrk/plain.txt')}Requests/sec: 92.2\nSummary:\nRunning time: 30s\n`
    expect(await ask(file, 'error_rate', 'wrk.txt')).toMatch(/^0\.1/)
  })
})
