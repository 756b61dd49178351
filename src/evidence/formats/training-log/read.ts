import { ok, type Result } from '../../../shared/problem.js'
import { lastFilled } from '../../training.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'

/** A table with a row an epoch or a step. */
export function read(root: Node, { path }: Wanted): Result<Node> {
  return ok(lastFilled(root, path))
}
