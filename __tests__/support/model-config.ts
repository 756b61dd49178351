/** The file of the field's textbook, word for word. */
export const CONFIG = `# model_config.yaml (DS가 작성)
model:
  name: churn_predictor
  owner: ds-team@company.com
  framework: sklearn

training:
  schedule: "weekly"
  data_source: "feature_store://user_engagement_features"
  compute: "cpu-medium"  # 플랫폼이 인프라 자동 할당
  experiment_tracking: true

serving:
  type: online
  sla_latency_ms: 50
  min_replicas: 2
  max_replicas: 10
  autoscale_metric: cpu

monitoring:
  data_drift: true
  performance_tracking: true
  alert_channel: "#ml-alerts"
`
