// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Format } from './contract.js'
import { format as mlflowRun } from './mlflow-run/format.js'
import { format as mlflowSqlite } from './mlflow-sqlite/format.js'
import { format as mlflowStore } from './mlflow-store/format.js'
import { format as sklearnReport } from './sklearn-report/format.js'

/** Every format, in order of id. */
export const formats: readonly Format[] = [
  mlflowRun,
  mlflowSqlite,
  mlflowStore,
  sklearnReport,
]
