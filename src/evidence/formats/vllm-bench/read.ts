import { decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { ok, type Result } from '../../../shared/problem.js'
import { type Latency, type Load, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { decimalOf, mapOf, moved, refused } from '../build.js'
import type { Wanted } from '../contract.js'

const ZERO = decimal('0')
/** A statistic of a time in milliseconds: `p99_ttft_ms` and the like. */
const STATISTIC = /^(mean|median|std|p\d{1,2}(?:\.\d{1,3})?)_(.{1,100})_ms$/

/**
 * `vllm bench serve --save-result`, before 0.10 `benchmark_serving.py`
 * (https://github.com/vllm-project/vllm/blob/main/vllm/benchmarks/serve.py), in milliseconds. The latency of a request is its
 * end-to-end latency, which it writes where `--percentile-metrics` names `e2el`; the times to the first token (`ttft`), per
 * token (`tpot`) and between tokens (`itl`) are there under its own names. It takes a time that no request had for zero.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const entries = entriesOf(file).map(([name, it]) => [name, measured(name, it, file)] as const)
  const throughput = entryOf(file, 'request_throughput')
  const load = loadTree(
    {
      at: root.at,
      latencies: entries.flatMap(([name, node]) => latencyOf(name, node)),
      ...counts(file),
      throughput: throughput && moved(throughput),
    },
    path,
    'vLLM benchmark of serving',
  )
  if (!load.ok) return load
  const names = [...load.value.entries].map(([name, { value }]) => [name, value] as const)
  return ok(mapOf(root.at, [...entries, ...names]))
}

/** Old versions, and the ones for embeddings, write no `failed`: it is what is missing to the number of prompts. */
function counts(file: Place): Pick<Load, 'requests' | 'failures' | 'timed'> {
  const [completed, failed, prompts] = ['completed', 'failed', 'num_prompts'].map((key) =>
    decimalOf(entryOf(file, key)),
  )
  const failures = failed ?? (completed && prompts?.minus(completed))
  return { requests: completed && failures && completed.plus(failures), failures, timed: completed }
}

function measured(name: string, place: Place, file: Place): Node {
  const [, , time] = STATISTIC.exec(name) ?? []
  const mean = time === undefined ? undefined : decimalOf(entryOf(file, `mean_${time}_ms`))
  const node = moved(place)
  return mean?.eq(ZERO) === true ? refused(node, message('evidence.load.not-measured')) : node
}

function latencyOf(name: string, node: Node): Latency[] {
  const [, statistic = '', time] = STATISTIC.exec(name) ?? []
  if (time !== 'e2el' || statistic === 'std') return []
  return [{ name: statistic === 'median' ? 'p50' : statistic.replace('.', '_'), node, unit: 'ms' }]
}
