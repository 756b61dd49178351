import { decimal, formatDecimal } from '../../../shared/decimal.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

const TITLE = 'vegeta report'
const ONE = decimal('1')

/**
 * `vegeta report -type=json` (https://github.com/tsenart/vegeta#report--typejson): latencies in nanoseconds, `success` as
 * a fraction of the requests. Only answers of 200 to 399 are a success there.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const requests = decimalOf(entryOf(file, 'requests'))
  const share = entryOf(file, 'success')
  const success = decimalOf(share)
  if (share === undefined || success === undefined || success.lt(decimal('0')) || success.gt(ONE)) {
    const params = { title: TITLE, at: 'success', expected: '0 ≤ success ≤ 1' }
    return failed(problem('evidence.tool.malformed', params, share?.at ?? { path }))
  }
  const latencies = entryOf(file, 'latencies')
  // success × requests is a whole number but for the rounding of a double.
  const failures = requests?.times(ONE.minus(success)).round(0)
  const throughput = entryOf(file, 'throughput')
  const summary = loadTree(
    {
      at: root.at,
      latencies: entriesOf(latencies).flatMap(([name, it]) => latencyOf(name, moved(it))),
      requests,
      failures,
      throughput: throughput && moved(throughput),
    },
    path,
    TITLE,
  )
  if (!summary.ok) return summary
  const errorRate: Node = { kind: 'number', at: atOf(share), text: formatDecimal(ONE.minus(success)) }
  const names = [...summary.value.entries].map(([name, { value }]) => [name, value] as const)
  const isOwn = (name: string) => name !== 'requests' && name !== 'error_rate'
  return ok(withNames(root, [...names.filter(([name]) => isOwn(name)), ['error_rate', errorRate]]))
}

function latencyOf(name: string, node: Node): Latency[] {
  const [, percentile] = /^(\d{1,2}(?:\.\d+)?)th$/.exec(name) ?? []
  const known = ['mean', 'min', 'max'].includes(name) ? name : percentile && `p${percentile.replace('.', '_')}`
  return known === undefined ? [] : [{ name: known, node, unit: 'ns' }]
}
