import { failed, ok, problem, type Result } from '../../shared/problem.js'
import { mapOf, numeral, textNode } from '../formats/build.js'
import { importances } from '../formats/importance.js'
import type { MapNode } from '../tree.js'
import { axesOf } from './axes.js'
import type { NpyArray } from './parse.js'

/** Most features, each of which becomes a name: an array is packed far more tightly than a tree. */
export const MAX_FEATURES = 100_000

/** What stands beside the values, where anything does. */
interface Described {
  readonly names?: readonly string[] | undefined
  /** The base values, one a class. */
  readonly base?: NpyArray | undefined
}

/**
 * SHAP values as importances: the mean of absolute values over the rows, and over the classes where there are several
 * (`shap.plots.bar` shows the same). Features without names are called `feature_0`, `feature_1`, ….
 */
export function importanceOf(read: NpyArray, { names, base }: Described, array: string, path: string): Result<MapNode> {
  const { shape, values } = read
  const params = { array, shape: shape.join(' × ') || '()' }
  if (typeof values[0] === 'string' || !(values instanceof Float64Array) || shape.length < 2 || shape.length > 3) {
    return failed(problem('evidence.numpy.shape', params, { path }))
  }
  if (values.length === 0) return failed(problem('evidence.tool.nothing', { title: 'NumPy', at: array }, { path }))
  const axes = axesOf(read, { names: names?.length, base })
  if (axes === undefined) return failed(problem('evidence.numpy.axes', params, { path }))
  const { rows, features, classes, stride } = axes
  if (features > MAX_FEATURES) return failed(problem('evidence.too-many', { limit: MAX_FEATURES }, { path }))
  if (names !== undefined && names.length !== features) {
    return failed(problem('evidence.numpy.names', { names: names.length, features }, { path }))
  }
  const sums = new Float64Array(features)
  for (let index = 0; index < values.length; index += 1) {
    const feature = Math.floor(index / stride) % features
    sums[feature] = (sums[feature] ?? 0) + Math.abs(values[index] ?? Number.NaN)
  }
  if (!sums.every(Number.isFinite)) return failed(problem('evidence.numpy.nonfinite', { array }, { path }))
  const stated = [...sums].map((sum, index) => ({
    name: names === undefined ? `feature_${index}` : names[index],
    value: numeral(sum / (rows * classes), { pointer: `/${array}/${index}` }),
  }))
  const importance = importances(stated, { title: 'NumPy', key: array, path, at: {} })
  if (!importance.ok) return importance
  return ok(
    mapOf({}, [
      ['feature_importance', importance.value],
      ['samples', numeral(rows, {})],
      ['method', textNode('mean |value|', {})],
    ]),
  )
}
