import { type Decimal, decimal, formatDecimal, parseDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadNames, loadTree } from '../../load/summary.js'
import { findLine, type Line, linesOf, numberIn, printed } from '../../load/text.js'
import type { Node, ScalarNode } from '../../tree.js'
import { mapOf, refused, textNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'ApacheBench report'
const ZERO = decimal('0')

/**
 * The report that ab prints, or the percentiles of `-e` (https://httpd.apache.org/docs/2.4/programs/ab.html), in
 * milliseconds. Here failures are answers outside 2xx and requests without an answer, or that could not be written. ab
 * itself takes a connection that was closed without an answer for an empty one: it counts it under `Length`, with every other
 * answer that is not as long as the first, and under `-l`, or where the first was empty too, not at all.
 */
export function read(text: string, { path }: Wanted): Result<Node> {
  if (text.startsWith('starttime\t')) return failed(problem('evidence.load.per-request', { title: 'ab' }, { path }))
  const report = linesOf(text, path)
  if (!report.ok) return report
  const lines = report.value
  if (text.startsWith('Percentage served')) return percentiles(lines, path)
  const requests = numberIn(lines, /^Complete requests:\s+(\d+)/)
  if (requests === undefined) return failed(problem('evidence.load.refused', { title: 'ab' }, { path }))
  const failures = failuresOf(lines, requests)
  if (failures === undefined) {
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
    failures: failures.count,
    throughput: printed(rate?.groups[0], rate?.at ?? {}),
  }
  const tree = loadTree(load, path, TITLE)
  return tree.ok ? ok(withNames(tree.value, [['error_rate', failures.rate]])) : tree
}

/** How many requests failed, or what stands for their rate where that cannot be known. */
interface Failed {
  readonly count?: Decimal
  readonly rate?: ScalarNode
}

/** Undefined where requests failed and nothing says of what: some of them may be without an answer. */
function failuresOf(lines: readonly Line[], requests: Decimal): Failed | undefined {
  const number = (pattern: RegExp) => numberIn(lines, pattern) ?? ZERO
  // Before 2.2 there is no `Receive`; before 2.0 `Write errors` were called `Broken pipe errors`.
  const kinds = findLine(lines, /^\s*\(Connect: (\d+), (?:Receive: (\d+), )?Length: (\d+), Exceptions: (\d+)\)/)
  if (kinds === undefined && numberIn(lines, /^Failed requests:\s+(\d+)/)?.eq(ZERO) !== true) return undefined
  if (numberIn(lines, /^Total transferred:\s+(\d+) bytes/)?.eq(ZERO) === true) return { count: requests }
  const groups: readonly (string | undefined)[] = kinds?.groups ?? []
  const [connect, receive, unlike, exceptions] = [0, 1, 2, 3].map((index) => decimal(groups[index] ?? '0'))
  const bad = number(/^Non-2xx responses:\s+(\d+)/)
  const unwritten = number(/^(?:Write|Broken pipe) errors:\s+(\d+)/)
  const count = [connect, receive, exceptions, unwritten].reduce<Decimal>((sum, it) => sum.plus(it ?? ZERO), bad)
  // Answers outside 2xx have another length: where there are as many, they are the ones.
  const isKnown = unlike === undefined || unlike.eq(ZERO) || unlike.eq(bad) || count.gte(requests)
  if (isKnown) return { count }
  const [found, at] = [formatDecimal(unlike), kinds?.at ?? {}]
  return { rate: refused(textNode(`Length: ${found}`, at), message('evidence.load.length', { count: found })) }
}

/** `Total:  2  4  1.5  4  7`: minimum, mean, deviation, median, maximum; with `-S` the first two and the last. */
function total(lines: readonly Line[]): Latency[] {
  const found = findLine(lines, /^Total:\s+(\d+)\s+(\d+)\s+(?:\S+\s+\d+\s+)?(\d+)\s*$/)
  return ['min', 'mean', 'max'].flatMap((name, index): Latency[] => {
    const node = printed(found?.groups[index], found?.at ?? {})
    return node === undefined ? [] : [{ name, node, unit: 'ms' }]
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
  let highest = ZERO
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
