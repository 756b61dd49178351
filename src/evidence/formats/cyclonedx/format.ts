import type { TreeFormat } from '../contract.js'
import { textAt } from '../shape.js'

export const format: TreeFormat = {
  id: 'cyclonedx',
  title: 'CycloneDX ML-BOM',
  roles: ['model-card', 'metrics'],
  shape: '{"bomFormat": "CycloneDX", "components": [{"type": "machine-learning-model", "modelCard"}]}',
  from: 'tree',
  syntaxes: ['json'],
  recognises: (root) => textAt(root, 'bomFormat') === 'CycloneDX',
  load: () => import('./read.js'),
}
