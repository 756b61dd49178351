import { failed, problem, type Result } from '../../../shared/problem.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'
import { exportOf } from './exports.js'

/** Nothing is read: the same tool writes a file with all digits and with names, one option away. */
export function read(text: string, { path }: Wanted): Result<Node> {
  const { what, instead } = exportOf(text) ?? { what: '-', instead: 'JSON' }
  return failed(problem('evidence.tool.export', { what, instead }, { path }))
}
