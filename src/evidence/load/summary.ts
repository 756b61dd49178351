import { type Decimal, decimal, formatDecimal } from '../../shared/decimal.js'
import { message } from '../../shared/message.js'
import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { converted, mapOf, quotientNode, refused, textNode } from '../formats/build.js'
import type { At, MapNode, Node, ScalarNode } from '../tree.js'

/** The units that load testers measure latency in, and how many milliseconds each is. */
export const MILLISECONDS = { ns: '0.000001', us: '0.001', ms: '1', s: '1000', m: '60000' } as const
export type Unit = keyof typeof MILLISECONDS

/** A latency as its file has it: its canonical name without `latency_` and `_ms` (`mean`, `p99`), and its unit. */
export interface Latency {
  readonly name: string
  readonly node: Node
  readonly unit: Unit
  /** How far the tool's own rounding may have moved it, in that unit; absent where it may not change its place in the order. */
  readonly rounding?: string
}

/** What a load test measured of one target, in the tool's own units. */
export interface Load {
  readonly at: At
  readonly latencies: readonly Latency[]
  /** Requests that were sent, and those of them that failed. */
  readonly requests: Decimal | undefined
  readonly failures: Decimal | undefined
  /** Of how many requests the latencies are, where that is not all; a refused node where the tool does not say. */
  readonly timed?: Decimal | ScalarNode | undefined
  /** Requests a second. */
  readonly throughput: Node | undefined
}

/**
 * The names that every load test has in common: `latency_<name>_ms`, `error_rate` as a fraction of the requests,
 * `requests`, `failures`, `throughput_rps`, `requests_timed` where the latencies are of fewer than all requests, and `unit`,
 * the tool's own. Where nothing was answered no latency counts:
 * tools write zero there.
 */
export function loadNames(load: Load): [string, Node | undefined][] {
  const { at, latencies, requests, failures, timed, throughput } = load
  const answered = requests === undefined || failures === undefined || requests.gt(failures)
  const units = [...new Set(latencies.map(({ unit }) => unit))]
  const number = (value: Decimal | undefined): Node | undefined =>
    value && { kind: 'number', at, text: formatDecimal(value) }
  return [
    ...latencies.map((it): [string, Node] => [
      `latency_${it.name}_ms`,
      answered || it.node.kind !== 'number' ? inMilliseconds(it) : refused(it.node, message('evidence.load.no-answer')),
    ]),
    ['requests', number(requests)],
    ['requests_timed', isNode(timed) ? timed : timed && requests?.eq(timed) ? undefined : number(timed)],
    ['failures', number(failures)],
    ['error_rate', requests && failures && quotientNode(failures, requests, at)],
    ['throughput_rps', throughput],
    ['unit', units.length === 0 ? undefined : textNode(units.join(', '), at)],
  ]
}

/** The names as a tree; a test without a single request measured nothing. */
export function loadTree(load: Load, path: string, title: string): Result<MapNode> {
  const zero = decimal('0')
  for (const [at, count] of [
    ['requests', load.requests],
    ['failures', load.failures],
  ] as const) {
    // A negative count would make a negative rate of errors, which is below every limit.
    if (count?.lt(zero) === true) {
      return failed(problem('evidence.tool.malformed', { title, at, expected: '≥ 0' }, { path }))
    }
  }
  if (load.requests?.eq(zero) === true) {
    return failed(problem('evidence.tool.nothing', { title, at: 'requests' }, { path }))
  }
  return ok(mapOf(load.at, loadNames(load)))
}

function isNode(timed: Load['timed']): timed is ScalarNode {
  return timed !== undefined && 'kind' in timed
}

function inMilliseconds({ node, unit, rounding }: Latency): Node {
  if (node.kind !== 'number') return node
  const value = unit === 'ms' ? node : converted(node, MILLISECONDS[unit], unit)
  if (rounding === undefined || value.kind !== 'number') return value
  return { ...value, rounding: formatDecimal(decimal(rounding).times(MILLISECONDS[unit])) }
}
