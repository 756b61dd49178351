import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'
import { ofOneRow } from '../importance.js'
import { mapOnce } from '../once.js'
import { featureIn, isPairs, KEYS } from './pairs.js'

/**
 * `Explanation.as_list()` of LIME (https://lime-ml.readthedocs.io): conditions and weights of ONE row. They are under
 * `local_importance`, by condition and by feature; a feature of two conditions has no one weight; how well the explanation fits (`score`) stays where it was saved.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const lists = root.kind === 'list' ? [file] : KEYS.flatMap((key) => entryOf(file, key) ?? []).filter(isExplanation)
  const [list] = lists
  if (list === undefined || lists.length > 1) {
    const params = { title: 'LIME explanation', at: KEYS.join(', '), expected: '[["<condition>", <weight>], …]' }
    return failed(problem('evidence.tool.malformed', params, { path }))
  }
  const weights = itemsOf(list).flatMap((item): [string, Node][] => {
    const [condition, weight] = itemsOf(item)
    if (condition?.node.kind !== 'text' || weight === undefined) return []
    const { text } = condition.node
    const feature = featureIn(text)
    return [...new Set([feature, text])].map((name) => [name, moved(weight)])
  })
  const rest = root.kind === 'map' ? entriesOf(file).map(([name, it]): [string, Node] => [name, moved(it)]) : []
  return ok(mapOf(root.at, [...ofOneRow(mapOnce(root.at, path, weights), 'lime', root.at), ...rest]))
}

function isExplanation({ node }: Place): boolean {
  return isPairs(node)
}
