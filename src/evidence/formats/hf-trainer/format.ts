import type { Node } from '../../tree.js'
import type { TreeFormat } from '../contract.js'
import { hasKeys, isKind } from '../shape.js'

export const format: TreeFormat = {
  id: 'hf-trainer',
  title: 'Hugging Face Trainer results',
  roles: ['metrics'],
  shape: '{"eval_loss", "eval_runtime", …}, {"train_loss", "train_runtime", …} or {"log_history": […], "global_step"}',
  from: 'tree',
  syntaxes: ['json'],
  recognises,
  load: () => import('./read.js'),
}

/** `all_results.json` and its parts have the running time of their split; `trainer_state.json` has the history. */
function recognises(root: Node): boolean {
  // A run that was logged to Weights & Biases has the same names in its summary.
  if (hasKeys(root, '_wandb') || hasKeys(root, '_timestamp')) return false
  if (isKind('list', root, 'log_history') && hasKeys(root, 'global_step')) return true
  return ['eval', 'train', 'predict', 'test'].some((split) =>
    hasKeys(root, `${split}_runtime`, `${split}_samples_per_second`),
  )
}
