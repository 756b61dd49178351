import { decimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { ok, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, refused, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

const NAMES = new Set(['mean', 'min', 'max'])

/**
 * `autocannon --json` (https://github.com/mcollina/autocannon#autocannonopts-cb): whole milliseconds. `errors`, time-outs
 * among them, are requests that had no answer and are not in `requests.total`. `mismatches` were answered with another body
 * than `expectBody` or `verifyBody` demands; one that is outside 2xx as well counts in both, so the sum is at most all answers.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const [answered, bad, errors, mismatches] = [['requests', 'total'], ['non2xx'], ['errors'], ['mismatches']].map(
    (keys) => decimalOf(below(file, ...keys)),
  )
  const wrong = bad && mismatches && !mismatches.lt(decimal('0')) ? bad.plus(mismatches) : bad
  const failed = wrong && answered && wrong.gt(answered) && !bad?.gt(answered) ? answered : wrong
  const latency = entryOf(file, 'latency')
  const throughput = below(file, 'requests', 'average')
  const summary = loadTree(
    {
      at: root.at,
      latencies: entriesOf(latency).flatMap(([name, it]) => latencyOf(name, moved(it))),
      requests: answered && errors && answered.plus(errors),
      failures: failed && errors && failed.plus(errors),
      throughput: throughput && moved(throughput),
    },
    path,
    'autocannon result',
  )
  if (!summary.ok) return summary
  return ok(
    withNames(
      answered?.eq(decimal('0')) === true ? withoutLatency(file) : root,
      [...summary.value.entries].filter(([name]) => name !== 'requests').map(([name, { value }]) => [name, value]),
    ),
  )
}

/** Where nothing was answered, autocannon writes zeros for its own latencies: they are refused by these names too. */
function withoutLatency(file: Place): Node {
  const why = message('evidence.load.no-answer')
  const none = (latency: Place) =>
    mapOf(
      atOf(latency),
      entriesOf(latency).map(([name, it]) => [name, refused(moved(it), why)] as const),
    )
  return mapOf(
    file.node.at,
    entriesOf(file).map(([name, it]) => [name, name === 'latency' ? none(it) : moved(it)] as const),
  )
}

/** `p97_5` is the 97.5th percentile, and called so here too. */
function latencyOf(name: string, node: Node): Latency[] {
  return NAMES.has(name) || /^p\d{1,2}(?:_\d{1,3})?$/.test(name) ? [{ name, node, unit: 'ms' }] : []
}
