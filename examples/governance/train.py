"""Train a churn model on made-up customers and write down what it measured.

    python train.py --out . --model model.joblib
    python train.py --out candidate --model candidate.joblib --candidate

Below --out the first writes outputs/{metrics,by_group}.json, outputs/predictions.csv and MODEL_CARD.md. With --candidate
it trains the model that the policies have to stop: gender is one of its features, and its history is flawed.
"""

import argparse
import json
from pathlib import Path

import joblib
import pandas as pd
from fairlearn import metrics as fair
from sklearn import metrics as sk
from sklearn.ensemble import HistGradientBoostingClassifier

import card
import data

DECIMALS = 4
THRESHOLD = 0.5
VERSIONS = {False: "1.0.0", True: "1.1.0-rc.1"}


def counted(label: int, predicted: int):
    """A metric that counts the rows with this label and this prediction. A rate says little without what it rests on."""
    return lambda y, pred: int(((y == label) & (pred == predicted)).sum())


COUNTS = {"count": fair.count, "tp": counted(1, 1), "fp": counted(0, 1), "tn": counted(0, 0), "fn": counted(1, 0)}
GROUP_METRICS = {
    "accuracy": sk.accuracy_score,
    "precision": sk.precision_score,
    "recall": sk.recall_score,
    "selection_rate": fair.selection_rate,
    "true_positive_rate": fair.true_positive_rate,
    "false_positive_rate": fair.false_positive_rate,
    **COUNTS,
}


def inputs(table: pd.DataFrame, candidate: bool) -> pd.DataFrame:
    """What the model is fed: the features, and in the candidate gender as well."""
    x = table[data.FEATURES].astype(float)
    return x.assign(gender=(table["gender"] == "male").astype(float)) if candidate else x


def fit(rows: pd.DataFrame, candidate: bool, seed: int) -> HistGradientBoostingClassifier:
    model = HistGradientBoostingClassifier(max_iter=120, max_depth=4, learning_rate=0.1, early_stopping=False, random_state=seed)
    return model.fit(inputs(rows, candidate), rows["churn"])


def predict(model: HistGradientBoostingClassifier, test: pd.DataFrame, candidate: bool) -> pd.DataFrame:
    """One row a test customer. Scores are rounded before anything is measured, so that this table gives the same metrics."""
    score = model.predict_proba(inputs(test, candidate))[:, 1].round(DECIMALS)
    return pd.DataFrame({
        "y_true": test["churn"],
        "y_pred": (score >= THRESHOLD).astype(int),
        "y_score": score,
        **{group: test[group] for group in data.GROUPS},
    })


def measure(result: pd.DataFrame) -> dict[str, float]:
    y, pred, score = result["y_true"], result["y_pred"], result["y_score"]
    values = {
        "f1": sk.f1_score(y, pred),
        "auc": sk.roc_auc_score(y, score),
        "accuracy": sk.accuracy_score(y, pred),
        "precision": sk.precision_score(y, pred),
        "recall": sk.recall_score(y, pred),
        "brier": sk.brier_score_loss(y, score),
    }
    return {name: round(float(value), DECIMALS) for name, value in values.items()} | {"n_test": len(result)}


def measure_groups(result: pd.DataFrame) -> dict[str, dict[str, dict[str, float]]]:
    """Fairlearn's MetricFrame, one for each attribute: attribute, group, metric."""
    frames = {
        attribute: fair.MetricFrame(
            metrics=GROUP_METRICS, y_true=result["y_true"], y_pred=result["y_pred"], sensitive_features=result[attribute]
        )
        for attribute in data.GROUPS
    }
    return {
        attribute: frame.by_group.round(DECIMALS).astype(dict.fromkeys(COUNTS, int)).to_dict(orient="index")
        for attribute, frame in frames.items()
    }


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the churn model and write its evidence.")
    parser.add_argument("--out", type=Path, default=Path("."), help="folder of outputs/ and MODEL_CARD.md")
    parser.add_argument("--model", type=Path, required=True, help="file that the fitted model is written to")
    parser.add_argument("--seed", type=int, default=42, help="decides the customers")
    parser.add_argument("--candidate", action="store_true", help="the model that has to fail")
    args = parser.parse_args()

    training, test = data.history(args.seed)
    if args.candidate:
        training = data.booked_late(training, args.seed)
    model = fit(training, args.candidate, args.seed)
    result = predict(model, test, args.candidate)
    overall, by_group = measure(result), measure_groups(result)

    outputs = args.out / "outputs"
    outputs.mkdir(parents=True, exist_ok=True)
    joblib.dump(model, args.model)
    write_json(outputs / "metrics.json", overall)
    write_json(outputs / "by_group.json", by_group)
    result.to_csv(outputs / "predictions.csv", index=False, float_format=f"%.{DECIMALS}f", lineterminator="\n")
    facts = card.gather(training, result, overall, by_group, VERSIONS[args.candidate], args.candidate)
    (args.out / "MODEL_CARD.md").write_text(card.english(facts), encoding="utf-8")
    print(json.dumps(overall))


if __name__ == "__main__":
    main()
