"""What the gate does on a table of predictions, as a data scientist writes it: pandas, scikit-learn, Fairlearn.

`predictions.py FILE` judges; `predictions.py --make ROWS FOLDER` writes the table as CSV and Parquet.
"""

import json
import pathlib
import sys


def make(rows, folder):
    import numpy as np
    import pandas as pd

    rng = np.random.default_rng(7)
    truth = (rng.random(rows) < 0.3).astype(int)
    score = 1 / (1 + np.exp(-(rng.normal(0, 1, rows) + 3.2 * (truth - 0.5))))
    table = pd.DataFrame({
        "row_id": np.arange(rows),
        "y_true": truth,
        "y_pred": (score > 0.5).astype(int),
        "y_score": score,
        "gender": rng.choice(["F", "M"], rows),
        "age_band": rng.choice(["18-29", "30-49", "50+"], rows),
    })
    table.to_csv(folder / "predictions.csv", index=False)
    table.to_parquet(folder / "predictions.parquet", index=False)


def judge(path):
    import pandas as pd
    from fairlearn.metrics import MetricFrame
    from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

    columns = ["y_true", "y_pred", "y_score", "gender"]
    table = pd.read_parquet(path, columns=columns) if path.suffix == ".parquet" else pd.read_csv(path, usecols=columns)
    frame = MetricFrame(metrics=accuracy_score, y_true=table.y_true, y_pred=table.y_pred, sensitive_features=table.gender)
    values = {
        "accuracy": accuracy_score(table.y_true, table.y_pred),
        "f1": f1_score(table.y_true, table.y_pred),
        "auc": roc_auc_score(table.y_true, table.y_score),
        "gap": frame.difference(),
    }
    ok = values["accuracy"] >= 0.5 and values["f1"] >= 0.5 and values["auc"] >= 0.5 and values["gap"] < 0.1
    print(json.dumps({"verdict": "pass" if ok else "fail", **values}))


if sys.argv[1] == "--make":
    make(int(sys.argv[2]), pathlib.Path(sys.argv[3]))
else:
    judge(pathlib.Path(sys.argv[1]))
