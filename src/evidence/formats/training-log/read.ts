import { message } from '../../../shared/message.js'
import { ok, type Result } from '../../../shared/problem.js'
import { entriesOf, rootOf } from '../../place.js'
import { lastFilled } from '../../training.js'
import type { Node } from '../../tree.js'
import { mapOf, moved, refused } from '../build.js'
import type { Wanted } from '../contract.js'
import { shownIn } from '../once.js'
import { ascends, restartOf } from './counts.js'

/**
 * A table with a row an epoch or a step. One that holds several trainings has no last row: which of them the model is from
 * is not in it, so only its rows can be named.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const log = lastFilled(root, path)
  const restart = ascends(root) ? undefined : restartOf(root)
  if (restart === undefined || root.kind !== 'list') return ok(log)
  const params = { counter: restart.counter, place: shownIn(path)(restart.row), row: `rows/${root.items.length - 1}` }
  const entries = entriesOf(rootOf({ path, content: log })).flatMap(([name, value]): [string, Node][] => {
    if (name === 'best') return []
    const node = moved(value)
    return [[name, name === 'rows' ? node : refused(node, message('evidence.value.restart', params))]]
  })
  return ok(mapOf(log.at, entries))
}
