import { type Decimal, decimal, parseDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadNames, loadTree } from '../../load/summary.js'
import { findLine, type Line, linesOf, numberIn, printed } from '../../load/text.js'
import type { Node } from '../../tree.js'
import { mapOf, refused } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'ApacheBench report'

/**
 * The report that ab prints, or the percentiles of `-e` (https://httpd.apache.org/docs/2.4/programs/ab.html), in
 * milliseconds. ab counts an answer of another length than the first as failed; here failures are answers outside 2xx
 * and requests without an answer, or that could not be written.
 */
export function read(text: string, { path }: Wanted): Result<Node> {
  if (text.startsWith('starttime\t')) return failed(problem('evidence.load.per-request', { title: 'ab' }, { path }))
  const report = linesOf(text, path)
  if (!report.ok) return report
  const lines = report.value
  if (text.startsWith('Percentage served')) return percentiles(lines, path)
  const requests = numberIn(lines, /^Complete requests:\s+(\d+)/)
  if (requests === undefined) return failed(problem('evidence.load.refused', { title: 'ab' }, { path }))
  const bad = numberIn(lines, /^Non-2xx responses:\s+(\d+)/) ?? decimal('0')
  const lost = withoutAnswer(lines)
  if (lost === undefined) {
    const params = {
      title: TITLE,
      at: 'Failed requests',
      expected: '(Connect: …, Receive: …, Length: …, Exceptions: …)',
    }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  const rate = findLine(lines, /^Requests per second:\s+(\S+)/)
  const load = {
    at: { line: 1, column: 1 },
    latencies: [...total(lines), ...distribution(lines)],
    requests,
    failures: bad.plus(lost),
    throughput: printed(rate?.groups[0], rate?.at ?? {}),
  }
  return loadTree(load, path, TITLE)
}

/** Undefined where requests failed and nothing says of what: some of them may be without an answer. */
function withoutAnswer(lines: readonly Line[]): Decimal | undefined {
  const zero = decimal('0')
  const all = numberIn(lines, /^Failed requests:\s+(\d+)/)
  // Before 2.2 there is no `Receive`; before 2.0 `Write errors` were called `Broken pipe errors`.
  const found = findLine(lines, /^\s*\(Connect: (\d+), (?:Receive: (\d+), )?Length: \d+, Exceptions: (\d+)\)/)
  if (found === undefined && all?.eq(zero) !== true) return undefined
  const unwritten = numberIn(lines, /^(?:Write|Broken pipe) errors:\s+(\d+)/) ?? zero
  return (found?.groups ?? []).reduce((sum, count: string | undefined) => sum.plus(decimal(count ?? '0')), unwritten)
}

/** `Total:        2    4   1.5      4       7`: minimum, mean, deviation, median, maximum. */
function total(lines: readonly Line[]): Latency[] {
  const found = findLine(lines, /^Total:\s+(\d+)\s+(\d+)\s+\S+\s+(\d+)\s+(\d+)\s*$/)
  return ['min', 'mean', 'p50', 'max'].flatMap((name, index): Latency[] => {
    const node = printed(found?.groups[index], found?.at ?? {})
    return node === undefined || name === 'p50' ? [] : [{ name, node, unit: 'ms' }]
  })
}

function distribution(lines: readonly Line[]): Latency[] {
  return lines.flatMap(({ text, line }): Latency[] => {
    const [, percentile, value] = /^\s+(\d{2})%\s+(\d+)\s*$/.exec(text) ?? []
    const node = printed(value, { line, column: 1 })
    return percentile === undefined || node === undefined ? [] : [{ name: `p${percentile}`, node, unit: 'ms' }]
  })
}

/** The table of `-e`. A value below the one before it is a slip of ab's, which 2.3 makes in the 99th of few requests. */
function percentiles(lines: readonly Line[], path: string): Result<Node> {
  let highest = decimal('0')
  const latencies = lines.flatMap(({ text, line }): Latency[] => {
    const [, percentile, value = ''] = /^(\d{1,3}),(\S+)$/.exec(text.trim()) ?? []
    const node = printed(value, { line, column: 1 })
    const number = parseDecimal(value)
    if (percentile === undefined || node === undefined) return []
    const name = percentile === '0' ? 'min' : percentile === '100' ? 'max' : `p${percentile}`
    if (number === undefined || number.gte(highest)) {
      highest = number ?? highest
      return [{ name, node, unit: 'ms' }]
    }
    return [{ name, node: refused(node, message('evidence.load.order')), unit: 'ms' }]
  })
  if (latencies.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'Percentage served' }, { path }))
  }
  const load = {
    at: { line: 1, column: 1 },
    latencies,
    requests: undefined,
    failures: undefined,
    throughput: undefined,
  }
  return ok(mapOf(load.at, loadNames(load)))
}
