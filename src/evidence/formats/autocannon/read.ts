import { type Decimal, decimal, formatDecimal } from '../../../shared/decimal.js'
import { message } from '../../../shared/message.js'
import { ok, type Result } from '../../../shared/problem.js'
import { type Latency, loadTree } from '../../load/summary.js'
import { entriesOf, entryOf, firstEntryOf, type Place, rootOf } from '../../place.js'
import type { Node, ScalarNode } from '../../tree.js'
import { atOf, below, decimalOf, mapOf, moved, quotientNode, refused, textNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

const NAMES = new Set(['mean', 'min', 'max'])
const ZERO = decimal('0')
/** Its lowest percentiles; old versions have no others. */
const LOWEST = ['p0_001', 'p1', 'p2_5']

/**
 * `autocannon --json` (https://github.com/mcollina/autocannon#autocannonopts-cb): whole milliseconds. `errors`, time-outs
 * among them, are requests that had no answer and are not in `requests.total`; where the connection was closed instead they
 * are not counted at all, and only missing to `requests.sent`. `mismatches` were answered with another body than `expectBody`
 * or `verifyBody` demands; one that is outside 2xx as well counts in both, so the sum is at most all answers.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const number = (...keys: readonly string[]) => decimalOf(below(file, ...keys))
  const [answered, errors] = [number('requests', 'total'), number('errors')]
  const lost = lostOf(file)
  const without = errors && lost && errors.plus(lost.count)
  const wrong = wrongOf(number('non2xx'), number('mismatches'), answered)
  const recorded = number('latency', 'totalCount')
  // Where every answer was a failure it does not matter how many had none.
  const isKnown = lost?.isSure === true || (answered !== undefined && wrong?.gte(answered) === true)
  const summary = loadTree(
    {
      at: root.at,
      latencies: entriesOf(entryOf(file, 'latency')).flatMap(([name, it]) => latencyOf(name, it)),
      requests: answered && without && answered.plus(without),
      failures: isKnown && wrong && without ? wrong.plus(without) : undefined,
      timed: answered && recorded?.lt(answered) ? recorded : answered,
      throughput: throughputOf(file),
    },
    path,
    'autocannon result',
  )
  if (!summary.ok) return summary
  const { entries } = withNames(summary.value, [['error_rate', lost?.why]])
  // Its own `requests` are statistics of a second.
  return ok(
    withNames(
      answered?.eq(ZERO) === true ? withoutLatency(file) : root,
      [...entries].map(([name, { value }]) => [name === 'requests' ? 'total_requests' : name, value]),
    ),
  )
}

/** Its statistics of requests are of a second, unless `--sampleInt` says otherwise. */
function throughputOf(file: Place): Node | undefined {
  const [average, total] = [below(file, 'requests', 'average'), below(file, 'requests', 'total')]
  const [sample, answered] = [decimalOf(entryOf(file, 'sampleInt')), decimalOf(total)]
  if (sample === undefined || sample.eq('1000')) return average && moved(average)
  const seconds = decimalOf(entryOf(file, 'duration'))
  return total && answered && seconds && quotientNode(answered, seconds, atOf(total))
}

/** Answers that were not what they should be. */
function wrongOf(bad: Decimal | undefined, mismatches: Decimal | undefined, answered: Decimal | undefined) {
  const wrong = bad && mismatches && !mismatches.lt(ZERO) ? bad.plus(mismatches) : bad
  return wrong && answered && wrong.gt(answered) && !bad?.gt(answered) ? answered : wrong
}

interface Lost {
  readonly count: Decimal
  readonly isSure: boolean
  /** What stands for the rate of errors where it is not sure. */
  readonly why?: ScalarNode
}

/**
 * Requests that are missing between those sent and those answered or failed, but for as many as can be under way when the
 * test ends. With a limit on the rate, autocannon counts about a second's requests more than it sent: fewer than half of
 * what was answered in a second are surely lost.
 */
function lostOf(file: Place): Lost | undefined {
  const number = (...keys: readonly string[]) => decimalOf(below(file, ...keys))
  const [sent, answered, errors] = [number('requests', 'sent'), number('requests', 'total'), number('errors')]
  const connections = number('connections')
  if (answered === undefined || errors === undefined) return undefined
  if (sent === undefined || connections === undefined) return { count: ZERO, isSure: true }
  const missing = sent.minus(answered).minus(errors)
  const workers = number('workers')
  // Each worker has a connection at least.
  const open = workers?.gt(connections) ? workers : connections
  const count = missing.minus(open.times(number('pipelining') ?? '1'))
  if (!count.gt(ZERO)) return { count: ZERO, isSure: true }
  const seconds = number('duration')
  const isSure = answered.eq(ZERO) || (seconds !== undefined && missing.times(seconds).times('2').lt(answered))
  if (isSure) return { count, isSure }
  const [all, had, failed] = [sent, answered, errors].map(formatDecimal)
  const why = message('evidence.load.unanswered', { sent: all ?? '', answered: had ?? '', errors: failed ?? '' })
  return { count: ZERO, isSure, why: refused(textNode('?', atOf(file)), why) }
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

/** `p97_5` is the 97.5th percentile, and called so here too. Its least time is the least above zero. */
function latencyOf(name: string, place: Place): Latency[] {
  if (!NAMES.has(name) && !/^p\d{1,2}(?:_\d{1,3})?$/.test(name)) return []
  const lowest = decimalOf(place.within && firstEntryOf(place.within.parent, LOWEST))
  const hasLess = name === 'min' && lowest?.eq(ZERO) === true && decimalOf(place)?.gt(ZERO) === true
  const node = moved(place)
  return [{ name, node: hasLess ? refused(node, message('evidence.load.least')) : node, unit: 'ms' }]
}
