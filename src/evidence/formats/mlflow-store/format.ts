import type { Folder, FolderFormat } from '../contract.js'

export const format: FolderFormat = {
  id: 'mlflow-store',
  title: 'MLflow file store',
  roles: ['metrics'],
  shape: 'mlruns/<experiment>/<run>/{meta.yaml, metrics/…}',
  from: 'folder',
  recognises,
  load: () => import('./read.js'),
}

/** Folders that are looked into: an experiment is among the first. */
const MAX_LOOKED_AT = 20

/** The store, one of its experiments, or one of its runs. */
function recognises(folder: Folder): boolean {
  const names = folder.list('')
  const below = names.filter((name) => name.endsWith('/')).slice(0, MAX_LOOKED_AT)
  return [...(names.includes('meta.yaml') ? [''] : []), ...below].some((name) => {
    const meta = folder.read(`${name}meta.yaml`)
    return meta?.ok === true && /^experiment_id:/m.test(meta.value)
  })
}
