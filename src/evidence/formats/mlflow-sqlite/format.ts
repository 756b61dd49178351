import type { DatabaseFormat } from '../contract.js'

/** https://www.sqlite.org/fileformat.html#magic_header_string */
const MAGIC = 'SQLite format 3\u0000'

export const format: DatabaseFormat = {
  id: 'mlflow-sqlite',
  title: 'MLflow SQLite store',
  roles: ['metrics'],
  shape: 'SQLite with the tables runs, latest_metrics, experiments',
  from: 'database',
  recognises: (bytes) => [...MAGIC].every((sign, index) => bytes[index] === sign.charCodeAt(0)),
  load: () => import('./read.js'),
}
