import type { AreaId } from '../items.js'

/** A beginning to copy: a file of a tool, as short as it can be and still be found by the assessment. */
export interface Starter {
  readonly area: AreaId
  readonly tool: string
  /** Where it belongs. */
  readonly path: string
  readonly text: string
}

const TRACKING = `import mlflow

mlflow.set_experiment("churn")
with mlflow.start_run():
    model = RandomForestClassifier(random_state=7).fit(X_train, y_train)
    mlflow.log_params(model.get_params())
    mlflow.log_metric("f1", f1_score(y_test, model.predict(X_test)))
    mlflow.sklearn.log_model(model, "model")
`

const LOCK = `# uv pip compile pyproject.toml -o requirements.txt
mlflow==3.1.0
scikit-learn==1.7.0
`

const PIPELINE = `stages:
  train:
    cmd: python src/train.py
    deps: [src/train.py, data/train.csv]
    params: [train]
    outs: [models/model.pkl]
  evaluate:
    cmd: python src/evaluate.py
    deps: [src/evaluate.py, models/model.pkl]
    metrics: [metrics.json]
`

const SERVING = `from fastapi import FastAPI
import joblib

app = FastAPI()
model = joblib.load("models/model.pkl")


@app.post("/predict")
def predict(rows: list[list[float]]) -> list[float]:
    return model.predict(rows).tolist()
`

const CI = `name: ML pipeline
on: push
jobs:
  train-and-gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: pip install -r requirements.txt
      - run: pytest tests/ -v
      - run: python train.py --config configs/smoke_test.yaml
      - run: python evaluate.py --output outputs/metrics.json
      - run: docker build -t model-server .
  deploy:
    needs: train-and-gate
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: kubectl apply -f k8s/deployment.yaml
`

const CONTAINER = `FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY src/ src/
COPY models/ models/
CMD ["uvicorn", "src.serve:app", "--host", "0.0.0.0", "--port", "8000"]
`

const MONITORING = `groups:
  - name: churn-model
    rules:
      - alert: ModelQualityLow
        expr: churn_model_f1 < 0.85
        for: 1h
        labels: {severity: page}
`

const FEATURES = `from datetime import timedelta
from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

customer = Entity(name="customer", join_keys=["customer_id"])
engagement = FeatureView(
    name="user_engagement",
    entities=[customer],
    ttl=timedelta(days=7),
    schema=[Field(name="sessions_7d", dtype=Float32)],
    source=FileSource(path="data/engagement.parquet", timestamp_field="event_timestamp"),
)
`

const MATERIALIZE = `name: Features
on:
  schedule: [{cron: "0 3 * * *"}]
jobs:
  materialize:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: feast apply
      - run: feast materialize-incremental $(date -u +%Y-%m-%dT%H:%M:%S)
`

const DRIFT = `from airflow.decorators import dag, task
from airflow.operators.trigger_dagrun import TriggerDagRunOperator


@dag(schedule="@daily")
def watch_drift():
    @task.short_circuit
    def drifted() -> bool:
        from evidently import Report
        from evidently.presets import DataDriftPreset

        report = Report([DataDriftPreset()], include_tests=True)
        result = report.run(load_current(), load_reference()).dict()
        return any(test["status"] == "FAIL" for test in result["tests"])

    drifted() >> TriggerDagRunOperator(task_id="retrain", trigger_dag_id="train_churn")


watch_drift()
`

const CANARY = `apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: churn}
spec:
  predictor:
    canaryTrafficPercent: 10
    minReplicas: 2
    maxReplicas: 10
    model:
      modelFormat: {name: sklearn}
      storageUri: s3://models/churn/2
`

const PLATFORM = `model:
  name: churn_predictor
  owner: ds-team@example.com
  framework: sklearn
training: {schedule: weekly, data_source: "feature_store://user_engagement", experiment_tracking: true}
serving: {type: online, sla_latency_ms: 50, min_replicas: 2, max_replicas: 10}
monitoring: {data_drift: true, performance_tracking: true}
`

const PLATFORM_FLOW = `name: Models
on:
  push:
    branches: [main]
    paths: ["models/*/model_config.yaml"]
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: pipx install check-jsonschema
      - run: check-jsonschema --schemafile schema/model_config.json models/*/model_config.yaml
      - run: python platform/deploy.py models/*/model_config.yaml
`

const COST = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: churn}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: churn}
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}
`

const POLICY = `model: churn_predictor
performance:
  f1: {min: 0.85}
  auc: {min: 0.90}
fairness:
  - {metric: accuracy, by: gender, gap: {below: 0.05}}
documentation:
  require: [intended_use, limitations, training_data_description, evaluation_results]
audit: {branch: ml-governance}
`

const GATE = `name: Governance
on: {pull_request: {}, merge_group: {}}
permissions: {contents: write, checks: write}
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: python train.py --config configs/smoke_test.yaml
      - uses: OWNER/ml-governance-gate@v1
        with:
          metrics: outputs/metrics.json
          model-card: MODEL_CARD.md
`

/** A beginning for every area of the roadmap, in its order. */
export const STARTERS: readonly Starter[] = [
  { area: 'tracking', tool: 'MLflow', path: 'train.py', text: TRACKING },
  { area: 'tracking', tool: 'uv', path: 'requirements.txt', text: LOCK },
  { area: 'training', tool: 'DVC', path: 'dvc.yaml', text: PIPELINE },
  { area: 'serving', tool: 'FastAPI', path: 'src/serve.py', text: SERVING },
  { area: 'ci-cd', tool: 'GitHub Actions', path: '.github/workflows/ml-pipeline.yaml', text: CI },
  { area: 'containers', tool: 'Docker', path: 'Dockerfile', text: CONTAINER },
  { area: 'monitoring', tool: 'Prometheus', path: 'monitoring/rules.yaml', text: MONITORING },
  { area: 'feature-store', tool: 'Feast', path: 'features/engagement.py', text: FEATURES },
  { area: 'feature-store', tool: 'Feast', path: '.github/workflows/features.yaml', text: MATERIALIZE },
  { area: 'drift', tool: 'Evidently, Airflow', path: 'dags/watch_drift.py', text: DRIFT },
  { area: 'ab', tool: 'KServe', path: 'k8s/churn.yaml', text: CANARY },
  { area: 'platform', tool: 'model_config.yaml', path: 'models/churn/model_config.yaml', text: PLATFORM },
  { area: 'platform', tool: 'GitHub Actions', path: '.github/workflows/models.yaml', text: PLATFORM_FLOW },
  { area: 'cost', tool: 'Kubernetes', path: 'k8s/churn-scaling.yaml', text: COST },
  { area: 'governance', tool: 'ML Governance Gate', path: '.github/ml-gate.yaml', text: POLICY },
  { area: 'governance', tool: 'ML Governance Gate', path: '.github/workflows/governance.yaml', text: GATE },
]
