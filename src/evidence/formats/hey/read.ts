import { type Decimal, decimal, parseDecimal } from '../../../shared/decimal.js'
import { failed, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { findLine, type Line, linesOf, printed } from '../../load/text.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'

const STATISTICS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['mean', /^\s*Average:\s+(\S+) secs/],
  ['min', /^\s*Fastest:\s+(\S+) secs/],
  ['max', /^\s*Slowest:\s+(\S+) secs/],
]

/**
 * The report that hey prints (https://github.com/rakyll/hey), in seconds. Failures are the answers outside 200 to 399
 * in its distribution of status codes, and all of its distribution of errors. Of a percentile that too few requests reach
 * it writes `0% in 0.0000`, which is left out.
 */
export function read(text: string, { path }: Wanted): Result<Node> {
  if (text.startsWith('response-time,')) {
    return failed(problem('evidence.load.per-request', { title: 'hey' }, { path }))
  }
  const report = linesOf(text, path)
  if (!report.ok) return report
  const lines = report.value
  const statuses = counts(section(lines, 'Status code distribution:'), /^\s*\[(\d{3})\]\s+(\d+) responses/)
  const errors = counts(section(lines, 'Error distribution:'), /^\s*\[(\d+)\]/)
  const answered = sum(statuses.map(([, count]) => count))
  const lost = sum(errors.map(([count]) => count))
  const bad = sum(statuses.filter(([code]) => !/^[23]/.test(code)).map(([, count]) => count))
  const rate = findLine(lines, /^\s*Requests\/sec:\s+(\S+)/)
  const load = {
    at: { line: 1, column: 1 },
    latencies: [...statistics(lines), ...distribution(lines)],
    requests: answered.plus(lost),
    failures: bad.plus(lost),
    timed: answered,
    throughput: printed(rate?.groups[0], rate?.at ?? {}),
  }
  return loadTree(load, path, 'hey report')
}

/** The lines below a heading, up to the next blank one. */
function section(lines: readonly Line[], heading: string): readonly Line[] {
  const from = lines.findIndex(({ text }) => text.trim() === heading)
  if (from < 0) return []
  const rest = lines.slice(from + 1)
  const end = rest.findIndex(({ text }) => text.trim() === '')
  return end < 0 ? rest : rest.slice(0, end)
}

function counts(lines: readonly Line[], pattern: RegExp): [string, string][] {
  return lines.flatMap(({ text }): [string, string][] => {
    const [, first, second = ''] = pattern.exec(text.slice(0, 200)) ?? []
    return first === undefined ? [] : [[first, second]]
  })
}

function sum(texts: readonly string[]): Decimal {
  return texts.reduce((total, text) => total.plus(parseDecimal(text) ?? decimal('0')), decimal('0'))
}

function statistics(lines: readonly Line[]): Latency[] {
  return STATISTICS.flatMap(([name, pattern]): Latency[] => {
    const found = findLine(lines, pattern)
    const node = printed(found?.groups[0], found?.at ?? {})
    return node === undefined ? [] : [{ name, node, unit: 's' }]
  })
}

function distribution(lines: readonly Line[]): Latency[] {
  return lines.flatMap(({ text, line }): Latency[] => {
    // Newer versions print the sign twice.
    const [, percentile, value] = /^\s*(\d{1,2})%{1,2} in (\S+) secs/.exec(text.slice(0, 200)) ?? []
    const node = printed(value, { line, column: 1 })
    return percentile === undefined || percentile === '0' || node === undefined
      ? []
      : [{ name: `p${percentile}`, node, unit: 's' }]
  })
}
