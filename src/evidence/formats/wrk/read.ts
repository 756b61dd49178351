import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree, type Unit } from '../../load/summary.js'
import { findLine, halfOfLast, type Line, linesOf, numberIn, printed } from '../../load/text.js'
import type { At, Node, ScalarNode } from '../../tree.js'
import { refused, textNode } from '../build.js'
import type { Wanted } from '../contract.js'

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['us', 'us'],
  ['ms', 'ms'],
  ['s', 's'],
  ['m', 'm'],
])

/** A latency as wrk prints it. */
const TIME = '([\\d.]{1,20})(us|ms|s|m)'
const AVERAGE = new RegExp(`^\\s*Latency\\s+${TIME}\\s+\\S+\\s+${TIME}\\s+(\\S+)%`)
const LISTED = new RegExp(`^(?:\\s+|(?=100))(\\d{1,2}(?:\\.\\d{1,3})?|100\\.000)%\\s+${TIME}\\s*$`)
/** A row of wrk2's spectrum: milliseconds, fraction, requests, `1/(1-fraction)`. The last row is the largest value. */
const SPECTRUM = /^\s+(\d{1,12}\.\d{3})\s+([01]\.\d{6})\s+\d+\s+(inf|[\d.]+)\s*$/

/**
 * The report that wrk prints (https://github.com/wg/wrk), or wrk2 (https://github.com/giltene/wrk2): each latency in a unit of its own, percentiles only with
 * `--latency`, the line of answers other than 2xx and 3xx only where there were some. Sockets that failed are no requests
 * in its count. wrk2 has no latencies of the seconds in which it calibrates; how many it has is told below its spectrum alone.
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
    latencies: latenciesIn(lines),
    requests: completed.plus(sockets),
    failures: bad.plus(sockets),
    timed: recorded(lines) ?? completed,
    throughput: printed(rate?.groups[0], rate?.at ?? {}),
  }
  return loadTree(load, path, 'wrk report')
}

function socketErrors(lines: readonly Line[]): Decimal {
  const found = findLine(lines, /^\s*Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/)
  return (found?.groups ?? []).reduce((sum, count) => sum.plus(decimal(count)), decimal('0'))
}

/** Of how many requests wrk2 has the latency; undefined for wrk, which has that of all it completed. */
function recorded(lines: readonly Line[]): Decimal | ScalarNode | undefined {
  const total = numberIn(lines, /^#\[Max\s*=\s*[\d.]+, Total count\s*=\s*(\d+)\]/)
  const ofWrk2 = findLine(lines, /^\s*(?:Thread calibration: |Latency Distribution \(HdrHistogram|Thread Stats[^%]*%)/)
  if (total !== undefined || ofWrk2 === undefined) return total
  return refused(textNode('?', ofWrk2.at), message('evidence.load.calibrating'))
}

/** Where nothing was measured, wrk prints zeros, and a deviation that is no number. */
function latenciesIn(lines: readonly Line[]): Latency[] {
  const average = findLine(lines, AVERAGE)
  const [mean, , max, , share = ''] = average?.groups ?? []
  const isNothing = /nan/i.test(share) || (mean === '0.00' && max === '0.00')
  const again = lines.findIndex(({ text }) => text.includes('(HdrHistogram - Uncor'))
  const corrected = again < 0 ? lines : lines.slice(0, again)
  const all = [...listed(corrected), ...spectrum(corrected)]
  const others = averages(lines).filter(({ name }) => !all.some((it) => it.name === name))
  return [...others, ...all].map((it) =>
    isNothing ? { ...it, node: refused(it.node, message('evidence.load.no-answer')) } : it,
  )
}

/** The mean, and what the heading says the third column is: wrk has the maximum there, some versions of wrk2 the 99th percentile. */
function averages(lines: readonly Line[]): Latency[] {
  const found = findLine(lines, AVERAGE)
  const heading = findLine(lines, /^\s*Thread Stats\s+Avg\s+Stdev\s+(\S+)\s/)?.groups[0] ?? ''
  const [mean, meanUnit, third, thirdUnit] = found?.groups ?? []
  const percentile = /^(\d{1,2}(?:\.\d{1,3})?)%$/.exec(heading)?.[1]
  const name = heading === 'Max' ? 'max' : percentile && nameOf(percentile)
  const at = found?.at ?? {}
  return [...latency('mean', mean, meanUnit, at), ...(name === undefined ? [] : latency(name, third, thirdUnit, at))]
}

function listed(lines: readonly Line[]): Latency[] {
  return lines.flatMap(({ text, line }): Latency[] => {
    const [, percentile, value, unit] = LISTED.exec(text.slice(0, 200)) ?? []
    return percentile === undefined ? [] : latency(nameOf(percentile), value, unit, { line, column: 1 })
  })
}

/** The percentiles that wrk2 does not list, p95 among them. */
function spectrum(lines: readonly Line[]): Latency[] {
  return lines.flatMap(({ text, line }): Latency[] => {
    const [, value, fraction, inverse] = SPECTRUM.exec(text.slice(0, 200)) ?? []
    if (fraction === undefined || fraction === '0.000000' || (fraction === '1.000000' && inverse !== 'inf')) return []
    const percentile = formatDecimal(decimal(fraction).times('100'))
    return /\.\d{4}/.test(percentile) ? [] : latency(nameOf(percentile), value, 'ms', { line, column: 1 })
  })
}

/** wrk2 writes 50.000% and 99.900%; of its 100.000% no request took longer. */
function nameOf(percentile: string): string {
  const short = formatDecimal(decimal(percentile))
  return short === '100' ? 'max' : `p${short.replace('.', '_')}`
}

function latency(name: string, text: string | undefined, unitName: string | undefined, at: At): Latency[] {
  const [node, unit] = [printed(text, at), UNITS.get(unitName ?? '')]
  return text === undefined || node === undefined || unit === undefined
    ? []
    : [{ name, node, unit, rounding: halfOfLast(text) }]
}
