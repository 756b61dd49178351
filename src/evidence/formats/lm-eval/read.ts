import { clip } from '../../../shared/clip.js'
import { type Decimal, decimal } from '../../../shared/decimal.js'
import { type Message, message } from '../../../shared/message.js'
import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { below, decimalOf, fromNumeral, mapOf, moved, refused, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/** What the harness writes where a task has no metric (`lm_eval/api/metrics.py`, `bypass`). */
const PLACEHOLDER = decimal('999')

/**
 * `results_*.json` of EleutherAI's lm-evaluation-harness, 0.1 to 0.4. Since 0.4 a metric is called `acc,none`, by its
 * filter; `<task>/<metric>` is short for it where one filter was used. Standard errors are `<metric>_stderr`. A number of
 * a part of the data (`--limit`) says nothing of the whole and is refused, and so is that of a group of such tasks.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const results = entryOf(file, 'results') ?? entryOf(file, 'table_results')
  const tasks = entriesOf(results)
  if (results === undefined || tasks.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'lm-evaluation-harness results', at: 'results' }, { path }))
  }
  const groups = entriesOf(entryOf(file, 'groups'))
  const partial = partialTasks(
    file,
    [...tasks, ...groups].map(([task]) => task),
  )
  const read = tasks.map(([task, metrics]) => [task, taskOf(metrics, partial.get(task))] as const)
  const named = groups.map(([group, metrics]) => [group, taskOf(metrics, partial.get(group))] as const)
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

/**
 * Why the numbers of tasks are those of a part of their data only, by task. A group is made of its subtasks, so it is
 * partial where one of them is, however deep.
 */
function partialTasks(file: Place, tasks: readonly string[]): ReadonlyMap<string, Message> {
  const subtasks = entriesOf(entryOf(file, 'group_subtasks')).map(([group, it]) => [group, textsOf(it)] as const)
  const groupsOf = new Map<string, string[]>()
  for (const [group, names] of subtasks) {
    for (const name of names) {
      const groups = groupsOf.get(name)
      if (groups === undefined) groupsOf.set(name, [group])
      else groups.push(group)
    }
  }
  const partial = new Map<string, Message>()
  const known = [...tasks, ...groupsOf.keys(), ...entriesOf(entryOf(file, 'n-samples')).map(([task]) => task)]
  for (const task of known) {
    const detail = partOf(file, task)
    if (detail !== undefined) partial.set(task, message('evidence.value.partial', { detail }))
  }
  // A map goes on over what is added to it: each task hands its reason to its groups once.
  for (const [task] of partial) {
    const part = partOf(file, task)
    for (const group of groupsOf.get(task) ?? []) {
      if (partial.has(group)) continue
      const detail = part === undefined ? task : `${task}: ${part}`
      partial.set(group, message('evidence.value.partial', { detail: clip(detail, MAX_DETAIL) }))
    }
  }
  return partial
}

const MAX_DETAIL = 120

function textsOf(list: Place): string[] {
  return itemsOf(list).flatMap((it) => textOf(it) ?? [])
}

/** What part of a task's data was evaluated; undefined where all of it was. Counts that cannot be read prove nothing. */
function partOf(file: Place, task: string): string | undefined {
  const samples = below(file, 'n-samples', task)
  const counts = samples && ['effective', 'original'].map((key) => entryOf(samples, key))
  if (counts?.some((it) => it !== undefined)) {
    const [effective, original] = counts.map(countOf)
    if (effective && original && effective.gte(original)) return undefined
    return counts.map(shown).join(' / ')
  }
  const limit = below(file, 'config', 'limit')
  return countOf(limit) === undefined ? undefined : `limit=${shown(limit)}`
}

/** A number, also where it is written as a text, as arguments of a command are. */
function countOf(place: Place | undefined): Decimal | undefined {
  return place && decimalOf({ ...place, node: fromNumeral(place.node) })
}

function shown(place: Place | undefined): string {
  return place !== undefined && 'text' in place.node ? clip(place.node.text, 20) : '?'
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
