// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Format } from './contract.js'
import { format as clarify } from './clarify/format.js'
import { format as cyclonedx } from './cyclonedx/format.js'
import { format as mlflowRun } from './mlflow-run/format.js'
import { format as mlflowSqlite } from './mlflow-sqlite/format.js'
import { format as mlflowStore } from './mlflow-store/format.js'
import { format as modelCardToolkit } from './model-card-toolkit/format.js'
import { format as sagemakerCard } from './sagemaker-card/format.js'
import { format as sagemakerQuality } from './sagemaker-quality/format.js'
import { format as sklearnReport } from './sklearn-report/format.js'
import { format as verifyml } from './verifyml/format.js'

/** Every format, in order of id. */
export const formats: readonly Format[] = [
  clarify,
  cyclonedx,
  mlflowRun,
  mlflowSqlite,
  mlflowStore,
  modelCardToolkit,
  sagemakerCard,
  sagemakerQuality,
  sklearnReport,
  verifyml,
]
