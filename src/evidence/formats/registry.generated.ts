// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Format } from './contract.js'
import { format as sklearnReport } from './sklearn-report/format.js'

/** Every format, in order of id. */
export const formats: readonly Format[] = [
  sklearnReport,
]
