import type { Field } from './field.js'
import { list } from './labels.js'

// The vocabularies: model cards as first proposed in 2019, the Hugging Face template and the cards its trainer writes,
// Google's Model Card Toolkit, CycloneDX, SageMaker, Kaggle, and what Korean teams write.

/** What the model is for, where it fails, what it learned from and how it was measured. */
export const USE_FIELDS: readonly Field[] = [
  {
    id: 'intended_use',
    names: list(`
      Intended use; Direct use; 의도된 용도; Primary intended use; Primary use; Downstream use;
      Intended use and limitations; Uses and limitations; Intended use and users; Intended use case;
      Intended purpose; Purpose; Model purpose; Purpose of the model; Purpose of model; Intended usage; Use case;
      Primary use case; Intended application; Application; Intended task; Intended task domain;
      Intended use of the model; Recommended use; Suitable use; Usage purpose; Purpose of use; Purpose and use;
      Intended use and out-of-scope use;
      의도한 용도; 의도된 사용; 의도한 사용; 의도된 사용 목적; 의도된 사용 사례; 의도된 목적; 사용 의도; 주요 용도;
      사용 목적; 사용 용도; 용도; 활용 목적; 활용 용도; 활용 분야; 활용 사례; 이용 목적; 이용 용도; 적용 목적;
      적용 분야; 사용 사례; 목적; 모델 목적; 모델의 목적; 모델 용도; 모델의 용도; 모델 사용 목적; 용도 및 목적;
      목적 및 용도; 직접 사용; 의도된 용도 및 한계; 의도된 용도와 한계; 의도된 용도 및 제한 사항; 용도 및 한계;
      용도와 한계; 사용 목적 및 한계; 사용 목적과 한계
    `),
    broad: list(`
      Uses; Model use; Intended users; Primary intended users; 사용; 활용; 의도된 사용자; 주요 사용자
    `),
  },
  {
    id: 'limitations',
    names: list(`
      Limitations; Known limitations; 한계; Model limitations; Limitations of the model; Technical limitations;
      Bias, risks, and limitations; Bias and limitations; Limitations and bias; Risks and limitations;
      Limitations and risks; Risks, limitations and biases; Biases, limitations and risks;
      Intended use and limitations; Uses and limitations; Usage limitations; Use limitations; Limitations of use;
      Caveats; Caveats and limitations; Limitations and caveats; Caveats and recommendations; Model constraints;
      Limitations and recommendations; Recommendations and limitations; Known issues; Known issues and limitations;
      Limitations and known issues; Limitations and future work; Ethical considerations and limitations;
      Limitations and ethical considerations; Out-of-scope use and limitations; Limitations and out-of-scope use;
      Performance and limitations; 한계점; 모델 한계; 모델의 한계; 모델 한계점; 모델의 한계점; 알려진 한계; 알려진 한계점; 기술적 한계; 제한;
      제한점; 제한 사항; 모델 제한 사항; 모델의 제한 사항; 알려진 제한 사항; 기술적 제한 사항; 사용 제한 사항; 제약;
      제약 사항; 제약 조건; 한계 및 제한 사항; 한계와 제한 사항; 한계 및 위험; 한계와 위험; 위험 및 한계;
      위험과 한계; 한계 및 편향; 한계와 편향; 편향 및 한계; 편향과 한계; 편향, 위험 및 한계; 편향, 위험, 한계;
      한계 및 주의 사항; 한계와 주의 사항; 유의 사항; 주의 사항; 사용 시 주의 사항; 사용 시 유의 사항; 알려진 문제;
      알려진 문제점; 한계 및 권고 사항; 의도된 용도 및 한계; 의도된 용도와 한계; 의도된 용도 및 제한 사항;
      용도 및 한계; 용도와 한계; 사용 목적 및 한계; 사용 목적과 한계; 한계 및 윤리적 고려 사항;
      윤리적 고려 사항 및 한계; 범위 외 사용 및 한계
    `),
  },
  {
    id: 'training_data_description',
    names: list(`
      Training data; Training data description; 학습 데이터; Training dataset; Training set; Train data; Train set;
      Description of training data; Description of the training data; Training data details; Training data overview;
      Training data summary; Training data source; Training corpus; Data used for training; Pretraining data;
      Pre-training data; Fine-tuning data; Training and evaluation data; Training and test data;
      Training and testing data; Training and validation data; Training, validation and test data;
      Training data and preprocessing; Training data set; Pre-training corpus;
      Dataset and training; Training data and tokenization; 학습 데이터 설명; 훈련 데이터; 훈련 데이터 설명;
      학습 데이터셋; 훈련 데이터셋; 학습 데이터 세트; 훈련 데이터 세트; 학습용 데이터; 훈련용 데이터;
      학습에 사용한 데이터; 학습에 사용된 데이터; 학습 데이터 개요; 학습 데이터 정보; 학습 데이터 출처;
      학습 데이터 요약; 학습 데이터 구성; 훈련 데이터 개요; 훈련 데이터 출처; 사전 학습 데이터; 미세 조정 데이터;
      학습 및 평가 데이터; 학습과 평가 데이터; 학습·평가 데이터; 훈련 및 평가 데이터; 학습 및 테스트 데이터;
      학습 및 검증 데이터
    `),
    broad: list(`
      Data; Dataset; Data set; Data overview; Data description; Dataset description; Data source; Data used; 데이터;
      데이터셋; 데이터 세트; 데이터 설명; 데이터셋 설명; 데이터 개요; 데이터 출처; 사용 데이터; 데이터 정보
    `),
  },
  {
    id: 'evaluation_results',
    measured: true,
    names: list(`
      Evaluation results; Results; 평가 결과; Quantitative analyses; Performance;
      Model performance; Performance results; Performance evaluation; Test results; Testing results; Eval results;
      Validation results; Benchmarks; Benchmark results; Experimental results; Model evaluation results; Scores;
      Evaluation details; Evaluation summary; Results summary; Summary of results; Evaluation and results;
      Evaluation performance; Quantitative results; Model index; Model results; Performance summary; Main results;
      Benchmark performance; Model benchmark; Results on common benchmarks;
      Open LLM Leaderboard evaluation results; 모델 평가 결과;
      성능 평가; 성능 평가 결과; 모델 성능 평가; 성능; 모델 성능; 모델의 성능; 성능 결과; 성능 측정 결과; 성능 요약;
      평가 결과 요약; 평가 요약; 정량 분석; 정량적 분석; 정량 평가; 정량적 평가; 정량 평가 결과; 시험 결과;
      테스트 결과; 검증 결과; 검증 요약; 벤치마크; 벤치마크 결과; 실험 결과; 결과; 평가 및 결과; 평가 성능; 성능 및 평가
    `),
    broad: list(`
      Evaluation; Model evaluation; Training results; 평가; 모델 평가; 학습 결과
    `),
    withNumber: list(`
      Performance and limitations; Metrics; Performance metrics; Performance measures; Evaluation metrics; Model metrics; Evaluation measures;
      지표; 성능 지표; 평가 지표; 측정 지표; 성능 측정값; 측정값; 평가 척도; 메트릭; 성능 메트릭; 평가 메트릭
    `),
  },
  {
    id: 'out_of_scope',
    names: list(`
      Out of scope; Out-of-scope use; 범위 외 사용; Out-of-scope use case; Out-of-scope application; Misuse;
      Misuse and out-of-scope use; Intended use and out-of-scope use; Misuse, malicious use, and out-of-scope use; Malicious use; Prohibited use;
      Unintended use; Non-intended use; Unsuitable use; Excluded use; Restricted use; Unsupported use;
      Inappropriate use; Not intended for; Not intended use; Not recommended use; Out-of-scope use and limitations;
      Limitations and out-of-scope use; Fraught use case; Use restrictions; 범위 밖 사용; 범위 외 용도; 범위 밖 용도;
      범위를 벗어난 사용; 범위를 벗어난 용도; 적용 범위 외; 적용 범위 외 사용; 용도 외 사용; 금지된 사용;
      금지된 용도; 금지 용도; 사용 금지; 사용 제한; 부적절한 사용; 부적합한 사용; 부적합한 용도; 의도하지 않은 용도;
      의도하지 않은 사용; 의도되지 않은 용도; 의도되지 않은 사용; 권장하지 않는 용도; 비권장 용도; 오용;
      오용 및 범위 외 사용; 범위 외 사용 및 한계; 범위 외 사용 사례
    `),
  },
  {
    id: 'evaluation_data',
    names: list(`
      Evaluation data; Testing data; 평가 데이터; Test data; Evaluation dataset; Test dataset; Testing dataset;
      Evaluation set; Test set; Validation data; Validation dataset; Holdout data; Eval data;
      Description of evaluation data; Training and evaluation data; Training and test data;
      Evaluation data description; Training and testing data; Training, validation and test data;
      Test data description; Evaluation data set; 평가 데이터셋; 평가 데이터 세트; 평가 데이터 설명; 평가용 데이터;
      시험 데이터; 시험 데이터셋; 테스트 데이터; 테스트 데이터셋; 테스트 데이터 설명; 검증 데이터; 검증 데이터셋;
      평가에 사용한 데이터; 평가에 사용된 데이터; 학습 및 평가 데이터; 학습과 평가 데이터; 학습·평가 데이터;
      훈련 및 평가 데이터; 학습 및 테스트 데이터
    `),
    broad: ['Testing data, factors & metrics', '평가 데이터, 요인 및 지표'],
  },
]
