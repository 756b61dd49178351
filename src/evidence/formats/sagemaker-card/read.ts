import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import { parseJson } from '../../readers/json/parse.js'
import type { Node } from '../../tree.js'
import { atOf, below, mapOf, moved, textOf } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce, repeated } from '../names.js'
import { textAt } from '../shape.js'

/**
 * The content of a SageMaker model card
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-api-json-schema.html), alone or as the JSON text in an
 * answer of DescribeModelCard. Metrics are named `<evaluation>/<group>/<name>`, and `<group>/<name>` or `<name>` where that
 * says which one is meant.
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  const inner = unwrapped(root, path)
  if (!inner.ok || role === 'model-card') return inner
  const file = rootOf({ path, content: inner.value })
  const named = metricsIn(file)
  if (named.length === 0) {
    const at = 'evaluation_details/*/metric_groups'
    return failed(problem('evidence.tool.nothing', { title: 'SageMaker model card', at }, { path }))
  }
  const [twice] = repeated(named.map(({ evaluation, group, name }) => [evaluation, group, name].join('/')))
  if (twice !== undefined) return failed(problem('evidence.card.evaluation-twice', { metric: twice }, { path }))
  const evaluations = gathered(named, ({ evaluation }) => evaluation)
  return ok(
    mapOf(file.node.at, [
      ...grouped(named),
      ...onlyOnce(named.map(({ name, value }) => [name, value] as const)),
      ...evaluations.filter(([name]) => name !== '').map(([name, own]) => [name, mapOf({}, grouped(own))] as const),
    ]),
  )
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

interface Metric {
  /** Empty in the console's file, which has no evaluations. */
  readonly evaluation: string
  readonly group: string
  readonly name: string
  readonly value: Node
}

/** Metrics of the console's file, and those of every evaluation. */
function metricsIn(file: Place): Metric[] {
  const evaluations = entryOf(file, 'evaluation_details')
  const holders = [
    { evaluation: '', holder: file },
    ...itemsOf(evaluations).map((holder) => ({
      evaluation: textOf(entryOf(holder, 'name')) ?? '',
      holder,
    })),
  ]
  return holders.flatMap(({ evaluation, holder }) => {
    const groups = below(holder, 'metric_groups')
    return itemsOf(groups).flatMap((it) => groupOf(it, evaluation))
  })
}

function groupOf(place: Place, evaluation: string): Metric[] {
  const group = textOf(entryOf(place, 'name')) ?? ''
  const data = entryOf(place, 'metric_data')
  return itemsOf(data).flatMap((metric): Metric[] => {
    const name = textOf(entryOf(metric, 'name'))
    const value = entryOf(metric, 'value')
    return name === undefined || value === undefined ? [] : [{ evaluation, group, name, value: moved(value) }]
  })
}

/** Each group's metrics, but for those that several evaluations state of a group of that name. */
function grouped(metrics: readonly Metric[]): (readonly [string, Node])[] {
  return gathered(metrics, ({ group }) => group).map(([group, own]) => {
    const once = onlyOnce(own.map(({ name, value }) => [name, value] as const))
    return [group, mapOf({}, once)] as const
  })
}

function gathered(metrics: readonly Metric[], by: (metric: Metric) => string): [string, Metric[]][] {
  const found = new Map<string, Metric[]>()
  for (const metric of metrics) {
    const own = found.get(by(metric))
    if (own === undefined) found.set(by(metric), [metric])
    else own.push(metric)
  }
  return [...found]
}
