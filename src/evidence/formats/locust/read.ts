import { type Decimal, decimal, parseDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, type Load, loadNames, loadTree } from '../../load/summary.js'
import { several } from '../../load/text.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, mapOf, moved, quotientNode, refused, textOf } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'locust statistics'
/** Headings of locust 1 and later, and those before it. */
const COLUMNS: ReadonlyMap<string, string> = new Map([
  ['Median Response Time', 'p50'],
  ['Median response time', 'p50'],
  ['Average Response Time', 'mean'],
  ['Average response time', 'mean'],
  ['Min Response Time', 'min'],
  ['Min response time', 'min'],
  ['Max Response Time', 'max'],
  ['Max response time', 'max'],
])

/** By how much at most a time from there on is rounded. */
const ROUNDING = [
  ['10000', '500'],
  ['1000', '50'],
  ['100', '5'],
] as const

/**
 * `…_stats.csv` or `--json` of locust (https://docs.locust.io/en/stable/retrieving-stats.html), in milliseconds: the row
 * `Aggregated`, and the others as `endpoints/<name>`. Of the JSON, which has no such row, the sums. Percentiles and the
 * median come from rounded times, least, mean and largest from exact ones. The median is `Median Response Time`, which locust keeps
 * between the least and the largest; its column `50%` may be the next time above it.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const table = rootOf({ path, content: root })
  const rows = root.kind === 'list' ? itemsOf(table) : [table]
  const [first] = rows
  if (first === undefined) return failed(problem('evidence.tool.nothing', { title: TITLE, at: '/' }, { path }))
  const other = otherFile(first)
  if (other !== undefined) return failed(problem('evidence.load.history', { what: other }, { path }))
  const isJson = entryOf(first, 'num_requests') !== undefined
  // An endpoint may go by the same name, but has a method.
  const sums = isJson ? [] : rows.filter(isTotal)
  if (sums.length > 1) return several(sums.map(atOf), path)
  const [sum] = sums
  const endpoints = rows.filter((row) => row !== sum)
  const total = isJson ? totalOf(rows, path) : rowTree(sum, path)
  if (!total.ok) return total
  const named = endpoints.map(
    (row) => [nameOf(row), mapOf(atOf(row), endpointNames(isJson ? recordLoad(row) : rowLoad(row)))] as const,
  )
  return ok(mapOf(root.at, [...own(total.value), ['endpoints', mapOf(root.at, named)]]))
}

function own(tree: Node): [string, Node][] {
  return tree.kind === 'map' ? [...tree.entries].map(([name, { value }]) => [name, value]) : []
}

/** What else `--csv` writes, by its headings. */
function otherFile(row: Place): string | undefined {
  const has = (column: string) => entryOf(row, column) !== undefined
  if (has('Timestamp') && has('User Count')) return '`…_stats_history.csv`'
  if (has('Occurrences')) return '`…_failures.csv`'
  return has('Traceback') ? '`…_exceptions.csv`' : undefined
}

/** Of all requests, and so of no method: an empty cell, in old versions `None`. */
function isTotal(row: Place): boolean {
  const method = (entryOf(row, 'Type') ?? entryOf(row, 'Method'))?.node
  return method?.kind === 'null' && ['Aggregated', 'Total'].includes(textOf(entryOf(row, 'Name')) ?? '')
}

function nameOf(row: Place): string {
  const [method, name] = [
    ['Type', 'Method', 'method'],
    ['Name', 'name'],
  ].map((keys) => keys.map((key) => textOf(entryOf(row, key))).find((it) => it !== undefined))
  return [method, name].filter((it) => it !== undefined).join(' ')
}

function rowTree(row: Place | undefined, path: string): Result<Node> {
  if (row === undefined) {
    const params = { title: TITLE, at: 'Name', expected: 'a row `Aggregated`' }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  return loadTree(rowLoad(row), path, TITLE)
}

/** Statistics that were reset keep the names of endpoints that were not asked since, with zeros. */
function endpointNames(load: Load): [string, Node | undefined][] {
  if (load.requests?.eq(decimal('0')) !== true) return loadNames(load)
  const why = message('evidence.load.no-answer')
  return loadNames({ ...load, latencies: load.latencies.map((it) => ({ ...it, node: refused(it.node, why) })) })
}

function rowLoad(row: Place): Load {
  const number = (...names: readonly string[]): Decimal | undefined =>
    names.map((name) => decimalOf(entryOf(row, name))).find((it) => it !== undefined)
  const throughput = ['Requests/s', 'requests/s'].map((name) => entryOf(row, name)).find((it) => it !== undefined)
  return {
    at: atOf(row),
    latencies: latenciesIn(row),
    requests: number('Request Count', '# requests'),
    failures: number('Failure Count', '# failures'),
    throughput: throughput && moved(throughput),
  }
}

function latenciesIn(row: Place): Latency[] {
  return entriesOf(row).flatMap(([column, cell]): Latency[] => {
    const [, percentile] = /^(\d{1,2}(?:\.\d{1,3})?)%$/.exec(column) ?? []
    const name = COLUMNS.get(column) ?? (percentile && `p${percentile.replace('.', '_')}`)
    if (name === undefined) return []
    const node = moved(cell)
    return [{ name, node, unit: 'ms', ...(name.startsWith('p') && { rounding: roundingOf(node) }) }]
  })
}

/** locust keeps times with two significant digits, and below 100 ms as whole milliseconds: 147 becomes 150, and 3,432 becomes 3,400. */
function roundingOf(node: Node): string {
  const time = node.kind === 'number' ? parseDecimal(node.text) : undefined
  return ROUNDING.find(([above]) => time?.gte(above))?.[1] ?? '0.5'
}

/** A record of `--json` has sums; its histogram is rounded, so no percentile comes from it. */
function recordLoad(record: Place): Load {
  const number = (name: string) => decimalOf(entryOf(record, name))
  const [requests, total] = [number('num_requests'), number('total_response_time')]
  const mean = requests && total && quotientNode(total, requests, atOf(record))
  const ends = (['min', 'max'] as const).flatMap((name): Latency[] => {
    const place = entryOf(record, `${name}_response_time`)
    return place === undefined ? [] : [{ name, node: moved(place), unit: 'ms' }]
  })
  return {
    at: atOf(record),
    latencies: [...(mean === undefined ? [] : [{ name: 'mean', node: mean, unit: 'ms' } as const]), ...ends],
    requests,
    failures: number('num_failures'),
    throughput: undefined,
  }
}

function totalOf(records: readonly Place[], path: string): Result<Node> {
  const sum = (name: string) =>
    records.reduce<Decimal | undefined>((total, record) => {
      const value = decimalOf(entryOf(record, name))
      return total && value && total.plus(value)
    }, decimal('0'))
  const [first] = records
  const at = first === undefined ? {} : atOf(first)
  const [requests, time] = [sum('num_requests'), sum('total_response_time')]
  const mean = requests && time && quotientNode(time, requests, at)
  const latencies: Latency[] = mean === undefined ? [] : [{ name: 'mean', node: mean, unit: 'ms' }]
  return loadTree({ at, latencies, requests, failures: sum('num_failures'), throughput: undefined }, path, TITLE)
}
