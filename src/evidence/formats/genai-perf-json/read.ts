import { ok, type Result } from '../../../shared/problem.js'
import { latencyUnit, statisticName } from '../../load/genai-perf.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { below, decimalOf, moved, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `profile_export_genai_perf.json` (https://docs.nvidia.com/deeplearning/triton-inference-server), beside the CSV: a map of
 * metrics, each with its unit and its statistics, not rounded. Latency is `request_latency`. It counts the requests that
 * were answered, and no failures.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const latency = entryOf(file, 'request_latency')
  const unit = latencyUnit(textOf(latency && entryOf(latency, 'unit')) ?? '')
  const throughput = below(file, 'request_throughput', 'avg')
  const load = loadTree(
    {
      at: root.at,
      latencies: entriesOf(latency).flatMap(([statistic, it]): Latency[] => {
        const name = statisticName(statistic)
        return name === undefined || unit === undefined ? [] : [{ name, node: moved(it), unit }]
      }),
      requests: decimalOf(below(file, 'request_count', 'avg')),
      failures: undefined,
      throughput: throughput && moved(throughput),
    },
    path,
    'GenAI-Perf statistics as JSON',
  )
  if (!load.ok) return load
  return ok(
    withNames(
      root,
      [...load.value.entries].map(([name, { value }]) => [name, value] as const),
    ),
  )
}
