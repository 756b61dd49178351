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
  const base = folder.bytes('base_values.npy')
  const read = base?.ok ? parseNpy(base.value, 'base_values', folder.shown('base_values.npy')) : undefined
  return importanceOf(values.value, { base: read?.ok ? read.value : undefined }, 'shap_values', shown)
}
