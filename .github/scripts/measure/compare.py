"""Holds what the gate measures from predictions against scikit-learn and Fairlearn, on random tables as CSV and Parquet.

    npx tsc
    python3 -m venv /tmp/measure && /tmp/measure/bin/pip install -r .github/scripts/measure/requirements.txt
    /tmp/measure/bin/python .github/scripts/measure/compare.py [--count 240]

Prints the largest difference of each metric; exits 1 where one is beyond what is promised, or where one side has a value
and the other has none.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile

import expected
import numpy as np
from data import GROUPS, cases
from fairlearn.metrics import MetricFrame, false_negative_rate, false_positive_rate, selection_rate, true_negative_rate, true_positive_rate

HERE = pathlib.Path(__file__).parent
CLOSED, OTHER = 1e-12, 1e-9
FAIRLEARN = {f.__name__: f for f in (selection_rate, true_positive_rate, false_positive_rate, true_negative_rate, false_negative_rate)}


def job(case, path):
    frame, kind = case["frame"], case["kind"]
    names = {"binary": expected.CLASSES + expected.BINARY + expected.SCORES, "multiclass": expected.CLASSES, "regression": expected.NUMBERS}[kind]
    columns = {"label": "y_true", "prediction": "y_pred", "groups": list(GROUPS)}
    if kind == "binary":
        columns["score"] = "y_score"
        present = (frame.y_true == case["positive"]).any()
        if case["stated"] and present:
            columns["positive"] = str(case["positive"])
    if kind == "regression":
        columns["quantile"] = case["quantile"]
    sets = [[name] for name in GROUPS] + [list(GROUPS)]
    return {"path": str(path), "columns": columns, "wanted": {"metrics": names, "groups": [{"attributes": s, "metrics": names} for s in sets]}}


def truth_of(case, frame, name):
    """What scikit-learn says of the rows, for one metric."""
    if case["kind"] == "regression":
        return expected.numbers(name, frame.y_true.to_numpy(), frame.y_pred.to_numpy(), case["quantile"])
    if name in expected.CLASSES:
        return expected.classes(name, frame.y_true, frame.y_pred)
    truth = (frame.y_true == case["positive"]).to_numpy().astype(int)
    if name in expected.BINARY:
        return expected.binary(name, truth, (frame.y_pred == case["positive"]).to_numpy().astype(int))
    return expected.scores(name, truth, frame.y_score.to_numpy())


class Table:
    def __init__(self):
        self.rows = {}
        self.wrong = []
        self.refused = 0

    def add(self, where, name, found, wanted):
        row = self.rows.setdefault(name, {"values": 0, "none": 0, "largest": 0.0})
        none = isinstance(found, dict)
        if none or wanted is None:
            row["none"] += 1
            if not (none and wanted is None and "undefined" in found):
                self.wrong.append(f"{where} {name}: {found} where {wanted} is expected")
            return
        # A figure far from 1 is compared by its own size; so is r², whose parts are.
        difference = abs(found - wanted) / max(1.0, abs(wanted))
        row["values"] += 1
        row["largest"] = max(row["largest"], difference)
        limit = CLOSED if name not in ("log_loss", "ece", "r2", "pr_auc") else OTHER
        if not difference <= limit:
            self.wrong.append(f"{where} {name}: {found} where {wanted} is expected, {difference:.2e} away")


def with_positive(case):
    """Whether a class is positive for the gate: named, or 1 among the usual ones."""
    frame = case["frame"]
    if case["kind"] != "binary" or not isinstance(case["positive"], str):
        return True
    return bool((frame.y_true == case["positive"]).any())


def compare(table, where, case, result):
    frame = case["frame"]
    if isinstance(case.get("positive"), str) and not set(frame.y_true) & set(frame.y_pred):
        # scikit-learn calls it an accuracy of 0; here two vocabularies that share nothing are refused.
        if [problem["id"] for problem in result.get("problems", [])] != ["evidence.measure.no-common-class"]:
            table.wrong.append(f"{where}: {result} where a refusal is expected")
        table.refused += 1
        return
    if "problems" in result:
        table.wrong.append(f"{where}: {result['problems']}")
        return
    positive = with_positive(case)
    for name, found in result["metrics"].items():
        table.add(where, name, found, truth_of(case, frame, name) if positive or name in expected.CLASSES else None)
    for attributes in result["groups"]:
        by = attributes["attributes"]
        parts = {tuple(np.atleast_1d(key)): rows for key, rows in frame.groupby(by, observed=True)}
        if {tuple(group["values"]) for group in attributes["groups"]} != set(parts):
            table.wrong.append(f"{where} {by}: other groups")
            continue
        for group in attributes["groups"]:
            rows = parts[tuple(group["values"])]
            if group["n"] != len(rows):
                table.wrong.append(f"{where} {by}: {group['n']} rows where {len(rows)} are expected")
            for name, found in group["metrics"].items():
                wanted = truth_of(case, rows, name) if positive or name in expected.CLASSES else None
                table.add(where, f"{name} by group", found, wanted)
        if case["kind"] == "binary" and positive:
            fairlearn(table, where, case, by, attributes["groups"])


def fairlearn(table, where, case, by, groups):
    frame = case["frame"]
    truth, predicted = [(frame[column] == case["positive"]).astype(int) for column in ("y_true", "y_pred")]
    # Fairlearn refuses labels of one class: it could not tell which one is positive.
    if truth.nunique() < 2:
        return
    sensitive = frame[by].astype(str).agg(" & ".join, axis=1)
    frames = MetricFrame(metrics=FAIRLEARN, y_true=truth, y_pred=predicted, sensitive_features=sensitive)
    for group in groups:
        key = " & ".join(group["values"])
        for name in FAIRLEARN:
            found = group["metrics"][name]
            if not isinstance(found, dict):
                table.add(where, f"{name} (Fairlearn)", found, float(frames.by_group.loc[key, name]))


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--count", type=int, default=240)
    count = arguments.parse_args().count
    table, jobs, made = Table(), [], []
    with tempfile.TemporaryDirectory() as folder:
        for seed, case in cases(count):
            for suffix in ("csv", "parquet"):
                path = pathlib.Path(folder) / f"{seed}.{suffix}"
                case["frame"].to_csv(path, index=False) if suffix == "csv" else case["frame"].to_parquet(path, index=False)
                jobs.append(job(case, path))
                made.append((f"{seed} ({case['kind']}, {suffix})", case))
        plan = pathlib.Path(folder) / "jobs.json"
        plan.write_text(json.dumps(jobs))
        done = subprocess.run(["node", HERE / "driver.mjs", plan], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit(done.stderr)
        for (where, case), result in zip(made, json.loads(done.stdout), strict=True):
            compare(table, where, case, result)
    width = max(map(len, table.rows))
    print(f"{count} tables, each as CSV and as Parquet")
    print(f"{'metric':{width}}  {'values':>8}  {'none':>6}  largest difference")
    for name, row in sorted(table.rows.items()):
        print(f"{name:{width}}  {row['values']:8}  {row['none']:6}  {row['largest']:.1e}")
    for line in table.wrong[:40]:
        print("WRONG", line)
    print(f"{table.refused} refused: labels and predictions that share no class")
    print(f"{len(table.wrong)} differences beyond {CLOSED} (log_loss, ece, r2, pr_auc: {OTHER})")
    sys.exit(1 if table.wrong or any(math.isnan(row["largest"]) for row in table.rows.values()) else 0)


main()
