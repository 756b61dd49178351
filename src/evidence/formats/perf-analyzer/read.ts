import { decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { type Latency, loadNames } from '../../load/summary.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, decimalOf, mapOf, moved, refused } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'

const TITLE = 'Triton perf_analyzer'

/**
 * The CSV of Triton's perf_analyzer (https://docs.nvidia.com/deeplearning/triton-inference-server), in microseconds, a
 * row a level of load: `concurrency/<n>/…` or `request_rate/<n>/…`, and without these where there is one row. It counts no
 * failures: requests that fail end the measurement. The columns are there under their own names too.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const table = rootOf({ path, content: root })
  const rows = root.kind === 'list' ? itemsOf(table) : [table]
  const [only, ...others] = rows
  const levels = (column: string) =>
    rows.flatMap((row): [string, Node][] => {
      const level = entryOf(row, column)?.node
      return level !== undefined && 'text' in level ? [[level.text, mapOf(atOf(row), namesOf(row))]] : []
    })
  for (const column of ['Concurrency', 'Request Rate']) {
    const [twice] = repeated(levels(column).map(([level]) => level))
    if (twice === undefined) continue
    return failed(problem('evidence.load.twice', { title: TITLE, name: `${column} ${twice}` }, { path }))
  }
  const by = (name: string, column: string): [string, Node][] => {
    const found = levels(column)
    return found.length === 0 ? [] : [[name, mapOf(root.at, found)]]
  }
  const single = only !== undefined && others.length === 0 ? namesOf(only) : []
  return ok(mapOf(root.at, [...single, ...by('concurrency', 'Concurrency'), ...by('request_rate', 'Request Rate')]))
}

function namesOf(row: Place): (readonly [string, Node | undefined])[] {
  const throughput = entryOf(row, 'Inferences/Second')
  const latencies = entriesOf(row).flatMap(([column, cell]): Latency[] => {
    const [, percentile] = /^p(\d{1,2}(?:\.\d{1,3})?) latency$/.exec(column) ?? []
    const name = column === 'Avg latency' ? 'mean' : percentile && `p${percentile.replace('.', '_')}`
    return name === undefined ? [] : [{ name, node: moved(cell), unit: 'us' }]
  })
  const load = { at: atOf(row), requests: undefined, failures: undefined, throughput: throughput && moved(throughput) }
  if (decimalOf(throughput)?.eq(decimal('0')) !== true) {
    return [
      ...loadNames({ ...load, latencies }),
      ...entriesOf(row).map(([column, cell]) => [column, moved(cell)] as const),
    ]
  }
  // No inference came back, so its times are zeros.
  const why = message('evidence.load.no-answer')
  return loadNames({ ...load, latencies: latencies.map((it) => ({ ...it, node: refused(it.node, why) })) })
}
