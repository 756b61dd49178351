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

/**
 * What DVCLive alone writes (`dvclive/plots`). Anybody may call a file `metrics.json`, and keep pictures beside it; a run
 * that plotted nothing else cannot be told from that.
 */
function hasPlots(folder: Folder): boolean {
  return holds(folder, 'plots/metrics', '.tsv') || holds(folder, 'plots/sklearn', '.json')
}

/** Deepest nesting of a plot's name that is looked into: `val/loss` is two. */
const MAX_DEPTH = 8

/** Whether there is such a file. Every folder is part of a plot's name, so each has one somewhere below. */
function holds(folder: Folder, top: string, ending: string): boolean {
  let path = top
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const names = folder.list(path)
    if (names.some((name) => name.endsWith(ending))) return true
    const inner = names.find((name) => name.endsWith('/'))
    if (inner === undefined) return false
    path = `${path}/${inner.slice(0, -1)}`
  }
  return false
}
