// Generated from the folders beside it by `npm run generate`. Do not edit.
/** What a policy may name as `format`: the plain syntaxes, then what tools write. */
export const FORMATS: readonly string[] = [
  'csv',
  'json',
  'markdown',
  'toml',
  'yaml',
  'clarify',
  'cyclonedx',
  'mlflow-run',
  'mlflow-sqlite',
  'mlflow-store',
  'model-card-toolkit',
  'sagemaker-card',
  'sagemaker-quality',
  'sklearn-report',
  'verifyml',
]
