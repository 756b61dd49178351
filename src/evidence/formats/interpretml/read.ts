import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, textNode } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * The global explanation of an InterpretML model (https://interpret.ml/docs): a term and its importance each. A term of
 * two features is called `a & b`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const data = entryOf(file, 'overall') ?? file
  const names = itemsOf(entryOf(data, 'names') ?? entryOf(data, 'term_names') ?? data)
  const scores = itemsOf(entryOf(data, 'scores') ?? entryOf(data, 'term_importances') ?? data)
  const pairs = names.flatMap((name, index): [string, Node][] => {
    const score = scores[index]
    return name.node.kind === 'text' && score !== undefined ? [[name.node.text, moved(score)]] : []
  })
  const importance = mapOf(root.at, pairs)
  if (pairs.length === 0 || names.length !== scores.length || importance.entries.size !== names.length) {
    const params = { title: 'InterpretML explanation', at: 'names', expected: 'one score for each name' }
    return failed(problem('evidence.tool.malformed', params, placeOf(data, path)))
  }
  return ok(
    mapOf(root.at, [
      ['feature_importance', importance],
      ['method', textNode('interpret', root.at)],
    ]),
  )
}

function placeOf({ at }: Place, path: string) {
  return { ...at, path }
}
