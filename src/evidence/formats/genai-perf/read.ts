import { parseDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { latencyUnit, statisticName } from '../../load/genai-perf.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { linesOf } from '../../load/text.js'
import { type CsvRow, readRows } from '../../readers/csv/rows.js'
import { numberNode } from '../../readers/scalars.js'
import type { At, Node } from '../../tree.js'
import { mapOf, textNode } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'

const TITLE = 'GenAI-Perf statistics as CSV'

/**
 * `profile_export_genai_perf.csv` (https://docs.nvidia.com/deeplearning/triton-inference-server): a table of statistics and
 * one of single values, between them a blank line. The unit stands in the metric's name; numbers above 999 have commas.
 * Latency is `Request Latency`; every metric is there as `<metric>/<statistic>` too.
 */
export async function read(text: string, { path }: Wanted): Promise<Result<Node>> {
  const report = linesOf(text, path)
  if (!report.ok) return report
  const [statistics = '', values = ''] = text.split(/\r?\n\s*\r?\n/, 2)
  const first = await readRows(statistics, path)
  if (!first.ok) return first
  const second = values.trim() === '' ? undefined : await readRows(values, path)
  if (second !== undefined && !second.ok) return second
  const [heading = [], ...rows] = first.value
  const named = rows.map((row): [string, Node] => [nameOf(row), rowNode(heading, row)])
  // The second table begins behind the lines of the first and the blank one.
  const before = statistics.split('\n').length + 1
  const single = (second?.value.slice(1) ?? []).flatMap(([name, value]): [string, Node][] =>
    name === undefined || value === undefined
      ? []
      : [[bare(name.text), numberOf(value.text, { line: value.at.line + before, column: value.at.column })]],
  )
  const latency = rows.find((row) => /^Request Latency/i.test(row[0]?.text ?? ''))
  if (named.length === 0) return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'Metric' }, { path }))
  const [twice] = repeated([...named, ...single].map(([name]) => name))
  if (twice !== undefined) return failed(problem('evidence.load.twice', { title: TITLE, name: twice }, { path }))
  const throughput = single.find(([name]) => name === 'Request Throughput')?.[1]
  const at = latency?.[0]?.at ?? {}
  const latencies = latency === undefined ? [] : latenciesOf(heading, latency)
  const count = single.find(([name]) => name === 'Request Count')?.[1]
  const requests = count?.kind === 'number' ? parseDecimal(count.text) : undefined
  const load = loadTree({ at, latencies, requests, failures: undefined, throughput }, path, TITLE)
  if (!load.ok) return load
  const names = [...load.value.entries].map(([name, { value }]) => [name, value] as const)
  return ok(mapOf(at, [...names, ...named, ...single]))
}

/** A metric's name without its unit. */
function bare(name: string): string {
  return name.replace(/\s*\([^)]*\)\s*$/, '')
}

function nameOf(row: CsvRow): string {
  return bare(row[0]?.text ?? '')
}

function rowNode(heading: CsvRow, row: CsvRow): Node {
  const at = row[0]?.at ?? {}
  const cells = row
    .slice(1)
    .map((cell, index): [string, Node] => [heading[index + 1]?.text ?? '', numberOf(cell.text, cell.at)])
  return mapOf(at, [...cells, ['unit', textNode(/\(([^)]*)\)\s*$/.exec(row[0]?.text ?? '')?.[1] ?? '', at)]])
}

/** `1,234.56` is a number here: commas stand before every third digit. */
function numberOf(text: string, at: At): Node {
  const plain = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return parseDecimal(plain) === undefined ? textNode(text, at) : numberNode(plain, at)
}

function latenciesOf(heading: CsvRow, row: CsvRow): Latency[] {
  const unit = latencyUnit(/\(([^)]*)\)\s*$/.exec(row[0]?.text ?? '')?.[1] ?? '')
  return row.slice(1).flatMap((cell, index): Latency[] => {
    const name = statisticName(heading[index + 1]?.text ?? '')
    return name === undefined || unit === undefined ? [] : [{ name, node: numberOf(cell.text, cell.at), unit }]
  })
}
