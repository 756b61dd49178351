"""Why the model predicts what it predicts: SHAP values of the test customers.

    python explain.py --model model.joblib --out .            # --candidate for the other model

outputs/shap.json has the mean absolute value of each feature over all test customers, outputs/shap_values.npz the
values of the first customers themselves. The unit is log-odds of leaving.
"""

import argparse
from pathlib import Path

import joblib
import numpy as np
import shap

import data
import train

KEPT_ROWS = 200


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the SHAP values of the test customers.")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("."))
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument("--candidate", action="store_true")
    args = parser.parse_args()

    _, test = data.history(args.seed)
    x = train.inputs(test, args.candidate)
    values = shap.TreeExplainer(joblib.load(args.model))(x).values
    importance = np.abs(values).mean(axis=0).round(train.DECIMALS)
    ranked = sorted(zip(x.columns, importance.tolist()), key=lambda pair: -pair[1])
    train.write_json(
        args.out / "outputs" / "shap.json",
        {"method": "shap.TreeExplainer", "samples": len(x), "feature_importance": dict(ranked)},
    )
    np.savez_compressed(
        args.out / "outputs" / "shap_values.npz",
        values=values[:KEPT_ROWS].round(train.DECIMALS).astype(np.float32),
        feature_names=np.array(x.columns, dtype=str),
    )
    print(dict(ranked))


if __name__ == "__main__":
    main()
