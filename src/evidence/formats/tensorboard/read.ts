import { failed, problem, type Result } from '../../../shared/problem.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'

/** Nothing is read: scalars of one name may come from many writers, and TensorBoard itself samples them. */
export function read(_: Uint8Array, { path }: Wanted): Result<Node> {
  return failed(problem('evidence.metrics.events', {}, { path }))
}
