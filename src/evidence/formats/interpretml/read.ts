import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { textNode, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { importances, ofOneRow, statedBy } from '../importance.js'

const TITLE = 'InterpretML explanation'
const METHOD = 'interpret'

/** What only an explanation of one row has beside names and scores: the row's values, and what was predicted. */
const OF_ONE_ROW = ['values', 'perf']

/**
 * An explanation of an InterpretML model (https://interpret.ml/docs): a term and its importance each, or its
 * contribution to the prediction of one row, under `local_importance`. A term of two features is called `a & b`.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const data = entryOf(file, 'overall') ?? file
  const names = itemsOf(entryOf(data, 'names') ?? entryOf(data, 'term_names') ?? data)
  const scores = itemsOf(entryOf(data, 'scores') ?? entryOf(data, 'term_importances') ?? data)
  // The shape of one term has names too, those of its bins.
  if (entryOf(data, 'density') !== undefined) {
    return malformed('density', '`explain_global().data()`, all terms and their scores', data, path)
  }
  const both = entryOf(data, 'names') !== undefined && entryOf(data, 'term_names') !== undefined
  if (both || names.length !== scores.length) return malformed('names', 'one score for each name', data, path)
  const stated = names.map((name, index) => statedBy(name, name, scores[index]))
  const importance = importances(stated, { title: TITLE, key: 'names', path, at: root.at })
  if (!importance.ok) return importance
  const isLocal = OF_ONE_ROW.some((key) => entryOf(data, key) !== undefined)
  return ok(
    withNames(
      root,
      isLocal
        ? ofOneRow(importance.value, METHOD, root.at)
        : [
            ['feature_importance', importance.value],
            ['method', textNode(METHOD, root.at)],
          ],
    ),
  )
}

function malformed(at: string, expected: string, data: Place, path: string): Result<never> {
  return failed(problem('evidence.tool.malformed', { title: TITLE, at, expected }, placeOf(data, path)))
}

function placeOf({ at }: Place, path: string) {
  return { ...at, path }
}
