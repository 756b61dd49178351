import { decimal } from '../../../shared/decimal.js'
import { type Message, message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { below, decimalOf, mapOf, moved, refused, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/** What the harness writes where a task has no metric (`lm_eval/api/metrics.py`, `bypass`). */
const PLACEHOLDER = decimal('999')

/**
 * `results_*.json` of EleutherAI's lm-evaluation-harness, 0.1 to 0.4. Since 0.4 a metric is called `acc,none`, by its
 * filter; `<task>/<metric>` is short for it where one filter was used. Standard errors are `<metric>_stderr`. A number of
 * a part of the data (`--limit`) says nothing of the whole and is refused.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const results = entryOf(file, 'results') ?? entryOf(file, 'table_results')
  const tasks = entriesOf(results)
  if (results === undefined || tasks.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'lm-evaluation-harness results', at: 'results' }, { path }))
  }
  const read = tasks.map(([task, metrics]) => [task, taskOf(metrics, partial(file, task))] as const)
  const groups = entryOf(file, 'groups')
  const named = entriesOf(groups).map(([group, metrics]) => [group, taskOf(metrics, partial(file, group))] as const)
  const judged = mapOf(results.node.at, read)
  const isTable = entryOf(file, 'results') === undefined
  return ok(
    withNames(mapOf(root.at, [[isTable ? 'table_results' : 'results', judged], ...others(file)]), [...read, ...named]),
  )
}

function others(file: Place): [string, Node][] {
  return entriesOf(file)
    .filter(([name]) => name !== 'groups')
    .map(([name, place]) => [name, moved(place)])
}

/** Why the numbers of a task are those of a part of its data only; undefined where they are not. */
function partial(file: Place, task: string): Message | undefined {
  const limit = below(file, 'config', 'limit')
  const samples = below(file, 'n-samples', task)
  const original = decimalOf(samples && entryOf(samples, 'original'))
  const effective = decimalOf(samples && entryOf(samples, 'effective'))
  if (original !== undefined && effective !== undefined) {
    return effective.lt(original)
      ? message('evidence.value.partial', { detail: `${effective.toFixed()} / ${original.toFixed()}` })
      : undefined
  }
  const limited = limit !== undefined && limit.node.kind === 'number'
  return limited
    ? message('evidence.value.partial', { detail: `limit=${'text' in limit.node ? limit.node.text : ''}` })
    : undefined
}

function taskOf(metrics: Place, why: Message | undefined): Node {
  const entries = entriesOf(metrics).map(([key, place]): [string, Node] => [key, valueIn(key, place, why)])
  const split = entries.flatMap(([key, node]) => {
    const [, metric = '', filter] = /^([^,]+),(.+)$/.exec(key) ?? []
    return filter === undefined ? [] : [{ metric, node }]
  })
  const short = onlyOnce(split.map(({ metric, node }) => [metric, node] as const))
  return mapOf(metrics.node.at, [...entries, ...short])
}

function valueIn(key: string, place: Place, why: Message | undefined): Node {
  const node = moved(place)
  if (node.kind !== 'number') return node
  const isPlaceholder = /^bypass(?:,|$)/.test(key) && decimalOf(place)?.eq(PLACEHOLDER)
  if (isPlaceholder) return refused(node, message('evidence.value.none', { found: node.text }))
  return why === undefined ? node : refused(node, why)
}
