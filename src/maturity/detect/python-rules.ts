import type { Signal } from '../facts.js'

/** What a line of Python is evidence of: a call that counts where its library is imported in the same file. */
export interface PythonRule {
  readonly signal: Signal
  /** The beginning of the imported module's name; absent where the call says enough. */
  readonly module?: RegExp
  /** Found in code without the insides of strings and comments. */
  readonly call: RegExp
  /** What the call's text, strings included, has to hold besides. */
  readonly words?: RegExp
}

/** A measure of how well a model predicts, as metrics are named. */
export const QUALITY =
  /accuracy|precision|recall|\bf1\b|f1[_-]|[_-]f1|\bauc|[_-]auc|rmse|\bmae\b|[_-]mae\b|mape|log_?loss|prediction_(?:quality|error)|model_(?:quality|performance|error)/i

const module = (names: string) => new RegExp(`^(?:${names})(?:\\.|$)`)
const rule = (signal: Signal, names: string, call: RegExp, words?: RegExp): PythonRule => ({
  signal,
  call,
  ...(names !== '' && { module: module(names) }),
  ...(words && { words }),
})

const TRACKING: readonly PythonRule[] = [
  rule(
    'tracking',
    'mlflow',
    /\bmlflow\.(?:start_run|set_experiment|autolog|register_model|log_\w+|\w+\.(?:autolog|log_model))\s*\(/,
  ),
  rule('tracking', 'wandb', /\bwandb\.(?:init|log)\s*\(/),
  rule('tracking', 'neptune', /\binit_run\s*\(/),
  rule('tracking', 'clearml', /\bTask\.init\s*\(/),
  rule('tracking', 'comet_ml', /\b(?:Experiment|OfflineExperiment|comet_ml\.start)\s*\(/),
  rule('tracking', 'dvclive', /\b(?:Live|DVCLiveCallback|DVCLiveLogger)\s*\(/),
  rule('tracking', 'aim', /\bRun\s*\(/),
  rule('tracking', 'trackio', /\btrackio\.(?:init|log)\s*\(/),
  rule('tracking', 'sagemaker.experiments', /\bRun\s*\(/),
  rule('tracking', 'ray', /\b(?:MLflowLoggerCallback|WandbLoggerCallback|CometLoggerCallback)\s*\(/),
  rule('tracking', 'zenml', /\bexperiment_tracker\s*=/),
  rule('tracking', 'lightning|pytorch_lightning', /\b(?:MLFlowLogger|WandbLogger|NeptuneLogger|CometLogger)\s*\(/),
  rule('tracking', 'transformers|trl', /\breport_to\s*=/, /report_to\s*=\s*[[(]?\s*["'](?!none)/),
]

const SEEDS: readonly PythonRule[] = [
  rule('seed', '', /\brandom_state\s*=\s*(?!None\b|=)/),
  rule('seed', '', /\b(?:set_seed|manual_seed|seed_everything|set_random_seed)\s*\(/),
  rule('seed', 'numpy|random', /\brandom\.(?:seed|default_rng)\s*\(\s*\w/),
]

/** Orchestrators made for machine learning: whatever they orchestrate is a pipeline of one. */
const PIPELINES: readonly PythonRule[] = [
  rule('pipeline', 'metaflow', /^class\s+\w+\(\s*(?:metaflow\.)?FlowSpec\b/m),
  rule('pipeline', 'kfp', /^@(?:\w+\.)*pipeline\b/m),
  rule('pipeline', 'zenml', /^@pipeline\b/m),
  rule('pipeline', 'kedro', /\b(?:Pipeline|pipeline)\s*\(/),
  rule('pipeline', 'sagemaker.workflow', /\bPipeline\s*\(/),
  rule('pipeline', 'azure.ai.ml.dsl', /^@(?:dsl\.)?pipeline\b/m),
  rule('pipeline', 'tfx', /\bPipeline\s*\(/),
  rule('pipeline', 'google.cloud.aiplatform', /\bPipelineJob\s*\(/),
]

/** Orchestrators of anything: their pipelines count where they train. */
export const GENERAL_PIPELINES: readonly PythonRule[] = [
  rule('pipeline', 'airflow', /\bDAG\s*\(|^@dag\b/m),
  rule('pipeline', 'prefect', /^@flow\b/m),
  rule('pipeline', 'dagster', /^@(?:\w+\.)?(?:asset|job|multi_asset)\b/m),
  rule('pipeline', 'flytekit', /^@workflow\b/m),
]

const MONITORING: readonly PythonRule[] = [
  rule(
    'monitor-quality',
    'evidently',
    /\b(?:Classification|Regression)(?:Preset|QualityPreset|PerformanceMetrics|QualityMetric)\s*\(|\b(?:NoTargetPerformance\w*|RecsysPreset)\s*\(/,
  ),
  rule('monitor-quality', 'nannyml', /\b(?:CBPE|DLE|PerformanceCalculator)\s*\(/),
  rule(
    'monitor-quality',
    'prometheus_client',
    /\b(?:Gauge|Histogram|Counter|Summary)\s*\(/,
    new RegExp(`["'][^"']*(?:${QUALITY.source})`, 'i'),
  ),
  rule('monitor-quality', 'sagemaker', /\bModelQualityMonitor\s*\(/),
  rule('monitor-quality', 'google.cloud', /\bModelDeploymentMonitoringJob\s*\(/),
  rule('monitor-quality', 'whylogs', /\blog_(?:classification|regression)_metrics\s*\(/),
  rule('monitor-infra', 'prometheus_client', /\b(?:Gauge|Histogram|Counter|Summary|start_http_server)\s*\(/),
  rule('monitor-infra', 'prometheus_fastapi_instrumentator', /\bInstrumentator\s*\(/),
  rule('monitor-infra', 'whylogs', /\bwhy\.log\s*\(/),
  rule('monitor-infra', 'opentelemetry', /\b(?:get_meter|get_tracer)\s*\(/),
  rule('monitor-infra', 'sagemaker', /\bDefaultModelMonitor\s*\(/),
]

const DRIFT: readonly PythonRule[] = [
  rule(
    'drift',
    'evidently',
    /\b(?:DataDriftPreset|DataDriftTable|DatasetDriftMetric|ColumnDriftMetric|ValueDrift|DriftedColumnsCount|DataDriftTestPreset|TargetDriftPreset|EmbeddingsDriftMetric)\s*\(/,
  ),
  rule(
    'drift',
    'nannyml',
    /\b(?:UnivariateDriftCalculator|DataReconstructionDriftCalculator|DomainClassifierCalculator)\s*\(/,
  ),
  rule(
    'drift',
    'alibi_detect',
    /\b(?:KSDrift|MMDDrift|TabularDrift|ChiSquareDrift|LSDDDrift|ClassifierDrift|CVMDrift)\s*\(/,
  ),
  rule('drift', 'river', /\b(?:ADWIN|PageHinkley|KSWIN|DDM)\s*\(/),
  rule('drift', 'tensorflow_data_validation', /\b(?:drift_comparator|skew_comparator)\b/),
  rule(
    'drift',
    'deepchecks',
    /\b(?:FeatureDrift|TrainTestFeatureDrift|MultivariateDrift|LabelDrift|PredictionDrift)\s*\(/,
  ),
  rule('drift', 'frouros', /\b\w+Test\s*\(|\bfrouros\b.*\bDrift/),
]

const STORES: readonly PythonRule[] = [
  rule(
    'feature-store',
    'feast',
    /\b(?:FeatureView|BatchFeatureView|StreamFeatureView|OnDemandFeatureView|FeatureStore)\s*\(/,
  ),
  rule('feature-apply', 'feast', /\.(?:apply|materialize|materialize_incremental)\s*\(/),
  rule('feature-store', 'tecton', /^@(?:batch|stream|realtime)_feature_view\b|\bFeatureService\s*\(/m),
  rule(
    'feature-store',
    'hsfs|hopsworks',
    /\b(?:get_or_create_feature_group|create_feature_group|get_feature_view)\s*\(/,
  ),
  rule('feature-apply', 'hsfs|hopsworks', /\.(?:insert|materialization_job)\s*[.(]/),
  rule('feature-store', 'databricks', /\b(?:FeatureEngineeringClient|FeatureStoreClient)\s*\(/),
  rule('feature-apply', 'databricks', /\b(?:create_table|write_table|publish_table)\s*\(/),
  rule('feature-store', 'sagemaker', /\bFeatureGroup\s*\(/),
  rule('feature-apply', 'sagemaker', /\.ingest\s*\(/),
  rule('feature-store', 'google.cloud.aiplatform', /\b(?:Featurestore|FeatureOnlineStore)\b/),
]

const SERVING: readonly PythonRule[] = [
  rule('ab', 'growthbook', /\bGrowthBook\s*\(/),
  rule('ab', 'UnleashClient', /\bUnleashClient\s*\(/),
  rule('ab', 'ldclient', /\bldclient\.(?:get|set_config)\s*\(|\bLDClient\s*\(/),
  rule('ab', 'statsig', /\bstatsig\.\w+\s*\(|\bStatsig\s*\(/i),
  rule('ab', 'eppo_client', /\bget_\w*assignment\s*\(/),
  rule('ab', 'boto3', /\bProductionVariants\s*=/),
  rule('ab', 'google.cloud', /\btraffic_split\s*=/),
  rule('ab', 'azure.ai.ml', /\.(?:mirror_)?traffic\s*=\s*\{/),
  rule('serving', 'fastapi', /\bFastAPI\s*\(/),
  rule('serving', 'flask', /\bFlask\s*\(/),
  rule('serving', 'bentoml', /^@bentoml\.service\b|\bbentoml\.Service\s*\(/m),
  rule('serving', 'ray', /^@serve\.deployment\b/m),
  rule('serving', 'litserve', /\bLitServer\s*\(/),
  rule('serving', 'kserve', /\bModelServer\s*\(/),
]

const CHECKS: readonly PythonRule[] = [
  rule('data-validation', 'great_expectations', /\b(?:ExpectationSuite|get_context|expect_\w+|Expect\w+)\s*\(/),
  rule('data-validation', 'pandera', /\b(?:DataFrameSchema|DataFrameModel|SchemaModel)\b\s*[(\]):]/),
  rule('data-validation', 'tensorflow_data_validation', /\bvalidate_statistics\s*\(/),
  rule('fairness', 'fairlearn', /\b(?:MetricFrame|demographic_parity_\w+|equalized_odds_\w+)\s*\(/),
  rule('fairness', 'aif360', /\b(?:ClassificationMetric|BinaryLabelDatasetMetric)\s*\(/),
  rule(
    'training',
    '',
    /\.fit\s*\(|\.fit_transform\s*\(|\bTrainer\s*\(|\blightgbm\.train\s*\(|\bxgb(?:oost)?\.train\s*\(/,
  ),
]

export const PYTHON_RULES: readonly PythonRule[] = [
  ...TRACKING,
  ...SEEDS,
  ...PIPELINES,
  ...MONITORING,
  ...DRIFT,
  ...STORES,
  ...SERVING,
  ...CHECKS,
]

/** How an orchestrator's file says that it is run by itself. */
export const SCHEDULES: readonly PythonRule[] = [
  rule('pipeline', 'airflow', /\b(?:schedule|schedule_interval|timetable)\s*=\s*(?!None\b|=)/),
  rule('pipeline', 'prefect', /\b(?:cron|interval|rrule|schedule|schedules)\s*=\s*(?!None\b|=)/),
  rule('pipeline', 'dagster', /\bScheduleDefinition\s*\(|^@schedule\b|\bAutomationCondition\.|^@sensor\b/m),
  rule('pipeline', 'metaflow', /^@schedule\b|^@trigger\b/m),
  rule('pipeline', 'zenml', /\bSchedule\s*\(/),
  rule('pipeline', 'flytekit', /\b(?:CronSchedule|FixedRate)\s*\(/),
  rule('pipeline', 'kfp', /\bcreate_recurring_run\s*\(/),
]

/** A call that starts another pipeline. */
export const TRIGGERS: readonly PythonRule[] = [
  rule('retrain', 'airflow', /\bTriggerDagRunOperator\s*\(/),
  rule('retrain', 'prefect', /\brun_deployment\s*\(/),
  rule('retrain', 'dagster', /\bRunRequest\s*\(/),
]
