import { failed, ok, problem, type Result } from '../../../shared/problem.js'
import { entriesOf, entryOf, itemsOf, type Place, rootOf } from '../../place.js'
import type { Node } from '../../tree.js'
import { atOf, mapOf, moved, textOf, withNames } from '../build.js'
import type { Wanted } from '../contract.js'
import { onlyOnce } from '../names.js'

const TITLE = 'TensorFlow Model Analysis validation result'

/**
 * A `ValidationResult` as JSON (tensorflow_model_analysis/proto/validation_result.proto). JSON of protocol buffers leaves
 * out what is false: without `validationOk` the validation failed. One that compared nothing (`rubberStamp`) is refused.
 * `missing` counts slices that were to be validated and are not there, and thresholds that are not there as one more.
 */
export function read(root: Node, { path }: Wanted): Result<Node> {
  const file = rootOf({ path, content: root })
  const flag = (...names: readonly string[]) =>
    names.some((name) => {
      const node = entryOf(file, name)?.node
      return node?.kind === 'boolean' && node.text === 'true'
    })
  if (flag('rubberStamp', 'rubber_stamp'))
    return failed(problem('evidence.suites.rubber-stamp', { title: TITLE }, { path }))
  const slices = listOf(file, 'metricValidationsPerSlice', 'metric_validations_per_slice')
  const failures = slices.flatMap((slice) => listOf(slice, 'failures'))
  const missing = [
    ...listOf(file, 'missingSlices', 'missing_slices'),
    ...listOf(file, 'missingCrossSlices', 'missing_cross_slices'),
  ]
  const lacksThresholds = flag('missingThresholds', 'missing_thresholds')
  const number = (count: number): Node => ({ kind: 'number', at: root.at, text: String(count) })
  const verdict: Node = { kind: 'boolean', at: root.at, text: flag('validationOk', 'validation_ok') ? 'true' : 'false' }
  return ok(
    withNames(root, [
      ['validation_ok', verdict],
      ['failures', number(failures.length)],
      ['missing', number(missing.length + (lacksThresholds ? 1 : 0))],
      ...onlyOnce(failures.flatMap(failureOf)),
    ]),
  )
}

function listOf(place: Place, ...names: readonly string[]): Place[] {
  return names.flatMap((name) => {
    const found = entryOf(place, name)
    return itemsOf(found)
  })
}

/** The value of a metric that failed, by its name. */
function failureOf(failure: Place): [string, Node][] {
  const key = entryOf(failure, 'metricKey') ?? entryOf(failure, 'metric_key')
  const name = key && textOf(entryOf(key, 'name'))
  const value = entryOf(failure, 'metricValue') ?? entryOf(failure, 'metric_value')
  if (name === undefined || value === undefined) return []
  return [
    [
      `failed/${name}`,
      mapOf(
        atOf(value),
        entriesOf(value).map(([kind, it]) => [kind, moved(it)] as const),
      ),
    ],
  ]
}
