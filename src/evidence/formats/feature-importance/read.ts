import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, firstEntryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { repeated } from '../names.js'
import { NAMES, VALUES } from './columns.js'

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

function pairOf(record: Place): [string, Node][] {
  const [name, value] = [firstEntryOf(record, NAMES), firstEntryOf(record, VALUES)]
  return name !== undefined && 'text' in name.node && value !== undefined ? [[name.node.text, moved(value)]] : []
}

/** A single record, or pandas' columns by row. */
function columns(file: Place): [string, Node][] {
  const [names, values] = [firstEntryOf(file, NAMES), firstEntryOf(file, VALUES)]
  if (names === undefined || values === undefined) return []
  if (names.node.kind !== 'map') return pairOf(file)
  return entriesOf(names).flatMap(([row, name]): [string, Node][] => {
    const value = entryOf(values, row)
    return 'text' in name.node && value !== undefined ? [[name.node.text, moved(value)]] : []
  })
}
