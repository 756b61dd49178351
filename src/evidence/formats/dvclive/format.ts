import type { FolderFormat } from '../contract.js'

export const format: FolderFormat = {
  id: 'dvclive',
  title: 'DVCLive folder',
  roles: ['metrics'],
  shape: 'dvclive/{metrics.json, plots/metrics/…}',
  from: 'folder',
  recognises: (folder) => {
    const names = folder.list('')
    return names.includes('metrics.json') && !names.includes('artifacts_metadata.json') && !names.includes('meta.yaml')
  },
  load: () => import('./read.js'),
}
