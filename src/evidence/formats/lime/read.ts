import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, textNode } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

/** A name with a comparison on one side of it or on both: `tenure <= 12.00`, `1.00 < tenure <= 5.00`, `gender=F`. */
const CONDITION = /^(?:-?[\d.]+(?:e[-+]?\d+)?\s*<=?\s*)?(.{1,200}?)\s*(?:<=|>=|[<>=])\s*\S.*$/is

/**
 * `Explanation.as_list()` of LIME (https://lime-ml.readthedocs.io): conditions and weights of ONE row. They are under
 * `local_importance`, by condition and by feature; how well the explanation fits (`score`) stays where it was saved.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const keys = ['as_list', 'explanation', 'lime']
  const list =
    root.kind === 'list' ? file : (keys.map((key) => entryOf(file, key)).find((it) => it !== undefined) ?? file)
  const pairs = itemsOf(list).flatMap((item): [string, Place][] => {
    const [condition, weight] = itemsOf(item)
    return condition?.node.kind === 'text' && weight !== undefined ? [[condition.node.text, weight]] : []
  })
  const features = pairs.map(([condition]) => CONDITION.exec(condition)?.[1]?.trim() ?? condition)
  const byFeature = onlyOnce(pairs.map(([, weight], index) => [features[index] ?? '', moved(weight)] as const))
  const conditions = pairs.map(([condition, weight]): [string, Node] => [condition, moved(weight)])
  const rest = root.kind === 'map' ? entriesOf(file).map(([name, it]): [string, Node] => [name, moved(it)]) : []
  return ok(
    mapOf(root.at, [
      ['local_importance', mapOf(root.at, [...byFeature, ...conditions])],
      ['samples', { kind: 'number', at: root.at, text: '1' }],
      ['method', textNode('lime', root.at)],
      ...rest,
    ]),
  )
}
