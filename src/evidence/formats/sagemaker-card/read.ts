import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import { parseJson } from '../../readers/json/parse.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { textAt } from '../shape.js'

/**
 * The content of a SageMaker model card
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-api-json-schema.html), alone or as the JSON text in an
 * answer of DescribeModelCard. Metrics are named `<group>/<name>`, and by `<name>` where one group has it.
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  const inner = unwrapped(root, path)
  if (!inner.ok || role === 'model-card') return inner
  const file = rootOf({ path, content: inner.value })
  const groups = groupsIn(file)
  const named = groups.flatMap(([, metrics]) => metrics)
  if (named.length === 0) {
    const at = 'evaluation_details/*/metric_groups'
    return failed(problem('evidence.tool.nothing', { title: 'SageMaker model card', at }, { path }))
  }
  const once = named.filter(([name]) => named.filter(([other]) => other === name).length === 1)
  return ok(mapOf(file.node.at, [...groups.map(([name, metrics]) => [name, mapOf({}, metrics)] as const), ...once]))
}

function unwrapped(root: Node, path: string): Result<Node> {
  const content = textAt(root, 'Content')
  if (content === undefined) return ok(root)
  const tree = parseJson(content, path)
  if (!tree.ok) {
    const [first] = tree.problems
    const why = first?.message ?? ''
    return failed(problem('evidence.card.content', { why }, rootOf({ path, content: root }).at))
  }
  // Places inside the text are not places in the file: the line of the answer stands for all of them.
  const place = entryOf(rootOf({ path, content: root }), 'Content')
  return ok(place === undefined ? tree.value : relocated(tree.value, atOf(place)))
}

function relocated(node: Node, at: Node['at']): Node {
  if (node.kind === 'list') return { ...node, at, items: node.items.map((item) => relocated(item, at)) }
  if (node.kind !== 'map') return { ...node, at }
  return mapOf(
    at,
    [...node.entries].map(([key, { value }]) => [key, relocated(value, at)] as const),
  )
}

/** Metric groups by name, those of the console's file and those of every evaluation. */
function groupsIn(file: Place): [string, [string, Node][]][] {
  const evaluations = entryOf(file, 'evaluation_details')
  const holders = [file, ...(evaluations === undefined ? [] : itemsOf(evaluations))]
  return holders.flatMap((holder) => {
    const groups = below(holder, 'metric_groups')
    return groups === undefined ? [] : itemsOf(groups).map((group) => groupOf(group))
  })
}

function groupOf(group: Place): [string, [string, Node][]] {
  const data = entryOf(group, 'metric_data')
  const metrics = (data === undefined ? [] : itemsOf(data)).flatMap((metric): [string, Node][] => {
    const name = textOf(entryOf(metric, 'name'))
    const value = entryOf(metric, 'value')
    return name === undefined || value === undefined ? [] : [[name, moved(value)]]
  })
  return [textOf(entryOf(group, 'name')) ?? '', metrics]
}
