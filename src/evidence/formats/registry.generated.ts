// Generated from the folders beside it by `npm run generate`. Do not edit.
import type { Format } from './contract.js'
import { format as ab } from './ab/format.js'
import { format as aequitas } from './aequitas/format.js'
import { format as aif360 } from './aif360/format.js'
import { format as aiverify } from './aiverify/format.js'
import { format as autocannon } from './autocannon/format.js'
import { format as clarify } from './clarify/format.js'
import { format as cyclonedx } from './cyclonedx/format.js'
import { format as deepchecks } from './deepchecks/format.js'
import { format as deepeval } from './deepeval/format.js'
import { format as dvclive } from './dvclive/format.js'
import { format as evidentlyReport } from './evidently-report/format.js'
import { format as evidentlySnapshot } from './evidently-snapshot/format.js'
import { format as evidentlyTests } from './evidently-tests/format.js'
import { format as fairlearn } from './fairlearn/format.js'
import { format as featureImportance } from './feature-importance/format.js'
import { format as genaiPerf } from './genai-perf/format.js'
import { format as genaiPerfJson } from './genai-perf-json/format.js'
import { format as greatExpectations } from './great-expectations/format.js'
import { format as hey } from './hey/format.js'
import { format as hfEvalResults } from './hf-eval-results/format.js'
import { format as hfModelIndex } from './hf-model-index/format.js'
import { format as hfTrainer } from './hf-trainer/format.js'
import { format as interpretml } from './interpretml/format.js'
import { format as k6 } from './k6/format.js'
import { format as lime } from './lime/format.js'
import { format as lmEval } from './lm-eval/format.js'
import { format as locust } from './locust/format.js'
import { format as mlflowEvaluation } from './mlflow-evaluation/format.js'
import { format as mlflowExplainer } from './mlflow-explainer/format.js'
import { format as mlflowRun } from './mlflow-run/format.js'
import { format as mlflowSqlite } from './mlflow-sqlite/format.js'
import { format as mlflowStore } from './mlflow-store/format.js'
import { format as modelCardToolkit } from './model-card-toolkit/format.js'
import { format as nannyml } from './nannyml/format.js'
import { format as notRead } from './not-read/format.js'
import { format as numpy } from './numpy/format.js'
import { format as perfAnalyzer } from './perf-analyzer/format.js'
import { format as permutationImportance } from './permutation-importance/format.js'
import { format as promptfoo } from './promptfoo/format.js'
import { format as ragas } from './ragas/format.js'
import { format as sagemakerCard } from './sagemaker-card/format.js'
import { format as sagemakerQuality } from './sagemaker-quality/format.js'
import { format as sklearnCrossValidate } from './sklearn-cross-validate/format.js'
import { format as sklearnReport } from './sklearn-report/format.js'
import { format as tensorboard } from './tensorboard/format.js'
import { format as tfmaValidation } from './tfma-validation/format.js'
import { format as trainingLog } from './training-log/format.js'
import { format as trainingLogLines } from './training-log-lines/format.js'
import { format as vegeta } from './vegeta/format.js'
import { format as verifyml } from './verifyml/format.js'
import { format as vllmBench } from './vllm-bench/format.js'
import { format as wandbSummary } from './wandb-summary/format.js'
import { format as whylogs } from './whylogs/format.js'
import { format as wrk } from './wrk/format.js'

/** Every format, in order of id. */
export const formats: readonly Format[] = [
  ab,
  aequitas,
  aif360,
  aiverify,
  autocannon,
  clarify,
  cyclonedx,
  deepchecks,
  deepeval,
  dvclive,
  evidentlyReport,
  evidentlySnapshot,
  evidentlyTests,
  fairlearn,
  featureImportance,
  genaiPerf,
  genaiPerfJson,
  greatExpectations,
  hey,
  hfEvalResults,
  hfModelIndex,
  hfTrainer,
  interpretml,
  k6,
  lime,
  lmEval,
  locust,
  mlflowEvaluation,
  mlflowExplainer,
  mlflowRun,
  mlflowSqlite,
  mlflowStore,
  modelCardToolkit,
  nannyml,
  notRead,
  numpy,
  perfAnalyzer,
  permutationImportance,
  promptfoo,
  ragas,
  sagemakerCard,
  sagemakerQuality,
  sklearnCrossValidate,
  sklearnReport,
  tensorboard,
  tfmaValidation,
  trainingLog,
  trainingLogLines,
  vegeta,
  verifyml,
  vllmBench,
  wandbSummary,
  whylogs,
  wrk,
]
