import { ok, type Result } from '../../../shared/problem.js'
import { type Ending, testCounts } from '../../drift/tests.js'
import { itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { mapOf, moved } from '../build.js'
import type { Wanted } from '../contract.js'

/**
 * The report of whylogs' constraints (https://whylogs.readthedocs.io): `[name, passed, failed]`. A constraint that says
 * neither, or both, is an error.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const rows = itemsOf(rootOf({ path, content: root }))
  const named = rows.flatMap((row): [string, Node][] => {
    const [name, passed] = itemsOf(row)
    return name?.node.kind === 'text' && passed !== undefined ? [[name.node.text, moved(passed)]] : []
  })
  return ok(
    mapOf(root.at, [
      ['tests', testCounts(rows.map(endingOf), root.at)],
      ['constraints', mapOf(root.at, named)],
    ]),
  )
}

function endingOf(row: Place): Ending {
  const [, passed, failed] = itemsOf(row).map(({ node }) => ('text' in node ? node.text : ''))
  if (passed === '1' && failed === '0') return 'passed'
  return passed === '0' && failed === '1' ? 'failed' : 'errors'
}
