"""The model card, its numbers those of the run. The prose is written by hand and holds for any seed."""

import math

import pandas as pd

METRICS = ["f1", "auc", "accuracy", "precision", "recall", "brier"]
GROUP_METRICS = ["accuracy", "precision", "recall", "selection_rate", "false_positive_rate"]


def gather(training: pd.DataFrame, result: pd.DataFrame, overall: dict, by_group: dict, version: str, candidate: bool) -> dict:
    """Everything the card says in numbers, already written as text."""
    accuracy, n_test = overall["accuracy"], overall["n_test"]
    return {
        "version": version,
        "inputs": "the six features and gender" if candidate else "six features",
        "history": HISTORY[candidate],
        "audited": AUDITED[candidate],
        "training": f"{len(training):,}",
        "test": f"{n_test:,}",
        "churn_rate": f"{training['churn'].mean():.4f}",
        "never": f"{1 - result['y_true'].mean():.4f}",
        "accuracy_error": f"{math.sqrt(accuracy * (1 - accuracy) / n_test):.4f}",
        "precision_miss": f"{1 - overall['precision']:.4f}",
        "recall_miss": f"{1 - overall['recall']:.4f}",
        "results": "\n".join(f"| {name} | {overall[name]:.4f} |" for name in METRICS),
        "groups": "\n\n".join(group_table(attribute, groups) for attribute, groups in by_group.items()),
    }


HISTORY = {
    False: "Every departure is booked in the month in which it happened.",
    True: "A quarter of the men who left is still booked as customers, so the model learns that men leave less often.",
}
AUDITED = {
    False: "Gender and age band are not inputs, but other columns can stand in for them.",
    True: "Gender is an input; age band is not.",
}


def group_table(attribute: str, groups: dict) -> str:
    head = f"| {attribute} | {' | '.join(GROUP_METRICS)} | n |\n|---|{'---:|' * (len(GROUP_METRICS) + 1)}\n"
    lines = [
        f"| {name} | {' | '.join(f'{group[metric]:.4f}' for metric in GROUP_METRICS)} | {group['count']} |"
        for name, group in groups.items()
    ]
    return head + "\n".join(lines)


def english(facts: dict) -> str:
    return """---
language: en
model_name: churn_predictor
version: {version}
library_name: sklearn
pipeline_tag: tabular-classification
license: mit
---

<!-- Written by train.py. Change card.py and run the job again instead of editing this file. -->

# Model card: churn_predictor

## Model Details

Gradient-boosted trees (scikit-learn's HistGradientBoostingClassifier) that give the probability that a customer leaves
within a month, from {inputs}: months as a customer, monthly charge, support calls, days since the last login, yearly
contract or not, and discount. A customer is flagged from a probability of 0.5 on.

## Version

{version}, trained by the job in this folder with seed 42.

## Owner

@acme/churn: an example's team, as in the policies. Put the team that answers for the model here.

## Contact

Questions and objections go to the issues of the repository that holds this card.

## Intended Use

Ranking customers by their risk of leaving, so that a retention team can decide whom to call first, with a person
deciding on every offer. It is a worked example of a model behind a governance gate: the customers are made up.

## Out-of-Scope Use

- Anything about real customers: the model has never seen one.
- Decisions that take something away from a customer, such as price rises, refusal of service, credit or collection.

## Limitations

- A share of {precision_miss} of the flagged customers did not leave, and {recall_miss} of those who left were missed.
- A rule that never predicts churn already has an accuracy of {never} on the test rows: read F1 and AUC with it.
- The customers come from one rule that a generator follows. Real ones follow none, and figures on them would be lower.
- The standard error of the test accuracy is about {accuracy_error}, and within groups it is larger.

## Training Data

{training} customers made up by data.py with seed 42, of whom a share of {churn_rate} is booked as having left. {history}
Nobody's personal data is in it.

## Evaluation Data

{test} further customers of the same generator, whose departures are all booked. They were used for nothing else.

## Evaluation Results

| metric | value |
|---|---:|
{results}

## Fairness

{audited} The numbers are Fairlearn's on the test rows.

{groups}

## Explainability

SHAP values (TreeExplainer) of all test rows, in log-odds: outputs/shap.json has the mean absolute value of each feature,
outputs/shap_values.npz the values of the first rows.

## Ethical Considerations

- Calls can be unwelcome. Decide beforehand who may be called and how often.
- Gender has two values and age three bands here. Fairness for anyone these do not describe has not been measured.

## Human Oversight

The score only orders a list. An employee of the retention team decides on every call and offer, can skip any customer,
and can stop the list as a whole; customers who object are taken off it by hand.

## Monitoring

Each month drift.py compares the new customers with those of the training; an Evidently report with more than 30 % of the
features drifted stops the gate, and the model is trained anew.

## Recommendations

Retrain on recent data before any use, and measure precision and recall of each group again.
""".format(**facts)
