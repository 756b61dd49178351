import type { FolderFormat } from '../contract.js'

export const format: FolderFormat = {
  id: 'mlflow-evaluation',
  title: 'MLflow evaluation result',
  roles: ['metrics', 'groups'],
  shape: '{metrics.json, artifacts_metadata.json, artifacts/}',
  from: 'folder',
  recognises: (folder) => {
    const names = folder.list('')
    return names.includes('metrics.json') && names.includes('artifacts_metadata.json')
  },
  load: () => import('./read.js'),
}
