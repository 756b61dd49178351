"""Compares what the gate computes of two tables with Evidently and SciPy.

    npx tsc && python3 -m venv /tmp/drift && /tmp/drift/bin/pip install -r .github/scripts/drift/requirements.txt
    /tmp/drift/bin/python .github/scripts/drift/compare.py [--count 120]

Each data set is a pair of random tables, written as CSV, JSON Lines or Parquet: numbers of several shapes, whole numbers,
few values, constants, names, with missing values and with categories that one side lacks. A difference is absolute up to 1
and relative above. Prints the largest of each method; exits 1 where one is beyond 1e-9, or where one side has a value and
the other has none.
"""

import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import warnings

import numpy as np
import pandas as pd
from evidently.legacy.calculations.stattests import (
    chi_stat_test,
    jensenshannon_stat_test,
    ks_stat_test,
    psi_stat_test,
    wasserstein_stat_test,
)
from evidently.legacy.core import ColumnType
from scipy import stats

warnings.filterwarnings("ignore")
HERE = pathlib.Path(__file__).parent
TOLERANCE = 1e-9
NUMBERS = ["psi", "js", "ks", "ks_p", "wasserstein", "missing_rise"]
NAMES = ["psi", "js", "chi2", "chi2_p", "missing_rise"]


def numbers(rng, n, shift):
    shape = rng.integers(6)
    if shape == 0:
        return rng.normal(shift, 1, n)
    if shape == 1:
        return rng.lognormal(shift, 1, n)
    if shape == 2:
        return np.round(rng.normal(10 * shift, 5, n), 1)
    if shape == 3:
        return np.where(rng.random(n) < 0.4, 0.0, rng.exponential(1 + abs(shift), n))
    if shape == 4:
        return rng.uniform(-1, 1 + shift, n) * 10.0 ** rng.integers(-6, 7)
    return rng.standard_t(2, n) + shift


def both(rng, n, m, draw):
    """The same kind of column on both sides: the same draws of its shape, other values."""
    seed, shift = rng.integers(2**32), float(rng.choice([0, 0, 0.1, 0.5]))
    sides = []
    for size, moved, more in ((n, 0.0, 1), (m, shift, 2)):
        shape = np.random.default_rng(seed)
        shape_rng = np.random.default_rng([seed, more])
        sides.append(draw(shape, shape_rng, size, moved))
    return sides


class Mixed:
    """Shapes by one generator, values by another."""

    def __init__(self, shape, values):
        self.shape, self.values = shape, values

    def integers(self, *arguments):
        return self.shape.integers(*arguments)

    def __getattr__(self, name):
        return getattr(self.values, name)


def columns(rng, n, m):
    named = {
        "number": lambda s, v, size, moved: numbers(Mixed(s, v), size, moved),
        "whole": lambda s, v, size, moved: v.poisson(40 * (1 + moved), size),
        "few": lambda s, v, size, moved: v.integers(0, 4 + int(10 * moved), size),
        "wide": lambda s, v, size, moved: v.integers(0, 10 ** s.integers(2, 9), size),
        "name": lambda s, v, size, moved: v.choice(list("abcdefgh")[: 3 + int(6 * moved)], size),
        "flag": lambda s, v, size, moved: v.choice(["yes", "no"], size, p=[0.3 + moved / 2, 0.7 - moved / 2]),
        "code": lambda s, v, size, moved: v.integers(100, 130, size),
        "constant": lambda s, v, size, moved: np.full(size, 3.0 + moved),
    }
    pairs = {name: both(rng, n, m, draw) for name, draw in named.items()}
    frames = [pd.DataFrame({name: pd.Series(pair[i]) for name, pair in pairs.items()}) for i in (0, 1)]
    for frame, share in zip(frames, rng.choice([0, 0, 0.05, 0.3], 2)):
        for name in ("number", "whole", "name"):
            if share > 0:
                frame[name] = frame[name].astype("object" if name == "name" else "float").mask(rng.random(len(frame)) < share)
    return frames


def evidently(test, reference, current, kind):
    value = test(reference.dropna(), current.dropna(), kind, None).drift_score
    return float(value)


def quantile_psi(reference, current, bins):
    """PSI over bins of the reference's quantiles, as docs/drift.md says."""
    r, c = np.sort(reference.dropna().to_numpy(float)), np.sort(current.dropna().to_numpy(float))
    if len(np.unique(r)) <= 20:
        return None
    ends = [r[math.ceil((k + 1) / bins * len(r)) - 1] for k in range(bins - 1)]
    edges = [(end, included) for end in dict.fromkeys(ends) for included in ([False, True] if ends.count(end) > 1 else [True])]

    def shares(values):
        below = [np.searchsorted(values, end, "right" if included else "left") for end, included in edges] + [len(values)]
        return np.diff([0, *below]) / len(values)

    a, b = shares(r), shares(c)
    kept = (a > 0) | (b > 0)
    a, b = a[kept], b[kept]

    def filled(share):
        least = share[share > 0].min()
        return np.where(share == 0, least / 1e6 if least <= 1e-4 else 1e-4, share)

    a, b = filled(a), filled(b)
    return float(np.sum((a - b) * np.log(a / b)))


def expected(reference, current, name, kind, bins):
    r, c = reference[name].dropna(), current[name].dropna()
    rise = max(0.0, current[name].isna().mean() - reference[name].isna().mean())
    found = {"missing_rise": rise}
    if kind == ColumnType.Numerical:
        found["ks_p"] = evidently(ks_stat_test, r, c, kind)
        found["ks"] = float(stats.ks_2samp(r, c).statistic)
        found["wasserstein"] = evidently(wasserstein_stat_test, r, c, kind)
    else:
        found["chi2_p"] = evidently(chi_stat_test, r, c, kind)
        keys = sorted(set(r) | set(c))
        observed = [int((c == key).sum()) for key in keys]
        means = [int((r == key).sum()) / len(r) * len(c) for key in keys]
        found["chi2"] = "infinite" if 0 in means else float(stats.chisquare(observed, means).statistic)
    own = quantile_psi(reference[name], current[name], bins) if bins != "evidently" and kind == ColumnType.Numerical else None
    if bins == "evidently" or own is None:
        found["psi"] = evidently(psi_stat_test, r, c, kind)
        found["js"] = evidently(jensenshannon_stat_test, r, c, kind)
    else:
        found["psi"] = own
    return found


def write(frame, path, form):
    if form == "csv":
        frame.to_csv(path, index=False)
    elif form == "jsonl":
        frame.to_json(path, orient="records", lines=True, double_precision=15)
    else:
        frame.to_parquet(path, compression="snappy")
    return path


KINDS = {
    "number": ColumnType.Numerical,
    "whole": ColumnType.Numerical,
    "few": ColumnType.Numerical,
    "wide": ColumnType.Numerical,
    "constant": ColumnType.Numerical,
    "name": ColumnType.Categorical,
    "flag": ColumnType.Categorical,
    "code": ColumnType.Categorical,
}


def draw(index, folder):
    rng = np.random.default_rng(index)
    large = index % 20 == 19
    n, m = (int(rng.integers(10_001, 40_000)) if large else int(rng.integers(30, 4000)) for _ in range(2))
    frames = columns(rng, n, m)
    form = ["csv", "parquet", "jsonl"][index % 3]
    if form == "jsonl":
        # pandas writes at most 15 digits after the point.
        frames = [frame.assign(number=frame.number.round(9), constant=frame.constant) for frame in frames]
    bins = ["evidently", 10, "evidently", 4, 25][index % 5]
    paths = [str(write(frame, folder / f"{index}-{side}.{form}", form)) for frame, side in zip(frames, "rc")]
    wanted = {name: NUMBERS if kind == ColumnType.Numerical else NAMES for name, kind in KINDS.items()}
    return frames, {"reference": paths[0], "current": paths[1], "columns": wanted, "categorical": ["code"], "bins": bins}


def far(expected_value, found):
    if not isinstance(expected_value, float) or not isinstance(found, (int, float)):
        return 0.0 if expected_value == found else math.inf
    difference = abs(expected_value - found)
    return difference / max(1.0, abs(expected_value))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=120)
    count = parser.parse_args().count
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        drawn = [draw(index, folder) for index in range(count)]
        jobs = folder / "jobs.json"
        jobs.write_text(json.dumps([job for _, job in drawn]))
        answer = subprocess.run(["node", str(HERE / "driver.mjs"), str(jobs)], capture_output=True, text=True, check=True)
        results = json.loads(answer.stdout)
    worst, compared, wrong = {}, {}, []
    for index, ((frames, job), result) in enumerate(zip(drawn, results)):
        for name, kind in KINDS.items():
            truth = expected(*frames, name, kind, job["bins"])
            for method, value in truth.items():
                found = result.get(name, {}).get(method, result.get("problems", "no value"))
                key = f"{method} ({'numbers' if kind == ColumnType.Numerical else 'names'})"
                distance = far(value, found)
                worst[key] = max(worst.get(key, 0.0), distance)
                compared[key] = compared.get(key, 0) + 1
                if not distance <= TOLERANCE:
                    wrong.append(f"data set {index}, {name}, {method}, bins {job['bins']}: expected {value}, found {found}")
    for key in sorted(worst):
        print(f"{key:28} {compared[key]:6} compared, largest difference {worst[key]:.1e}")
    print(f"{count} data sets, {sum(compared.values())} figures, {len(wrong)} beyond {TOLERANCE}")
    print("\n".join(wrong[:20]))
    return 1 if wrong or count == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
