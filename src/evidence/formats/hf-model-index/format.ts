import type { TreeFormat } from '../contract.js'
import { hasKeys } from '../shape.js'

export const format: TreeFormat = {
  id: 'hf-model-index',
  title: 'Hugging Face model-index',
  roles: ['metrics'],
  shape: 'model-index: [{name, results: [{task: {type}, dataset: {type, name}, metrics: [{type, value}]}]}]',
  from: 'tree',
  syntaxes: ['markdown', 'yaml', 'json'],
  recognises: (root) => hasKeys(root, 'model-index'),
  load: () => import('./read.js'),
}
