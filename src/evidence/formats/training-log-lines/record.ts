import type { Node } from '../../tree.js'
import { at } from '../shape.js'

/** What a training loop counts by. */
export const COUNTERS = ['iteration', 'iter', 'global_step', 'step', 'epoch']

/**
 * What rows of predictions hold and a record of training does not: the columns that say what was, what is predicted, and of
 * whom. Such rows may be counted too, and their last one must not pass for a result.
 */
const OF_A_ROW =
  /^(?:y|y_?true|y_?pred|y_?score|y_?proba|y_?prob|y_?hat|label|labels|target|targets|actual|ground_?truth|true_label|pred|preds|prediction|predictions|predicted|predicted_label|score|proba|probability|prob|index|id|row|sample|sample_id|image_id|category_id|entity_id|user_id|customer_id)$/i

/** An object of numbers of which one counts. */
export function isRecord(node: Node): boolean {
  if (node.kind !== 'map' || !COUNTERS.some((counter) => isCount(at(node, counter)))) return false
  return [...node.entries].every(
    ([name, { value }]) => ['number', 'nonfinite', 'null'].includes(value.kind) && !OF_A_ROW.test(name),
  )
}

/** Whether it is a count: a whole number, not negative. */
export function isCount(node: Node | undefined): boolean {
  return node?.kind === 'number' && /^\d{1,15}(?:\.0*)?$/.test(node.text)
}
