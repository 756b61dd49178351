import { failed, problem, type Result } from '../../../shared/problem.js'
import { importanceOf } from '../../numpy/importance.js'
import { parseNpy } from '../../numpy/parse.js'
import type { Node } from '../../tree.js'
import type { Folder, Wanted } from '../contract.js'

/** The artifacts of `mlflow.shap.log_explanation` (`mlflow/shap/__init__.py`): arrays without the features' names. */
export async function read(folder: Folder, { path }: Wanted): Promise<Result<Node>> {
  const file = folder.bytes('shap_values.npy')
  if (file === undefined || !file.ok) return file ?? failed(problem('file.absent', { path }, { path }))
  const shown = folder.shown('shap_values.npy')
  const values = parseNpy(file.value, 'shap_values', shown)
  return values.ok ? importanceOf(values.value, undefined, 'shap_values', shown) : values
}
