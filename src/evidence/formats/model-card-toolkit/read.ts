import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { rootOf } from '../../place.js'
import { readToolkitCard } from '../../toolkit/card.js'
import type { Node } from '../../tree.js'
import type { Wanted } from '../contract.js'
import { isSchema } from './format.js'

/** A card of Google's Model Card Toolkit, or of VerifyML, as JSON or YAML. */
export function read(root: Node, wanted: Wanted): Result<Node> {
  const { path } = wanted
  if (isSchema(root)) return failed(problem('evidence.card.schema', {}, { path }))
  return wanted.role === 'model-card' ? ok(root) : readToolkitCard(rootOf({ path, content: root }), wanted)
}
