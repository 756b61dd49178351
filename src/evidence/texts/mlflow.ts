import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: {
    'evidence.mlflow.no-run': 'The store holds no run that is not deleted. Check that the job logged to it.',
    'evidence.mlflow.no-experiment':
      'There is no experiment {experiment} with a run that is not deleted. Runs there: {runs}.',
    'evidence.mlflow.not-found': 'There is no run {run}. The newest ones: {runs}.',
    'evidence.mlflow.several': 'Several runs are called {run}: {runs}. Name the right one by its id.',
    'evidence.mlflow.none-finished':
      'No run is finished: {runs}. Check that the job ran to its end, or name a `run` in the policy.',
    'evidence.mlflow.metric-line':
      'A line of the metric {metric} is not `timestamp value step`. Log the metric again with MLflow.',
    'evidence.mlflow.no-table': "The database has no table {table}, so it is not MLflow's. Name the tracking database.",
  },
  ko: () => ({
    'evidence.mlflow.no-run': '삭제되지 않은 실행이 없습니다. 작업이 이 저장소에 기록했는지 확인하십시오.',
    'evidence.mlflow.no-experiment': '삭제되지 않은 실행이 있는 실험 {experiment} 항목이 없습니다. 있는 실행: {runs}.',
    'evidence.mlflow.not-found': '실행 {run} 항목이 없습니다. 최근 실행: {runs}.',
    'evidence.mlflow.several': '이름이 {run}인 실행이 여러 개입니다: {runs}. id로 지정하십시오.',
    'evidence.mlflow.none-finished':
      '완료된 실행이 없습니다: {runs}. 작업이 끝까지 실행되었는지 확인하거나, 정책에 `run`을 지정하십시오.',
    'evidence.mlflow.metric-line':
      '지표 {metric}의 줄이 `timestamp value step` 형식이 아닙니다. MLflow로 다시 기록하십시오.',
    'evidence.mlflow.no-table':
      '데이터베이스에 {table} 테이블이 없으므로 MLflow의 것이 아닙니다. 추적 데이터베이스를 지정하십시오.',
  }),
}
