import type { Texts } from '../../shared/message.js'

export const texts: Texts = {
  en: () => ({
    'evidence.mlflow.no-run': 'The store holds no run that is not deleted. Check that the job logged to it.',
    'evidence.mlflow.no-meta':
      '{path} is not there, so what lies beside it cannot be read, and it may be the newest run. Bring the folder whole, as MLflow wrote it, or name the folder of the right experiment or run.',
    'evidence.mlflow.no-experiment':
      'There is no experiment {experiment} with a run that is not deleted. Runs there: {runs}.',
    'evidence.mlflow.not-found': 'There is no run {run}. The newest ones: {runs}.',
    'evidence.mlflow.several': 'Several runs are called {run}: {runs}. Name the right one by its id.',
    'evidence.mlflow.several-experiments':
      'Several experiments are called {experiment}; their ids: {experiments}. Name the right one by its id.',
    'evidence.mlflow.none-finished':
      'No run is finished: {runs}. Only a finished run is evidence. Check that the job ran to its end.',
    'evidence.mlflow.not-finished':
      'The run {run} is {status}, and only a finished run is evidence. Check that the job ran to its end; `mlflow.end_run()` finishes a run.',
    'evidence.mlflow.only-nested':
      'Every finished run is nested in another that is not finished or not there: {runs}. Check that the outer run ended, or name the nested one as `run` in the policy.',
    'evidence.mlflow.undated':
      'Which finished run is the newest cannot be told from their times: {runs}. Name one by its id as `run` in the policy.',
    'evidence.mlflow.metric-entry':
      'An entry of the metric {metric} is not {expected}, so its latest value cannot be told. Log the metric again with MLflow.',
    'evidence.mlflow.datasets':
      'The metric {metric} was logged on {count} data sets ({datasets}), and which of them its value is of cannot be chosen. Log it under a name of its own for each data set, such as test_{metric}.',
    'evidence.mlflow.class-twice':
      'The class {class} has {rows} rows in the table of classes, so none of them counts. Write the evaluation again with MLflow.',
    'evidence.mlflow.journal':
      '{journal} lies beside the database, so changes are missing from the database itself: a program still writes to it, or was stopped in between. End that program (an MLflow server, for instance) before the gate, or open and close the database once with SQLite.',
    'evidence.mlflow.no-table': "The database has no table {table}, so it is not MLflow's. Name the tracking database.",
  }),
  ko: () => ({
    'evidence.mlflow.no-run': '삭제되지 않은 실행이 없습니다. 작업이 이 저장소에 기록했는지 확인하십시오.',
    'evidence.mlflow.no-meta':
      '{path} 파일이 없어 그 옆에 있는 내용을 읽을 수 없으며, 그것이 가장 최근 실행일 수 있습니다. MLflow가 기록한 폴더를 온전히 가져오거나, 알맞은 실험 또는 실행의 폴더를 지정하십시오.',
    'evidence.mlflow.no-experiment': '삭제되지 않은 실행이 있는 실험 {experiment} 항목이 없습니다. 있는 실행: {runs}.',
    'evidence.mlflow.not-found': '실행 {run} 항목이 없습니다. 최근 실행: {runs}.',
    'evidence.mlflow.several': '이름이 {run}인 실행이 여러 개입니다: {runs}. id로 지정하십시오.',
    'evidence.mlflow.several-experiments':
      '이름이 {experiment}인 실험이 여러 개입니다. id: {experiments}. id로 지정하십시오.',
    'evidence.mlflow.none-finished':
      '완료된 실행이 없습니다: {runs}. 완료된 실행만 증거로 인정됩니다. 작업이 끝까지 실행되었는지 확인하십시오.',
    'evidence.mlflow.not-finished':
      '실행 {run}의 상태가 {status}입니다. 완료된 실행만 증거로 인정됩니다. 작업이 끝까지 실행되었는지 확인하십시오. 실행은 `mlflow.end_run()`으로 완료됩니다.',
    'evidence.mlflow.only-nested':
      '완료된 실행이 모두 다른 실행의 하위 실행이며, 상위 실행은 완료되지 않았거나 없습니다: {runs}. 상위 실행이 끝났는지 확인하거나, 정책의 `run`에 하위 실행을 지정하십시오.',
    'evidence.mlflow.undated':
      '기록된 시각으로는 어느 완료된 실행이 가장 최근인지 알 수 없습니다: {runs}. 정책의 `run`에 id로 지정하십시오.',
    'evidence.mlflow.metric-entry':
      '지표 {metric}의 기록 중 {expected} 형식이 아닌 것이 있어 최신 값을 알 수 없습니다. MLflow로 다시 기록하십시오.',
    'evidence.mlflow.datasets':
      '지표 {metric} 항목이 데이터셋 {count}개({datasets})에 대해 기록되어 어느 데이터셋의 값인지 정할 수 없습니다. test_{metric}처럼 데이터셋마다 다른 이름으로 기록하십시오.',
    'evidence.mlflow.class-twice':
      '클래스별 표에 클래스 {class}의 행이 {rows}개 있어 어느 것도 인정되지 않습니다. MLflow로 평가를 다시 저장하십시오.',
    'evidence.mlflow.journal':
      '데이터베이스 옆에 {journal} 파일이 있어 데이터베이스 파일에 빠진 변경 사항이 있습니다. 아직 쓰고 있는 프로그램이 있거나 쓰는 도중에 중단되었습니다. 검사 전에 그 프로그램(예: MLflow 서버)을 종료하거나, SQLite로 데이터베이스를 한 번 열고 닫으십시오.',
    'evidence.mlflow.no-table':
      '데이터베이스에 {table} 테이블이 없으므로 MLflow의 것이 아닙니다. 추적 데이터베이스를 지정하십시오.',
  }),
}
