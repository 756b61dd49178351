import { decimal } from '../../../shared/decimal.js'
import { ok, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { decimalOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `vegeta report -type=json` (https://github.com/tsenart/vegeta#report--typejson): latencies in nanoseconds, `success` as
 * a fraction of the requests. Only answers of 200 to 399 are a success there.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const requests = decimalOf(entryOf(file, 'requests'))
  const success = decimalOf(entryOf(file, 'success'))
  const latencies = entryOf(file, 'latencies')
  // success × requests is a whole number but for the rounding of a double.
  const failures = requests && success && requests.times(decimal('1').minus(success)).round(0)
  const throughput = entryOf(file, 'throughput')
  const summary = loadTree(
    {
      at: root.at,
      latencies:
        latencies === undefined ? [] : entriesOf(latencies).flatMap(([name, it]) => latencyOf(name, moved(it))),
      requests,
      failures,
      throughput: throughput && moved(throughput),
    },
    path,
    'vegeta report',
  )
  if (!summary.ok) return summary
  return ok(
    withNames(
      root,
      [...summary.value.entries].filter(([name]) => name !== 'requests').map(([name, { value }]) => [name, value]),
    ),
  )
}

function latencyOf(name: string, node: Node): Latency[] {
  const [, percentile] = /^(\d{1,2}(?:\.\d+)?)th$/.exec(name) ?? []
  const known = ['mean', 'min', 'max'].includes(name) ? name : percentile && `p${percentile.replace('.', '_')}`
  return known === undefined ? [] : [{ name: known, node, unit: 'ns' }]
}
