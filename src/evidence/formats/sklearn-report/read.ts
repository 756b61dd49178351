import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, withNames } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * `classification_report(output_dict=True)`, or its data frame as CSV, where the row `accuracy` has the accuracy in
 * every column, `support` included: https://scikit-learn.org/stable/modules/generated/sklearn.metrics.classification_report.html
 */
export function read(root: Node, { path, role }: Wanted): Result<Node> {
  const report = rootOf({ path, content: root })
  if (role === 'groups') return ok(classes(report))
  const accuracy = entryOf(report, 'accuracy')
  const single = accuracy === undefined ? undefined : entryOf(accuracy, 'precision')
  if (root.kind !== 'map' || single === undefined) return ok(root)
  const entries = new Map(root.entries)
  entries.set('accuracy', { keyAt: single.node.at, value: moved(single) })
  return ok(withNames({ ...root, entries }, []))
}

/** The classes alone, each a group: averages are none. */
function classes(report: Place): Node {
  const rows = entriesOf(report).filter(([name, { node }]) => node.kind === 'map' && !NOT_CLASSES.has(name))
  return mapOf(report.node.at, [
    [
      'class',
      mapOf(
        report.node.at,
        rows.map(([name, row]) => [name, moved(row)] as const),
      ),
    ],
  ])
}

const NOT_CLASSES = new Set(['accuracy', 'macro avg', 'micro avg', 'weighted avg', 'samples avg'])
