import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, fromNumeral, mapOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'
import { isConstraints, isViolations } from './format.js'

/**
 * `statistics.json` and `evaluation.json` of SageMaker's model quality
 * (https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-model-quality-metrics.html): `{"value",
 * "standard_deviation"}` a metric, a standard deviation that it does not have as the text "NaN". A metric that several
 * parts of the file have, as of training and of test, is found by its whole path only.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  if (root.kind === 'map' && isConstraints(root)) return failed(problem('evidence.suites.constraints', {}, { path }))
  if (root.kind === 'map' && isViolations(root)) return ok(withNames(root, [['violation_count', violations(file)]]))
  const groups = entriesOf(file).filter(([name, { node }]) => name.endsWith('_metrics') && node.kind === 'map')
  const names = groups.flatMap(([, group]) => entriesOf(group).flatMap(([name, metric]) => metricOf(name, metric)))
  if (names.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'SageMaker model quality', at: '*_metrics' }, { path }))
  }
  // The file's own paths stay, but for the numbers that stand there as texts.
  const rewritten = groups.map(([name, group]) => [name, numeric(group)] as const)
  return ok(withNames(mapOf(root.at, [...rewritten, ...own(file)]), onlyOnce(names)))
}

/** How many constraints of Model Monitor were violated. */
function violations(file: Place): Node {
  const listed = entryOf(file, 'violations') ?? file
  return { kind: 'number', at: atOf(listed), text: String(itemsOf(listed).length) }
}

function own(file: Place): [string, Node][] {
  return entriesOf(file).map(([name, place]) => [name, moved(place)])
}

function numeric(group: Place): Node {
  return mapOf(
    group.node.at,
    entriesOf(group).map(([name, metric]) => {
      const fields = entriesOf(metric).map(([key, place]) => [key, fromNumeral(moved(place))] as const)
      return [name, entryOf(metric, 'value') === undefined ? moved(metric) : mapOf(metric.node.at, fields)] as const
    }),
  )
}

function metricOf(name: string, metric: Place): [string, Node][] {
  const value = entryOf(metric, 'value')
  const deviation = entryOf(metric, 'standard_deviation')
  if (value === undefined) return []
  const spread: [string, Node][] = deviation === undefined ? [] : [[`${name}_std`, fromNumeral(moved(deviation))]]
  return [[name, fromNumeral(moved(value))], ...spread]
}
