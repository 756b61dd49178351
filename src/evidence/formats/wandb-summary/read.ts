import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'

const NONFINITE = new Set(['NaN', 'Infinity', '-Infinity'])

/**
 * `wandb-summary.json` of a run: the last value of each metric, under the name it was logged by. What JSON has no number
 * for stands there as a text (`wandb/sdk/lib/json_util.py`); objects with a `_type` are media and no values.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const logged = entriesOf(file).filter(([name]) => !name.startsWith('_'))
  if (logged.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'Weights & Biases summary', at: '/' }, { path }))
  }
  return ok(valueIn(file))
}

function valueIn(place: Place): Node {
  const { node } = place
  if (node.kind === 'text' && NONFINITE.has(node.text)) return { kind: 'nonfinite', at: node.at, text: node.text }
  if (node.kind !== 'map') return moved(place)
  const entries = entriesOf(place).filter(([, it]) => entryOf(it, '_type') === undefined)
  return mapOf(
    node.at,
    entries.map(([name, it]) => [name, valueIn(it)] as const),
  )
}
