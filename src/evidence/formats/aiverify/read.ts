import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * The output of AI Verify's fairness plugins (https://github.com/aiverify-foundation/aiverify): for each class an entry
 * of metrics by group. Of several classes a metric is named `<metric>@<class>`; groups of several features at once are
 * those of `intersection`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const features = itemsOf(entryOf(file, 'sensitive_feature') ?? file).map(shown)
  const classes = itemsOf(entryOf(file, 'output_classes') ?? file).map(shown)
  const results = itemsOf(entryOf(file, 'results') ?? file)
  const groups = new Map<string, [string, Node][]>()
  for (const [index, result] of results.entries()) {
    const suffix = results.length > 1 ? `@${classes[index] ?? index}` : ''
    for (const [group, name, node] of valuesIn(result, suffix)) {
      const known = groups.get(group)
      if (known === undefined) groups.set(group, [[name, node]])
      else known.push([name, node])
    }
  }
  if (groups.size === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'AI Verify fairness result', at: 'results' }, { path }))
  }
  const [only = 'group', ...others] = features
  const attribute = others.length > 0 ? 'intersection' : only
  const named = mapOf(
    root.at,
    [...groups].map(([name, values]) => [name, mapOf(root.at, values)] as const),
  )
  return ok(mapOf(root.at, [[attribute, named]]))
}

/** Group, metric and value of an entry: `{"<metric>": [{"group": [0], "metric": 0.1}]}`, or `{"subgroup": "0", "mae": 1}`. */
function valuesIn(result: Place, suffix: string): [string, string, Node][] {
  const subgroup = entryOf(result, 'subgroup')
  if (subgroup !== undefined) {
    return entriesOf(result)
      .filter(([name]) => name !== 'subgroup')
      .map(([name, place]) => [shown(subgroup), name, moved(place)])
  }
  return entriesOf(result).flatMap(([metric, list]) =>
    itemsOf(list).flatMap((item): [string, string, Node][] => {
      const [group, value] = [entryOf(item, 'group'), entryOf(item, 'metric')]
      if (group === undefined || value === undefined) return []
      const name = group.node.kind === 'list' ? itemsOf(group).map(shown).join(', ') : shown(group)
      return [[name, `${metric}${suffix}`, moved(value)]]
    }),
  )
}

function shown({ node }: Place): string {
  return 'text' in node ? node.text : ''
}
