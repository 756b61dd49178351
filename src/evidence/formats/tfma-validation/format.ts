import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'

export const format: TreeFormat = {
  id: 'tfma-validation',
  title: 'TensorFlow Model Analysis validation result',
  roles: ['metrics'],
  shape: '{"validationOk", "metricValidationsPerSlice": […]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** All fields of the message, as JSON of protocol buffers writes them and as they are declared. */
const FIELDS = new Set([
  'validationOk',
  'validation_ok',
  'rubberStamp',
  'rubber_stamp',
  'missingThresholds',
  'missing_thresholds',
  'metricValidationsPerSlice',
  'metric_validations_per_slice',
  'missingSlices',
  'missing_slices',
  'missingCrossSlices',
  'missing_cross_slices',
  'validationDetails',
  'validation_details',
])

/** Nothing but its fields, of which those that are false or empty are left out. */
function recognises(root: Node): boolean {
  return root.kind === 'map' && root.entries.size > 0 && [...root.entries.keys()].every((key) => FIELDS.has(key))
}
