import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { mapOnce, missing } from '../once.js'

const TITLE = 'AI Verify fairness result'

/** Metrics that compare two groups: each value is of both. */
const COMPARISONS = ['Disparate Impact', 'Equal Selection Parity']

/** A metric of a group. */
interface Value {
  readonly group: string
  readonly metric: string
  readonly node: Node
}

/**
 * The output of AI Verify's fairness plugins (https://github.com/aiverify-foundation/aiverify): for each class an entry
 * of metrics by group. Of several classes a metric is named `<metric>@<class>`; groups of several features at once are
 * those of `intersection`. An item without a value stays; one that does not say of which group it is is a problem. A
 * metric whose every item names several groups compares these, and is left out.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const features = itemsOf(entryOf(file, 'sensitive_feature')).map(shown)
  const classes = itemsOf(entryOf(file, 'output_classes')).map(shown)
  const results = itemsOf(entryOf(file, 'results'))
  const groups = new Map<string, [string, Node][]>()
  for (const [index, result] of results.entries()) {
    const suffix = results.length > 1 ? `@${classes[index] ?? index}` : ''
    const values = valuesIn(result, suffix, Math.max(1, features.length))
    if (!values.ok) return values
    for (const { group, metric, node } of values.value) {
      groups.set(group, groups.get(group) ?? [])
      groups.get(group)?.push([metric, node])
    }
  }
  if (groups.size === 0) return failed(problem('evidence.tool.nothing', { title: TITLE, at: 'results' }, { path }))
  const [only = 'group', ...others] = features
  const attribute = others.length > 0 ? 'intersection' : only
  const named = mapOf(
    root.at,
    [...groups].map(([name, values]) => [name, mapOnce(root.at, path, values)] as const),
  )
  return ok(mapOf(root.at, [[attribute, named]]))
}

/** The values of an entry: `{"<metric>": [{"group": [0], "metric": 0.1}]}`, or `{"subgroup": "0", "mae": 1}`. */
function valuesIn(result: Place, suffix: string, features: number): Result<Value[]> {
  const lists = entriesOf(result).filter(([, { node }]) => node.kind === 'list')
  if (entryOf(result, 'subgroup') !== undefined || lists.length === 0) return regression(result)
  const values: Value[] = []
  for (const [metric, list] of lists) {
    if (COMPARISONS.includes(metric) || itemsOf(list).every((item) => isOfSeveral(item, features))) continue
    for (const item of itemsOf(list)) {
      const group = groupIn(item, features)
      if (group === undefined) return nameless(item, '`group` with one name for each sensitive feature')
      const value = entryOf(item, 'metric')
      values.push({ group, metric: `${metric}${suffix}`, node: value === undefined ? missing(item) : moved(value) })
    }
  }
  return ok(values)
}

function regression(result: Place): Result<Value[]> {
  const subgroup = entryOf(result, 'subgroup')
  const group = subgroup === undefined ? '' : shown(subgroup)
  if (group === '') return nameless(result, '`subgroup` in each item')
  const metrics = entriesOf(result).filter(([name]) => name !== 'subgroup')
  return ok(metrics.map(([metric, place]) => ({ group, metric, node: moved(place) })))
}

/** Whether an item names more than one group of the one feature. */
function isOfSeveral(item: Place, features: number): boolean {
  return features === 1 && itemsOf(entryOf(item, 'group')).length > 1
}

/** The group's name: one part for each of the features, which may stand without a list. */
function groupIn(item: Place, features: number): string | undefined {
  const group = entryOf(item, 'group')
  if (group === undefined) return undefined
  const parts = group.node.kind === 'list' ? itemsOf(group).map(shown) : [shown(group)]
  return parts.length === features && parts.every((part) => part !== '') ? parts.join(', ') : undefined
}

function nameless(place: Place, expected: string): Result<never> {
  return failed(problem('evidence.tool.malformed', { title: TITLE, at: 'results', expected }, place.at))
}

function shown({ node }: Place): string {
  return 'text' in node ? node.text : ''
}
