import { type Decimal, decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree, type Unit } from '../../load/summary.js'
import { findLine, type Line, linesOf, numberIn, printed } from '../../load/text.js'
import type { Node } from '../../tree.js'
import { refused } from '../build.js'
import type { Wanted } from '../contract.js'

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['us', 'us'],
  ['ms', 'ms'],
  ['s', 's'],
  ['m', 'm'],
])

/**
 * The report that wrk prints (https://github.com/wg/wrk), or wrk2 (https://github.com/giltene/wrk2): each latency in a unit of its own, percentiles only with
 * `--latency`, the line of answers other than 2xx and 3xx only where there were some. Sockets that failed are no requests
 * in its count.
 */
export function read(text: string, { path }: Wanted): Result<Node> {
  const report = linesOf(text, path)
  if (!report.ok) return report
  const lines = report.value
  const completed = numberIn(lines, /^\s*(\d+) requests in /)
  if (completed === undefined) return failed(problem('evidence.load.refused', { title: 'wrk' }, { path }))
  const bad = numberIn(lines, /^\s*Non-2xx or 3xx responses: (\d+)/) ?? decimal('0')
  const sockets = socketErrors(lines)
  const rate = findLine(lines, /^Requests\/sec:\s*(\S+)/)
  const load = {
    at: { line: 1, column: 1 },
    latencies: [...threadStats(lines), ...distribution(lines)],
    requests: completed.plus(sockets),
    failures: bad.plus(sockets),
    throughput: printed(rate?.groups[0], rate?.at ?? {}),
  }
  return loadTree(load, path, 'wrk report')
}

function socketErrors(lines: readonly Line[]): Decimal {
  const found = findLine(lines, /^\s*Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/)
  return (found?.groups ?? []).reduce((sum, count) => sum.plus(decimal(count)), decimal('0'))
}

/** Mean and maximum; a deviation that is no number says that nothing was measured. */
function threadStats(lines: readonly Line[]): Latency[] {
  const found = findLine(lines, /^\s*Latency\s+([\d.]+)(us|ms|s|m)\s+\S+\s+([\d.]+)(us|ms|s|m)\s+(\S+)%/)
  if (found === undefined) return []
  const [mean, meanUnit = '', max, maxUnit = '', share] = found.groups
  const nothing = /nan/i.test(share ?? '')
  return [
    { name: 'mean', text: mean, unit: UNITS.get(meanUnit) },
    { name: 'max', text: max, unit: UNITS.get(maxUnit) },
  ].flatMap(({ name, text, unit }): Latency[] => {
    const node = printed(text, found.at)
    if (node === undefined || unit === undefined) return []
    return [{ name, node: nothing ? refused(node, message('evidence.load.no-answer')) : node, unit }]
  })
}

function distribution(lines: readonly Line[]): Latency[] {
  const isNothing = findLine(lines, /^\s*Latency\s+0\.00us\s+\S+\s+0\.00us/) !== undefined
  return lines.flatMap(({ text, line }): Latency[] => {
    const [, percentile, value, unitName = ''] =
      /^\s+(\d{1,2}(?:\.\d{1,3})?)%\s+([\d.]+)(us|ms|s|m)\s*$/.exec(text.slice(0, 200)) ?? []
    const node = printed(value, { line, column: 1 })
    const unit = UNITS.get(unitName)
    if (percentile === undefined || node === undefined || unit === undefined) return []
    // wrk2 writes 50.000% and 99.900%.
    const name = `p${percentile.replace(/\.0+$|(\.\d*[1-9])0+$/, '$1').replace('.', '_')}`
    return [{ name, node: isNothing ? refused(node, message('evidence.load.no-answer')) : node, unit }]
  })
}
