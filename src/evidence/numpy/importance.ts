import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { mapOf, numeral, textNode } from '../formats/build.js'
import type { MapNode, Node } from '../tree.js'
import type { NpyArray } from './parse.js'

/**
 * SHAP values as importances: the mean of absolute values over the rows, and over the classes where there are several
 * (`shap.plots.bar` shows the same). Features without names are called `feature_0`, `feature_1`, ….
 */
export function importanceOf(
  { shape, values }: NpyArray,
  names: readonly string[] | undefined,
  array: string,
  path: string,
): Result<MapNode> {
  const [rows = 0, features = 0, classes = 1] = shape
  if (typeof values[0] === 'string' || !(values instanceof Float64Array) || shape.length < 2 || shape.length > 3) {
    return failed(problem('evidence.numpy.shape', { array, shape: shape.join(' × ') || '()' }, { path }))
  }
  if (rows * features * classes === 0)
    return failed(problem('evidence.tool.nothing', { title: 'NumPy', at: array }, { path }))
  if (names !== undefined && names.length !== features) {
    return failed(problem('evidence.numpy.names', { names: names.length, features }, { path }))
  }
  const sums = new Float64Array(features)
  for (let index = 0; index < values.length; index += 1) {
    const feature = Math.floor(index / classes) % features
    sums[feature] = (sums[feature] ?? 0) + Math.abs(values[index] ?? Number.NaN)
  }
  if (!sums.every(Number.isFinite)) return failed(problem('evidence.numpy.nonfinite', { array }, { path }))
  const importance = [...sums].map((sum, index): [string, Node] => {
    const name = names?.[index] ?? `feature_${index}`
    return [name, numeral(sum / (rows * classes), { pointer: `/${array}/${index}` })]
  })
  const unique = mapOf({}, importance)
  if (unique.entries.size < features)
    return failed(problem('evidence.numpy.names', { names: unique.entries.size, features }, { path }))
  return ok(
    mapOf({}, [
      ['feature_importance', unique],
      ['samples', numeral(rows, {})],
      ['method', textNode('mean |value|', {})],
    ]),
  )
}
