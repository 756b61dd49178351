import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { textNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, statedBy } from '../importance.js'

const TITLE = 'InterpretML explanation'

/**
 * The global explanation of an InterpretML model (https://interpret.ml/docs): a term and its importance each. A term of
 * two features is called `a & b`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const data = entryOf(file, 'overall') ?? file
  const names = itemsOf(entryOf(data, 'names') ?? entryOf(data, 'term_names') ?? data)
  const scores = itemsOf(entryOf(data, 'scores') ?? entryOf(data, 'term_importances') ?? data)
  const both = entryOf(data, 'names') !== undefined && entryOf(data, 'term_names') !== undefined
  if (both || names.length !== scores.length) {
    const params = { title: TITLE, at: 'names', expected: 'one score for each name' }
    return failed(problem('evidence.tool.malformed', params, placeOf(data, path)))
  }
  const stated = names.map((name, index) => statedBy(name, name, scores[index]))
  const importance = importances(stated, { title: TITLE, key: 'names', path, at: root.at })
  if (!importance.ok) return importance
  return ok(
    withNames(root, [
      ['feature_importance', importance.value],
      ['method', textNode('interpret', root.at)],
    ]),
  )
}

function placeOf({ at }: Place, path: string) {
  return { ...at, path }
}
