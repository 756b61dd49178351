import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'

const NAMES = ['feature', 'feature_name', 'column']
const VALUES = [
  'importance',
  'importances',
  'mean_abs_shap',
  'mean_abs_shap_value',
  'shap_importance',
  'importance_mean',
]

/**
 * Importances as people save them: a map under `feature_importance`, records, or pandas' map of columns
 * (`{"feature": {"0": …}, "importance": {"0": …}}`).
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const direct = entryOf(file, 'feature_importance')
  if (direct !== undefined) return ok(root)
  const pairs = root.kind === 'list' ? itemsOf(file).flatMap(pairOf) : columns(file)
  const [twice] = repeated(pairs.map(([name]) => name))
  if (twice !== undefined) return failed(problem('evidence.metrics.twice', { metric: twice }, { path }))
  if (pairs.length === 0) {
    return failed(problem('evidence.tool.nothing', { title: 'feature importance', at: 'importance' }, { path }))
  }
  return ok(withNames(mapOf(root.at, []), [['feature_importance', mapOf(root.at, pairs)]]))
}

function oneOf(place: Place, names: readonly string[]): Place | undefined {
  return names.map((name) => entryOf(place, name)).find((it) => it !== undefined)
}

function pairOf(record: Place): [string, Node][] {
  const [name, value] = [oneOf(record, NAMES), oneOf(record, VALUES)]
  return name !== undefined && 'text' in name.node && value !== undefined ? [[name.node.text, moved(value)]] : []
}

/** A single record, or pandas' columns by row. */
function columns(file: Place): [string, Node][] {
  const [names, values] = [oneOf(file, NAMES), oneOf(file, VALUES)]
  if (names === undefined || values === undefined) return []
  if (names.node.kind !== 'map') return pairOf(file)
  return entriesOf(names).flatMap(([row, name]): [string, Node][] => {
    const value = entryOf(values, row)
    return 'text' in name.node && value !== undefined ? [[name.node.text, moved(value)]] : []
  })
}
