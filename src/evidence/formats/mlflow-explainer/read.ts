import { failed, problem, type Result } from '../../../shared/problem.js'
import { importanceOf } from '../../numpy/importance.js'
import { parseNpy } from '../../numpy/parse.js'
import type { Node } from '../../tree.js'
import type { Folder, Wanted } from '../contract.js'

/** The artifacts of `mlflow.shap.log_explanation` (`mlflow/shap/__init__.py`): arrays without the features' names. */
export function read(folder: Folder, { path }: Wanted): Result<Node> {
  const file = folder.bytes('shap_values.npy')
  if (file === undefined || !file.ok) return file ?? failed(problem('file.absent', { path }, { path }))
  const shown = folder.shown('shap_values.npy')
  const values = parseNpy(file.value, 'shap_values', shown)
  if (!values.ok) return values
  const { shape } = values.value
  const base = folder.bytes('base_values.npy')
  if (shape.length === 3 && !(base?.ok && areClasses(base.value, shape, folder.shown('base_values.npy')))) {
    const params = { array: 'shap_values', shape: shape.join(' × ') }
    return failed(problem('evidence.numpy.shape', params, { path: shown }))
  }
  return importanceOf(values.value, undefined, 'shap_values', shown)
}

/**
 * Whether the last of three axes is that of the classes. SHAP before 0.45 wrote it first, so that a class would be
 * taken for a row: the base values, one a class, tell which it is where the first axis has another length.
 */
function areClasses(base: Uint8Array, [first, , last]: readonly number[], path: string): boolean {
  const read = parseNpy(base, 'base_values', path)
  return read.ok && read.value.shape.length === 1 && read.value.shape[0] === last && first !== last
}
