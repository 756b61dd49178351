import type { Folder, FolderFormat } from '../contract.js'

export const format: FolderFormat = {
  id: 'dvclive',
  title: 'DVCLive folder',
  roles: ['metrics'],
  shape: 'dvclive/{metrics.json, plots/{metrics/….tsv or sklearn/….json}}',
  from: 'folder',
  recognises: (folder) => {
    const names = folder.list('')
    const isOther = names.includes('artifacts_metadata.json') || names.includes('meta.yaml')
    return names.includes('metrics.json') && !isOther && hasPlots(folder)
  },
  load: () => import('./read.js'),
}

/** Deepest nesting of a metric's name that is looked into: `val/loss` is two. */
const MAX_DEPTH = 8

/**
 * What DVCLive alone writes (`dvclive/plots`). Anybody may call a file `metrics.json`, and keep pictures beside it; a run
 * that plotted nothing else cannot be told from that.
 */
function hasPlots(folder: Folder): boolean {
  if (folder.list('plots/sklearn').some((name) => name.endsWith('.json'))) return true
  let path = 'plots/metrics'
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const names = folder.list(path)
    if (names.some((name) => name.endsWith('.tsv'))) return true
    // Every folder there is part of a metric's name, so each has a table somewhere below.
    const inner = names.find((name) => name.endsWith('/'))
    if (inner === undefined) return false
    path = `${path}/${inner.slice(0, -1)}`
  }
  return false
}
